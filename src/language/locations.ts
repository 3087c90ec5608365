import * as vscode from 'vscode';
import { textOf, type ConnectorDocuments, type DocumentRange } from '../connector/connectorDocuments';
import type { DocumentName } from '../connector/documentName';
import { Lines } from '../text/lines';
import type { ConnectorFolder, LanguageTools } from './languageTools';

/** A document of a connector among the others. */
export interface Surroundings extends ConnectorFolder {
	readonly connector: ConnectorDocuments;
}

/** The connector of a document; its documents in editors alone, where the others cannot be had. */
export async function surroundingsOf(
	tools: LanguageTools,
	{ uri }: vscode.TextDocument,
): Promise<Surroundings | undefined> {
	const found = tools.folderOf(uri);
	if (!found) {
		return undefined;
	}
	try {
		return { ...found, connector: await tools.connector(found.folder) };
	} catch (error) {
		tools.log(error);
		return { ...found, connector: tools.inEditors(found.folder) };
	}
}

/** Where ranges of a connector's documents are, also of those that no editor holds. */
export function locationsIn(
	tools: LanguageTools,
	{ folder, connector }: Surroundings,
): (range: DocumentRange) => vscode.Location {
	const lines = new Map<DocumentName, Lines>();
	return ({ document, start, end }) => {
		const known = lines.get(document) ?? new Lines(textOf(connector, document) ?? '');
		lines.set(document, known);
		const from = known.positionAt(start);
		const to = known.positionAt(end);
		const range = new vscode.Range(from.line, from.character, to.line, to.character);
		return new vscode.Location(tools.uriOf(folder, document), range);
	};
}
