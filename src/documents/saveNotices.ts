import * as vscode from 'vscode';
import type { DocumentId } from './documentPath';
import { nameOf, type Documents, type Rewriting } from './documents';
import { toUri } from './documentUri';
import { documentAt } from './openDocuments';
import { reopenAsUtf8 } from './reopenAsUtf8';
import type { SaveOutcome } from './save';
import { NotSentError } from './saveErrors';
import type { EndedSave } from './saves';
import type { VersionTexts } from './versionTexts';
import { shown } from '../util/shown';

/** Milliseconds for which the status bar tells what is of no consequence. */
const brief = 5000;

/** Tells what a person should know of their saves beyond that they succeeded or failed, which VS Code tells itself. */
export class SaveNotices {
	private hasToldOfAutomatic = false;

	constructor(
		private readonly nameOfTenant: (tenant: string) => string,
		private readonly versions: VersionTexts,
		private readonly documents: Documents,
	) {}

	async tellOfEnd({ id, outcome }: EndedSave): Promise<void> {
		if (outcome instanceof NotSentError && outcome.reason === 'gone') {
			await this.offerCopy(id);
		} else if (outcome instanceof NotSentError && outcome.reason === 'automatic') {
			await this.tellOfAutomatic();
		} else if (outcome instanceof NotSentError && outcome.reason === 'other-encoding') {
			await this.offerUtf8(id);
		} else if (!(outcome instanceof Error) && outcome.sent && outcome.unchanged) {
			const message = vscode.l10n.t(
				'{0} says that nothing changed in {1}.',
				this.tenant(id),
				shown(nameOf(id)),
			);
			vscode.window.setStatusBarMessage(message, brief);
		}
	}

	private async offerCopy(id: DocumentId): Promise<void> {
		const copy = vscode.l10n.t('Save a Copy…');
		const message = vscode.l10n.t(
			'{0} no longer has {1}. Nothing of your text is lost.',
			this.tenant(id),
			shown(nameOf(id)),
		);
		if ((await vscode.window.showWarningMessage(message, copy)) === copy) {
			await vscode.commands.executeCommand('iscConnectors.document.saveCopy', toUri(id));
		}
	}

	private async offerUtf8(id: DocumentId): Promise<void> {
		const base = this.documents.get(id).current?.bytes ?? new Uint8Array(); // Now, since the save compared with this.
		const reopen = vscode.l10n.t('Reopen as UTF-8');
		const message = vscode.l10n.t(
			'{0} is open in another encoding than UTF-8 (files.encoding). Reopening it keeps your changes.',
			shown(nameOf(id)),
		);
		if ((await vscode.window.showWarningMessage(message, reopen)) === reopen) {
			await reopenAsUtf8(toUri(id), base);
		}
	}

	/** Once: VS Code itself says each time that it could not save. */
	private async tellOfAutomatic(): Promise<void> {
		if (this.hasToldOfAutomatic) {
			return;
		}
		this.hasToldOfAutomatic = true;
		const open = vscode.l10n.t('Open Setting');
		const message = vscode.l10n.t(
			'VS Code saves by itself here. That is not sent to a tenant, because a save changes a live system; the setting "iscConnectors.save.automatic" has it sent.',
		);
		if ((await vscode.window.showInformationMessage(message, open)) === open) {
			await vscode.commands.executeCommand('workbench.action.openSettings', 'iscConnectors.save.automatic');
		}
	}

	async tellOfRewriting({ id, sent, present }: Rewriting): Promise<void> {
		const isDirty = documentAt(toUri(id))?.isDirty ?? false;
		const show = vscode.l10n.t('Show Changes');
		const chosen = await vscode.window.showInformationMessage(
			isDirty
				? vscode.l10n.t(
						'{0} has made another text of {1} than was sent. You have typed on, so your editor keeps its text; the next save compares the two.',
						this.tenant(id),
						shown(nameOf(id)),
					)
				: vscode.l10n.t(
						'{0} has made another text of {1} than was sent. The editor shows what it has now.',
						this.tenant(id),
						shown(nameOf(id)),
					),
			show,
		);
		if (chosen === show) {
			const title = vscode.l10n.t('{0}: sent ↔ {1} now', shown(nameOf(id)), this.tenant(id));
			const sides = [this.versions.snapshot(id, sent), this.versions.snapshot(id, present)] as const;
			await vscode.commands.executeCommand('vscode.diff', ...sides, title);
		}
	}

	async tellOfAnswer(id: DocumentId, outcome: SaveOutcome): Promise<void> {
		const tenant = this.tenant(id);
		const open = vscode.l10n.t('Open');
		const history = vscode.l10n.t('Show History');
		const chosen =
			outcome === 'saved'
				? await vscode.window.showInformationMessage(
						vscode.l10n.t(
							'The save of {0} that got no answer has arrived: {1} has the text.',
							shown(nameOf(id)),
							tenant,
						),
						open,
					)
				: await vscode.window.showWarningMessage(
						outcome === 'lost'
							? vscode.l10n.t(
									'The save of {0} that got no answer did not arrive: {1} has the text from before. Save again to send yours.',
									shown(nameOf(id)),
									tenant,
								)
							: vscode.l10n.t(
									'The save of {0} got no answer, and {1} has another text by now. The history has what was there before and what you sent.',
									shown(nameOf(id)),
									tenant,
								),
						open,
						history,
					);
		if (chosen === open) {
			await vscode.window.showTextDocument(toUri(id));
		} else if (chosen === history) {
			await vscode.commands.executeCommand('iscConnectors.document.showHistory', toUri(id));
		}
	}

	private tenant({ tenant }: DocumentId): string {
		return this.nameOfTenant(tenant);
	}
}
