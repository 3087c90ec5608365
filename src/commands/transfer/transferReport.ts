import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { UnansweredSaveError } from '../../core/remote/saveErrors';
import type { Outcome, TransferChoice, Transfer } from '../../core/transfer/send/transfer';
import type { PlannedConnector, PlannedDocument } from '../../core/transfer/send/transferPlan';
import { transferMessage } from './transferMessage';

/** The result of a transfer. */
export interface TransferReport {
	/** What the tenant has now as it was sent. */
	readonly sent: readonly string[];
	/** What the tenant accepted, but rewrote while saving. */
	readonly altered: readonly string[];
	readonly failed: readonly { readonly name: string; readonly message: string }[];
	/** The id for `transfer.undo`; undefined if there is nothing to undo. */
	readonly record: string | undefined;
}

/** What has become of a choice. */
export interface ChoiceOutcome {
	readonly choice: TransferChoice;
	readonly connector: PlannedConnector;
	/** Undefined for a connector that was to be created. */
	readonly document?: PlannedDocument;
	/** Undefined if its turn never came. */
	readonly outcome: Outcome | undefined;
}

export function outcomesOf(
	transfer: Transfer,
	chosen: ReadonlySet<TransferChoice>,
): readonly ChoiceOutcome[] {
	return transfer.connectors
		.flatMap((connector): readonly Omit<ChoiceOutcome, 'outcome'>[] => [
			{ choice: connector, connector },
			...connector.documents.map(document => ({ choice: document, connector, document })),
		])
		.filter(({ choice }) => chosen.has(choice))
		.map(each => ({ ...each, outcome: transfer.outcomeOf(each.choice) }));
}

/** Why a choice did not reach the tenant. */
export function reasonOf(
	studio: Pick<Studio, 'tenants'>,
	transfer: Transfer,
	{ outcome }: ChoiceOutcome,
): string {
	const message =
		outcome?.kind === 'failed'
			? transferMessage(studio, transfer.tenant, outcome.error)
			: notSentMessage(studio, transfer);
	return message ?? vscode.l10n.t('Cancelled.');
}

/** What has become of each choice, for a program. */
export function reportOf(
	studio: Pick<Studio, 'tenants'>,
	transfer: Transfer,
	chosen: ReadonlySet<TransferChoice>,
): Omit<TransferReport, 'record'> {
	const outcomes = outcomesOf(transfer, chosen);
	const name = ({ connector, document }: ChoiceOutcome) =>
		[connector.bundle.about.name, ...(document ? [document.part] : [])].join('/');
	const named = (kind: 'sent' | 'altered') => outcomes.filter(each => each.outcome?.kind === kind).map(name);
	return {
		sent: named('sent'),
		altered: named('altered'),
		failed: outcomes
			.filter(({ outcome }) => (outcome?.kind ?? 'failed') === 'failed')
			.map(each => ({ name: name(each), message: reasonOf(studio, transfer, each) })),
	};
}

/** Whether the tenant has, or may have, something of what was chosen. */
export function hasArrived(transfer: Transfer, chosen: ReadonlySet<TransferChoice>): boolean {
	return [...chosen].some(choice => {
		const outcome = transfer.outcomeOf(choice);
		return outcome?.kind === 'failed' ? outcome.error instanceof UnansweredSaveError : outcome !== undefined;
	});
}

function notSentMessage(studio: Pick<Studio, 'tenants'>, { brokenOffBy, tenant }: Transfer): string {
	if (!brokenOffBy) {
		return vscode.l10n.t('Not sent.');
	}
	const reason = transferMessage(studio, tenant, brokenOffBy);
	return reason === undefined
		? vscode.l10n.t('Not sent: cancelled.')
		: vscode.l10n.t('Not sent. {0}', reason);
}
