import * as vscode from 'vscode';

/** "1 document", "2 documents" */
export function documentCount(count: number): string {
	return count === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', count);
}

/** "1 connector", "2 connectors" */
export function connectorCount(count: number): string {
	return count === 1 ? vscode.l10n.t('1 connector') : vscode.l10n.t('{0} connectors', count);
}
