import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import { ConnectorDeletion } from '../../core/transfer/copy/connectorDeletion';
import { DeletedConnectors } from '../../core/transfer/copy/deletedConnectors';
import type { Transfer, TransferChoice } from '../../core/transfer/send/transfer';
import { TransferRecords } from '../../core/transfer/send/transferRecords';
import { Transfers } from '../../core/transfer/send/transfers';
import type { ComparisonView } from '../../views/comparison/comparisonView';
import type { SendButton } from '../../views/comparison/transferNode';
import { countOf } from '../../core/transfer/send/chosenCount';
import { errorLine } from '../../messages/errorLine';
import { UserError } from '../../messages/userError';
import { TransferTree, type ShownTransfer } from '../../views/comparison/transferTree';
import { whileShown } from '../ask/progress';
import { approveNow } from '../ask/approval';
import { showEffects } from '../source/showEffects';
import { planTransfer, type Planned, type TransferSource } from './planTransfer';
import { effectsOfTransfer } from './transferEffects';
import { transferMessage } from './transferMessage';
import { buttonFor, questionOf } from './transferWords';
import { hasArrived, reportOf, type TransferReport } from './transferReport';
import { TransferResult } from './transferResult';

export type { TransferReport };

/** Compares, sends, deletes and restores whole connectors. */
export class TransferDesk {
	readonly deleted: DeletedConnectors;
	readonly deletion: ConnectorDeletion;
	readonly records: TransferRecords;
	readonly transfers: Transfers;
	private tree: TransferTree | undefined;
	private isSending = false;

	constructor(
		private readonly studio: Pick<
			Studio,
			| 'tenants'
			| 'catalog'
			| 'documents'
			| 'saves'
			| 'effects'
			| 'sources'
			| 'tree'
			| 'view'
			| 'reporter'
			| 'history'
			| 'versions'
			| 'log'
			| 'storage'
			| 'subscriptions'
		>,
		private readonly comparison: ComparisonView,
	) {
		const { tenants, catalog, documents, saves, history, storage } = studio;
		const client = (tenant: string) => tenants.client(tenant);
		const folder = (name: string) => vscode.Uri.joinPath(storage, name).fsPath;
		this.deleted = new DeletedConnectors(folder('deleted'));
		this.deletion = new ConnectorDeletion(client, catalog, documents, this.deleted);
		this.records = new TransferRecords(folder('transfers'));
		const { records, deletion } = this;
		this.transfers = new Transfers({ client, catalog, documents, saves, history, records, deletion });
	}

	/** The target of the transfer in the view. */
	get shownTenant(): string | undefined {
		return this.tree?.shown?.transfer.tenant;
	}

	/** Reads the source, and compares it with what the target has now. */
	plan(source: TransferSource, signal: AbortSignal, report: (message: string) => void): Promise<Planned> {
		return planTransfer(this.studio, source, signal, report);
	}

	/**
	 * Shows what a transfer would do, so that people can look at it and choose.
	 * @param isRepeated what is selected stays
	 */
	async show(
		source: TransferSource,
		isChosen: (choice: TransferChoice) => boolean,
		isRepeated = false,
	): Promise<ShownTransfer> {
		const isLatest = this.comparison.begin();
		const { target, name, origin } = source;
		const { transfer, problems } = await whileShown(
			vscode.l10n.t('Comparing {0} with {1}', name, target.name),
			(signal, report) => this.plan(source, signal, report),
		);
		const shown: ShownTransfer = {
			transfer,
			problems,
			source: name,
			origin,
			target: target.name,
			sendButton: chosen => this.sendButton(target, chosen),
			title: vscode.l10n.t('{0} → {1}', name, target.name),
			messageOf: error => transferMessage(this.studio, target.id, error) ?? vscode.l10n.t('Cancelled.'),
		};
		if (isLatest()) {
			const again = () => this.show(source, isChosen, true);
			await this.shownTree().show(shown, isChosen, isRepeated, again);
		}
		return shown;
	}

	/** Compares again what is shown. */
	compareAgain(): Promise<void> {
		return this.comparison.compareAgain();
	}

