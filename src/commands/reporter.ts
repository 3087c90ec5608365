import * as vscode from 'vscode';
import type { Tenants } from '../tenants/tenants';
import { isAboutCredentials } from '../messages/userError';
import type { ErrorPlace } from '../messages/errorLine';
import type { Telling } from './telling';

/** The only place that tells people of errors: they get a sentence and a button that may help, the log gets the whole error. */
export class Reporter {
	/** What was told of errors that nobody's command led to and is unanswered, so that it is not told again and again. */
	private readonly unanswered = new Set<string>();

	constructor(
		private readonly tenants: Tenants,
		private readonly log: () => Promise<vscode.LogOutputChannel>,
	) {}

	/** Whoever calls a command sees its result, also if an earlier one of these words is still in the notification center. */
	report(what: string, error: unknown): void {
		void this.tellingOf(error).then(async telling => {
			if (telling) {
				void this.write(error, { what });
				const { readOnlyTenant, showReadOnly } = await import('../views/readOnlyNotice');
				const tenant = readOnlyTenant(this.tenants, error);
				await (tenant ? showReadOnly(tenant) : this.show(telling));
			}
		});
	}

	/** Only logs an error that VS Code itself shows; where other credentials help, offers to update them. */
	note(error: unknown, tenant?: string): void {
		void this.write(error, { tenant });
		if (isAboutCredentials(error)) {
			void this.tellingOf(error).then(async telling => {
				if (telling?.help && !this.unanswered.has(telling.message)) {
					this.unanswered.add(telling.message);
					await this.show(telling);
					this.unanswered.delete(telling.message);
				}
			});
		}
	}

	/** Writes an error to the log. */
	async write(error: unknown, place?: ErrorPlace): Promise<void> {
		const { errorLine } = await import('../messages/errorLine');
		(await this.log()).error(errorLine(error, this.tenants, place));
	}

	/** The access token of a tenant ends soon. */
	async tellOfEnd({ tenantId, at }: { readonly tenantId: string; readonly at: Date }): Promise<void> {
		const name = this.tenants.get(tenantId)?.name ?? tenantId;
		const update = vscode.l10n.t('Update Credentials…');
		const chosen = await vscode.window.showWarningMessage(
			vscode.l10n.t(
				'The access token of {0} expires at {1}. Unsaved changes stay in the editor.',
				name,
				at.toLocaleTimeString(vscode.env.language),
			),
			update,
		);
		if (chosen === update) {
			await vscode.commands.executeCommand('iscConnectors.tenant.changeCredentials', tenantId);
		}
	}

	private async tellingOf(error: unknown): Promise<Telling | undefined> {
		const { tellingOf } = await import('./telling');
		return tellingOf(error, this.tenants);
	}

	/** VS Code closes an earlier message of the same words and buttons, so that there are no twins. */
	private async show({ kind, message, help }: Telling): Promise<void> {
		const { showInformationMessage: info, showWarningMessage: warn, showErrorMessage: error } = vscode.window;
		const showLog = kind === 'error' ? [vscode.l10n.t('Show Log')] : [];
		const chosen = await { info, warn, error }[kind](message, ...(help ? [help.title] : []), ...showLog);
		if (help && chosen === help.title) {
			await vscode.commands.executeCommand(help.command, ...((help.arguments ?? []) as unknown[]));
		} else if (chosen !== undefined) {
			(await this.log()).show();
		}
	}
}
