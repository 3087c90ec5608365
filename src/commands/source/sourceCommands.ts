import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { isWhole, withXml } from '../../core/connector/connectorDocuments';
import { documentsIn } from '../../core/sources/detailDocuments';
import { effectsOf, type Effect } from '../../core/sources/effects';
import { parseXml } from '../../core/xml/parse';
import { toUri } from '../../documents/documentUri';
import { UserError } from '../../messages/userError';
import { commandTitle } from '../ask/commandTitle';
import { byArgumentsOrAsking, connectorNamed, requiredText } from '../ask/options';
import { pickConnector, type ConnectorId } from '../ask/picks';
import { showEffects } from './showEffects';
import { showSources, type ShowingSources } from './showSources';
import type { Handlers } from '../ids';

/** A source, for programs. */
export interface SourceReport {
	readonly id: string;
	readonly name: string;
	readonly healthy: boolean | undefined;
	readonly status: string | undefined;
}

export function sourceCommands(studio: ShowingSources) {
	const { tenants, catalog } = studio;
	return {
		/** A program passes `{ tenant, scriptName }`. */
		'iscConnectors.connector.sources': byArgumentsOrAsking(
			studio,
			async (options): Promise<readonly SourceReport[]> => {
				const { tenant, scriptName } = await connectorNamed(studio, options);
				const sources = await studio.sources.of(tenant.id, scriptName);
				return sources.map(({ id, name, isHealthy, status }) => ({ id, name, healthy: isHealthy, status }));
			},
			async argument => {
				const command = 'iscConnectors.connector.sources';
				const picked = await pickConnector(tenants, catalog, argument, { command });
				if (!picked) {
					return;
				}
				const { tenant, scriptName, name } = picked;
				const sources = await studio.sources.of(tenant.id, scriptName);
				if (sources.length === 0) {
					const message = vscode.l10n.t('No source in {0} uses {1}.', tenant.name, name);
					void vscode.window.showInformationMessage(message);
				} else {
					const prompt = vscode.l10n.t('Sources of {0} in {1}', name, tenant.name);
					await showSources(studio, tenant, [{ sources }], { title: commandTitle(command), prompt });
				}
			},
		),
		/** A program passes `{ tenant, scriptName, text }`: a text of the source-config instead of the tenant's. */
		'iscConnectors.connector.impact': byArgumentsOrAsking(
			studio,
			async options =>
				effectsOn(studio, await connectorNamed(studio, options), requiredText(options, 'text')),
			async argument => {
				const command = 'iscConnectors.connector.impact';
				const active = vscode.window.activeTextEditor?.document.uri;
				const picked = await pickConnector(tenants, catalog, argument ?? active, { command });
				if (!picked) {
					return;
				}
				const { tenant, scriptName, name } = picked;
				const uri = toUri({ tenant: tenant.id, scriptName, part: 'source-config' });
				const document = await vscode.workspace.openTextDocument(uri);
				const effects = await effectsOn(studio, picked, document.getText());
				if (effects.length === 0) {
					const message = vscode.l10n.t('The changes of {0} affect no source in {1}.', name, tenant.name);
					void vscode.window.showInformationMessage(message);
				} else {
					await showEffects(studio, tenant, effects, commandTitle(command));
				}
			},
		),
	} satisfies Handlers;
}

/** What a text of the source-config would do to the sources, against what the tenant has. */
async function effectsOn(
	{ catalog, sources }: Pick<Studio, 'catalog' | 'sources'>,
	{ tenant, scriptName }: ConnectorId,
	text: string,
): Promise<readonly Effect[]> {
	const form = parseXml(text);
	if (!isWhole(form)) {
		throw new UserError(vscode.l10n.t('The text is not well-formed XML.'));
	}
	const detail = await catalog.detail(tenant.id, scriptName, 0);
	const before = documentsIn(detail ?? {});
	const after = withXml(before, 'source-config', form);
	return effectsOf(before, after, await sources.of(tenant.id, scriptName));
}
