import * as vscode from 'vscode';
import { isTranslation } from '../../core/connector/documentName';
import type { PageConnector } from '../panel/previewSurroundings';

/** Saves the unsaved translations of a connector, one after the other; VS Code tells of those that it could not save. */
export async function saveTranslations({ folder, tools }: PageConnector): Promise<void> {
	for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
		const found = tools.folderOf(document.uri);
		if (found && isTranslation(found.name) && found.folder.toString() === folder.toString()) {
			await document.save();
		}
	}
}
