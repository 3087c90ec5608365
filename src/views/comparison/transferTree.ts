import * as vscode from 'vscode';
import { fileOf } from '../../core/remote/documentPath';
import type { VersionTexts } from '../../documents/versionTexts';
import { CheckedChoices } from '../../core/transfer/send/checkedChoices';
import { countOf } from '../../core/transfer/send/chosenCount';
import type { PlannedConnector } from '../../core/transfer/send/transferPlan';
import type { TransferChoice, Transfer } from '../../core/transfer/send/transfer';
import { openRowCommand, type ComparisonRows, type ComparisonView } from './comparisonView';
import { TransferDiffs } from './transferDiffs';
import {
	idOf,
	type ConnectorNode,
	type RowContext,
	type SendButton,
	type TransferNode,
} from './transferNode';
import { connectorRow, documentRow, problemRow, sendRow, withCheckbox } from './transferRows';

/** A transfer with what the view says about it. */
export interface ShownTransfer extends RowContext {
	/** Where the texts come from, in full: "JDBC of dev". */
	readonly source: string;
	/** "JDBC of dev → prod" */
	readonly title: string;
	/** What cannot be sent, as sentences. */
	readonly problems: readonly string[];
	readonly sendButton: (chosen: ReadonlySet<TransferChoice>) => SendButton;
}

/** Shows what a transfer would do to each connector and document; what is selected can be sent. */
export class TransferTree implements ComparisonRows {
	private readonly sendNode: TransferNode = { kind: 'send' };
	private nodes: readonly TransferNode[] = [];
	private readonly documents = new Map<PlannedConnector, readonly TransferNode[]>();
	private readonly diffs: TransferDiffs;
	private checked: CheckedChoices | undefined;
	private current: ShownTransfer | undefined;

	constructor(
		private readonly view: ComparisonView,
		versions: VersionTexts,
	) {
		this.diffs = new TransferDiffs(versions);
	}

	get shown(): ShownTransfer | undefined {
		return this.current;
	}

	/** What is selected and can be sent. */
	get chosen(): ReadonlySet<TransferChoice> {
		return this.checked?.all ?? new Set();
	}

	/**
	 * @param isChosen what is selected to begin with
	 * @param isRepeated the same is compared again: what is selected stays, and the focus where it is
	 * @param again compares it again
	 */
	async show(
		shown: ShownTransfer,
		isChosen: (choice: TransferChoice) => boolean,
		isRepeated: boolean,
		again: () => Promise<unknown>,
	): Promise<void> {
		const { transfer, problems } = shown;
		this.current = shown;
		this.documents.clear();
		this.checked = new CheckedChoices(transfer, isRepeated ? this.checked : undefined);
		this.checked.begin(isChosen);
		this.nodes = [
			...problems.map(message => ({ kind: 'problem' as const, message })),
			...transfer.connectors.map(connector => ({ kind: 'connector' as const, connector })),
		];
		this.checked.dropSent();
		await this.view.show(this, again);
		void this.diffs.update(shown);
		const first = this.chosen.size > 0 ? this.sendNode : this.nodes.find(({ kind }) => kind === 'connector');
		if (first && !isRepeated) {
			await this.view.reveal(first);
		}
	}

	clear(): void {
		this.current = undefined;
		this.nodes = [];
		this.checked = undefined;
		this.documents.clear();
	}

	/** Shows what has become of the documents that were sent, and what can be sent now. */
	update(): void {
		if (this.current) {
			void this.diffs.update(this.current);
		}
		this.draw();
	}

	private draw(): void {
		this.checked?.dropSent();
		this.view.draw(this);
	}

	get message(): string {
		const { current, checked } = this;
		return current && checked
			? messageOf(
					current.title,
					countOf(sendableOf(current.transfer)).documents,
					countOf(checked.all).documents,
				)
			: '';
	}

	getTreeItem(node: TransferNode): vscode.TreeItem {
		const item =
			this.current && this.checked ? this.itemOf(node, this.current, this.checked) : problemRow('');
		item.id = idOf(node);
		item.command = { command: openRowCommand, title: '', arguments: [node] };
		return item;
	}

	private itemOf(node: TransferNode, current: ShownTransfer, checked: CheckedChoices): vscode.TreeItem {
		switch (node.kind) {
			case 'send':
				return sendRow(current.sendButton(checked.all));
			case 'problem':
				return problemRow(node.message);
			case 'connector': {
				const { connector } = node;
				const item = connectorRow(connector, current);
				return current.transfer.choicesOf(connector).length > 0
					? withCheckbox(item, connector.bundle.about.name, checked.hasConnector(connector))
					: item;
			}
			case 'document': {
				const { document, parent } = node;
				const item = documentRow(document, parent.connector, current);
				return current.transfer.choicesOf(parent.connector).includes(document)
					? withCheckbox(item, fileOf(document.part), checked.has(document))
					: item;
			}
		}
	}

	getParent(node: TransferNode): TransferNode | undefined {
		return node.kind === 'document' ? node.parent : undefined;
	}

	getChildren(node?: TransferNode): TransferNode[] {
		if (!node) {
			const isSendable = this.current && sendableOf(this.current.transfer).size > 0;
			return [...(isSendable ? [this.sendNode] : []), ...this.nodes];
		}
		return node.kind === 'connector' ? [...this.documentsOf(node)] : [];
	}

	private documentsOf(parent: ConnectorNode): readonly TransferNode[] {
		const known =
			this.documents.get(parent.connector) ??
			parent.connector.documents.map(document => ({ kind: 'document' as const, parent, document }));
		this.documents.set(parent.connector, known);
		return known;
	}

	async open(node: TransferNode): Promise<void> {
		if (node.kind === 'send') {
			await vscode.commands.executeCommand('iscConnectors.transfer.run');
		} else if (this.current && node.kind === 'document') {
			await this.diffs.open(this.current, node.parent.connector, node.document);
		}
	}

	async toggle(node: TransferNode, together: readonly TransferNode[]): Promise<void> {
		const { checked } = this;
		if (node.kind === 'send') {
			await this.open(node);
		} else if (checked && node.kind === 'connector') {
			this.check(node, !checked.hasConnector(node.connector), together);
		} else if (checked && node.kind === 'document') {
			this.check(node, !checked.has(node.document), together);
		}
	}

	/** @param together the highlighted rows: all are changed, if the row is one of them */
	check(node: TransferNode, isChecked: boolean, together: readonly TransferNode[]): void {
		for (const each of together.includes(node) ? together : [node]) {
			if (each.kind === 'connector') {
				this.checked?.check(each.connector, each.connector, isChecked);
			} else if (each.kind === 'document') {
				this.checked?.check(each.parent.connector, each.document, isChecked);
			}
		}
		this.draw();
	}
}

/** What can be sent, selected or not. */
function sendableOf(transfer: Transfer): ReadonlySet<TransferChoice> {
	return new Set(transfer.connectors.flatMap(connector => transfer.choicesOf(connector)));
}

function messageOf(title: string, sendable: number, selected: number): string {
	return sendable === 0
		? vscode.l10n.t('{0}. There is nothing to send.', title)
		: vscode.l10n.t('{0}. Select what to send: {1} of {2} selected.', title, selected, sendable);
}
