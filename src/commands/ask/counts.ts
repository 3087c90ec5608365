import * as vscode from 'vscode';

/** So many documents, in words. */
export function documentCount(count: number): string {
	return count === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', count);
}

/** So many connectors, in words. */
export function connectorCount(count: number): string {
	return count === 1 ? vscode.l10n.t('1 connector') : vscode.l10n.t('{0} connectors', count);
}
