import * as vscode from 'vscode';
import { documentAtLink } from '../../core/remote/documentLink';
import { toUri } from '../../documents/documentUri';
import type { Tenants } from '../../tenants/tenants';
import { UnknownTenantError } from '../../tenants/unknownTenantError';
import { UserError } from '../../messages/userError';
import type { Reporter } from '../reporter';

/** Opens a document by a link; a link can do nothing else. */
export class LinkHandler implements vscode.UriHandler {
	constructor(
		private readonly tenants: Tenants,
		private readonly reporter: Reporter,
	) {}

	async handleUri({ path, query }: vscode.Uri): Promise<void> {
		try {
			const id = path === '/open' ? documentAtLink(query) : undefined;
			if (!id) {
				throw new UserError(vscode.l10n.t('This is not a link to a connector document.'));
			}
			if (!this.tenants.get(id.tenant)) {
				throw new UnknownTenantError(id.tenant);
			}
			await vscode.window.showTextDocument(toUri(id));
		} catch (error) {
			this.reporter.report('link', error);
		}
	}
}
