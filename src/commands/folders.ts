import { homedir } from 'node:os';
import * as vscode from 'vscode';

/** Where a dialog for files of this machine begins. */
export function startFolder(): vscode.Uri {
	const folder = vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file');
	return folder?.uri ?? vscode.Uri.file(homedir());
}
