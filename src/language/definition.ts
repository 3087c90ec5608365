import * as vscode from 'vscode';
import { goalsOf, namedAt } from '../connector/references';
import { propertiesSelector, xmlSelector, type LanguageTools } from './languageTools';
import { locationsIn, surroundingsOf } from './locations';
import { rangeOf } from './ranges';

/** Goes from a name to what it names, and back. */
export function registerDefinition(tools: LanguageTools): vscode.Disposable {
	const provider: vscode.DefinitionProvider = {
		async provideDefinition(document, position): Promise<vscode.DefinitionLink[]> {
			const offset = document.offsetAt(position);
			const found = await surroundingsOf(tools, document);
			const named = found && namedAt(found.connector, found.name, offset);
			if (!named) {
				return [];
			}
			const locationOf = locationsIn(tools, found);
			return goalsOf(found.connector, found.name, named).map(goal => {
				const { uri, range } = locationOf(goal);
				return { originSelectionRange: rangeOf(document, named), targetUri: uri, targetRange: range };
			});
		},
	};
	return vscode.Disposable.from(
		vscode.languages.registerDefinitionProvider(xmlSelector, provider),
		vscode.languages.registerDefinitionProvider(propertiesSelector, provider),
	);
}
