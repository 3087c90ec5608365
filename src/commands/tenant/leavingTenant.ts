import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { AddedTenant, Tenant } from '../../core/api/tenant';
import { fromUri } from '../../documents/documentUri';
import { unsavedDocuments } from '../../documents/openDocuments';
import { documentCount } from '../ask/counts';

/** Asks those who have unsaved texts of the tenant whether to sign out of it. */
export async function maySignOut(tenant: AddedTenant): Promise<boolean> {
	const unsaved = unsavedIn(tenant);
	if (unsaved === 0) {
		return true;
	}
	const yes = vscode.l10n.t('Sign Out');
	const detail = vscode.l10n.t(
		'Unsaved changes in {0} stay in the editor. Sign in again to save them.',
		documentCount(unsaved),
	);
	const question = vscode.l10n.t('Sign out of {0}?', tenant.name);
	return (await vscode.window.showWarningMessage(question, { modal: true, detail }, yes)) === yes;
}

export async function removeByAsking(
	{ tenants, catalog }: Pick<Studio, 'tenants' | 'catalog'>,
	tenant: Tenant,
): Promise<void> {
	const unsaved = unsavedIn(tenant);
	const remove = vscode.l10n.t('Remove');
	const chosen = await vscode.window.showWarningMessage(
		vscode.l10n.t('Remove {0}?', tenant.name),
		{
			modal: true,
			detail: [
				tenant.url === undefined
					? vscode.l10n.t('Your changes in it are kept on this computer.')
					: vscode.l10n.t('Its credentials are deleted from this computer. Nothing changes in the tenant.'),
				...(unsaved > 0
					? [
							vscode.l10n.t(
								'Unsaved changes in {0} stay in the editor, but cannot be saved.',
								documentCount(unsaved),
							),
						]
					: []),
			].join('\n'),
		},
		remove,
	);
	if (chosen === remove) {
		await tenants.remove(tenant);
		await catalog.custom.forget(tenant.id);
	}
}

function unsavedIn({ id }: Tenant): number {
	return unsavedDocuments().filter(({ uri }) => fromUri(uri)?.tenant === id).length;
}
