import * as vscode from 'vscode';
import type { Tenants } from '../tenants/tenants';
import { isAboutCredentials } from '../messages/userError';
import type { ErrorPlace } from '../messages/errorLine';
import { withoutLinks } from '../messages/safeText';

/** The only place that shows errors: people get a sentence and a button that may help, the log gets the whole error. */
export class Reporter {
	/** The messages on the screen, so that none is there twice. */
	private readonly visible = new Set<string>();

	constructor(
		private readonly tenants: Tenants,
		private readonly log: vscode.LogOutputChannel,
	) {}

	/** @param what was being done, for the log */
	report(what: string, error: unknown): void {
		void this.sentenceOf(error).then(async message => {
			if (message !== undefined) {
				void this.write(error, { what });
				const { readOnlyTenant, showReadOnly } = await import('../views/readOnlyNotice');
				const tenant = readOnlyTenant(this.tenants, error);
				await (tenant ? showReadOnly(tenant) : this.show(message, this.refusedTenant(error)));
			}
		});
	}

	/** Only logs an error that VS Code itself shows; where other credentials help, offers to update them. */
	note(error: unknown, tenant?: string): void {
		void this.write(error, { tenant });
		const tenantId = this.refusedTenant(error);
		if (tenantId !== undefined) {
			void this.sentenceOf(error).then(message => this.show(message ?? '', tenantId));
		}
	}

	/** Writes an error to the log. */
	async write(error: unknown, place?: ErrorPlace): Promise<void> {
		const { errorLine } = await import('../messages/errorLine');
		this.log.error(errorLine(error, this.tenants, place));
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

	private async sentenceOf(error: unknown): Promise<string | undefined> {
		const { userMessage } = await import('../messages/userMessage');
		return userMessage(error, host => this.tenants.nameOf(host));
	}

	private refusedTenant(error: unknown): string | undefined {
		return isAboutCredentials(error)
			? this.tenants.added().find(({ id }) => id === error.host)?.id
			: undefined;
	}

	private async show(message: string, tenantId: string | undefined): Promise<void> {
		if (this.visible.has(message)) {
			return;
		}
		this.visible.add(message);
		const update = vscode.l10n.t('Update Credentials');
		const showLog = vscode.l10n.t('Show Log');
		const buttons = tenantId === undefined ? [showLog] : [update, showLog];
		const chosen = await vscode.window.showErrorMessage(withoutLinks(message), ...buttons);
		this.visible.delete(message);
		if (chosen === showLog) {
			this.log.show();
		} else if (chosen === update) {
			await vscode.commands.executeCommand('iscConnectors.tenant.changeCredentials', tenantId);
		}
	}
}
