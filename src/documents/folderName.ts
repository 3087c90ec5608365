import type * as vscode from 'vscode';
import { placeAt, scheme } from '../core/remote/documentPath';

/** What people call the folder of a connector: its script name, where it is in a tenant. */
export function folderName(folder: vscode.Uri): string {
	const place = folder.scheme === scheme ? placeAt(folder.path) : undefined;
	return place && place.kind !== 'tenant' ? place.scriptName : (folder.path.split('/').at(-1) ?? folder.path);
}
