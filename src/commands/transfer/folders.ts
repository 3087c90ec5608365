import { homedir } from 'node:os';
import * as vscode from 'vscode';

/** Where a dialog for files of this machine begins. */
export function startFolder(): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
	return folder?.uri ?? vscode.Uri.file(homedir());
}

/** Whether this extension runs on the machine of the person, also where the window works on another one. */
export function isOnPersonsMachine(extensionId: string): boolean {
	return vscode.extensions.getExtension(extensionId)?.extensionKind === vscode.ExtensionKind.UI;
}
