import * as vscode from 'vscode';
import type { Catalog, CatalogPlace } from '../documents/catalog';
import { documentFiles, type DocumentPart } from '../documents/documentPath';
import type { Tenants } from '../tenants/tenants';
import { DisposableStore } from '../util/disposables';
import { briefMessage, isAboutCredentials, UserError, userMessage } from '../util/userMessage';
import { connectorTooltip, treeItem, type Failure } from './treeItems';
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
	/** The nodes that VS Code has: it knows a node again by the object. */
	private readonly nodes = new Map<string, TenantNode | ConnectorNode>();
	private readonly failures = new Map<string, Failure>();
	private readonly expanded: Set<string>;

	/** @param memory where the expanded nodes are kept over restarts */
	constructor(
		private readonly tenants: Tenants,
		private readonly catalog: Catalog,
		private readonly memory: vscode.Memento,
		private readonly log: (error: unknown) => void,
	) {
		this.expanded = new Set(memory.get<string[]>(expandedKey, []));
		this.store.add(tenants.onDidChange(() => this.refresh()));
		this.store.add(catalog.onDidChange(place => this.reload(place)));
	}

	/** Shows the tree, and takes note of what is expanded in it. */
	createView(id: string): vscode.TreeView<TreeNode> {
		const view = vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true });
		this.store.add(view);
		this.store.add(view.onDidExpandElement(({ element }) => this.remember(element, true)));
		this.store.add(view.onDidCollapseElement(({ element }) => this.remember(element, false)));
		return view;
	}

	tenantNode(tenantId: string): TenantNode | undefined {
		const tenant = this.tenants.get(tenantId);
		return tenant && this.keep<TenantNode>({ kind: 'tenant', tenant });
	}

	/** What went wrong when the tenant was last asked for its connectors. */
	failureOf(tenantId: string): Failure | undefined {
		return this.failures.get(tenantId);
	}

	getTreeItem(node: TreeNode): vscode.TreeItem {
		const key = keyOf(node);
		const item = treeItem(node, this.failures.get(key));
		if (item.collapsibleState === vscode.TreeItemCollapsibleState.Collapsed && this.expanded.has(key)) {
			item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
		}
		return item;
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
		const connectors = await this.catalog.connectors(parent.tenant.id);
		const byName = new Intl.Collator(vscode.env.language, { numeric: true }).compare;
		return connectors
			.toSorted((one, other) => byName(one.name, other.name))
			.map(connector => this.keep<ConnectorNode>({ kind: 'connector', parent, connector }));
	}

	private async documentsOf(parent: ConnectorNode): Promise<TreeNode[]> {
		const { tenant } = parent.parent;
		const outline = await this.catalog.outline(tenant.id, parent.connector.scriptName);
		if (!outline) {
			throw new UserError(
				vscode.l10n.t('{0} has no such connector any more. Refresh the tenant.', tenant.name),
			);
		}
		const locales = outline.locales.toSorted((one, other) => rank(one).localeCompare(rank(other)));
		const translations: TranslationsNode = { kind: 'translations', parent, locales };
		const documents = Object.values(documentFiles).map(part => document(parent, parent, part));
		return [...documents.slice(0, -1), translations, ...documents.slice(-1)];
	}

	/** Asks again for everything that is shown and not remembered. */
	refresh(): void {
		this.failures.clear();
		this.didChangeTreeData.fire(undefined);
	}

	/** Asks again for what failed. */
	retry(node: TreeNode): void {
		this.failures.delete(keyOf(node));
		this.remember(node, true);
		this.didChangeTreeData.fire(node);
	}

	private reload({ tenant, scriptName }: CatalogPlace): void {
		const key = scriptName === undefined ? tenant : `${tenant}\n${scriptName}`;
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

	/** The object that VS Code already has for this node, unless it shows something else by now. */
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
		? JSON.stringify(one.tenant) === JSON.stringify(other.tenant)
		: one.kind === 'connector' && other.kind === 'connector' && one.connector === other.connector;
}
