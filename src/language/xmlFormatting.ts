import * as vscode from 'vscode';
import type { TextEdit } from '../text/textEdit';
import { formatDocument, formatRange, formatTyped } from '../xml/format';
import type { LayoutOptions } from '../xml/layout';
import { xmlSelector, type LanguageTools } from './languageTools';
import { toTextEdit } from './ranges';

/** Lays out white space: of a whole document, of a selection, or as one types. */
export function registerXmlFormatting(tools: LanguageTools): vscode.Disposable {
	const toEdits = (document: vscode.TextDocument, edits: readonly TextEdit[]) =>
		edits.map(edit => toTextEdit(document, edit));
	return vscode.Disposable.from(
		vscode.languages.registerDocumentFormattingEditProvider(xmlSelector, {
			provideDocumentFormattingEdits: (document, options) =>
				toEdits(document, formatDocument(tools.xml(document), layoutOf(document, options))),
		}),
		vscode.languages.registerDocumentRangeFormattingEditProvider(xmlSelector, {
			provideDocumentRangeFormattingEdits: (document, range, options) => {
				const offsets = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
				return toEdits(document, formatRange(tools.xml(document), offsets, layoutOf(document, options)));
			},
		}),
		vscode.languages.registerOnTypeFormattingEditProvider(
			xmlSelector,
			{
				provideOnTypeFormattingEdits: (document, position, character, options) => {
					const layout = layoutOf(document, options);
					const offset = document.offsetAt(position);
					return toEdits(document, formatTyped(tools.xml(document), offset, character, layout));
				},
			},
			'>',
			'\n',
		),
	);
}

function layoutOf(
	{ eol }: vscode.TextDocument,
	{ insertSpaces, tabSize }: vscode.FormattingOptions,
): LayoutOptions {
	return {
		unit: insertSpaces ? ' '.repeat(tabSize) : '\t',
		lineEnd: eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
	};
}
