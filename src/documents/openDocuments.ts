import { isUtf8 } from 'node:buffer';
import * as vscode from 'vscode';
import { scheme } from '../core/remote/documentPath';

/** A document that an editor holds, or that VS Code has loaded otherwise. */
export function documentAt(uri: vscode.Uri): vscode.TextDocument | undefined {
	return vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
}

/** Whether an editor holds the text of these bytes. Bytes that are not UTF-8 are never taken for it: they may differ where the editor shows the same. */
export function hasText(document: vscode.TextDocument, bytes: Uint8Array): boolean {
	return isUtf8(bytes) && document.getText() === new TextDecoder().decode(bytes);
}

/** The document that one edits in a tab: in a comparison, the one at the right. */
export function editedIn({ input }: vscode.Tab): vscode.Uri | undefined {
	return input instanceof vscode.TabInputText
		? input.uri
		: input instanceof vscode.TabInputTextDiff
			? input.modified
			: undefined;
}

/**
 * Whether editors hold what is not saved. At the end of a save, VS Code tells extensions that nothing is unsaved, although people may
 * have typed on meanwhile; its tabs know that.
 */
export function isUnsaved({ uri, isDirty }: vscode.TextDocument): boolean {
	const isEdited = (tab: vscode.Tab) => tab.isDirty && editedIn(tab)?.toString() === uri.toString();
	return isDirty || vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isEdited));
}

/** The tenants' documents whose editors hold what is not saved. */
export function unsavedDocuments(): readonly vscode.TextDocument[] {
	return vscode.workspace.textDocuments.filter(
		document => document.uri.scheme === scheme && isUnsaved(document),
	);
}

/** The tenants' documents that a person sees at this moment. */
export function visibleDocuments(): readonly vscode.TextDocument[] {
	const visible = vscode.window.visibleTextEditors.map(({ document }) => document);
	return [...new Set(visible)].filter(({ uri }) => uri.scheme === scheme);
}

/** Milliseconds within which VS Code announces the end of a save that has returned. */
const soon = 2000;

/** Resolves when an editor that is just being saved is clean again, or will not become so because somebody has typed on. */
export function afterSave(uri: vscode.Uri): Promise<void> {
	if (!documentAt(uri)?.isDirty) {
		return Promise.resolve();
	}
	return new Promise<void>(resolve => {
		const end = () => {
			clearTimeout(timer);
			listener.dispose();
			resolve();
		};
		const timer = setTimeout(end, soon);
		const listener = vscode.workspace.onDidSaveTextDocument(saved => {
			if (saved.uri.toString() === uri.toString()) {
				end();
			}
		});
	});
}
