import * as vscode from 'vscode';
import { isTranslation } from '../../core/connector/documentName';
import { scheme } from '../../core/remote/documentPath';
import type { PageConnector } from '../panel/previewSurroundings';

/** Saves the unsaved translations of a connector, one after the other, as Ctrl+S in their editors does. */
export async function saveTranslations({ folder, tools }: PageConnector): Promise<void> {
	for (const [name, document] of tools.openDocuments(folder)) {
		if (isTranslation(name) && document.isDirty) {
			await (document.uri.scheme === scheme
				? vscode.commands.executeCommand('iscConnectors.document.save', document.uri)
				: document.save());
		}
	}
}
