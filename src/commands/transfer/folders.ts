import { homedir } from 'node:os';
import * as vscode from 'vscode';

/** The folder in which file dialogs begin. */
export function startFolder(): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
	return folder?.uri ?? vscode.Uri.file(homedir());
}

/** Whether this extension runs on the person's own machine, also in a remote window. */
export function isOnPersonsMachine(extensionId: string): boolean {
	return vscode.extensions.getExtension(extensionId)?.extensionKind === vscode.ExtensionKind.UI;
}
