import * as vscode from 'vscode';
import { fileOf } from '../core/remote/documentPath';
import { toUri } from '../documents/documentUri';
import { countOf, type FoundDocument, type FoundMatch, type FoundNode } from '../core/search/found';
import type { Search } from '../core/search/search';
import { resultCount, searchMessage } from '../messages/searchMessage';
import { ContextKey } from '../util/contextKey';
import { DisposableStore } from '../util/disposables';
import { userMessage } from '../messages/userMessage';
import type { NameOf } from '../messages/userError';

export const searchViewId = 'iscConnectors.search';

/** A row with more results than this is collapsed at first, as in VS Code's search. */
const few = 10;

/** The results of the latest search: (tenants →) connectors → documents → matches. */
export class SearchTree implements vscode.TreeDataProvider<FoundNode>, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChangeTreeData = this.store.add(new vscode.EventEmitter<undefined>());
	readonly onDidChangeTreeData = this.didChangeTreeData.event;
	private readonly isShown = new ContextKey<boolean>('iscConnectors.hasSearchResults');
	private readonly view: vscode.TreeView<FoundNode>;
	private search: Search | undefined;
	/** Counts the searches, for the ids of the rows: VS Code would keep rows of an earlier search collapsed or expanded. */
	private count = 0;
	private shownRows = 0;
	private timer: NodeJS.Timeout | undefined;

	constructor(private readonly nameOf: NameOf) {
		this.view = this.store.add(
			vscode.window.createTreeView(searchViewId, { treeDataProvider: this, showCollapseAll: true }),
		);
	}

	/** Shows a search from now on, with whatever it will find. */
	async show(search: Search, { preserveFocus }: { readonly preserveFocus: boolean }): Promise<void> {
		this.search = search;
		this.count++;
		this.refresh(true);
		await this.isShown.set(true);
		await vscode.commands.executeCommand(`${searchViewId}.focus`, { preserveFocus });
	}

	/** The search has found more or has ended. The more rows there are to draw, the more seldom they are drawn. */
	update(search: Search): void {
		if (search !== this.search) {
			return;
		}
		if (search.state !== 'searching') {
			this.refresh();
		} else {
			this.timer ??= setTimeout(() => this.refresh(), 250 + search.results.matches / 10);
		}
	}

	/** Empties the view and hides it. */
	async clear(): Promise<void> {
		this.search = undefined;
		this.refresh(true);
		await this.isShown.set(undefined);
	}

	getTreeItem(node: FoundNode): vscode.TreeItem {
		const item = this.itemOf(node);
		item.id = `${this.count}\n${keyOf(node)}`;
		item.accessibilityInformation = { label: this.spoken(node) };
		return item;
	}

	getChildren(node?: FoundNode): FoundNode[] {
		switch (node?.kind) {
			case undefined: {
				const tenants = this.search?.results.tenants ?? [];
				return tenants.length > 1
					? tenants.filter(({ rows }) => rows.length > 0)
					: tenants.flatMap(({ rows }) => rows);
			}
			case 'tenant':
				return [...node.rows];
			case 'connector':
				return [...node.documents];
			case 'document':
				return [...node.matches];
			case 'match':
			case 'unread':
				return [];
		}
	}

	/** What a screen reader says: rows far below their connector name it, too. */
	private spoken(node: FoundNode): string {
		const place = ({ id, connector }: Pick<FoundDocument, 'id' | 'connector'>) =>
			[fileOf(id.part), connector, this.nameOf(id.tenant)].join(', ');
		switch (node.kind) {
			case 'tenant':
				return [node.name, resultCount(countOf(node))].join(', ');
			case 'connector':
				return [node.name, this.nameOf(node.tenant), resultCount(countOf(node))].join(', ');
			case 'document':
				return [place(node), resultCount(countOf(node))].join(', ');
			case 'match':
				return [vscode.l10n.t('line {0}', node.line + 1), node.text.trim(), place(node)].join(', ');
			case 'unread':
				return [node.name, userMessage(node.error, this.nameOf) ?? vscode.l10n.t('Cancelled.')].join(', ');
		}
	}

	private refresh(always = false): void {
		clearTimeout(this.timer);
		this.timer = undefined;
		this.view.message = this.search ? searchMessage(this.search, this.nameOf) : '';
		const rows = this.search ? this.search.results.connectors + this.search.results.unread.length : 0;
		if (always || rows !== this.shownRows) {
			this.shownRows = rows;
			this.didChangeTreeData.fire(undefined);
		}
	}

	private itemOf(node: FoundNode): vscode.TreeItem {
		switch (node.kind) {
			case 'tenant':
				return branch(node, node.name, 'cloud', true);
			case 'connector': {
				const item = branch(node, node.name, 'plug', this.search?.total === 1);
				item.tooltip = node.scriptName;
				return item;
			}
			case 'document':
				return documentItem(node);
			case 'match':
				return matchItem(node);
			case 'unread': {
				const item = new vscode.TreeItem(node.name);
				item.iconPath = new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
				item.description = userMessage(node.error, this.nameOf) ?? vscode.l10n.t('Cancelled.');
				item.tooltip = item.description;
				return item;
			}
		}
	}

	dispose(): void {
		clearTimeout(this.timer);
		this.store.dispose();
	}
}

function branch(node: FoundNode, label: string, icon: string, isExpanded = false): vscode.TreeItem {
	const count = countOf(node);
	const item = new vscode.TreeItem(
		label,
		isExpanded || count <= few
			? vscode.TreeItemCollapsibleState.Expanded
			: vscode.TreeItemCollapsibleState.Collapsed,
	);
	item.iconPath = new vscode.ThemeIcon(icon);
	item.description = String(count);
	return item;
}

function documentItem(node: FoundDocument): vscode.TreeItem {
	const item = branch(node, fileOf(node.id.part), 'file');
	item.iconPath = vscode.ThemeIcon.File; // The person's icon theme then decides by the file's name.
	item.resourceUri = toUri(node.id);
	return item;
}

/** A click on the row opens the document with the match selected. */
export function matchItem({ id, line, start, end, text, offset }: FoundMatch): vscode.TreeItem {
	const before = shortened(text.slice(0, start - offset).trimStart());
	const match = text.slice(start - offset, end - offset).slice(0, longestLabel - before.length);
	const after = text.slice(end - offset).slice(0, longestLabel - before.length - match.length);
	const item = new vscode.TreeItem({
		label: `${before}${match}${after}`.trimEnd(),
		highlights: [[before.length, before.length + match.length]],
	});
	item.description = String(line + 1);
	item.command = {
		command: 'vscode.open',
		title: vscode.l10n.t('Open'),
		arguments: [toUri(id), { selection: new vscode.Range(line, start, line, end) }],
	};
	return item;
}

/** The same lengths as in VS Code's search. */
const longestLabel = 250;
const longestBefore = 26;

/** The last characters of a text that is too long, without a word that is cut in two. */
function shortened(before: string): string {
	const end = before.slice(-longestBefore);
	return end === before ? before : `…${end.replace(/^[\p{L}\p{M}\p{N}\p{Cs}_]+(?=.)/u, '').trimStart()}`;
}

function keyOf(node: FoundNode): string {
	switch (node.kind) {
		case 'tenant':
			return node.id;
		case 'connector':
		case 'unread':
			return `${node.tenant}\n${node.scriptName ?? ''}`;
		case 'document':
			return toUri(node.id).toString();
		case 'match':
			return `${toUri(node.id).toString()}\n${node.line}:${node.start}`;
	}
}