	private sendButton({ id, name }: Tenant, chosen: ReadonlySet<TransferChoice>): SendButton {
		const obstacle = this.isSending
			? vscode.l10n.t('sending…')
			: this.studio.tenants.get(id)?.access === 'read-only'
				? vscode.l10n.t('read-only')
				: undefined;
		return buttonFor(countOf(chosen), name, obstacle);
	}

	/** Asks, and sends what is selected in the view. */
	async sendChosen(): Promise<void> {
		const tree = this.tree;
		const { shown, chosen } = tree ?? {};
		const target = shown && this.studio.tenants.get(shown.transfer.tenant);
		if (!tree || !shown || !target) {
			throw new UserError(
				vscode.l10n.t('There is nothing to send. Compare, promote or import connectors first.'),
			);
		}
		this.checkIdle();
		const { transfer, title } = shown;
		const choices = transfer.complete(chosen ?? new Set());
		if (choices.size === 0) {
			throw new UserError(vscode.l10n.t('Nothing is selected. Select the documents to send.'));
		}
		const question = questionOf(transfer, choices, target.name);
		const all = await effectsOfTransfer(this.studio, transfer, choices);
		const effects = { all, show: () => showEffects(this.studio, target, all, title) };
		if (!(await approveNow(this.studio, target.id, { ...question, always: true, effects }))) {
			return;
		}
		this.checkIdle(); // It may have been asked for twice while the sources were read.
		this.comparison.begin(); // A comparison that is under way would show what was there before.
		this.isSending = true;
		tree.update();
		await this.send(transfer, choices, title).finally(() => {
			this.isSending = false;
			tree.update();
		});
		await this.showResult(transfer, choices);
	}

	private checkIdle(): void {
		if (this.isSending) {
			throw new UserError(vscode.l10n.t('The selected documents are already being sent.'));
		}
	}

	/**
	 * Sends what is chosen, and shows the progress. Throws only if nothing has arrived; otherwise `report` says what has,
	 * also after it was cancelled or broke off.
	 */
	async send(transfer: Transfer, chosen: ReadonlySet<TransferChoice>, title: string): Promise<void> {
		try {
			await this.sendAll(transfer, chosen, title);
		} catch (error) {
			if (!hasArrived(transfer, chosen)) {
				throw error;
			}
			this.studio.log.warn(errorLine(error, this.studio.tenants, { tenant: transfer.tenant, what: title }));
		}
	}

	private sendAll(transfer: Transfer, chosen: ReadonlySet<TransferChoice>, title: string): Promise<void> {
		let count = 0;
		return whileShown(title, (signal, report) =>
			this.transfers.send(transfer, chosen, {
				title,
				signal,
				onProgress: ({ connector, document }) => {
					const name = document
						? `${connector.bundle.about.name}/${document.part}`
						: connector.bundle.about.name;
					report(vscode.l10n.t('{0} of {1}: {2}', ++count, chosen.size, name));
				},
			}),
		);
	}

	/** What has become of each choice. */
	report(transfer: Transfer, chosen: ReadonlySet<TransferChoice>): TransferReport {
		return { ...reportOf(this.studio, transfer, chosen), record: this.transfers.recordOf(transfer) };
	}

	/** Says what came of a transfer, and offers to look at it and to undo that very one. */
	async showResult(transfer: Transfer, chosen: ReadonlySet<TransferChoice>): Promise<void> {
		const result = new TransferResult(this.studio, transfer, chosen);
		const record = this.transfers.recordOf(transfer);
		const undo = vscode.l10n.t('Undo');
		const buttons = [result.button, ...(record === undefined ? [] : [undo])];
		const pressed = await (result.isGood
			? vscode.window.showInformationMessage(result.message, ...buttons)
			: vscode.window.showWarningMessage(result.message, ...buttons));
		if (pressed === undo) {
			await vscode.commands.executeCommand('iscConnectors.transfer.undo', record);
		} else if (pressed !== undefined) {
			await result.show();
		}
	}

	private shownTree(): TransferTree {
		if (!this.tree) {
			const tree = new TransferTree(this.comparison, this.studio.versions);
			this.tree = tree;
			// The button says whether the tenant can be changed.
			this.studio.subscriptions.push(this.studio.tenants.onDidChange(() => tree.update()));
		}
		return this.tree;
	}
}
