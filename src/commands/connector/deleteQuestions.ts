import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import { copyLimitsOf, type CopyLimits } from '../../core/transfer/copy/copyLimits';
import { effectSentence } from '../../messages/effectMessage';
import { safeText } from '../../messages/safeText';
import { askSteps } from '../ask/askSteps';
import { documentCount } from '../ask/counts';
import type { PickedConnector } from '../ask/picks';
import { withSentences } from '../transfer/transferMessage';
import { unsavedCount } from '../document/unsaved';

/** Whether people want to go on, although some of the connectors seem to be standard ones: the service decides which are. */
export async function mayBeDeleted(
	{ catalog }: Pick<Studio, 'catalog'>,
	tenant: Tenant,
	connectors: readonly PickedConnector[],
): Promise<boolean> {
	const names = new Set(connectors.map(({ scriptName }) => scriptName));
	const known = (await catalog.connectors(tenant.id)).filter(({ scriptName }) => names.has(scriptName));
	const standard = known
		.filter(connector => !catalog.custom.has(tenant.id, connector))
		.map(({ name }) => safeText(name));
	if (standard.length === 0) {
		return true;
	}
	const message =
		standard.length === 1
			? vscode.l10n.t(
					'{0} seems to be a standard connector. {1} deletes custom connectors only.',
					standard.join(),
					tenant.name,
				)
			: vscode.l10n.t(
					'These seem to be standard connectors: {0}. {1} deletes custom connectors only.',
					listed(standard),
					tenant.name,
				);
	const anyway = vscode.l10n.t('Delete Anyway…');
	return (await vscode.window.showWarningMessage(message, anyway)) === anyway;
}

/** One is deleted once its name is typed, several once it is typed how many they are. */
export async function askToDelete(
	studio: Pick<Studio, 'tenants' | 'effects'>,
	tenant: Tenant,
	connectors: readonly PickedConnector[],
): Promise<boolean> {
	const [first] = connectors;
	const isOne = connectors.length === 1;
	const expected = (isOne && first?.name) || String(connectors.length);
	const limits = await Promise.all(connectors.map(connector => limitsOf(studio, connector)));
	const orphaned = await Promise.all(
		connectors.map(({ scriptName, name }) =>
			studio.effects.orphaned({ tenant: tenant.id, scriptName, name }),
		),
	);
	const unsaved = connectors.reduce((sum, connector) => sum + unsavedCount(connector), 0);
	const prompt = [
		isOne
			? vscode.l10n.t('Type {0} to delete it with all its documents.', safeText(expected))
			: vscode.l10n.t(
					'Type {0} to delete {1} with all their documents.',
					expected,
					listed(connectors.map(({ name }) => safeText(name))),
				),
		isOne
			? vscode.l10n.t('A backup is kept on this computer.')
			: vscode.l10n.t('Backups are kept on this computer.'),
		...limitSentences(limits),
		...orphaned.flat().map(effectSentence),
		unsaved > 0 && vscode.l10n.t('Unsaved changes stay in their editors: {0}.', documentCount(unsaved)),
	];
	const title = isOne
		? vscode.l10n.t('Delete {0} from {1}', safeText(expected), tenant.name)
		: vscode.l10n.t('Delete {0} Connectors from {1}', expected, tenant.name);
	const typed = await askSteps(title, [
		() => ({
			prompt: prompt.filter(sentence => sentence !== false).join(' '),
			placeholder: expected,
			validate: text => (isOne ? wrongName(text, expected) : wrongNumber(text, expected)),
		}),
	]);
	return typed !== undefined;
}

export function wrongName(typed: string, name: string): string | undefined {
	return typed === name ? undefined : vscode.l10n.t('The name does not match.');
}

function wrongNumber(typed: string, expected: string): string | undefined {
	return typed === expected ? undefined : vscode.l10n.t('The number does not match.');
}

/** What the backup of a connector will lack. */
export interface LimitsOfConnector extends CopyLimits {
	readonly name: string;
}

/** Nothing is missing for a connector that is gone: its deletion will say so. */
export async function limitsOf(
	studio: Pick<Studio, 'tenants'>,
	{ tenant, scriptName, name }: PickedConnector,
): Promise<LimitsOfConnector> {
	return withSentences(studio, tenant.id, async () => {
		const limits = await copyLimitsOf(await studio.tenants.client(tenant.id), scriptName);
		return { name, hasNoClassName: false, uploadedFiles: [], ...limits };
	});
}

/** What the backups will lack, for people to know before they delete. */
export function limitSentences(limits: readonly LimitsOfConnector[]): readonly string[] {
	const withoutClass = limits
		.filter(({ hasNoClassName }) => hasNoClassName)
		.map(({ name }) => safeText(name));
	const files = limits.flatMap(({ uploadedFiles }) => uploadedFiles).map(safeText);
	return [
		withoutClass.length > 0 &&
			vscode.l10n.t('Restoring will ask for the Java class of {0}.', listed(withoutClass)),
		files.length > 0 &&
			vscode.l10n.t('Uploaded files are not backed up and will be lost: {0}.', listed(files)),
	].filter(sentence => sentence !== false);
}

/** "a, b and c" */
function listed(names: readonly string[]): string {
	return new Intl.ListFormat(vscode.env.language).format(names);
}
