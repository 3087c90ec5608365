import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { LanguageChecks } from '../../core/remote/textProblem';
import type { Tenant } from '../../core/api/tenant';
import type { ConnectorBundle } from '../../core/transfer/archive/bundle';
import { ConnectorDeletion } from '../../core/transfer/copy/connectorDeletion';
import { findUnlisted } from '../../core/transfer/copy/createConnector';
import { DeletedConnectors } from '../../core/transfer/copy/deletedConnectors';
import { readConnector } from '../../core/transfer/copy/readConnector';
import { Transfer, type TransferChoice } from '../../core/transfer/send/transfer';
import { findConnector, planConnector, type PlannedConnector } from '../../core/transfer/send/transferPlan';
import type { TransferKind } from '../../core/transfer/send/transferRecord';
import { TransferRecords } from '../../core/transfer/send/transferRecords';
import { Transfers } from '../../core/transfer/send/transfers';
import { ContextKey } from '../../util/contextKey';
import { errorLine } from '../../messages/errorLine';
import { UserError } from '../../messages/userError';
import { TransferTree, type ShownTransfer } from '../../views/transferTree';
import { whileShown } from '../ask/progress';
import { approveNow } from '../ask/approval';
import { transferMessage } from './transferMessage';
import { questionOf } from './transferQuestion';
import { hasArrived, reportMessage, reportOf, type TransferReport } from './transferReport';

export type { TransferReport };

/** A bundle and, if it comes from a tenant, its script name there. */
export interface Origin {
	readonly bundle: ConnectorBundle;
	readonly scriptName?: string;
}

/** What a transfer is made from, so that it can be made again. */
export interface TransferSource {
	readonly kind: TransferKind;
	readonly target: Tenant;
	/** Where the texts come from, for people. */
	readonly name: string;
	/** Reads what is to be sent; `problems` are sentences on what cannot be. */
	readonly read: (
		signal: AbortSignal,
		report: (message: string) => void,
	) => Promise<{ readonly origins: readonly Origin[]; readonly problems: readonly string[] }>;
}

/** Compares, sends, deletes and restores whole connectors. */
export class TransferDesk {
	readonly deleted: DeletedConnectors;
	readonly deletion: ConnectorDeletion;
	readonly records: TransferRecords;
	readonly transfers: Transfers;
	private readonly hasTransfer = new ContextKey<boolean>('iscConnectors.hasTransfer');
	private tree: TransferTree | undefined;
	private isSending = false;
	/** Counts the comparisons, so that an earlier one that ends later is not shown. */
	private latest = 0;
	private shown:
		{ readonly source: TransferSource; readonly isChosen: (choice: TransferChoice) => boolean } | undefined;

