import * as vscode from 'vscode';
import { labelTexts } from '../../core/connector/model/labels';
import { connectorOfDocument } from '../texts/connectorOfDocument';
import { labelAt } from '../texts/labelAt';
import { propertiesSelector, xmlSelector, type LanguageTools } from '../texts/languageTools';
import { rangeOf } from '../texts/ranges';
import { labelTable } from '../words/labelTable';

/** Shows what a label key says in every language, and leads to each text. */
export function registerLabelHover(tools: LanguageTools): vscode.Disposable {
	const provider: vscode.HoverProvider = {
		async provideHover(document, position) {
			const found = await connectorOfDocument(tools, document);
			const label = found && labelAt(found.connector, found.name, document.offsetAt(position));
			if (!label) {
				return undefined;
			}
			const texts = labelTexts(found.connector, label.key);
			return texts.some(({ text }) => text !== undefined)
				? new vscode.Hover(labelTable(document.uri, label.key, texts), rangeOf(document, label))
				: undefined;
		},
	};
	return vscode.Disposable.from(
		vscode.languages.registerHoverProvider(xmlSelector, provider),
		vscode.languages.registerHoverProvider(propertiesSelector, provider),
	);
}
