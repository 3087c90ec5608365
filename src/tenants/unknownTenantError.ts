import * as vscode from 'vscode';
import { UserError } from '../messages/userError';

/** A document or a command names a tenant that is not in the list (any more). */
export class UnknownTenantError extends UserError {
	override name = 'UnknownTenantError';

	constructor(tenantId: string) {
		super(vscode.l10n.t('Unknown tenant {0}. Add it in the ISC Connectors view.', tenantId));
	}
}
