import * as vscode from 'vscode';
import { isCustom, type Connector } from '../core/api/connector';
import { fileOf } from '../core/remote/documentPath';
import { localeOf, translationsFolder } from '../core/connector/documentName';
import { placeUri, toUri } from '../documents/documentUri';
import type { Tenant } from '../core/api/tenant';
import { accessLook } from './accessLooks';
import { keyOf, tenantOf, type DocumentNode, type TranslationsNode, type TreeNode } from './treeNode';

/** What went wrong when a node's children were asked for. */
export interface Failure {
	/** In a few words. */
	readonly brief: string;
	/** A sentence that says what to do. */
	readonly message: string;
	/** Other credentials would help. */
	readonly isAboutCredentials: boolean;
}

/** What a tenant's connectors are filtered by. */
export interface TreeFilter {
	readonly text: string;
	/** False once it is known that no connector passes. */
	readonly hasMatches: boolean;
}

/** How a node looks. One that failed is a leaf, and a click tries again. */
export function treeItem(
	node: TreeNode,
	failure: Failure | undefined,
	filter: TreeFilter | undefined,
): vscode.TreeItem {
	const item = plainItem(node, filter);
	item.id = keyOf(node);
	item.contextValue = contextValueOf(node, failure, filter);
	if (failure) {
		item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
		item.description = failure.brief;
		item.tooltip = failure.message;
		item.collapsibleState = vscode.TreeItemCollapsibleState.None;
		item.command = {
			command: 'iscConnectors.node.retry',
			title: vscode.l10n.t('Retry'),
			arguments: [node],
		};
	}
	return item;
}

/** What the node is, then what is true of it, as menus ask for it. */
function contextValueOf(
	node: TreeNode,
	failure: Failure | undefined,
	filter: TreeFilter | undefined,
): string {
	const connector = node.kind === 'connector' ? node.connector : undefined;
	const { url, access } = tenantOf(node);
	const states = {
		filtered: filter,
		unlisted: connector?.isUnlisted,
		custom: connector && isCustom(connector),
		readonly: access === 'read-only',
		refused: failure?.isAboutCredentials,
		failed: failure && !failure.isAboutCredentials,
	};
	const kind = node.kind === 'tenant' && url === undefined ? 'sample' : node.kind;
	return [kind, ...Object.entries(states).flatMap(([state, isTrue]) => (isTrue ? [state] : []))].join('.');
}

function plainItem(node: TreeNode, filter: TreeFilter | undefined): vscode.TreeItem {
	switch (node.kind) {
		case 'tenant':
			return tenantItem(node.tenant, filter);
		case 'connector':
			return connectorItem(node.connector);
		case 'translations':
			return translationsItem(node);
		case 'document':
			return documentItem(node);
	}
}

function tenantItem(tenant: Tenant, filter: TreeFilter | undefined): vscode.TreeItem {
	const { name, url, id, access } = tenant;
	const { icon, label, explanation, color } = accessLook(access);
	const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
	const isSample = url === undefined;
	item.iconPath = new vscode.ThemeIcon(isSample ? 'beaker' : icon, isSample ? undefined : color);
	item.description = filter ? describe(label, filter) : label;
	item.tooltip = [
		`${name} (${isSample ? vscode.l10n.t('on this machine') : id})`,
		`${label}: ${explanation}`,
		...(filter ? [vscode.l10n.t('Filter: {0}', filter.text)] : []),
	].join('\n');
	item.resourceUri = placeUri(id, { kind: 'tenant' });
	return item;
}

/** "no matches" comes before the filter, which may be wider than the view. */
function describe(access: string, { text, hasMatches }: TreeFilter): string {
	return hasMatches
		? vscode.l10n.t('{0} · filter: {1}', access, text)
		: vscode.l10n.t('{0} · no matches for the filter: {1}', access, text);
}

const statusIcons: Readonly<Record<string, string>> = {
	RELEASED: 'plug',
	DEVELOPMENT: 'tools',
	DEMO: 'play-circle',
	DEPRECATED: 'archive',
};

/** Without a resourceUri, for which VS Code would ask for decorations, row by row, of thousands. */
function connectorItem(connector: Connector): vscode.TreeItem {
	const { name, type, status, isUnlisted } = connector;
	const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
	item.iconPath = connectorIcon(connector);
	item.description = [isUnlisted && (status ?? vscode.l10n.t('not listed')), type]
		.filter(Boolean)
		.join(' · ');
	return item;
}

/** The icon of its status. */
export function connectorIcon({ status }: Connector): vscode.ThemeIcon {
	return new vscode.ThemeIcon((status && statusIcons[status]) ?? 'question');
}

/** Made only when the mouse is over a row, of which there are thousands. */
export function connectorTooltip(connector: Connector): vscode.MarkdownString {
	const rows: readonly (readonly [string, string | undefined])[] = [
		[vscode.l10n.t('Script name'), connector.scriptName],
		[vscode.l10n.t('Type'), connector.type],
		[vscode.l10n.t('Class'), connector.className],
		[vscode.l10n.t('Status'), connector.status],
		[vscode.l10n.t('Features'), connector.features.join(', ')],
	];
	const tooltip = new vscode.MarkdownString('**').appendText(connector.name).appendMarkdown('**');
	for (const [name, value] of rows) {
		if (value) {
			tooltip.appendMarkdown('\n\n').appendText(`${name}: ${value}`);
		}
	}
	return tooltip;
}

function translationsItem({ locales }: TranslationsNode): vscode.TreeItem {
	const state =
		locales.length > 0 ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
	const item = new vscode.TreeItem('translations', state);
	item.iconPath = new vscode.ThemeIcon('globe');
	item.description = locales.length > 0 ? locales.join(', ') : vscode.l10n.t('none');
	return item;
}

function documentItem({ id }: DocumentNode): vscode.TreeItem {
	const uri = toUri(id);
	const file = fileOf(id.part).replace(`${translationsFolder}/`, '');
	const item = new vscode.TreeItem(file, vscode.TreeItemCollapsibleState.None);
	const locale = localeOf(id.part);
	item.resourceUri = uri;
	item.description =
		(locale && new Intl.DisplayNames(vscode.env.language, { type: 'language' }).of(locale)) ?? false;
	item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
	return item;
}
