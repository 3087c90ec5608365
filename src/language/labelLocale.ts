import * as vscode from 'vscode';

/** The language that people want to read labels in; empty if they want none. */
export function labelLocale(): string {
	const chosen = vscode.workspace.getConfiguration('iscConnectors.labels').get<unknown>('locale');
	return typeof chosen === 'string' ? chosen : '';
}
