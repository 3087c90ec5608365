import * as vscode from 'vscode';
import type { Tenant } from '../../core/api/tenant';
import { answerTo } from './answerTo';
import type { Departure } from './departure';
import type { Catalog } from '../../catalog/catalog';
import { documentTitle } from '../documentTitle';
import { problemSentences } from '../../messages/documentMessage';
import { NotSentError } from '../../core/remote/saveErrors';
import type { DocumentId } from '../../core/remote/documentPath';
import type { TextProblem } from '../../core/remote/textProblem';
import type { SaveReviews } from './saveReviews';
import { UnannouncedSaves } from './unannouncedSaves';

/** What is asked before a text leaves. */
export class SaveQuestions {
	private readonly unannounced: UnannouncedSaves;

	constructor(
		private readonly reviews: SaveReviews,
		private readonly catalog: Pick<Catalog, 'nameSoFar'>,
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
