import * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import { isTranslation } from '../../core/connector/documentName';
import type { DocumentEdits } from '../../core/connector/fixes/fix';
import { escapeUnless } from '../../core/properties/escape';
import type { TextEdit } from '../../core/text/textEdit';
import type { LanguageTools } from '../texts/languageTools';
import { toTextEdit } from '../texts/ranges';

/**
 * Edits of a connector's documents as they really are: those that no editor holds are opened first, because what memory
 * has of them may be behind what their tenant has.
 */
export async function editsOfOpened(
	tools: LanguageTools,
	folder: vscode.Uri,
	edit: (connector: ConnectorDocuments) => DocumentEdits,
): Promise<vscode.WorkspaceEdit> {
	const known = await tools.connector(folder, { again: true });
	const planned = edit(known);
	await Promise.all(
		[...planned.keys()].map(name => vscode.workspace.openTextDocument(tools.uriOf(folder, name))),
	);
	const opened = await tools.connector(folder, { again: true });
	const result = new vscode.WorkspaceEdit();
	for (const [name, edits] of opened === known ? planned : edit(opened)) {
		const document = await vscode.workspace.openTextDocument(tools.uriOf(folder, name));
		result.set(
			document.uri,
			edits.map(each => toTextEdit(document, isTranslation(name) ? storable(document, each) : each)),
		);
	}
	return result;
}

/** The edit of properties with escapes for what the encoding of the document's file may not have. */
function storable(document: vscode.TextDocument, edit: TextEdit): TextEdit {
	if (/^utf/.test(document.encoding)) {
		return edit;
	}
	const held = new Set(document.getText());
	return { ...edit, newText: escapeUnless(edit.newText, character => held.has(character)) };
}
