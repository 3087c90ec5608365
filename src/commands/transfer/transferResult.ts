import * as vscode from 'vscode';
import { pickRow } from '../ask/lists';
import type { Studio } from '../studio';
import { countOf } from '../../core/transfer/send/chosenCount';
import { fileOf, type DocumentId } from '../../core/remote/documentPath';
import type { TransferChoice, Transfer } from '../../core/transfer/send/transfer';
import { toUri } from '../../documents/documentUri';
import { fewNames } from '../../messages/fewNames';
import { safeText, withoutLinks } from '../../messages/safeText';
import { outcomesOf, reasonOf, type ChoiceOutcome } from './transferReport';
import { doneText } from './transferWords';

/** What came of a transfer, for people: one message, and a list of everything behind its button. */
export class TransferResult {
	private readonly outcomes: readonly ChoiceOutcome[];
	private readonly failed: readonly ChoiceOutcome[];
	private readonly altered: readonly ChoiceOutcome[];

	constructor(
		private readonly studio: Pick<Studio, 'tenants'>,
		private readonly transfer: Transfer,
		private readonly chosen: ReadonlySet<TransferChoice>,
	) {
		this.outcomes = outcomesOf(transfer, chosen);
		this.failed = this.outcomes.filter(({ outcome }) => (outcome?.kind ?? 'failed') === 'failed');
		this.altered = this.outcomes.filter(({ outcome }) => outcome?.kind === 'altered');
	}

	/** Everything was sent as it is. */
	get isGood(): boolean {
		return this.failed.length + this.altered.length === 0;
	}

	/** What the button is called that shows what came of each document. */
	get button(): string {
		return this.failed.length === 0 ? vscode.l10n.t('Open') : vscode.l10n.t('Show Details');
	}

	get message(): string {
		const { transfer, chosen, failed, altered } = this;
		const target = this.studio.tenants.nameOf(transfer.tenant);
		const isFailed = (choice: TransferChoice) => failed.some(each => each.choice === choice);
		const arrived = new Set([...chosen].filter(choice => !isFailed(choice)));
		const [first, ...others] = failed;
		const more =
			first && others.length === 0
				? `${safeText(nameOf(first))}: ${this.reason(first)}`
				: first && transfer.brokenOffBy
					? this.reason(first)
					: first
						? vscode.l10n.t('Not sent: {0}. See the details, then send again.', fewNames(failed.map(nameOf)))
						: altered.length > 0
							? vscode.l10n.t('{0} rewrote these documents: {1}.', target, fewNames(altered.map(nameOf)))
							: undefined;
		return [doneText(countOf(arrived), countOf(chosen), target), more].filter(Boolean).join(' ');
	}

	/** Opens the one document that was sent, or shows what came of each, to open one. */
	async show(): Promise<void> {
		const rows = [...this.failed, ...this.outcomes.filter(each => !this.failed.includes(each))]
			.filter(each => each.document !== undefined || this.failed.includes(each))
			.map(each => ({ ...this.rowOf(each), id: this.idOf(each) }));
		const [first, ...others] = rows;
		const isOne = first && others.length === 0 && this.failed.length === 0;
		const picked = isOne
			? first
			: await pickRow(rows, {
					title: vscode.l10n.t('Documents Sent to {0}', this.studio.tenants.nameOf(this.transfer.tenant)),
					prompt: vscode.l10n.t('Select a document to open'),
				});
		if (picked?.id) {
			await vscode.commands.executeCommand('vscode.open', toUri(picked.id));
		}
	}

	private rowOf(each: ChoiceOutcome): vscode.QuickPickItem {
		const { connector, document } = each;
		const icon = this.failed.includes(each) ? 'error' : this.altered.includes(each) ? 'warning' : 'pass';
		return {
			label: `$(${icon}) ${document ? fileOf(document.part) : connector.bundle.about.name}`,
			description: document ? connector.bundle.about.name : '',
			...(icon === 'error' && { detail: this.reason(each) }),
			...(icon === 'warning' && { detail: vscode.l10n.t('Rewritten by the tenant while saving.') }),
		};
	}

	private idOf({ connector, document }: ChoiceOutcome): DocumentId | undefined {
		const scriptName = this.transfer.scriptNameOf(connector);
		return document && scriptName !== undefined
			? { tenant: this.transfer.tenant, scriptName, part: document.part }
			: undefined;
	}

	private reason(each: ChoiceOutcome): string {
		return withoutLinks(reasonOf(this.studio, this.transfer, each));
	}
}

function nameOf({ connector, document }: ChoiceOutcome): string {
	return document ? fileOf(document.part) : connector.bundle.about.name;
}
