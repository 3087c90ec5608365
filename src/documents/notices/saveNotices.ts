import * as vscode from 'vscode';
import { safeText } from '../../messages/safeText';
import type { DocumentId } from '../../core/remote/documentPath';
import type { Catalog } from '../../catalog/catalog';
import type { SourceEffects } from '../../catalog/sourceEffects';
import type { Effect } from '../../core/sources/effects';
import { untoldEffects } from '../saves/askedEffects';
import { setting } from '../../util/settings';
import type { Tenants } from '../../tenants/tenants';
import type { Documents, Rewriting } from '../documents';
import { documentTitle } from '../documentTitle';
import { toUri } from '../documentUri';
import type { LateAnswer } from '../../core/remote/lateSaves';
import { documentAt, isUnsaved } from '../openDocuments';
import { reopenAsUtf8 } from './reopenAsUtf8';
import { NotSentError } from '../../core/remote/saveErrors';
import type { ShowEffects } from '../saves/saveQuestions';
import type { EndedSave } from '../saves/saves';
import { SaveStatus } from './saveStatus';
import type { VersionTexts } from '../versionTexts';

/** What notices work with. */
export interface NoticeSurroundings {
	readonly tenants: Pick<Tenants, 'nameOf' | 'getNow'>;
	readonly catalog: Pick<Catalog, 'nameSoFar'>;
	readonly documents: Documents;
	readonly versions: VersionTexts;
	readonly effects: SourceEffects;
	readonly showEffects: ShowEffects;
}

/** Notifies people of what they should know of their saves; that one succeeded or failed, VS Code shows itself. */
export class SaveNotices {
	private readonly status = new SaveStatus();
	/** The connectors whose sources people know to keep what they have. */
	private readonly copiesTold = new Set<string>();

	constructor(private readonly surroundings: NoticeSurroundings) {}

	async tellOfEnd({ id, outcome, action = 'save', agreement }: EndedSave): Promise<void> {
		if (outcome instanceof NotSentError && outcome.reason === 'gone') {
			await this.offerCopy(id);
		} else if (outcome instanceof NotSentError && outcome.reason === 'other-encoding') {
			await this.offerUtf8(id);
		} else if (!(outcome instanceof Error) && action === 'save') {
			const isNew = outcome.sent && !outcome.unchanged;
			const note = isNew ? await this.noteOnCopies(id) : undefined;
			this.status.show({ id, title: this.title(id), tenant: this.tenant(id), note }, outcome);
			if (isNew) {
				await this.tellOfEffects(id, agreement?.effects ?? []);
			}
		}
	}

	/** What people were not asked about. */
	private async tellOfEffects(id: DocumentId, effects: readonly Effect[]): Promise<void> {
		const untold = untoldEffects(effects);
		if (untold === undefined) {
			return;
		}
		const title = vscode.l10n.t('Saved {0} to {1}.', this.title(id), this.tenant(id));
		const show = vscode.l10n.t('Show Sources');
		if ((await vscode.window.showInformationMessage([title, untold].join(' '), show)) === show) {
			const tenant = this.surroundings.tenants.getNow(id.tenant);
			await (tenant && this.surroundings.showEffects(tenant, effects, title));
		}
	}

	/** Said once: a source takes its schemas and its correlation from the connector when it is made, and never again. */
	private async noteOnCopies(id: DocumentId): Promise<string | undefined> {
		const isCopied = id.part === 'source-template' || id.part === 'correlation-config';
		const connector = `${id.tenant} ${id.scriptName}`;
		const isToTell = isCopied && setting('sources.beforeSaving') !== 'off' && !this.copiesTold.has(connector);
		if (!isToTell || !(await this.surroundings.effects.mayHaveSources(id))) {
			return undefined;
		}
		this.copiesTold.add(connector);
		return vscode.l10n.t('Existing sources keep their copy.');
	}

	private async offerCopy(id: DocumentId): Promise<void> {
		const copy = vscode.l10n.t('Save a Copy…');
		const message = vscode.l10n.t(
			'{0} no longer has {1}. Save a copy to keep your text.',
			this.tenant(id),
			this.title(id),
		);
		if ((await vscode.window.showWarningMessage(message, copy)) === copy) {
			await vscode.commands.executeCommand('iscConnectors.document.saveCopy', toUri(id));
		}
	}

	private async offerUtf8(id: DocumentId): Promise<void> {
		const { documents } = this.surroundings;
		const base = documents.get(id).bytes ?? new Uint8Array(); // Now, since the save compared with this.
		const reopen = vscode.l10n.t('Reopen as UTF-8');
		const message = vscode.l10n.t(
			'{0} is not open as UTF-8 (files.encoding). Reopening it as UTF-8 keeps your changes.',
			this.title(id),
		);
		if ((await vscode.window.showWarningMessage(message, reopen)) === reopen) {
			await reopenAsUtf8(toUri(id), base);
		}
	}

	async tellOfRewriting({ id, sent }: Rewriting): Promise<void> {
		const document = documentAt(toUri(id));
		const show = vscode.l10n.t('Show Changes');
		const chosen = await vscode.window.showInformationMessage(
			document && isUnsaved(document)
				? vscode.l10n.t(
						'{0} rewrote {1} while saving. The editor keeps what you have typed.',
						this.tenant(id),
						this.title(id),
					)
				: vscode.l10n.t(
						'{0} rewrote {1} while saving. The editor shows the new version.',
						this.tenant(id),
						this.title(id),
					),
			show,
		);
		if (chosen === show) {
			const title = vscode.l10n.t('{0}: sent ↔ {1}', this.title(id), this.tenant(id));
			const { versions } = this.surroundings;
			const sides = [versions.snapshot(id, sent), versions.presentUri(id)] as const;
			await vscode.commands.executeCommand('vscode.diff', ...sides, title);
		}
	}

	async tellOfAnswer(id: DocumentId, answer: LateAnswer): Promise<void> {
		const open = vscode.l10n.t('Open');
		const history = vscode.l10n.t('Show History');
		const message = this.answerMessage(id, answer);
		const chosen =
			answer === 'saved'
				? await vscode.window.showInformationMessage(message, open)
				: await vscode.window.showWarningMessage(message, open, history);
		if (chosen === open) {
			await vscode.window.showTextDocument(toUri(id));
		} else if (chosen === history) {
			await vscode.commands.executeCommand('iscConnectors.document.showHistory', toUri(id));
		}
	}

	private answerMessage(id: DocumentId, answer: LateAnswer): string {
		const [name, tenant] = [this.title(id), this.tenant(id)];
		switch (answer) {
			case 'saved':
				return vscode.l10n.t('{0} was saved: {1} received it.', name, tenant);
			case 'lost':
				return vscode.l10n.t(
					'{0} was not saved: {1} never received it. Save again to send your text.',
					name,
					tenant,
				);
			case 'overtaken':
				return vscode.l10n.t(
					'{0} may not have been saved: {1} has another version. The history has the previous version and yours.',
					name,
					tenant,
				);
			case 'late':
				return vscode.l10n.t(
					'An earlier save of {0} reached {1} late and replaced a newer version. The history has both.',
					name,
					tenant,
				);
		}
	}

	private tenant({ tenant }: DocumentId): string {
		return this.surroundings.tenants.nameOf(tenant);
	}

	private title(id: DocumentId): string {
		return safeText(documentTitle(this.surroundings.catalog, id));
	}
}
