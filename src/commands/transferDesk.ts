import * as vscode from 'vscode';
import type { Studio } from '.';
import type { LanguageChecks } from '../documents/textProblem';
import type { Tenant } from '../tenants/tenant';
import type { ConnectorBundle } from '../transfer/bundle';
import { ConnectorDeletion } from '../transfer/connectorDeletion';
import { findUnlisted } from '../transfer/createConnector';
import { DeletedConnectors } from '../transfer/deletedConnectors';
import { readConnector } from '../transfer/readConnector';
import { Transfer, type Choice } from '../transfer/transfer';
import { findConnector, planConnector, type PlannedConnector } from '../transfer/transferPlan';
import type { TransferKind } from '../transfer/transferRecord';
import { TransferRecords } from '../transfer/transferRecords';
import { Transfers } from '../transfer/transfers';
import { ContextKey } from '../util/contextKey';
import { UserError } from '../util/userError';
import { TransferTree, type ShownTransfer } from '../views/transferTree';
import { approve } from './approval';
import { connectorCount, documentCount } from './counts';
import { whileShown } from './progress';
import { transferMessage } from './transferMessage';

/** A bundle, and the script name of where it comes from, if that is a tenant. */
export interface Origin {
	readonly bundle: ConnectorBundle;
	readonly scriptName?: string;
}

/** How to come to a transfer, again if need be. */
export interface TransferSource {
	readonly kind: TransferKind;
	readonly target: Tenant;
	/** What people call the place that the texts come from. */
	readonly name: string;
	/** Reads what is to be sent; `problems` are sentences on what cannot be. */
	readonly read: (
		signal: AbortSignal,
		report: (message: string) => void,
	) => Promise<{ readonly origins: readonly Origin[]; readonly problems: readonly string[] }>;
}

/** What a transfer has come to, as people and programs are told. */
export interface TransferReport {
	readonly sent: readonly string[];
	readonly failed: readonly { readonly name: string; readonly message: string }[];
}

/** Where whole connectors are compared, sent, deleted and given back. */
export class TransferDesk {
	readonly deleted: DeletedConnectors;
	readonly deletion: ConnectorDeletion;
	readonly records: TransferRecords;
	readonly transfers: Transfers;
	private readonly hasTransfer = new ContextKey<boolean>('iscConnectors.hasTransfer');
	private tree: TransferTree | undefined;
	private isSending = false;
	/** Rises with each comparison that is asked for. */
	private latest = 0;
	private shown:
		{ readonly source: TransferSource; readonly isChosen: (choice: Choice) => boolean } | undefined;

	constructor(private readonly studio: Studio) {
		const { tenants, catalog, documents, saves, points, storage } = studio;
		const client = (tenant: string) => tenants.client(tenant);
		const folder = (name: string) => vscode.Uri.joinPath(storage, name).fsPath;
		this.deleted = new DeletedConnectors(folder('deleted'));
		this.deletion = new ConnectorDeletion(client, catalog, documents, this.deleted);
		this.records = new TransferRecords(folder('transfers'));
		const { records, deletion } = this;
		this.transfers = new Transfers({ client, catalog, documents, saves, points, records, deletion });
	}

	/** The tenant that what is shown goes to. */
	get shownTenant(): string | undefined {
		return this.tree?.shown?.transfer.tenant;
	}

	/** Compares with what the tenant has now. */
	async plan(
		{ kind, target, read }: TransferSource,
		signal: AbortSignal,
		report: (message: string) => void,
	): Promise<{ readonly transfer: Transfer; readonly problems: readonly string[] }> {
		const { origins, problems } = await read(signal, report);
		const { languageChecks } = await import('../documents/languageChecks');
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

	/** Shows what a transfer would do, so that people can look at it and choose; the one asked for last stays. */
	async show(source: TransferSource, isChosen: (choice: Choice) => boolean): Promise<ShownTransfer> {
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
		const choices = new Set(chosen);
		if (choices.size === 0) {
			throw new UserError(vscode.l10n.t('Nothing is checked. Check the documents that you want to send.'));
		}
		const isWanted = await approve(target, {
			question: questionOf(choices, target.name),
			detail: vscode.l10n.t(
				'It takes effect at once. What the tenant has now is kept on this machine, and the whole can be undone.',
			),
			yes: vscode.l10n.t('Send'),
			always: true,
		});
		if (!isWanted) {
			return;
		}
		this.isSending = true;
		await this.send(shown.transfer, choices, shown.title).finally(() => {
			this.isSending = false;
			tree.update();
		});
		await this.tell(shown.transfer, choices, target.name);
	}

	/** Sends, with its progress shown. What fails for one document is in the transfer; what fails for all is thrown. */
	async send(transfer: Transfer, chosen: ReadonlySet<Choice>, title: string): Promise<void> {
		let count = 0;
		await whileShown(title, (signal, report) =>
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

	/** What came of the choices. */
	report(transfer: Transfer, chosen: ReadonlySet<Choice>): TransferReport {
		const named = transfer.connectors.flatMap(connector => [
			{ choice: connector, name: connector.bundle.about.name },
			...connector.documents.map(document => ({
				choice: document,
				name: `${connector.bundle.about.name}/${document.part}`,
			})),
		]);
		const outcomes = named
			.filter(({ choice }) => chosen.has(choice))
			.map(({ choice, name }) => ({ name, outcome: transfer.outcomeOf(choice) }));
		return {
			sent: outcomes.filter(({ outcome }) => outcome?.kind === 'sent').map(({ name }) => name),
			failed: outcomes
				.filter(({ outcome }) => outcome?.kind !== 'sent')
				.map(({ name, outcome }) => ({
					name,
					message:
						outcome?.kind === 'failed'
							? (transferMessage(this.studio, transfer.tenant, outcome.error) ?? vscode.l10n.t('Cancelled.'))
							: vscode.l10n.t('It was not sent.'),
				})),
		};
	}

	/** Tells what came of a transfer, and offers to undo it. */
	async tell(transfer: Transfer, chosen: ReadonlySet<Choice>, target: string): Promise<void> {
		const { sent, failed } = this.report(transfer, chosen);
		const undo = vscode.l10n.t('Undo');
		const [first] = failed;
		const chosenButton =
			first === undefined
				? await vscode.window.showInformationMessage(
						vscode.l10n.t('{0} has everything: {1} sent.', target, sent.length),
						undo,
					)
				: await vscode.window.showWarningMessage(
						vscode.l10n.t(
							'{0} of {1} were sent to {2}. {3}: {4} The view shows the rest; send again to go on.',
							sent.length,
							sent.length + failed.length,
							target,
							first.name,
							first.message,
						),
						...(sent.length > 0 ? [undo] : []),
					);
		if (chosenButton === undo) {
			await vscode.commands.executeCommand('iscConnectors.transfer.undo', transfer.tenant);
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

function questionOf(choices: ReadonlySet<Choice>, target: string): string {
	const connectors = [...choices].filter(choice => 'bundle' in choice).length;
	const documents = choices.size - connectors;
	return connectors > 0
		? vscode.l10n.t(
				'Create {0} in {1}, and send {2}?',
				connectorCount(connectors),
				target,
				documentCount(documents),
			)
		: vscode.l10n.t('Send {0} to {1}?', documentCount(documents), target);
}
