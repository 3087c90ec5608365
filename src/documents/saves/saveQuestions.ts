import * as vscode from 'vscode';
import type { Tenant } from '../../core/api/tenant';
import { answerTo } from './answerTo';
import type { Departure } from './departure';
import { nameOf } from '../documents';
import { toUri } from '../documentUri';
import { problemSentence } from '../../messages/documentMessage';
import { NotSentError } from '../../core/remote/saveErrors';
import type { TextProblem } from '../../core/remote/textProblem';
import { UnannouncedSaves } from './unannouncedSaves';
import type { VersionTexts } from '../versionTexts';

/** What is asked before a text leaves. */
export class SaveQuestions {
	private readonly unannounced: UnannouncedSaves;

	constructor(private readonly versions: VersionTexts) {
		this.unannounced = new UnannouncedSaves(versions);
	}

	/** Whether to change the tenant. @throws NotSentError if nothing is to be sent */
	async approve(departure: Departure): Promise<void> {
		const { by } = departure;
		if (by === 'person' || by === 'auto-save') {
			await this.approveOwn(departure);
		} else {
			await this.unannounced.approve({ ...departure, by });
		}
	}

	private async approveOwn({ tenant, id, present }: Departure): Promise<void> {
		const save = vscode.l10n.t('Save');
		const show = vscode.l10n.t('Show Changes');
		const chosen = await answerTo(
			vscode.window.showWarningMessage(
				vscode.l10n.t('Save {0} to {1}?', nameOf(id), tenant.name),
				{
					modal: true,
					detail: vscode.l10n.t('It takes effect at once. What the tenant has now is kept on this machine.'),
				},
				save,
				...(present ? [show] : []),
			),
		);
		if (chosen === show && present) {
			const title = vscode.l10n.t('{0}: {1} ↔ yours', nameOf(id), tenant.name);
			const theirs = this.versions.snapshot(id, present);
			await vscode.commands.executeCommand('vscode.diff', theirs, toUri(id), title);
			throw new NotSentError('looking');
		}
		if (chosen !== save) {
			throw new NotSentError('declined');
		}
	}

	/** Whether to send a text all the same that looks like a mistake. @throws NotSentError if not */
	async sendAllTheSame(tenant: Tenant, problem: TextProblem): Promise<void> {
		const send = vscode.l10n.t('Send All the Same');
		const chosen = await answerTo(
			vscode.window.showWarningMessage(
				problem.kind === 'malformed'
					? vscode.l10n.t('Send {0} that is not well-formed to {1}?', problem.language, tenant.name)
					: problem.kind === 'empty'
						? vscode.l10n.t('Send an empty text to {0}?', tenant.name)
						: vscode.l10n.t('Send a text that is not valid {0} to {1}?', problem.encoding, tenant.name),
				{ modal: true, detail: problemSentence(problem) },
				send,
			),
		);
		if (chosen !== send) {
			throw new NotSentError('declined');
		}
	}
}
