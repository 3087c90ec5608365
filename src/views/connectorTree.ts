import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog';
import {
	documentFiles,
	type DocumentId,
	type DocumentPart,
	type TenantPlace,
} from '../core/remote/documentPath';
import type { Tenants } from '../tenants/tenants';
import { DisposableStore } from '../util/disposables';
import { isAboutCredentials, UserError } from '../messages/userError';
import { connectorTooltip, treeItem, type Failure, type TreeFilter } from './treeItems';
import {
	keyOf,
	type ConnectorNode,
	type DocumentNode,
	type TenantNode,
	type TranslationsNode,
	type TreeNode,
} from './treeNode';

const expandedKey = 'iscConnectors.expanded';

/** Tenants → connectors → documents. */
export class ConnectorTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChangeTreeData = this.store.add(new vscode.EventEmitter<TreeNode | undefined>());
	readonly onDidChangeTreeData = this.didChangeTreeData.event;
	/** The nodes that VS Code has: it recognizes a node by its object. */
	private readonly nodes = new Map<string, TenantNode | ConnectorNode>();
	private readonly failures = new Map<string, Failure>();
	/** The tenants whose filter no connector passes. */
	private readonly withoutMatches = new Set<string>();
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
		this.store.add(view.onDidExpandElement(({ element }) => this.remember(element, true)));
		this.store.add(view.onDidCollapseElement(({ element }) => this.remember(element, false)));
		return view;
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

	getTreeItem(node: TreeNode): vscode.TreeItem {
		const key = keyOf(node);
		const item = treeItem(node, this.failures.get(key), this.filterOf(node));
		if (item.collapsibleState === vscode.TreeItemCollapsibleState.Collapsed && this.expanded.has(key)) {
			item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
		}
		return item;
	}

	private filterOf(node: TreeNode): TreeFilter | undefined {
		const text = node.kind === 'tenant' ? this.catalog.filterOf(node.tenant.id) : undefined;
		return text === undefined ? undefined : { text, hasMatches: !this.withoutMatches.has(keyOf(node)) };
	}

	resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
		if (node.kind === 'connector' && item.tooltip === undefined) {
			item.tooltip = connectorTooltip(node.connector);
		}
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
		const filter = this.catalog.filterOf(parent.tenant.id);
		const connectors = await this.catalog.shown(parent.tenant.id);
		if (filter === this.catalog.filterOf(parent.tenant.id)) {
			this.noteMatches(parent, filter === undefined || connectors.some(({ isUnlisted }) => !isUnlisted));
		}
		const byName = new Intl.Collator(vscode.env.language, { numeric: true }).compare;
		return connectors
			.toSorted((one, other) => byName(one.name, other.name))
			.map(connector => this.keep<ConnectorNode>({ kind: 'connector', parent, connector }));
	}

	/** So that the tenant's row says why nothing is below it. */
	private noteMatches(tenant: TenantNode, hasMatches: boolean): void {
		const key = keyOf(tenant);
		if (hasMatches !== this.withoutMatches.has(key)) {
			return;
		}
		if (hasMatches) {
			this.withoutMatches.delete(key);
		} else {
			this.withoutMatches.add(key);
		}
		this.didChangeTreeData.fire(tenant);
	}

	private async documentsOf(parent: ConnectorNode): Promise<TreeNode[]> {
		const { tenant } = parent.parent;
		const existing = await this.catalog.locales(tenant.id, parent.connector.scriptName);
		if (!existing) {
			throw new UserError(
				vscode.l10n.t('{0} has no such connector any more. Refresh the tenant.', tenant.name),
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
		this.withoutMatches.delete(key);
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
		if (known && isSame(known, node)) {
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

function isSame(one: TenantNode | ConnectorNode, other: TenantNode | ConnectorNode): boolean {
	return one.kind === 'tenant' && other.kind === 'tenant'
		? isDeepStrictEqual(one.tenant, other.tenant)
		: one.kind === 'connector' &&
				other.kind === 'connector' &&
				one.parent === other.parent &&
				one.connector === other.connector;
}
