import * as vscode from 'vscode';
import type { TextRange } from '../../core/text/textEdit';
import { rangeOf } from '../../language/texts/ranges';

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

/** Puts the cursor at a place in the visible editors of a document; false if there are none. */
export function selectInEditor(uri: vscode.Uri, start: number): boolean {
	const editors = vscode.window.visibleTextEditors.filter(
		({ document }) => document.uri.toString() === uri.toString(),
	);
	for (const editor of editors) {
		const place = editor.document.positionAt(start);
		editor.selection = new vscode.Selection(place, place);
		editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
	}
	return editors.length > 0;
}

function columnOf(uri: vscode.Uri, pageColumn: vscode.ViewColumn | undefined): vscode.ViewColumn {
	const holds = ({ tabs }: vscode.TabGroup) =>
		tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString());
	const groups = vscode.window.tabGroups.all.filter(({ viewColumn }) => viewColumn !== pageColumn);
	const group = groups.find(holds) ?? groups[0];
	return group?.viewColumn ?? vscode.ViewColumn.Beside;
}
