import * as vscode from 'vscode';
import type { Source } from '../../core/api/source';
import type { Tenant } from '../../core/api/tenant';
import type { Studio } from '../studio';
import { newList, type Heading } from '../ask/lists';
import { revealOrExplain } from '../find/revealing';
import { copySourceIds, openSourceInBrowser } from './openingSource';

type ShownSource = Pick<Source, 'id' | 'name'>;

/** Sources under a heading of their own; without a label, they stand alone. */
export interface SourceGroup {
	readonly label?: string;
	readonly sources: readonly ShownSource[];
}

type Row = vscode.QuickPickItem & { readonly source?: ShownSource };

/** What a list of sources works with. */
export type ShowingSources = Pick<Studio, 'tenants' | 'catalog' | 'sources' | 'tree' | 'view' | 'reporter'>;

/** Lists sources until people have chosen one, which the tree shows then. */
export async function showSources(
	studio: ShowingSources,
	tenant: Tenant,
	groups: readonly SourceGroup[],
	heading: Heading,
): Promise<void> {
	const copy: vscode.QuickInputButton = {
		iconPath: new vscode.ThemeIcon('copy'),
		tooltip: vscode.l10n.t('Copy ID'),
	};
	const browse: vscode.QuickInputButton = {
		iconPath: new vscode.ThemeIcon('link-external'),
		tooltip: vscode.l10n.t('Open in Browser'),
	};
	const buttons = tenant.url === undefined ? [copy] : [browse, copy];
	const list = newList<Row>(heading);
	list.items = groups.flatMap(({ label, sources }): readonly Row[] => [
		...(label === undefined ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }]),
		...sources.map(source => ({ label: source.name, description: source.id, buttons, source })),
	]);
	list.onDidTriggerItemButton(({ item: { source }, button }) => {
		if (source) {
			const done = button === copy ? copySourceIds([source.id]) : openSourceInBrowser(tenant, source.id);
			done.catch((error: unknown) => studio.reporter.report('iscConnectors.connector.sources', error));
		}
	});
	const chosen = await new Promise<Row | undefined>(resolve => {
		list.onDidAccept(() => resolve(list.activeItems[0]));
		list.onDidHide(() => resolve(undefined));
		list.show();
	}).finally(() => list.dispose());
	const { source } = chosen ?? {};
	const scriptName = source && (await studio.sources.withId(tenant.id, source.id))?.connector;
	if (source && scriptName !== undefined) {
		const place = { tenant: tenant.id, scriptName };
		await revealOrExplain(studio, place, source.name, () =>
			studio.tree.sourceNode(tenant.id, scriptName, source.id),
		);
	}
}
