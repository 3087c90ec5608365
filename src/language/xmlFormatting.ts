import * as vscode from 'vscode';
import { isTranslation } from '../connector/documentName';
import { holdsElements } from '../connector/vocabulary';
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
				toEdits(document, formatDocument(tools.xml(document), layoutOf(tools, document, options))),
		}),
		vscode.languages.registerDocumentRangeFormattingEditProvider(xmlSelector, {
			provideDocumentRangeFormattingEdits: (document, range, options) => {
				const offsets = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
				return toEdits(
					document,
					formatRange(tools.xml(document), offsets, layoutOf(tools, document, options)),
				);
			},
		}),
		vscode.languages.registerOnTypeFormattingEditProvider(
			xmlSelector,
			{
				provideOnTypeFormattingEdits: (document, position, character, options) => {
					const layout = layoutOf(tools, document, options);
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
	tools: LanguageTools,
	{ eol, uri }: vscode.TextDocument,
	{ insertSpaces, tabSize }: vscode.FormattingOptions,
): LayoutOptions {
	const name = tools.folderOf(uri)?.name;
	const kind = name === undefined || isTranslation(name) ? undefined : name;
	return {
		holdsElements: element => kind !== undefined && holdsElements(kind, element),
		unit: insertSpaces ? ' '.repeat(tabSize) : '\t',
		lineEnd: eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n',
	};
}
