import * as vscode from 'vscode';
import { localeFor } from '../../core/connector/model/labels';
import { goalsOf, namedAt } from '../../core/connector/names/references';
import { setting } from '../../util/settings';
import { propertiesSelector, xmlSelector, type LanguageTools } from '../texts/languageTools';
import { Places } from '../texts/places';
import { rangeOf } from '../texts/ranges';
import { connectorOfDocument } from '../texts/connectorOfDocument';

/** Goes from a name to what it names, and back. */
export function registerDefinition(tools: LanguageTools): vscode.Disposable {
	const provider: vscode.DefinitionProvider = {
		async provideDefinition(document, position): Promise<vscode.DefinitionLink[]> {
			const offset = document.offsetAt(position);
			const found = await connectorOfDocument(tools, document);
			const named = found && namedAt(found.connector, found.name, offset);
			if (!named) {
				return [];
			}
			const places = new Places(found.connector, name => tools.uriOf(found.folder, name));
			const locale = localeFor(found.connector, setting('labels.locale'));
			return goalsOf(found.connector, found.name, named, locale).map(goal => {
				const { uri, range } = places.location(goal);
				return { originSelectionRange: rangeOf(document, named), targetUri: uri, targetRange: range };
			});
		},
	};
	return vscode.Disposable.from(
		vscode.languages.registerDefinitionProvider(xmlSelector, provider),
		vscode.languages.registerDefinitionProvider(propertiesSelector, provider),
	);
}
