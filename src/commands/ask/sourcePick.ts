import * as vscode from 'vscode';
import type { Source } from '../../core/api/source';
import type { Tenant } from '../../core/api/tenant';
import { sourceState } from '../../messages/sourceState';
import { UserError } from '../../messages/userError';
import { healthIcon } from '../../views/treeItems';
import { isTreeNode, tenantOf } from '../../views/treeNode';
import type { Studio } from '../studio';
import { commandTitle } from './commandTitle';
import { pickRow } from './lists';
import { requiredText, tenantNamed, type Options } from './options';
import { pickConnector, type Asking } from './picks';

/** A source of a tenant. */
export interface PickedSource {
	readonly tenant: Tenant;
	readonly source: Source;
}

/** The source that a command is about: the one of the node that it was called on, or the one that people choose. */
export async function pickSource(
	{ tenants, catalog, sources }: Pick<Studio, 'tenants' | 'catalog' | 'sources'>,
	argument: unknown,
	asking: Asking,
): Promise<PickedSource | undefined> {
	if (isTreeNode(argument) && argument.kind === 'source') {
		return { tenant: tenantOf(argument), source: argument.source };
	}
	const connector = await pickConnector(tenants, catalog, argument, asking);
	if (!connector) {
		return undefined;
	}
	const { tenant, scriptName, name } = connector;
	const all = await sources.of(tenant.id, scriptName);
	if (all.length === 0) {
		throw new UserError(vscode.l10n.t('No source in {0} uses {1}.', tenant.name, name));
	}
	const picked = await pickRow(
		all.map(source => ({
			label: source.name,
			description: sourceState(source),
			detail: source.id,
			iconPath: healthIcon(source),
			source,
		})),
		{
			title: commandTitle(asking.command),
			prompt: vscode.l10n.t('Select a source of {0}', name),
		},
	);
	return picked && { tenant, source: picked.source };
}

/** The source that a program names by `tenant` and `id`. @throws UserError if there is none */
export async function sourceNamed(
	studio: Pick<Studio, 'tenants' | 'sources'>,
	options: Options,
): Promise<PickedSource> {
	const tenant = tenantNamed(studio, requiredText(options, 'tenant'));
	const id = requiredText(options, 'id');
	const source = await studio.sources.withId(tenant.id, id);
	if (!source) {
		throw new UserError(vscode.l10n.t('{0} has no source {1}.', tenant.name, id));
	}
	return { tenant, source };
}
