import * as vscode from 'vscode';
import { browserAddressOfSource } from '../../core/api/address';
import type { Tenant } from '../../core/api/tenant';
import { fewNames } from '../../messages/fewNames';
import { UserError } from '../../messages/userError';

/** Opens the source's page in the tenant's administration. @throws UserError for the sample tenant, which has none */
export async function openSourceInBrowser(tenant: Tenant, id: string): Promise<void> {
	if (tenant.url === undefined) {
		throw new UserError(noPages(tenant));
	}
	await vscode.env.openExternal(vscode.Uri.parse(browserAddressOfSource(tenant.url, id).href));
}

export function noPages({ name }: Tenant): string {
	return vscode.l10n.t('{0} has no pages to open in a browser.', name);
}

/** Several get a line each. */
export async function copySourceIds(ids: readonly string[]): Promise<void> {
	await vscode.env.clipboard.writeText(ids.join('\n'));
	vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0}.', fewNames(ids)), 5000);
}
