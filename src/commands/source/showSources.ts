import * as vscode from 'vscode';
import type { Source } from '../../core/api/source';
import type { Tenant } from '../../core/api/tenant';
import type { Studio } from '../studio';
import { newList, type Heading } from '../ask/lists';
import { revealOrExplain } from '../find/revealing';
import { copySourceIds, openSourceInBrowser } from './openingSource';

type Named = Pick<Source, 'id' | 'name'>;

/** Sources under a heading of their own; without a label, they stand alone. */
export interface SourceGroup<T> {
	readonly label?: string;
	readonly sources: readonly T[];
}

/** What stands above sources, and what can be shown of each if people want that. */
export interface SourceHeading<T> extends Heading {
	readonly readValue?: ((source: T) => string) | undefined;
}

type Row<T> = vscode.QuickPickItem & { readonly source?: T };

/** What a list of sources works with. */
export type ShowingSources = Pick<Studio, 'tenants' | 'catalog' | 'sources' | 'tree' | 'view' | 'reporter'>;

/** Lists sources until people have chosen one, which the tree shows then. */
export async function showSources<T extends Named>(
	studio: ShowingSources,
	tenant: Tenant,
	groups: readonly SourceGroup<T>[],
	{ readValue, ...heading }: SourceHeading<T>,
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
	const show: vscode.QuickInputButton = {
		iconPath: new vscode.ThemeIcon('eye'),
		tooltip: vscode.l10n.t('Show Values'),
	};
	const rows = (detailOf?: (source: T) => string) =>
		groups.flatMap(({ label, sources }): readonly Row<T>[] => [
			...(label === undefined ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }]),
			...sources.map(source => ({
				label: source.name,
				description: source.id,
				...(detailOf && { detail: detailOf(source) }),
				buttons,
				source,
			})),
		]);
	const list = newList<Row<T>>(heading);
	list.items = rows();
	list.buttons = readValue ? [show] : [];
	list.onDidTriggerButton(() => {
		list.items = rows(readValue);
		list.buttons = [];
	});
	list.onDidTriggerItemButton(({ item: { source }, button }) => {
		if (source) {
			const done = button === copy ? copySourceIds([source.id]) : openSourceInBrowser(tenant, source.id);
			done.catch((error: unknown) => studio.reporter.report('iscConnectors.connector.sources', error));
		}
	});
	const chosen = await new Promise<Row<T> | undefined>(resolve => {
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
