import * as vscode from 'vscode';
import { delay } from '../../core/api/send/http';
import { ContextKey } from '../../util/contextKey';
import { DisposableStore } from '../../util/disposables';

export const comparisonViewId = 'iscConnectors.transfer';

/** Called with the node of a row that is clicked, or on which Enter is pressed. */
export const openRowCommand = 'iscConnectors.transfer.openRow';

/** What is compared, as the rows of a tree. A node is a row for as long as it is the same object. */
export interface ComparisonRows {
	/** Stands above the rows. */
	readonly message: string;
	getTreeItem(node: object): vscode.TreeItem;
	getChildren(node?: object): object[];
	getParent(node: object): object | undefined;
	open(node: object): Promise<void>;
	/** Selects a row or not, where rows can be selected; `together` are the highlighted ones. */
	check?(node: object, isChecked: boolean, together: readonly object[]): void;
	/** Selects what was not selected, and the other way round. */
	toggle?(node: object, together: readonly object[]): Promise<void>;
	/** Something else is shown instead, or nothing. */
	clear(): void;
}

/** Milliseconds that VS Code has to open a row. */
const patience = 1000;

/** The view Comparison: one comparison at a time, whatever is compared. */
export class ComparisonView implements vscode.TreeDataProvider<object>, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChangeTreeData = this.store.add(new vscode.EventEmitter<undefined>());
	readonly onDidChangeTreeData = this.didChangeTreeData.event;
	private readonly hasRows = new ContextKey<boolean>('iscConnectors.hasTransfer');
	/** Whether what is selected can be sent. */
	private readonly isTransfer = new ContextKey<boolean>('iscConnectors.isTransferShown');
	private created: vscode.TreeView<object> | undefined;
	private current: ComparisonRows | undefined;
	private again: (() => Promise<unknown>) | undefined;
	/** Counts the comparisons, so that an earlier one that ends later is not shown. */
	private latest = 0;
	/** For each press of the key for selecting, the rows that were highlighted, until VS Code opens the focused one. */
	private readonly presses: (readonly object[])[] = [];

	/** A comparison begins, or what is under way would show what was there before. @returns whether it is still the latest */
	begin(): () => boolean {
		const turn = ++this.latest;
		return () => turn === this.latest;
	}

	/** @param again compares the same once more */
	async show(rows: ComparisonRows, again: () => Promise<unknown>): Promise<void> {
		if (this.current !== rows) {
			this.current?.clear();
			this.current = rows;
		}
		this.again = again;
		await this.hasRows.set(true);
		await this.isTransfer.set(rows.toggle !== undefined);
		this.draw(rows);
	}

	/** Draws the rows anew, if they are those that are shown. */
	draw(rows: ComparisonRows): void {
		if (rows === this.current) {
			// Not as the view's description, which its icons cut off in a sidebar of the usual width.
			this.view.message = rows.message;
			this.didChangeTreeData.fire(undefined);
		}
	}

	async reveal(node: object): Promise<void> {
		await this.view.reveal(node, { focus: true, select: true, expand: true });
	}

	async compareAgain(): Promise<void> {
		await this.again?.();
	}

	async close(): Promise<void> {
		this.latest++;
		this.again = undefined;
		this.current?.clear();
		this.current = undefined;
		this.didChangeTreeData.fire(undefined);
		await this.hasRows.set(undefined);
		await this.isTransfer.set(undefined);
	}

	/** Opens what a row stands for; the Space key selects it instead, see `toggleRow`. */
	async openRow(node: object): Promise<void> {
		const together = this.presses.shift();
		if (together && this.current?.toggle) {
			await this.current.toggle(node, together);
		} else {
			await this.current?.open(node);
		}
	}

	/** Selects the focused row, which VS Code tells no extension but by opening it. */
	async toggleRow(): Promise<void> {
		const together = [...this.view.selection];
		this.presses.push(together);
		await vscode.commands.executeCommand('list.selectAndPreserveFocus');
		await delay(patience);
		// Where no row has the focus, VS Code opens none: what is opened later was not meant.
		this.presses.splice(0, this.presses.indexOf(together) + 1);
	}

	getTreeItem(node: object): vscode.TreeItem {
		return this.current?.getTreeItem(node) ?? new vscode.TreeItem('');
	}

	getChildren(node?: object): object[] {
		return this.current?.getChildren(node) ?? [];
	}

	getParent(node: object): object | undefined {
		return this.current?.getParent(node);
	}

	/** Made when it is first needed. */
	private get view(): vscode.TreeView<object> {
		if (!this.created) {
			const view = this.store.add(
				vscode.window.createTreeView<object>(comparisonViewId, {
					treeDataProvider: this,
					showCollapseAll: true,
					canSelectMany: true,
					manageCheckboxStateManually: true,
				}),
			);
			this.store.add(
				view.onDidChangeCheckboxState(({ items }) => {
					for (const [node, state] of items) {
						const isChecked = state === vscode.TreeItemCheckboxState.Checked;
						this.current?.check?.(node, isChecked, view.selection);
					}
				}),
			);
			this.created = view;
		}
		return this.created;
	}

	dispose(): void {
		this.store.dispose();
	}
}
