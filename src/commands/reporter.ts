import * as vscode from 'vscode';
import type { DocumentId } from '../core/remote/documentPath';
import { nameOf } from '../documents/documents';
import { toUri } from '../documents/documentUri';
import type { SaveBatch } from '../documents/saves/saveBatches';
import { SaveConflictError } from '../core/remote/saveErrors';
import type { Tenants } from '../tenants/tenants';
import { isAboutCredentials } from '../messages/userError';
import { safeText, withoutLinks } from '../messages/safeText';

/** How many documents a message names. */
const mostNames = 3;

/** The one place that tells people of errors: the log gets the whole, they get a sentence and what may help. */
export class Reporter {
	/** What is on the screen, so that the same is not told several times at once. */
	private readonly shown = new Set<string>();

	constructor(
		private readonly tenants: Tenants,
		private readonly log: vscode.LogOutputChannel,
	) {}

	/** @param what was being done */
	report(what: string, error: unknown): void {
		void this.sentenceOf(error).then(message => {
			if (message !== undefined) {
				this.log.error(what, error);
				void this.tell(message, this.refusedTenant(error));
			}
		});
	}

	/** Writes to the log what VS Code itself tells people; where other credentials help, offers to update them. */
	note(error: unknown): void {
		this.log.error(error instanceof Error ? error : String(error));
		const tenantId = this.refusedTenant(error);
		if (tenantId !== undefined) {
			// VS Code's own message has no button that helps.
			void this.sentenceOf(error).then(message => this.tell(message ?? '', tenantId));
		}
	}

	/** The access token of a tenant ends soon. */
	async tellOfEnd({ tenantId, at }: { readonly tenantId: string; readonly at: Date }): Promise<void> {
		const name = this.tenants.get(tenantId)?.name ?? tenantId;
		const update = vscode.l10n.t('Update Credentials');
		const chosen = await vscode.window.showWarningMessage(
			vscode.l10n.t(
				'The access token of {0} ends at {1}. Unsaved documents are kept.',
				name,
				at.toLocaleTimeString(),
			),
			update,
		);
		if (chosen === update) {
			await vscode.commands.executeCommand('iscConnectors.tenant.changeCredentials', tenantId);
		}
	}

	/** Several documents were to be saved at once: one message for all that were not. */
	async tellOfFailedSaves({ count, failed }: SaveBatch): Promise<void> {
		const show = vscode.l10n.t('Show Them');
		const names = failed.slice(0, mostNames).map(({ id }) => safeText(nameOf(id)));
		const more = failed.length - names.length;
		const chosen = await vscode.window.showErrorMessage(
			vscode.l10n.t(
				'{0} of {1} documents were not saved, and keep their unsaved texts: {2}.',
				failed.length,
				count,
				[...names, ...(more > 0 ? [vscode.l10n.t('{0} more', more)] : [])].join(', '),
			),
			show,
		);
		if (chosen !== show) {
			return;
		}
		const picked = await vscode.window.showQuickPick(
			Promise.all(
				failed.map(async ({ id, error }) => ({
					label: nameOf(id),
					description: this.tenants.nameOf(id.tenant),
					detail: await this.reasonOf(id, error),
					id,
				})),
			),
			{ title: vscode.l10n.t('Not Saved'), placeHolder: vscode.l10n.t('Choose one to open it') },
		);
		if (picked) {
			await vscode.window.showTextDocument(toUri(picked.id));
		}
	}

	private async sentenceOf(error: unknown): Promise<string | undefined> {
		const { userMessage } = await import('../messages/userMessage');
		return userMessage(error, host => this.tenants.nameOf(host));
	}

	private async reasonOf({ tenant }: DocumentId, error: Error | undefined): Promise<string> {
		const name = (host: string) => this.tenants.nameOf(host);
		const { documentMessage } = await import('../messages/documentMessage');
		return (
			documentMessage(error ?? new SaveConflictError(), { tenant: name(tenant), nameOf: name }) ??
			vscode.l10n.t('Cancelled.')
		);
	}

	private refusedTenant(error: unknown): string | undefined {
		return isAboutCredentials(error)
			? this.tenants.added().find(({ id }) => id === error.host)?.id
			: undefined;
	}

	private async tell(message: string, tenantId: string | undefined): Promise<void> {
		if (this.shown.has(message)) {
			return;
		}
		this.shown.add(message);
		const update = vscode.l10n.t('Update Credentials');
		const showLog = vscode.l10n.t('Show Log');
		const buttons = tenantId === undefined ? [showLog] : [update, showLog];
		const chosen = await vscode.window.showErrorMessage(withoutLinks(message), ...buttons);
		this.shown.delete(message);
		if (chosen === showLog) {
			this.log.show();
		} else if (chosen === update) {
			await vscode.commands.executeCommand('iscConnectors.tenant.changeCredentials', tenantId);
		}
	}
}
