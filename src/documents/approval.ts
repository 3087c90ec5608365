import * as vscode from 'vscode';
import type { Tenant } from '../tenants/tenant';
import { DisposableStore } from '../util/disposables';
import { UserError } from '../util/userMessage';

const scheme = 'isc-connector-tenant';

/** Asks before a change to a tenant whose access mode is "ask". */
export class Approval implements vscode.TextDocumentContentProvider, vscode.Disposable {
	private readonly store = new DisposableStore();
	/** What tenants have, by the URIs under which it is shown beside the person's text. */
	private readonly texts = new Map<string, string>();

	constructor() {
		this.store.add(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
		this.store.add(
			vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.texts.delete(uri.toString())),
		);
	}

	/**
	 * @param present what the tenant has, if it has the document
	 * @throws UserError if nothing is to be sent
	 */
	async ask(tenant: Tenant, uri: vscode.Uri, present: Uint8Array | undefined): Promise<void> {
		if (tenant.access !== 'ask') {
			return;
		}
		const save = vscode.l10n.t('Save');
		const show = vscode.l10n.t('Show Changes');
		const chosen = await vscode.window.showWarningMessage(
			vscode.l10n.t('Save {0} to {1}?', uri.path.slice(1), tenant.name),
			{ modal: true, detail: vscode.l10n.t('The tenant has no history: it takes effect at once.') },
			save,
			...(present ? [show] : []),
		);
		if (chosen === show && present) {
			await this.showChanges(tenant, uri, present);
			throw new UserError(vscode.l10n.t('Nothing was sent yet. Look at the changes, and save again.'));
		}
		if (chosen !== save) {
			throw new UserError(vscode.l10n.t('Nothing was sent, as you wished. The text is still unsaved.'));
		}
	}

	provideTextDocumentContent(uri: vscode.Uri): string | undefined {
		return this.texts.get(uri.toString());
	}

	private async showChanges(tenant: Tenant, uri: vscode.Uri, present: Uint8Array): Promise<void> {
		const theirs = uri.with({ scheme, query: String(Date.now()) });
		this.texts.set(theirs.toString(), new TextDecoder().decode(present));
		const title = vscode.l10n.t('{0}: {1} ↔ yours', uri.path.slice(1), tenant.name);
		await vscode.commands.executeCommand('vscode.diff', theirs, uri, title);
	}

	dispose(): void {
		this.store.dispose();
	}
}
