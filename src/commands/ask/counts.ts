import * as vscode from 'vscode';
import { safeText } from '../../messages/safeText';

/** "1 document", "2 documents" */
export function documentCount(count: number): string {
	return count === 1 ? vscode.l10n.t('1 document') : vscode.l10n.t('{0} documents', count);
}

/** "1 connector", "2 connectors" */
export function connectorCount(count: number): string {
	return count === 1 ? vscode.l10n.t('1 connector') : vscode.l10n.t('{0} connectors', count);
}

/** The name of one connector, or the number of several. */
export function subjectOf(connectors: readonly { readonly name: string }[]): string {
	const [first, ...others] = connectors;
	return first && others.length === 0 ? safeText(first.name) : connectorCount(connectors.length);
}
