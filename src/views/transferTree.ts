import * as vscode from 'vscode';
import { fileOf } from '../core/remote/documentPath';
import type { VersionTexts } from '../documents/versionTexts';
import { CheckedChoices } from '../core/transfer/send/checkedChoices';
import { countOf } from '../core/transfer/send/chosenCount';
import type { PlannedConnector } from '../core/transfer/send/transferPlan';
import type { TransferChoice, Transfer } from '../core/transfer/send/transfer';
import { DisposableStore } from '../util/disposables';
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

type DocumentNode = Extract<TransferNode, { kind: 'document' }>;

/** Shows what a transfer would do to each connector and document; what is selected can be sent. */
export class TransferTree implements vscode.TreeDataProvider<TransferNode>, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChangeTreeData = this.store.add(new vscode.EventEmitter<undefined>());
	readonly onDidChangeTreeData = this.didChangeTreeData.event;
	private readonly view: vscode.TreeView<TransferNode>;
	private readonly sendNode: TransferNode = { kind: 'send' };
	private nodes: readonly TransferNode[] = [];
	private readonly documents = new Map<PlannedConnector, readonly TransferNode[]>();
	private readonly diffs: TransferDiffs;
	private checked: CheckedChoices | undefined;
	private current: ShownTransfer | undefined;

	/** @param openCommand called with the node of a row that is clicked, or on which Enter is pressed */
	constructor(
		viewId: string,
		private readonly openCommand: string,
		versions: VersionTexts,
	) {
		this.diffs = new TransferDiffs(versions);
		this.view = this.store.add(
			vscode.window.createTreeView(viewId, {
				treeDataProvider: this,
				showCollapseAll: true,
				canSelectMany: true,
				manageCheckboxStateManually: true,
			}),
		);
		this.store.add(
			this.view.onDidChangeCheckboxState(({ items }) => {
				for (const [node, state] of items) {
					this.check(node, state === vscode.TreeItemCheckboxState.Checked, this.view.selection);
				}
			}),
		);
	}

	get shown(): ShownTransfer | undefined {
		return this.current;
	}

	/** The rows that are highlighted, whether their checkboxes are checked or not. */
	get highlighted(): readonly TransferNode[] {
		return this.view.selection;
	}

	/** What is selected and can be sent. */
	get chosen(): ReadonlySet<TransferChoice> {
		return this.checked?.all ?? new Set();
	}

	/**
	 * @param isChosen what is selected to begin with
	 * @param isRepeated the same is compared again: what is selected stays, and the focus where it is
	 */
	async show(
		shown: ShownTransfer,
		isChosen: (choice: TransferChoice) => boolean,
		isRepeated: boolean,
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
		this.update();
		const first = this.chosen.size > 0 ? this.sendNode : this.nodes.find(({ kind }) => kind === 'connector');
		if (first && !isRepeated) {
			await this.view.reveal(first, { focus: true, select: true, expand: true });
		}
	}

	clear(): void {
		this.current = undefined;
		this.nodes = [];
		this.checked = undefined;
		this.documents.clear();
		this.draw();
	}

	/** Shows what has become of the documents that were sent, and what can be sent now. */
	update(): void {
		if (this.current) {
			void this.diffs.update(this.current);
		}
		this.draw();
	}

	private draw(): void {
		const { current, checked } = this;
		if (current && checked) {
			checked.dropSent();
			// Not as the view's description, which its icons cut off in a sidebar of the usual width.
			this.view.message = messageOf(
				current.title,
				countOf(sendableOf(current.transfer)).documents,
				countOf(checked.all).documents,
			);
		}
		this.didChangeTreeData.fire(undefined);
	}

	getTreeItem(node: TransferNode): vscode.TreeItem {
		const item =
			this.current && this.checked ? this.itemOf(node, this.current, this.checked) : problemRow('');
		item.id = idOf(node);
		item.command = { command: this.openCommand, title: '', arguments: [node] };
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

	/** Opens what a row of a document stands for. */
	async open({ document, parent: { connector } }: DocumentNode): Promise<void> {
		if (this.current) {
			await this.diffs.open(this.current, connector, document);
		}
	}

	/** Selects what was not selected, and the other way round. */
	toggle(node: TransferNode, together: readonly TransferNode[]): void {
		const { checked } = this;
		if (checked && node.kind === 'connector') {
			this.check(node, !checked.hasConnector(node.connector), together);
		} else if (checked && node.kind === 'document') {
			this.check(node, !checked.has(node.document), together);
		}
	}

	/** @param together the highlighted rows: all are changed, if the row is one of them */
	private check(node: TransferNode, isChecked: boolean, together: readonly TransferNode[]): void {
		for (const each of together.includes(node) ? together : [node]) {
			if (each.kind === 'connector') {
				this.checked?.check(each.connector, each.connector, isChecked);
			} else if (each.kind === 'document') {
				this.checked?.check(each.parent.connector, each.document, isChecked);
			}
		}
		this.draw();
	}

	dispose(): void {
		this.store.dispose();
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
