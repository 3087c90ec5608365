import * as vscode from 'vscode';
import { ReadOnlyError } from '../core/api/errors';
import type { Tenant } from '../core/api/tenant';
import { safeText } from '../messages/safeText';
import { readOnlyMessage, UserError } from '../messages/userError';
import type { Tenants } from '../tenants/tenants';

/** Says that a tenant is read-only, and offers to change that. */
export async function showReadOnly({ id, name }: Pick<Tenant, 'id' | 'name'>): Promise<void> {
	const changeAccess = vscode.l10n.t('Change Tenant Access…');
	const message = readOnlyMessage(safeText(name));
	if ((await vscode.window.showInformationMessage(message, changeAccess)) === changeAccess) {
		await vscode.commands.executeCommand('iscConnectors.tenant.changeAccess', id);
	}
}

/** The tenant because of whose access something was not done. */
export function readOnlyTenant(tenants: Tenants, error: unknown): Tenant | undefined {
	const reason = error instanceof UserError ? error.cause : error;
	return reason instanceof ReadOnlyError ? tenants.get(reason.host) : undefined;
}
