import * as vscode from 'vscode';
import type { DocumentState, PlannedConnector, PlannedDocument } from '../../core/transfer/send/transferPlan';
import type { Transfer } from '../../core/transfer/send/transfer';
import type { RowContext } from './transferNode';

/** How a document stands to the one in the tenant, what was sent included. */
type PresentState = DocumentState | 'sent' | 'altered';

interface Look {
	readonly icon: string;
	readonly color?: string;
	/** For the row, which is narrow. */
	readonly words: string;
	/** For the tooltip. */
	readonly details: string;
}

export function stateIn(transfer: Transfer, document: PlannedDocument): PresentState {
	const outcome = transfer.outcomeOf(document)?.kind ?? 'failed';
	return outcome === 'failed' ? document.state : outcome;
}

export function lookOf(state: PresentState, { origin, target }: Pick<RowContext, 'origin' | 'target'>): Look {
	switch (state) {
		case 'same':
			return {
				icon: 'check',
				words: vscode.l10n.t('same'),
				details: vscode.l10n.t('The same in {0} and {1}.', origin, target),
			};
		case 'changed':
			return {
				icon: 'diff-modified',
				color: 'gitDecoration.modifiedResourceForeground',
				words: vscode.l10n.t('differs'),
				details: vscode.l10n.t('Differs between {0} and {1}.', origin, target),
			};
		case 'new':
			return {
				icon: 'diff-added',
				color: 'gitDecoration.addedResourceForeground',
				words: vscode.l10n.t('only in {0}', origin),
				details: vscode.l10n.t('Only in {0}; sending creates it in {1}.', origin, target),
			};
		case 'missing':
			return {
				icon: 'diff-removed',
				color: 'gitDecoration.deletedResourceForeground',
				words: vscode.l10n.t('only in {0}', target),
				details: vscode.l10n.t('Only in {0}; it is not changed.', target),
			};
		case 'sent':
			return {
				icon: 'pass',
				color: 'testing.iconPassed',
				words: vscode.l10n.t('sent'),
				details: vscode.l10n.t('Sent to {0}.', target),
			};
		case 'altered':
			return {
				icon: 'warning',
				color: 'list.warningForeground',
				words: vscode.l10n.t('sent, rewritten'),
				details: vscode.l10n.t(
					'{0} rewrote this document while saving. Open it to see the difference.',
					target,
				),
			};
	}
}

export function differenceCount(count: number): string {
	return count === 1 ? vscode.l10n.t('1 difference') : vscode.l10n.t('{0} differences', count);
}

/** "1 sent · 2 differences", and in full which. */
export function summaryOf(
	connector: PlannedConnector,
	{ transfer, target, origin }: RowContext,
): Pick<Look, 'words' | 'details'> {
	if (transfer.scriptNameOf(connector) === undefined) {
		return lookOf('new', { origin, target });
	}
	const states = connector.documents.map(document => stateIn(transfer, document));
	const count = (...wanted: readonly PresentState[]) => states.filter(each => wanted.includes(each)).length;
	const differences = count('changed', 'new', 'missing');
	const sent = count('sent', 'altered');
	const words = [
		sent > 0 && vscode.l10n.t('{0} sent', sent),
		differences > 0 && differenceCount(differences),
	].filter(word => word !== false);
	const counts: readonly (readonly [number, string])[] = [
		[sent, vscode.l10n.t('Sent')],
		[count('changed'), vscode.l10n.t('Different')],
		[count('new'), vscode.l10n.t('Only in {0}', origin)],
		[count('missing'), vscode.l10n.t('Only in {0}', target)],
		[count('same'), vscode.l10n.t('Same')],
	];
	return {
		words: words.join(' · ') || vscode.l10n.t('same'),
		details: counts.flatMap(([number, text]) => (number > 0 ? [`${text}: ${number}`] : [])).join(', '),
	};
}
