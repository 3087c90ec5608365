import * as vscode from 'vscode';
import type { TransferChoice, Transfer } from '../../core/transfer/send/transfer';
import { hasOtherName, type PlannedConnector } from '../../core/transfer/send/transferPlan';
import { safeText } from '../../messages/safeText';
import type { Question } from '../ask/approval';
import { connectorCount, documentCount } from '../ask/counts';
import { fewNames } from '../../messages/fewNames';

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
		question: questionText(concerned, chosen, target),
		detail: [
			concerned.length > 1 && vscode.l10n.t('Connectors: {0}.', fewNames(concerned.map(nameThere))),
			...concerned
				.filter(hasOtherName)
				.map(connector =>
					vscode.l10n.t(
						'{0} goes to a connector of another name, {1}, because both have the script name {2}.',
						safeText(connector.bundle.about.name),
						safeText(nameThere(connector)),
						safeText(connector.scriptName ?? ''),
					),
				),
			vscode.l10n.t(
				'It takes effect at once. What the tenant has now is kept on this machine, and the whole can be undone.',
			),
		]
			.filter(line => line !== false)
			.join('\n'),
		yes: vscode.l10n.t('Send'),
	};
}

function questionText(
	concerned: readonly PlannedConnector[],
	chosen: ReadonlySet<TransferChoice>,
	target: string,
): string {
	const connectors = [...chosen].filter(choice => 'bundle' in choice).length;
	const documents = documentCount(chosen.size - connectors);
	const [first, ...others] = concerned;
	if (connectors > 0) {
		const created =
			first && others.length === 0 ? safeText(first.bundle.about.name) : connectorCount(connectors);
		return vscode.l10n.t('Create {0} in {1}, and send {2}?', created, target, documents);
	}
	return first && others.length === 0
		? vscode.l10n.t('Send {0} to {1} in {2}?', documents, safeText(nameThere(first)), target)
		: vscode.l10n.t('Send {0} to {1}?', documents, target);
}

/** What the tenant calls a connector, or will call it. */
function nameThere({ presentName, bundle }: PlannedConnector): string {
	return presentName ?? bundle.about.name;
}
