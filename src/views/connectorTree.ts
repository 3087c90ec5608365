import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog';
import { favoritesFirst } from '../catalog/favoritesFirst';
import type { TenantSources } from '../catalog/tenantSources';
import type { Connector } from '../core/api/connector';
import type { DocumentId, TenantPlace } from '../core/remote/documentPath';
import type { Tenants } from '../tenants/tenants';
import { ContextKey } from '../util/contextKey';
import { DisposableStore } from '../util/disposables';
import { lazy } from '../util/lazy';
import { UserError } from '../messages/userError';
import { ExpandedRows } from './expandedRows';
import type { Failure, RowState } from './treeItems';
import {
	documentRows,
	isSameNode,
	keyOf,
	tenantOf,
	translationRows,
	type ConnectorNode,
	type KeptNode,
	type SourceNode,
	type SourcesNode,
	type TenantNode,
	type TreeNode,
} from './treeNode';

const customOnlyKey = 'iscConnectors.customOnly';

/** Tenants → connectors → documents and sources. */
export class ConnectorTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChangeTreeData = this.store.add(new vscode.EventEmitter<TreeNode | undefined>());
	readonly onDidChangeTreeData = this.didChangeTreeData.event;
	/** The nodes that VS Code has: it recognizes a node by its object. */
	private readonly nodes = new Map<string, KeptNode>();
	private readonly failures = new Map<string, Failure>();
	/** What is left of the connectors of a tenant where some are hidden, in words. */
	private readonly left = new Map<string, string | undefined>();
	private readonly customOnlyContext = new ContextKey<boolean>('iscConnectors.isCustomOnly');
	private readonly expanded: ExpandedRows;
	private readonly sources = lazy(async () => {
		const sources = await this.loadSources();
		this.store.add(sources.onDidChange(tenant => this.reloadSources(tenant)));
		return sources;
	});

	/** @param memory where the expanded nodes are kept over restarts */
	constructor(
		private readonly tenants: Tenants,
		private readonly catalog: Catalog,
		private readonly loadSources: () => Promise<TenantSources>,
		private readonly memory: vscode.Memento,
		private readonly log: (error: unknown) => void,
	) {
		this.expanded = new ExpandedRows(memory);
		this.store.add(tenants.onDidChange(() => this.refresh()));
		this.store.add(catalog.onDidChange(place => this.reload(place)));
	}

	/** Remembers what is expanded in the view of the tree. */
	follow(view: vscode.TreeView<TreeNode>): void {
		void this.customOnlyContext.set(this.isCustomOnly);
		this.store.add(view.onDidExpandElement(({ element }) => this.expanded.note(keyOf(element), true)));
		this.store.add(view.onDidCollapseElement(({ element }) => this.expanded.note(keyOf(element), false)));
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
		const rows = parent ? await this.documentsOf(parent) : [];
		return rows
			.flatMap(row => (row.kind === 'translations' ? translationRows(row) : [row]))
			.find(row => row.kind === 'document' && row.id.part === part);
	}

	/** The row of a source; undefined if the tree does not show its connector, or the tenant no longer has it. */
	async sourceNode(tenantId: string, scriptName: string, id: string): Promise<SourceNode | undefined> {
		const parent = await this.connectorNode(tenantId, scriptName);
		const sources = parent ? await this.sourcesOf(this.sourcesNode(parent)) : [];
		return sources.find(({ source }) => source.id === id);
	}

	/** What went wrong when the tenant was last asked for its connectors. */
	failureOf(tenantId: string): Failure | undefined {
		return this.failures.get(tenantId);
	}

	async getTreeItem(node: TreeNode): Promise<vscode.TreeItem> {
		const { treeItem } = await import('./treeItems');
		const key = keyOf(node);
		const count = node.kind === 'sources' ? await this.countOfSources(node) : undefined;
		const item = treeItem(node, { ...this.stateOf(node), count });
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
			const { failureOf } = await import('./rowFailure');
			const nameOf = (host: string) => this.tenants.nameOf(host);
			this.failures.set(keyOf(node), failureOf(error, node, nameOf));
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
				return translationRows(node);
			case 'sources':
				return this.sourcesOf(node);
			case 'document':
			case 'source':
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
		if (left !== this.left.get(key)) {
			this.left.set(key, left);
			this.didChangeTreeData.fire(tenant);
		}
	}

	private async documentsOf(parent: ConnectorNode): Promise<TreeNode[]> {
		const { tenant } = parent.parent;
		const existing = await this.catalog.locales(tenant.id, parent.connector.scriptName);
		if (!existing) {
			throw new UserError(
				vscode.l10n.t('{0} no longer has this connector. Refresh the tenant.', tenant.name),
			);
		}
		return [...documentRows(parent, existing), this.sourcesNode(parent)];
	}

	private sourcesNode(parent: ConnectorNode): SourcesNode {
		return this.keep<SourcesNode>({ kind: 'sources', parent });
	}

	private async sourcesOf(parent: SourcesNode): Promise<SourceNode[]> {
		const { connector, parent: tenantNode } = parent.parent;
		const sources = await (await this.sources()).of(tenantNode.tenant.id, connector.scriptName);
		return sources.map(source => ({ kind: 'source', parent, source }));
	}

	/** Undefined as long as nobody has asked for the sources of the tenant. */
	private async countOfSources({ parent }: SourcesNode): Promise<number | undefined> {
		const sources = await this.sources();
		return sources.seen(parent.parent.tenant.id, parent.connector.scriptName)?.length;
	}

	private reloadSources(tenant: string): void {
		for (const [key, node] of this.nodes) {
			if (node.kind === 'sources' && tenantOf(node).id === tenant) {
				this.failures.delete(key);
				this.didChangeTreeData.fire(node);
			}
		}
	}

	/** Loads every row again, also those that failed. */
	refresh(): void {
		this.failures.clear();
		this.didChangeTreeData.fire(undefined);
	}

	/** Loads again what is below a node that failed. */
	retry(node: TreeNode): void {
		this.failures.delete(keyOf(node));
		this.expanded.note(keyOf(node), true);
		if (node.kind === 'sources') {
			void this.sources().then(sources => sources.forget(tenantOf(node).id));
		} else {
			this.didChangeTreeData.fire(node);
		}
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
	private keep<T extends KeptNode>(node: T): T {
		const key = keyOf(node);
		const known = this.nodes.get(key);
		if (known && isSameNode(known, node)) {
			return known as T;
		}
		this.nodes.set(key, node);
		return node;
	}

	dispose(): void {
		this.store.dispose();
	}
}
