import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { UnansweredSaveError } from '../../core/remote/saveErrors';
import type { TransferChoice, Transfer } from '../../core/transfer/send/transfer';
import { fewNames } from '../../messages/fewNames';
import { safeText, withoutLinks } from '../../messages/safeText';
import { transferMessage } from './transferMessage';

/** The result of a transfer. */
export interface TransferReport {
	/** What the tenant has now as it was sent. */
	readonly sent: readonly string[];
	/** What the tenant accepted, but stored with another text. */
	readonly altered: readonly string[];
	readonly failed: readonly { readonly name: string; readonly message: string }[];
	/** The id for `transfer.undo`; undefined if there is nothing to undo. */
	readonly record: string | undefined;
}

/** What has become of each choice. */
export function reportOf(
	studio: Pick<Studio, 'tenants'>,
	transfer: Transfer,
	chosen: ReadonlySet<TransferChoice>,
): Omit<TransferReport, 'record'> {
	const outcomes = transfer.connectors
		.flatMap(connector => [
			{ choice: connector, name: connector.bundle.about.name },
			...connector.documents.map(document => ({
				choice: document,
				name: `${connector.bundle.about.name}/${document.part}`,
			})),
		])
		.filter(({ choice }) => chosen.has(choice))
		.map(({ choice, name }) => ({ name, outcome: transfer.outcomeOf(choice) }));
	const named = (kind: 'sent' | 'altered') =>
		outcomes.filter(({ outcome }) => outcome?.kind === kind).map(({ name }) => name);
	return {
		sent: named('sent'),
		altered: named('altered'),
		failed: outcomes.flatMap(({ name, outcome }) => {
			if (outcome?.kind === 'sent' || outcome?.kind === 'altered') {
				return [];
			}
			const message = outcome
				? transferMessage(studio, transfer.tenant, outcome.error)
				: notSentMessage(studio, transfer);
			return [{ name, message: message ?? vscode.l10n.t('Cancelled.') }];
		}),
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
		return vscode.l10n.t('It was not sent.');
	}
	const reason = transferMessage(studio, tenant, brokenOffBy);
	return reason === undefined
		? vscode.l10n.t('It was not sent, because it was cancelled before.')
		: vscode.l10n.t('It was not sent. {0}', reason);
}

/** A transfer report in a sentence or two. */
export function reportMessage(
	{ sent, altered, failed }: Omit<TransferReport, 'record'>,
	target: string,
	/** Whether the view shows this transfer, and what is left of it. */
	isShown: boolean,
): string {
	const [first] = failed;
	const all = sent.length + altered.length + failed.length;
	return [
		first
			? vscode.l10n.t(
					'{0} of {1} were sent to {2}. {3}: {4}',
					sent.length,
					all,
					target,
					safeText(first.name),
					withoutLinks(first.message),
				)
			: altered.length === 0
				? vscode.l10n.t('{0} has everything: {1} sent.', target, sent.length)
				: vscode.l10n.t('{0} of {1} were sent to {2}.', sent.length, all, target),
		altered.length > 0 &&
			vscode.l10n.t('{0} took these, and has other texts than were sent: {1}.', target, fewNames(altered)),
		first && isShown && vscode.l10n.t('The view shows the rest; send again to go on.'),
	]
		.filter(sentence => typeof sentence === 'string')
		.join(' ');
}
