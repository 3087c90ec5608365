import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { tenantNamed } from '../ask/options';

/** Says that a tenant is read-only, with the way to change that; false if it is not. */
export async function tellIfReadOnly(studio: Pick<Studio, 'tenants'>, id: string): Promise<boolean> {
	const { access, name } = tenantNamed(studio, id);
	if (access !== 'read-only') {
		return false;
	}
	const change = vscode.l10n.t('Change Access…');
	const pressed = await vscode.window.showInformationMessage(
		vscode.l10n.t('{0} is read-only.', name),
		change,
	);
	if (pressed === change) {
		await vscode.commands.executeCommand('iscConnectors.tenant.changeAccess', id);
	}
	return true;
}
