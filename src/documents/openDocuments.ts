import * as vscode from 'vscode';
import { scheme } from './documentPath';

/** A document that an editor holds, or that VS Code has loaded otherwise. */
export function documentAt(uri: vscode.Uri): vscode.TextDocument | undefined {
	return vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
}

/** The tenants' documents that a person sees at this moment. */
export function visibleDocuments(): readonly vscode.TextDocument[] {
	const visible = vscode.window.visibleTextEditors.map(({ document }) => document);
	return [...new Set(visible)].filter(({ uri }) => uri.scheme === scheme);
}
