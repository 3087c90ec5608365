import type * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import type { ConnectorFolder, LanguageTools } from './languageTools';

/** A document with all others of its connector. */
export interface DocumentInConnector extends ConnectorFolder {
	readonly connector: ConnectorDocuments;
}

/** The connector of a document: only those of its documents that editors hold, if the others cannot be fetched. */
export async function connectorOfDocument(
	tools: LanguageTools,
	{ uri }: vscode.TextDocument,
): Promise<DocumentInConnector | undefined> {
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
