import * as vscode from 'vscode';
import { fileOf } from '../core/remote/documentPath';
import type { VersionTexts } from '../documents/versionTexts';
import { CheckedChoices } from '../core/transfer/send/checkedChoices';
import type { PlannedConnector, PlannedDocument } from '../core/transfer/send/transferPlan';
import type { TransferChoice, Transfer } from '../core/transfer/send/transfer';
import { DisposableStore } from '../util/disposables';
import { connectorRow, documentRow, problemRow, type RowContext } from './transferRows';

export type TransferNode =
	| { readonly kind: 'connector'; readonly connector: PlannedConnector }
	| {
			readonly kind: 'document';
			readonly parent: TransferNode & { readonly kind: 'connector' };
			readonly document: PlannedDocument;
	  }
	/** Something that cannot be part of the transfer. */
	| { readonly kind: 'problem'; readonly message: string };

/** A transfer with what the view says about it. */
export interface ShownTransfer extends Omit<RowContext, 'transfer'> {
	readonly transfer: Transfer;
	/** "acme → prod" */
	readonly title: string;
	/** What cannot be sent, as sentences. */
	readonly problems: readonly string[];
}

/** Shows what a transfer would do to each connector and document; what is checked can be sent. */
export class TransferTree implements vscode.TreeDataProvider<TransferNode>, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChangeTreeData = this.store.add(new vscode.EventEmitter<undefined>());
	readonly onDidChangeTreeData = this.didChangeTreeData.event;
	private readonly view: vscode.TreeView<TransferNode>;
	private nodes: readonly TransferNode[] = [];
	private readonly documents = new Map<PlannedConnector, readonly TransferNode[]>();
	private checked: CheckedChoices | undefined;
	private current: ShownTransfer | undefined;

	constructor(
		viewId: string,
		private readonly versions: VersionTexts,
	) {
		this.view = this.store.add(
			vscode.window.createTreeView(viewId, {
				treeDataProvider: this,
				showCollapseAll: true,
				manageCheckboxStateManually: true,
			}),
		);
		this.store.add(
			this.view.onDidChangeCheckboxState(({ items }) => {
				for (const [node, state] of items) {
					this.check(node, state === vscode.TreeItemCheckboxState.Checked);
				}
				this.update();
			}),
		);
	}

	get shown(): ShownTransfer | undefined {
		return this.current;
	}

	/** What is checked and can be sent. */
	get chosen(): ReadonlySet<TransferChoice> {
		return this.checked?.all ?? new Set();
	}

	/** @param isChosen what is checked to begin with */
	async show(shown: ShownTransfer, isChosen: (choice: TransferChoice) => boolean): Promise<void> {
		const { transfer, problems } = shown;
		this.current = shown;
		this.documents.clear();
		this.checked = new CheckedChoices(transfer);
		this.checked.begin(isChosen);
		this.nodes = [
			...problems.map(message => ({ kind: 'problem' as const, message })),
			...transfer.connectors.map(connector => ({ kind: 'connector' as const, connector })),
		];
		this.update();
		const [first] = this.nodes.filter(({ kind }) => kind === 'connector');
		if (first) {
			await this.view.reveal(first, { focus: true, select: true, expand: true });
		}
	}

	clear(): void {
		this.current = undefined;
		this.nodes = [];
		this.checked = undefined;
		this.documents.clear();
		this.update();
	}

	/** Shows what has become of the documents that were sent. */
	update(): void {
		const { current, checked } = this;
		if (current && checked) {
			checked.dropSent();
			const { connectors } = current.transfer;
			const sendable = connectors.flatMap(connector => current.transfer.choicesOf(connector));
			this.view.description = current.title;
			this.view.message = messageOf(sendable.length, checked.all.size);
		}
		this.didChangeTreeData.fire(undefined);
	}

	getTreeItem(node: TransferNode): vscode.TreeItem {
		const { current, checked } = this;
		if (!current || !checked || node.kind === 'problem') {
			return problemRow(node.kind === 'problem' ? node.message : '');
		}
		if (node.kind === 'connector') {
			const { connector } = node;
			const isChoice = current.transfer.choicesOf(connector).length > 0;
			return withCheckbox(connectorRow(connector, current), isChoice, checked.hasConnector(connector));
		}
		const { document, parent } = node;
		const isChoice = current.transfer.choicesOf(parent.connector).includes(document);
		const item = documentRow(document, parent.connector, current);
		return withCheckbox(item, isChoice, checked.has(document));
	}

	/** Adds the command that compares on a click, with the texts for it. */
	resolveTreeItem(item: vscode.TreeItem, node: TransferNode): vscode.TreeItem {
		if (node.kind === 'document' && this.current && !item.command) {
			const { document, parent } = node;
			const { source, target, transfer } = this.current;
			const scriptName = transfer.scriptNameOf(parent.connector) ?? parent.connector.bundle.about.name;
			const id = { tenant: parent.connector.tenant, scriptName, part: document.part };
			const [left, right] = [document.present, document.source].map(bytes =>
				this.versions.snapshot(id, bytes ?? new Uint8Array()),
			);
			const title = vscode.l10n.t('{0}: {1} ↔ {2}', fileOf(document.part), target, source);
			item.command = { command: 'vscode.diff', title, arguments: [left, right, title] };
		}
		return item;
	}

	getParent(node: TransferNode): TransferNode | undefined {
		return node.kind === 'document' ? node.parent : undefined;
	}

	getChildren(node?: TransferNode): TransferNode[] {
		if (!node) {
			return [...this.nodes];
		}
		if (node.kind !== 'connector') {
			return [];
		}
		const known =
			this.documents.get(node.connector) ??
			node.connector.documents.map(document => ({ kind: 'document' as const, parent: node, document }));
		this.documents.set(node.connector, known);
		return [...known];
	}

	private check(node: TransferNode, isChecked: boolean): void {
		if (node.kind === 'connector') {
			this.checked?.check(node.connector, node.connector, isChecked);
		} else if (node.kind === 'document') {
			this.checked?.check(node.parent.connector, node.document, isChecked);
		}
	}

	dispose(): void {
		this.store.dispose();
	}
}

function withCheckbox(item: vscode.TreeItem, isChoice: boolean, isChecked: boolean): vscode.TreeItem {
	if (isChoice) {
		item.checkboxState = isChecked
			? vscode.TreeItemCheckboxState.Checked
			: vscode.TreeItemCheckboxState.Unchecked;
	}
	return item;
}

function messageOf(sendable: number, checked: number): string {
	if (sendable === 0) {
		return vscode.l10n.t('There is nothing to send.');
	}
	return vscode.l10n.t(
		'Click a document to compare it. {0} of {1} are checked; the cloud above sends them.',
		checked,
		sendable,
	);
}
