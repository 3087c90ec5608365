import * as vscode from 'vscode';
import type { Source } from '../../core/api/source';
import { fewNames } from '../../messages/fewNames';
import { newList, type Heading } from './lists';

/** Sources under a heading of their own; without a label, they stand alone. */
export interface SourceGroup {
	readonly label?: string;
	readonly sources: readonly Pick<Source, 'id' | 'name'>[];
}

type Row = vscode.QuickPickItem & { readonly source?: Pick<Source, 'id' | 'name'> };

/** Lists sources until people have chosen one, whose ID is copied then. */
export async function showSources(groups: readonly SourceGroup[], heading: Heading): Promise<void> {
	const rows = groups.flatMap(({ label, sources }): readonly Row[] => [
		...(label === undefined ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }]),
		...sources.map(source => ({ label: source.name, description: source.id, source })),
	]);
	const list = newList<Row>(heading);
	list.items = rows;
	const chosen = await new Promise<Row | undefined>(resolve => {
		list.onDidAccept(() => resolve(list.activeItems[0]));
		list.onDidHide(() => resolve(undefined));
		list.show();
	});
	list.dispose();
	if (chosen?.source) {
		await vscode.env.clipboard.writeText(chosen.source.id);
		vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0}.', fewNames([chosen.source.id])), 5000);
	}
}
