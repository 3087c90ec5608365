import * as vscode from 'vscode';
import type { TextEdit, TextRange } from '../../core/text/textEdit';

export function rangeOf(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
	return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

export function toTextEdit(document: vscode.TextDocument, edit: TextEdit): vscode.TextEdit {
	return vscode.TextEdit.replace(rangeOf(document, edit), edit.newText);
}
