import * as vscode from 'vscode';
import type { Completion } from '../../core/connector/completion/completion';
import { completionsAt } from '../../core/connector/completion/completionsAt';
import { isTranslation, type XmlName } from '../../core/connector/documentName';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import { connectorOfDocument } from '../texts/connectorOfDocument';
import { oneLine } from '../words/oneLine';
import { describe } from '../words/vocabularyTexts';
import { usedBy, wordHelp } from '../words/wordHelp';

/** Proposes elements, attributes and values as one types. */
export function registerXmlCompletion(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerCompletionItemProvider(
		xmlSelector,
		{
			async provideCompletionItems(document, position, token, { triggerCharacter }) {
				const found = await connectorOfDocument(tools, document);
				if (!found || isTranslation(found.name) || token.isCancellationRequested) {
					return undefined;
				}
				const { folder, name: kind, connector } = found;
				const completions = completionsAt({
					kind,
					document: tools.xml(document),
					offset: document.offsetAt(position),
					connector,
					neighbours: tools.knownNeighbours(folder),
				});
				if (!completions || (completions.cursor.kind === 'text' && triggerCharacter !== undefined)) {
					return undefined;
				}
				const range = rangesAt(document, position, completions);
				return completions.items.map((item, index) =>
					toItem(kind, item, index, range, completions.connectors),
				);
			},
		},
		...['<', ' ', '"', "'", '/'],
	);
}

/** The part of a word before the cursor, and the whole word; both cut to the cursor's line, as VS Code demands. */
function rangesAt(
	document: vscode.TextDocument,
	position: vscode.Position,
	{ start, end }: { readonly start: number; readonly end: number },
): { readonly inserting: vscode.Range; readonly replacing: vscode.Range } {
	const line = document.lineAt(position).range;
	const from = document.positionAt(start);
	const to = document.positionAt(end);
	const first = from.isBefore(line.start) ? line.start : from;
	const last = to.isAfter(line.end) ? line.end : to;
	return { inserting: new vscode.Range(first, position), replacing: new vscode.Range(first, last) };
}

function toItem(
	kind: XmlName,
	completion: Completion,
	index: number,
	range: { readonly inserting: vscode.Range; readonly replacing: vscode.Range },
	all: number,
): vscode.CompletionItem {
	const { label, newText, isSnippet, word, text, connectors = 0, goesOn } = completion;
	const item = new vscode.CompletionItem(label, itemKinds[completion.kind]);
	item.range = range;
	item.insertText = isSnippet ? new vscode.SnippetString(newText) : newText;
	item.sortText = String(index).padStart(5, '0');
	if (text !== undefined) {
		item.label = { label, description: oneLine(text, 60) };
	}
	if (connectors > 0) {
		item.detail = usedBy(connectors, all);
	}
	const description = word && describe(kind, word.element, word.attribute, word.value);
	if (description !== undefined || text !== undefined) {
		item.documentation = wordHelp(description, text);
	}
	if (goesOn) {
		item.command = { command: 'editor.action.triggerSuggest', title: '' };
	}
	return item;
}

const itemKinds: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
	element: vscode.CompletionItemKind.Class,
	'end-tag': vscode.CompletionItemKind.Class,
	attribute: vscode.CompletionItemKind.Property,
	value: vscode.CompletionItemKind.EnumMember,
	name: vscode.CompletionItemKind.Reference,
	label: vscode.CompletionItemKind.Text,
};
