import * as vscode from 'vscode';
import type { TransferChoice, Transfer } from '../../core/transfer/send/transfer';
import { countOf, type ChosenCount } from '../../core/transfer/send/chosenCount';
import { hasOtherName, type PlannedConnector } from '../../core/transfer/send/transferPlan';
import { safeText } from '../../messages/safeText';
import type { SendButton } from '../../views/comparison/transferNode';
import type { Question } from '../ask/approval';
import { documentCount, subjectOf } from '../ask/counts';
import { fewNames } from '../../messages/fewNames';

/**
 * What the button in the view does: "Send 9 Documents to prod".
 * @param reason why nothing can be sent now, whatever is selected
 */
export function buttonFor(
	{ created, documents }: ChosenCount,
	target: string,
	reason: string | undefined,
): SendButton {
	const isNothing = created.length + documents === 0;
	const obstacle = reason ?? (isNothing ? vscode.l10n.t('nothing selected') : undefined);
	if (obstacle !== undefined) {
		return { label: vscode.l10n.t('Send to {0}', target), obstacle };
	}
	const [first, ...others] = created;
	if (!first) {
		return {
			label:
				documents === 1
					? vscode.l10n.t('Send 1 Document to {0}', target)
					: vscode.l10n.t('Send {0} Documents to {1}', documents, target),
		};
	}
	return {
		label:
			others.length === 0
				? vscode.l10n.t('Create {0} in {1}', first.bundle.about.name, target)
				: vscode.l10n.t('Create {0} Connectors in {1}', created.length, target),
		description: documentCount(documents),
	};
}

/** The question before what is chosen is sent to a tenant. */
export function questionOf(
	transfer: Transfer,
	chosen: ReadonlySet<TransferChoice>,
	target: string,
): Question {
	const concerned = transfer.connectors.filter(connector =>
		[connector, ...connector.documents].some(choice => chosen.has(choice)),
	);
	return {
		question: questionText(concerned, countOf(chosen), target),
		detail: [
			concerned.length > 1 && vscode.l10n.t('Connectors: {0}.', fewNames(concerned.map(nameThere))),
			...concerned
				.filter(hasOtherName)
				.map(connector =>
					vscode.l10n.t(
						'{0} goes to the connector {1}, because both have the script name {2}.',
						safeText(connector.bundle.about.name),
						safeText(nameThere(connector)),
						safeText(connector.scriptName ?? ''),
					),
				),
			vscode.l10n.t(
				'This takes effect immediately. The current versions are backed up on this computer, and you can undo everything.',
			),
		]
			.filter(line => line !== false)
			.join('\n'),
		yes: vscode.l10n.t('Send'),
	};
}

function questionText(
	concerned: readonly PlannedConnector[],
	{ created, documents }: ChosenCount,
	target: string,
): string {
	const [first, ...others] = concerned;
	if (created.length > 0) {
		return vscode.l10n.t(
			'Create {0} in {1} and send {2}?',
			namesOf(created),
			target,
			documentCount(documents),
		);
	}
	return first && others.length === 0
		? vscode.l10n.t('Send {0} to {1} in {2}?', documentCount(documents), safeText(nameThere(first)), target)
		: vscode.l10n.t('Send {0} to {1}?', documentCount(documents), target);
}

/** What a transfer has done: "Created JDBC Copy in prod and sent 8 documents." */
export function doneText(arrived: ChosenCount, chosen: ChosenCount, target: string): string {
	const { created, documents } = arrived;
	const sent =
		documents === chosen.documents
			? documentCount(documents)
			: vscode.l10n.t('{0} of {1}', documents, documentCount(chosen.documents));
	if (created.length + documents === 0) {
		return vscode.l10n.t('Nothing was sent to {0}.', target);
	}
	return created.length > 0
		? vscode.l10n.t('Created {0} in {1} and sent {2}.', namesOf(created), target, sent)
		: vscode.l10n.t('Sent {0} to {1}.', sent, target);
}

function namesOf(connectors: readonly PlannedConnector[]): string {
	return subjectOf(connectors.map(({ bundle }) => bundle.about));
}

/** What the tenant calls a connector, or will call it. */
function nameThere({ presentName, bundle }: PlannedConnector): string {
	return presentName ?? bundle.about.name;
}
