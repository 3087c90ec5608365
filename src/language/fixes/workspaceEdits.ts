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
	const names = edit(await tools.connector(folder, { again: true })).keys();
	await Promise.all([...names].map(name => vscode.workspace.openTextDocument(tools.uriOf(folder, name))));
	const result = new vscode.WorkspaceEdit();
	for (const [name, edits] of edit(await tools.connector(folder, { again: true }))) {
		const document = await vscode.workspace.openTextDocument(tools.uriOf(folder, name));
		result.set(
			document.uri,
			edits.map(each => toTextEdit(document, isTranslation(name) ? storable(document, each) : each)),
		);
	}
	return result;
}

/** An edit of properties with nothing in it that the encoding of the document's file could not hold. */
function storable(document: vscode.TextDocument, edit: TextEdit): TextEdit {
	if (/^utf/.test(document.encoding)) {
		return edit;
	}
	const held = new Set(document.getText());
	return { ...edit, newText: escapeUnless(edit.newText, character => held.has(character)) };
}
