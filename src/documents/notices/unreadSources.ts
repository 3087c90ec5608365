import * as vscode from 'vscode';
import { briefMessage } from '../../messages/userMessage';

/** What is sent to a tenant is not checked for what it does to sources, since they could not be read. */
export function tellOfUnreadSources(tenant: string, error: unknown): void {
	void vscode.window.showWarningMessage(
		vscode.l10n.t('Sources in {0} were not checked: {1}.', tenant, briefMessage(error)),
	);
}
