import * as vscode from 'vscode';
import { missingKeysAt } from '../../core/connector/completion/completionTranslation';
import { propertiesSelector, type LanguageTools } from '../texts/languageTools';
import { rangeOf } from '../texts/ranges';
import { connectorOfDocument } from '../texts/connectorOfDocument';
import { wordHelp } from '../words/wordHelp';

/** Proposes the keys that a translation lacks. */
export function registerPropertiesCompletion(tools: LanguageTools): vscode.Disposable {
	return vscode.languages.registerCompletionItemProvider(propertiesSelector, {
		async provideCompletionItems(document, position, token) {
			const found = await connectorOfDocument(tools, document);
			if (!found || token.isCancellationRequested) {
				return undefined;
			}
			const offset = document.offsetAt(position);
			const missing = missingKeysAt(tools.properties(document), offset, found.connector);
			const range = missing && rangeOf(document, missing);
			return missing?.items.map(({ key, newText, text }, index) => {
				const item = new vscode.CompletionItem(key, vscode.CompletionItemKind.Text);
				item.insertText = newText;
				item.sortText = String(index).padStart(5, '0');
				if (range?.isSingleLine) {
					item.range = range;
				}
				if (text !== undefined) {
					item.documentation = wordHelp(text);
				}
				return item;
			});
		},
	});
}
