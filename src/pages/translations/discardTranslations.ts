import * as vscode from 'vscode';
import { isTranslation, type TranslationName } from '../../core/connector/documentName';
import { stepBetween, type Step } from '../../core/connector/translations/translationStep';
import type { PageConnector } from '../panel/previewSurroundings';

/**
 * Reverts the unsaved translations of a connector, as "File: Revert File" does: VS Code reverts nothing but the active
 * editor. Undefined if there was nothing to revert.
 */
export async function discardTranslations({ folder, tools }: PageConnector): Promise<Step | undefined> {
	const changes = new Map<TranslationName, { readonly before: string; readonly after: string }>();
	for (const [name, document] of tools.openDocuments(folder)) {
		if (isTranslation(name) && document.isDirty) {
			const before = document.getText();
			await vscode.window.showTextDocument(document, columnOf(document));
			if (vscode.window.activeTextEditor?.document === document) {
				await vscode.commands.executeCommand('workbench.action.files.revert');
				changes.set(name, { before, after: document.getText() });
			}
		}
	}
	return changes.size > 0 ? stepBetween(changes) : undefined;
}

/** VS Code gives each unsaved document a tab. */
function columnOf({ uri }: vscode.TextDocument): vscode.ViewColumn | undefined {
	return vscode.window.tabGroups.all.find(({ tabs }) =>
		tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
	)?.viewColumn;
}
