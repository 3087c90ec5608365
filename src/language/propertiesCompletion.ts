import * as vscode from 'vscode';
import { missingKeysAt } from '../connector/completionTranslation';
import { CompletionSurroundings } from './completionSurroundings';
import { propertiesSelector, type LanguageTools } from './languageTools';
import { rangeOf } from './ranges';
import { wordHelp } from './wordHelp';

/** Proposes the keys that a translation lacks. */
export function registerPropertiesCompletion(tools: LanguageTools): vscode.Disposable {
	const surroundings = new CompletionSurroundings(tools);
	return vscode.languages.registerCompletionItemProvider(propertiesSelector, {
		async provideCompletionItems(document, position, token) {
			const found = tools.folderOf(document.uri);
			const connector = found && (await surroundings.connector(found.folder));
			if (!connector || token.isCancellationRequested) {
				return undefined;
			}
			const offset = document.offsetAt(position);
			const missing = missingKeysAt(tools.properties(document), offset, connector);
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
