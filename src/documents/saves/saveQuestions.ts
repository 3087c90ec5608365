import * as vscode from 'vscode';
import type { Tenant } from '../../core/api/tenant';
import { answerTo } from './answerTo';
import type { Departure } from './departure';
import type { Catalog } from '../../catalog/catalog';
import { documentTitle } from '../documentTitle';
import { problemSentences } from '../../messages/documentMessage';
import { effectLines } from '../../messages/effectMessage';
import { NotSentError } from '../../core/remote/saveErrors';
import type { DocumentId } from '../../core/remote/documentPath';
import type { Effect } from '../../core/sources/effects';
import type { TextProblem } from '../../core/remote/textProblem';
import type { SaveReviews } from './saveReviews';
import { UnannouncedSaves } from './unannouncedSaves';

/** Lists the sources on which effects are. */
export type ShowEffects = (tenant: Tenant, effects: readonly Effect[], title: string) => Promise<void>;

/** What is asked before a text leaves. */
export class SaveQuestions {
	private readonly unannounced: UnannouncedSaves;

	constructor(
		private readonly reviews: SaveReviews,
		private readonly catalog: Pick<Catalog, 'nameSoFar'>,
		private readonly showEffects: ShowEffects,
	) {
		this.unannounced = new UnannouncedSaves(reviews, catalog);
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

	private async approveOwn(departure: Departure): Promise<void> {
		const { tenant, id, present } = departure;
		const save = vscode.l10n.t('Save');
		const show = vscode.l10n.t('Show Changes');
		const chosen = await answerTo(
			vscode.window.showWarningMessage(
				vscode.l10n.t('Save {0} to {1}?', documentTitle(this.catalog, id), tenant.name),
				{
					modal: true,
					detail: vscode.l10n.t(
						'This takes effect immediately. The current version is backed up on this computer.',
					),
				},
				save,
				...(present ? [show] : []),
			),
		);
		if (chosen === show) {
			await this.reviews.show([departure]);
			throw new NotSentError('looking');
		}
		if (chosen !== save) {
			throw new NotSentError('declined');
		}
	}

	/**
	 * Whether to send a text by which sources lose something.
	 * @param isToAsk a person has to agree to the text itself as well, which may show its changes
	 * @throws NotSentError if not
	 */
	async sendAnyway(departure: Departure, effects: readonly Effect[], isToAsk: boolean): Promise<void> {
		const { tenant, id, present, by } = departure;
		const document = documentTitle(this.catalog, id);
		const title =
			by === 'proposed'
				? vscode.l10n.t('An agent proposed this text. Save {0} to {1}?', document, tenant.name)
				: vscode.l10n.t('Save {0} to {1}?', document, tenant.name);
		const send = vscode.l10n.t('Send Anyway');
		const sources = vscode.l10n.t('Show Sources');
		const changes = vscode.l10n.t('Show Changes');
		// A program's text would be lost with the look at it.
		const mayLook = isToAsk && present !== undefined && by !== 'program';
		const chosen = await answerTo(
			vscode.window.showWarningMessage(
				title,
				{ modal: true, detail: effectLines(effects) },
				// People may be typing when a program's save comes: their Enter, which presses the first button, sends nothing.
				...(by === 'person' ? [send, sources] : [sources, send]),
				...(mayLook ? [changes] : []),
			),
		);
		if (chosen === sources) {
			void this.showEffects(tenant, effects, title);
			throw new NotSentError('looking');
		}
		if (chosen === changes) {
			await this.reviews.show([departure]);
			throw new NotSentError('looking');
		}
		if (chosen !== send) {
			throw new NotSentError('declined');
		}
	}

	/** Whether to send a text that looks like a mistake. @throws NotSentError if not */
	async saveAnyway(tenant: Tenant, id: DocumentId, problem: TextProblem): Promise<void> {
		const save = vscode.l10n.t('Save Anyway');
		const chosen = await answerTo(
			vscode.window.showWarningMessage(
				vscode.l10n.t('Save {0} to {1} anyway?', documentTitle(this.catalog, id), tenant.name),
				{ modal: true, detail: problemSentences(problem).what },
				save,
			),
		);
		if (chosen !== save) {
			throw new NotSentError('declined');
		}
	}
}
