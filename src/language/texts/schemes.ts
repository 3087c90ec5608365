import type * as vscode from 'vscode';

/** Of the documents that the editor understands: those of tenants, and exported ones on disks, also on that of a remote window. */
export const schemes = ['isc-connector', 'file', 'vscode-remote'];

/** Not a version of the past, which a difference shows, nor what a source control system has. */
export function isOfConnectors({ scheme }: vscode.Uri): boolean {
	return schemes.includes(scheme);
}
