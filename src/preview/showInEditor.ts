import * as vscode from 'vscode';
import type { TextRange } from '../text/textEdit';
import { rangeOf } from '../language/ranges';

/** Shows a place of a document in its editor, or else in one beside the page. */
export async function showInEditor(
	uri: vscode.Uri,
	{ start, end }: TextRange,
	pageColumn: vscode.ViewColumn | undefined,
): Promise<void> {
	const document = await vscode.workspace.openTextDocument(uri);
	const selection = rangeOf(document, { start, end });
	await vscode.window.showTextDocument(document, {
		viewColumn: columnOf(uri, pageColumn),
		selection,
	});
}

function columnOf(uri: vscode.Uri, pageColumn: vscode.ViewColumn | undefined): vscode.ViewColumn {
	const holds = ({ tabs }: vscode.TabGroup) =>
		tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
	const groups = vscode.window.tabGroups.all.filter(({ viewColumn }) => viewColumn !== pageColumn);
	const group = groups.find(holds) ?? groups[0];
	return group?.viewColumn ?? vscode.ViewColumn.Beside;
}
