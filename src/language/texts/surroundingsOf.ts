import type * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
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
	return found && { ...found, connector: await connectorOrEditors(tools, found.folder) };
}

async function connectorOrEditors(tools: LanguageTools, folder: vscode.Uri): Promise<ConnectorDocuments> {
	if (!tools.hasJustFailed(folder)) {
		try {
			return await tools.connector(folder);
		} catch (error) {
			tools.log(error);
		}
	}
	return tools.inEditors(folder);
}
