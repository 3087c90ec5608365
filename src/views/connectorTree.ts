import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog';
import { favoritesFirst } from '../catalog/favoritesFirst';
import type { Connector } from '../core/api/connector';
import {
	documentFiles,
	type DocumentId,
	type DocumentPart,
	type TenantPlace,
} from '../core/remote/documentPath';
import type { Tenants } from '../tenants/tenants';
import { ContextKey } from '../util/contextKey';
import { DisposableStore } from '../util/disposables';
import { isAboutCredentials, UserError } from '../messages/userError';
import type { Failure, RowState } from './treeItems';
import {
	isSameNode,
	keyOf,
	tenantOf,
	type ConnectorNode,
	type DocumentNode,
	type TenantNode,
	type TranslationsNode,
	type TreeNode,
} from './treeNode';

const expandedKey = 'iscConnectors.expanded';
const customOnlyKey = 'iscConnectors.customOnly';

/** Tenants → connectors → documents. */
export class ConnectorTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChangeTreeData = this.store.add(new vscode.EventEmitter<TreeNode | undefined>());
	readonly onDidChangeTreeData = this.didChangeTreeData.event;
	/** The nodes that VS Code has: it recognizes a node by its object. */
	private readonly nodes = new Map<string, TenantNode | ConnectorNode>();
	private readonly failures = new Map<string, Failure>();
	/** What is left of the connectors of a tenant where some are hidden, in words. */
	private readonly left = new Map<string, string>();
	private readonly customOnlyContext = new ContextKey<boolean>('iscConnectors.isCustomOnly');
	private readonly expanded: Set<string>;

	/** @param memory where the expanded nodes are kept over restarts */
	constructor(
		private readonly tenants: Tenants,
		private readonly catalog: Catalog,
		private readonly memory: vscode.Memento,
		private readonly log: (error: unknown) => void,
	) {
		const expanded = memory.get<unknown>(expandedKey);
		this.expanded = new Set(Array.isArray(expanded) ? expanded.filter(id => typeof id === 'string') : []);
		this.store.add(tenants.onDidChange(() => this.refresh()));
		this.store.add(catalog.onDidChange(place => this.reload(place)));
	}

	/** Shows the tree, and remembers what is expanded in it. */
	createView(id: string): vscode.TreeView<TreeNode> {
		const view = vscode.window.createTreeView(id, {
			treeDataProvider: this,
			showCollapseAll: true,
			canSelectMany: true,
		});
		this.store.add(view);
		void this.customOnlyContext.set(this.isCustomOnly);
		this.store.add(view.onDidExpandElement(({ element }) => this.remember(element, true)));
		this.store.add(view.onDidCollapseElement(({ element }) => this.remember(element, false)));
		return view;
	}

	private get isCustomOnly(): boolean {
		return this.memory.get<unknown>(customOnlyKey) === true;
	}

	/** Shows custom connectors only, or all again. */
	async showCustomOnly(isWanted: boolean): Promise<void> {
		await this.memory.update(customOnlyKey, isWanted);
		await this.customOnlyContext.set(isWanted);
		this.left.clear();
		this.didChangeTreeData.fire(undefined);
	}

	tenantNode(tenantId: string): TenantNode | undefined {
		const tenant = this.tenants.get(tenantId);
		return tenant && this.keep<TenantNode>({ kind: 'tenant', tenant });
	}

	/** The row of a connector; undefined if the tree does not show it. */
	async connectorNode(tenantId: string, scriptName: string): Promise<ConnectorNode | undefined> {
		const parent = this.tenantNode(tenantId);
		const connectors = parent ? await this.connectorsOf(parent) : [];
		return connectors.find(({ connector }) => connector.scriptName === scriptName);
	}

	/** The row of a document; undefined if the tree does not show it. */
	async documentNode({ tenant, scriptName, part }: DocumentId): Promise<TreeNode | undefined> {
		const parent = await this.connectorNode(tenant, scriptName);
		const children = parent ? await this.documentsOf(parent) : [];
		for (const node of children) {
			const below = node.kind === 'translations' ? await this.childrenOf(node) : [node];
			const found = below.find(each => each.kind === 'document' && each.id.part === part);
			if (found) {
				return found;
			}
		}
		return undefined;
	}

	/** What went wrong when the tenant was last asked for its connectors. */
	failureOf(tenantId: string): Failure | undefined {
		return this.failures.get(tenantId);
	}

	async getTreeItem(node: TreeNode): Promise<vscode.TreeItem> {
		const { treeItem } = await import('./treeItems');
		const key = keyOf(node);
		const item = treeItem(node, this.stateOf(node));
		if (item.collapsibleState === vscode.TreeItemCollapsibleState.Collapsed && this.expanded.has(key)) {
			item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
		}
		return item;
	}

	private stateOf(node: TreeNode): RowState {
		const key = keyOf(node);
		const { id } = tenantOf(node);
		const connector = node.kind === 'connector' && node.connector;
		return {
			failure: this.failures.get(key),
			filter: node.kind === 'tenant' ? this.catalog.filterOf(id) : undefined,
			left: this.left.get(key),
			isFavorite: connector && this.catalog.isFavorite(id, connector.scriptName),
			isCustom: connector && this.catalog.custom.has(id, connector),
		};
	}

	async resolveTreeItem(item: vscode.TreeItem, node: TreeNode): Promise<vscode.TreeItem> {
		const { rowTooltip } = await import('./rowTooltips');
		item.tooltip ??= rowTooltip(node, this.stateOf(node));
		return item;
	}

	getParent(node: TreeNode): TreeNode | undefined {
		return node.kind === 'tenant' ? undefined : node.parent;
	}

	async getChildren(node?: TreeNode): Promise<TreeNode[]> {
		if (!node) {
			return this.tenants.all().map(tenant => this.keep<TenantNode>({ kind: 'tenant', tenant }));
		}
		try {
			return await this.childrenOf(node);
		} catch (error) {
			this.log(error);
			const { briefMessage, userMessage } = await import('../messages/userMessage');
			this.failures.set(keyOf(node), {
				brief: briefMessage(error),
				message: userMessage(error, host => this.tenants.nameOf(host)) ?? vscode.l10n.t('Cancelled.'),
				isAboutCredentials: isAboutCredentials(error),
			});
			this.didChangeTreeData.fire(node);
			return [];
		}
	}

	private async childrenOf(node: TreeNode): Promise<TreeNode[]> {
		switch (node.kind) {
			case 'tenant':
				return this.connectorsOf(node);
			case 'connector':
				return this.documentsOf(node);
			case 'translations':
				return node.locales.map(locale =>
					document(node, node.parent, `translations/${locale}` as DocumentPart),
				);
			case 'document':
				return [];
		}
	}

	private async connectorsOf(parent: TenantNode): Promise<ConnectorNode[]> {
		const { id } = parent.tenant;
		const filter = this.catalog.filterOf(id);
		const all = await this.catalog.shown(id);
		const connectors = this.isCustomOnly ? all.filter(each => this.catalog.custom.has(id, each)) : all;
		if (filter === this.catalog.filterOf(id)) {
			const hasMatches = filter === undefined || all.some(({ isUnlisted }) => !isUnlisted);
			this.noteLeft(parent, hasMatches ? this.countOf(connectors, all) : vscode.l10n.t('no matches'));
		}
		return favoritesFirst(this.catalog, id, connectors).map(connector =>
			this.keep<ConnectorNode>({ kind: 'connector', parent, connector }),
		);
	}

	/** "12 of 49", if it is not all of them. */
	private countOf(shown: readonly Connector[], { length }: readonly Connector[]): string | undefined {
		if (!this.isCustomOnly) {
			return undefined;
		}
		return shown.length > 0
			? vscode.l10n.t('{0} of {1}', shown.length, length)
			: vscode.l10n.t('no custom connectors');
	}

	/** So that the tenant's row says that others are hidden, or why nothing is below it. */
	private noteLeft(tenant: TenantNode, left: string | undefined): void {
		const key = keyOf(tenant);
		if (left === this.left.get(key)) {
			return;
		}
		if (left === undefined) {
			this.left.delete(key);
		} else {
			this.left.set(key, left);
		}
		this.didChangeTreeData.fire(tenant);
	}

	private async documentsOf(parent: ConnectorNode): Promise<TreeNode[]> {
		const { tenant } = parent.parent;
		const existing = await this.catalog.locales(tenant.id, parent.connector.scriptName);
		if (!existing) {
			throw new UserError(
				vscode.l10n.t('{0} no longer has this connector. Refresh the tenant.', tenant.name),
			);
		}
		const locales = existing.toSorted((one, other) => rank(one).localeCompare(rank(other)));
		const translations: TranslationsNode = { kind: 'translations', parent, locales };
		const documents = Object.values(documentFiles).map(part => document(parent, parent, part));
		return [...documents.slice(0, -1), translations, ...documents.slice(-1)];
	}

	/** Loads every row again, also those that failed. */
	refresh(): void {
		this.failures.clear();
		this.didChangeTreeData.fire(undefined);
	}

	/** Loads again what is below a node that failed. */
	retry(node: TreeNode): void {
		this.failures.delete(keyOf(node));
		this.remember(node, true);
		this.didChangeTreeData.fire(node);
	}

	private reload({ tenant, scriptName }: TenantPlace): void {
		const key = scriptName === undefined ? tenant : `${tenant}\n${scriptName}`;
		this.left.delete(key);
		for (const failed of this.failures.keys()) {
			if (failed === key || failed.startsWith(`${key}\n`)) {
				this.failures.delete(failed);
			}
		}
		const node = this.nodes.get(key);
		if (node) {
			this.didChangeTreeData.fire(node);
		}
	}

	/** The object that VS Code already has for this node, unless the node has changed. */
	private keep<T extends TenantNode | ConnectorNode>(node: T): T {
		const key = keyOf(node);
		const known = this.nodes.get(key);
		if (known && isSameNode(known, node)) {
			return known as T;
		}
		this.nodes.set(key, node);
		return node;
	}

	private remember(node: TreeNode, isExpanded: boolean): void {
		const key = keyOf(node);
		if (isExpanded !== this.expanded.has(key)) {
			if (isExpanded) {
				this.expanded.add(key);
			} else {
				this.expanded.delete(key);
			}
			void this.memory.update(expandedKey, [...this.expanded]);
		}
	}

	dispose(): void {
		this.store.dispose();
	}
}

function document(
	parent: ConnectorNode | TranslationsNode,
	{ parent: { tenant }, connector: { scriptName } }: ConnectorNode,
	part: DocumentPart,
): DocumentNode {
	return { kind: 'document', parent, id: { tenant: tenant.id, scriptName, part } };
}

/** `en` first: it is what every other locale falls back to. */
function rank(locale: string): string {
	return locale === 'en' ? '' : locale;
}