	constructor(
		private readonly studio: Pick<
			Studio,
			| 'tenants'
			| 'catalog'
			| 'documents'
			| 'saves'
			| 'history'
			| 'versions'
			| 'log'
			| 'storage'
			| 'subscriptions'
		>,
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
	async plan(
		{ kind, target, read }: TransferSource,
		signal: AbortSignal,
		report: (message: string) => void,
	): Promise<{ readonly transfer: Transfer; readonly problems: readonly string[] }> {
		const { origins, problems } = await read(signal, report);
		const { languageChecks } = await import('../../documents/saves/languageChecks');
		const connectors: PlannedConnector[] = [];
		for (const [index, origin] of origins.entries()) {
			signal.throwIfAborted();
			report(vscode.l10n.t('{0} of {1}: {2}', index + 1, origins.length, origin.bundle.about.name));
			connectors.push(await this.planOne(origin, target, languageChecks, signal));
		}
		return { transfer: new Transfer(kind, target.id, connectors), problems };
	}

	private async planOne(
		{ bundle, scriptName }: Origin,
		target: Tenant,
		checks: LanguageChecks,
		signal: AbortSignal,
	): Promise<PlannedConnector> {
		const { tenants, catalog } = this.studio;
		const client = await tenants.client(target.id);
		const { name } = bundle.about;
		const known = findConnector(await catalog.connectors(target.id), { name, scriptName });
		const found = known?.scriptName ?? (await findUnlisted(client, name, signal));
		const present = found === undefined ? undefined : await readConnector(client, found, signal);
		const presentConnector =
			found !== undefined && present ? { scriptName: found, bundle: present } : undefined;
		return planConnector(bundle, target.id, presentConnector, checks);
	}

	/** Shows what a transfer would do, so that people can look at it and choose. */
	async show(source: TransferSource, isChosen: (choice: TransferChoice) => boolean): Promise<ShownTransfer> {
		const turn = ++this.latest;
		const { target, name } = source;
		const { transfer, problems } = await whileShown(
			vscode.l10n.t('Comparing {0} with {1}', name, target.name),
			(signal, report) => this.plan(source, signal, report),
		);
		const shown: ShownTransfer = {
			transfer,
			problems,
			source: name,
			target: target.name,
			title: vscode.l10n.t('{0} → {1}', name, target.name),
			messageOf: error => transferMessage(this.studio, target.id, error) ?? vscode.l10n.t('Cancelled.'),
		};
		if (turn === this.latest) {
			this.shown = { source, isChosen };
			await this.hasTransfer.set(true);
			await this.shownTree().show(shown, isChosen);
		}
		return shown;
	}

	/** Compares again what is shown. */
	async compareAgain(): Promise<void> {
		if (this.shown) {
			await this.show(this.shown.source, this.shown.isChosen);
		}
	}

	async clear(): Promise<void> {
		this.latest++;
		this.shown = undefined;
		this.tree?.clear();
		await this.hasTransfer.set(undefined);
	}

	/** Asks, and sends what is checked in the view. */
	async sendChosen(): Promise<void> {
		const tree = this.tree;
		const { shown, chosen } = tree ?? {};
		const target = shown && this.studio.tenants.get(shown.transfer.tenant);
		if (!tree || !shown || !target) {
			throw new UserError(vscode.l10n.t('There is nothing to send: compare, promote or import first.'));
		}
		if (this.isSending) {
			throw new UserError(vscode.l10n.t('The checked documents are being sent already.'));
		}
		const { transfer, title } = shown;
		const choices = transfer.complete(chosen ?? new Set());
		if (choices.size === 0) {
			throw new UserError(vscode.l10n.t('Nothing is checked. Check the documents that you want to send.'));
		}
		const question = questionOf(transfer, choices, target.name);
		if (!(await approveNow(this.studio, target.id, { ...question, always: true }))) {
			return;
		}
		this.isSending = true;
		await this.send(transfer, choices, title).finally(() => {
			this.isSending = false;
			tree.update();
		});
		await this.showReport(transfer, choices, target.name);
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

	/** Says what came of a transfer, and offers to undo that very one. */
	async showReport(transfer: Transfer, chosen: ReadonlySet<TransferChoice>, target: string): Promise<void> {
		const { record, ...report } = this.report(transfer, chosen);
		const message = reportMessage(report, target, this.tree?.shown?.transfer === transfer);
		const undo = vscode.l10n.t('Undo');
		const buttons = record === undefined ? [] : [undo];
		const isGood = report.failed.length + report.altered.length === 0;
		const chosenButton = await (isGood
			? vscode.window.showInformationMessage(message, ...buttons)
			: vscode.window.showWarningMessage(message, ...buttons));
		if (chosenButton === undo) {
			await vscode.commands.executeCommand('iscConnectors.transfer.undo', record);
		}
	}

	private shownTree(): TransferTree {
		if (!this.tree) {
			this.tree = new TransferTree('iscConnectors.transfer', this.studio.versions);
			this.studio.subscriptions.push(this.tree);
		}
		return this.tree;
	}
}
