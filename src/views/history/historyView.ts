import * as vscode from 'vscode';
import type { History } from '../../core/history/history';
import type { HistoryEntry } from '../../core/history/historyEntry';
import { fileOf, type DocumentId } from '../../core/remote/documentPath';
import type { Documents } from '../../documents/documents';
import type { Saves } from '../../documents/saves/saves';
import { shownDocument } from '../../documents/versionUri';
import type { Tenants } from '../../tenants/tenants';
import { ContextKey } from '../../util/contextKey';
import { DisposableStore } from '../../util/disposables';
import { looksOf, timeOf } from './versionLooks';

/** A row of the view: what a tenant had before a save. */
export interface VersionNode {
	readonly kind: 'version';
	readonly entry: HistoryEntry;
}

export function isVersionNode(argument: unknown): argument is VersionNode {
	return (argument as Partial<VersionNode> | undefined)?.kind === 'version';
}

/** Shows the history of the document in the active editor; asks no tenant. */
export class HistoryView implements vscode.TreeDataProvider<VersionNode>, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChangeTreeData = this.store.add(new vscode.EventEmitter<undefined>());
	readonly onDidChangeTreeData = this.didChangeTreeData.event;
	private readonly view: vscode.TreeView<VersionNode>;
	private readonly hasDocument = new ContextKey<boolean>('iscConnectors.hasDocumentOfHistory');
	private id: DocumentId | undefined;

	constructor(
		private readonly tenants: Tenants,
		documents: Documents,
		saves: Saves,
		private readonly history: () => Promise<History>,
	) {
		this.view = this.store.add(
			vscode.window.createTreeView('iscConnectors.history', { treeDataProvider: this }),
		);
		const refresh = () => this.didChangeTreeData.fire(undefined);
		this.store.add(vscode.window.onDidChangeActiveTextEditor(() => this.follow()));
		this.store.add(saves.onDidEnd(refresh));
		this.store.add(documents.onDidChange(refresh));
		this.store.add(documents.onDidAnswer(refresh));
		this.follow();
	}

	private follow(): void {
		const uri = vscode.window.activeTextEditor?.document.uri;
		this.id = uri && shownDocument(uri);
		void this.hasDocument.set(this.id !== undefined);
		this.view.description = this.id ? `${fileOf(this.id.part)} · ${this.tenants.nameOf(this.id.tenant)}` : '';
		this.didChangeTreeData.fire(undefined);
	}

	async getChildren(node?: VersionNode): Promise<VersionNode[]> {
		const { id } = this;
		const entries = !node && id ? await (await this.history()).list(id) : [];
		return entries.map(entry => ({ kind: 'version', entry }));
	}

	getTreeItem(node: VersionNode): vscode.TreeItem {
		const { entry } = node;
		const { icon, words } = looksOf(entry);
		const time = timeOf(entry);
		const facts = [words, entry.by].filter(Boolean);
		const item = new vscode.TreeItem(time);
		item.id = entry.id;
		item.description = facts.join(' · ');
		item.iconPath = new vscode.ThemeIcon(icon);
		item.tooltip = [vscode.l10n.t('Version before {0}', time), ...facts].join('\n');
		item.accessibilityInformation = { label: [time, ...facts].join(', ') };
		if (entry.replaced) {
			item.contextValue = 'version';
		}
		item.command = {
			command: 'iscConnectors.document.compareWith',
			title: vscode.l10n.t('Compare'),
			arguments: [node],
		};
		return item;
	}

	dispose(): void {
		this.store.dispose();
	}
}
