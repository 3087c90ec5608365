import * as vscode from 'vscode';
import type { Lines } from '../../core/text/lines';
import type { TextEdit, TextRange } from '../../core/text/textEdit';

export function rangeOf(document: vscode.TextDocument, { start, end }: TextRange): vscode.Range {
	return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The same from lines alone, which is faster for a great many ranges. */
export function rangeIn(lines: Lines, { start, end }: TextRange): vscode.Range {
	const from = lines.positionAt(start);
	const to = lines.positionAt(end);
	return new vscode.Range(from.line, from.character, to.line, to.character);
}

/** Where problems are shown, in offsets. */
export function placesOf(
	document: vscode.TextDocument,
	diagnostics: readonly vscode.Diagnostic[],
): readonly (TextRange & { readonly diagnostic: vscode.Diagnostic })[] {
	return diagnostics.map(diagnostic => ({
		diagnostic,
		start: document.offsetAt(diagnostic.range.start),
		end: document.offsetAt(diagnostic.range.end),
	}));
}

export function toTextEdit(document: vscode.TextDocument, edit: TextEdit): vscode.TextEdit {
	return vscode.TextEdit.replace(rangeOf(document, edit), edit.newText);
}
