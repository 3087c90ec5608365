import * as vscode from 'vscode';
import { definitionsOf, namedAt, usesOf } from '../../core/connector/names/references';
import { propertiesSelector, xmlSelector, type LanguageTools } from '../texts/languageTools';
import { Places } from '../texts/places';
import { connectorOfDocument } from '../texts/connectorOfDocument';

/** Finds every place of a connector's documents that names what a cursor stands in. */
export function registerReferences(tools: LanguageTools): vscode.Disposable {
	const provider: vscode.ReferenceProvider = {
		async provideReferences(document, position, { includeDeclaration }): Promise<vscode.Location[]> {
			const offset = document.offsetAt(position);
			const found = await connectorOfDocument(tools, document);
			const subject = found && namedAt(found.connector, found.name, offset)?.subject;
			if (!subject) {
				return [];
			}
			const places = new Places(found.connector, name => tools.uriOf(found.folder, name));
			const uses = usesOf(found.connector, subject);
			const definitions = includeDeclaration ? definitionsOf(found.connector, subject) : [];
			return [...definitions, ...uses].map(each => places.location(each));
		},
	};
	return vscode.Disposable.from(
		vscode.languages.registerReferenceProvider(xmlSelector, provider),
		vscode.languages.registerReferenceProvider(propertiesSelector, provider),
	);
}
