import * as vscode from 'vscode';
import { isTranslation } from '../../core/connector/documentName';
import { holdsElements } from '../../core/connector/vocabulary/vocabulary';
import type { TextEdit } from '../../core/text/textEdit';
import { formatDocument, formatRange, formatTyped } from '../../core/xml/format';
import type { LayoutOptions } from '../../core/xml/layout';
import { isNamespaceProblem } from '../../core/xml/problem';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import { toTextEdit } from '../texts/ranges';

/** Lays out white space: of a whole document, of a selection, or as one types. */
export function registerXmlFormatting(tools: LanguageTools): vscode.Disposable {
	const toEdits = (document: vscode.TextDocument, edits: readonly TextEdit[]) =>
		edits.map(edit => toTextEdit(document, edit));
	return vscode.Disposable.from(
		vscode.languages.registerDocumentFormattingEditProvider(xmlSelector, {
			provideDocumentFormattingEdits: (document, options) => {
				const xml = tools.xml(document);
				const problem = xml.problems.find(each => !isNamespaceProblem(each));
				if (problem) {
					showNotFormatted(document.positionAt(problem.start));
				}
				return toEdits(document, formatDocument(xml, layoutOf(tools, document, options)));
			},
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

/** VS Code does not say that nothing was formatted. */
function showNotFormatted({ line }: vscode.Position): void {
	vscode.window.setStatusBarMessage(
		vscode.l10n.t('$(warning) Not formatted: the XML is not well-formed (line {0}).', line + 1),
		5000,
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
