import * as vscode from 'vscode';
import type { Tenant } from '../../core/api/tenant';
import { UserError } from '../../messages/userError';
import type { Studio } from '../studio';
import { commandTitle } from './commandTitle';
import { pickRow } from './lists';
import { pickConnector, type Asking } from './picks';

/** A source as its tenant names it. */
export interface SourceId {
	readonly tenant: Tenant;
	readonly id: string;
}

/** The source that people choose among those of a connector: the one that the command is called on, or one that they choose. */
export async function pickSource(
	{ tenants, catalog, sources }: Pick<Studio, 'tenants' | 'catalog' | 'sources'>,
	argument: unknown,
	asking: Asking,
): Promise<SourceId | undefined> {
	const connector = await pickConnector(tenants, catalog, argument, asking);
	if (!connector) {
		return undefined;
	}
	const { tenant, scriptName, name } = connector;
	const all = await sources.of(tenant.id, scriptName);
	if (all.length === 0) {
		throw new UserError(vscode.l10n.t('No source in {0} uses {1}.', tenant.name, name));
	}
	const rows = all.map(source => ({ label: source.name, description: source.id, id: source.id }));
	const picked = await pickRow(rows, {
		title: commandTitle(asking.command),
		prompt: vscode.l10n.t('Select a source of {0}', name),
	});
	return picked && { tenant, id: picked.id };
}
