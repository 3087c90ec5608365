import * as vscode from 'vscode';
import { hasCustomType, type Connector } from '../core/api/connector';
import type { Source } from '../core/api/source';
import { fileOf, type DocumentPart } from '../core/remote/documentPath';
import { isTranslation, localeOf, translationsFolder } from '../core/connector/documentName';
import { documentIcon } from '../documents/documentIcon';
import { placeUri, toUri } from '../documents/documentUri';
import type { Tenant } from '../core/api/tenant';
import { languageName } from '../messages/languageName';
import { isUnchecked, sourceState } from '../messages/sourceState';
import { accessLook, rowUri, tenantIcon } from './accessLooks';
import {
	connectorAbove,
	keyOf,
	tenantOf,
	type DocumentNode,
	type TranslationsNode,
	type TreeNode,
} from './treeNode';

/** What went wrong when a node's children were asked for. */
export interface Failure {
	/** In a few words. */
	readonly brief: string;
	/** A sentence that says what to do. */
	readonly message: string;
	/** Other credentials would help. */
	readonly isAboutCredentials: boolean;
}

/** What the tree knows of a row beyond its node. */
export interface RowState {
	readonly failure?: Failure | undefined;
	/** What a tenant's connectors are filtered by. */
	readonly filter?: string | undefined;
	/** What is left of a tenant's connectors, in words; undefined if nothing is hidden, or it is not known yet. */
	readonly left?: string | undefined;
	readonly isFavorite?: boolean;
	/** How many sources there are, if that is known. */
	readonly count?: number | undefined;
	/** People of the tenant have made the connector. */
	readonly isCustom?: boolean;
}

/** How a node looks. One that failed is a leaf, and a click tries again. */
export function treeItem(node: TreeNode, state: RowState): vscode.TreeItem {
	const { failure } = state;
	const item = plainItem(node, state);
	item.id = keyOf(node);
	item.contextValue = contextValueOf(node, state);
	if (failure) {
		item.iconPath = new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
		item.description = failure.brief;
		item.tooltip = failure.message;
		item.collapsibleState = vscode.TreeItemCollapsibleState.None;
		item.command = remedy(node, failure);
	}
	item.accessibilityInformation = { label: spoken(node, item, state) };
	return item;
}

/** Another attempt at what a token may not do would change nothing. */
function remedy(node: TreeNode, { isAboutCredentials }: Failure): vscode.Command {
	const isRefused = node.kind === 'sources' && isAboutCredentials && tenantOf(node).url !== undefined;
	return isRefused
		? {
				command: 'iscConnectors.tenant.changeCredentials',
				title: vscode.l10n.t('Update Credentials…'),
				arguments: [node],
			}
		: { command: 'iscConnectors.node.retry', title: vscode.l10n.t('Retry'), arguments: [node] };
}

/** "source-config.xml, form, JDBC, prod, Live" */
function spoken(node: TreeNode, { label, description }: vscode.TreeItem, { isFavorite }: RowState): string {
	const { name, access } = tenantOf(node);
	const mode = accessLook(access).label;
	const words =
		node.kind === 'tenant'
			? [vscode.l10n.t('tenant'), description]
			: [
					kindOf(node),
					isFavorite && vscode.l10n.t('favorite'),
					description,
					node.kind !== 'connector' && connectorAbove(node).name,
					name,
					mode,
				];
	return [typeof label === 'string' && label, ...words].filter(Boolean).join(', ');
}

function kindOf(node: Exclude<TreeNode, { kind: 'tenant' }>): string | undefined {
	switch (node.kind) {
		case 'connector':
			return vscode.l10n.t('connector');
		case 'translations':
		case 'sources':
			return undefined; // Its label says it.
		case 'source':
			return vscode.l10n.t('source');
		case 'document':
			return kindOfDocument(node.id.part);
	}
}

function kindOfDocument(part: DocumentPart): string {
	if (isTranslation(part)) {
		return vscode.l10n.t('translation');
	}
	switch (part) {
		case 'source-config':
			return vscode.l10n.t('form');
		case 'source-template':
			return vscode.l10n.t('template');
		case 'correlation-config':
			return vscode.l10n.t('correlation');
		case 'connector-metadata':
			return vscode.l10n.t('metadata');
	}
}

/** What the node is, then what is true of it, as menus ask for it. */
function contextValueOf(node: TreeNode, { failure, filter, isFavorite, isCustom }: RowState): string {
	const connector = node.kind === 'connector' ? node.connector : undefined;
	const { url, access } = tenantOf(node);
	const states = {
		sample: node.kind === 'source' && url === undefined,
		filtered: filter !== undefined,
		unlisted: connector?.isUnlisted,
		custom: isCustom,
		favorite: isFavorite,
		readonly: access === 'read-only',
		refused: failure?.isAboutCredentials,
		failed: failure && !failure.isAboutCredentials,
	};
	const kind = node.kind === 'tenant' && url === undefined ? 'sample' : node.kind;
	return [kind, ...Object.entries(states).flatMap(([state, isTrue]) => (isTrue ? [state] : []))].join('.');
}

function plainItem(node: TreeNode, state: RowState): vscode.TreeItem {
	switch (node.kind) {
		case 'tenant':
			return tenantItem(node.tenant, state);
		case 'connector':
			return connectorItem(node.connector, state);
		case 'translations':
			return translationsItem(node);
		case 'document':
			return documentItem(node);
		case 'sources':
			return sourcesItem(state);
		case 'source':
			return sourceItem(node.source);
	}
}

function tenantItem(tenant: Tenant, { filter, left }: RowState): vscode.TreeItem {
	const { name, id, access } = tenant;
	const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
	item.iconPath = tenantIcon(tenant);
	// The filter may be wider than the view.
	const words = [
		accessLook(access).label,
		left,
		filter !== undefined && vscode.l10n.t('filter: {0}', filter),
	];
	item.description = words.filter(Boolean).join(' · ');
	item.resourceUri = rowUri(placeUri(id, { kind: 'tenant' }));
	return item;
}

const statusIcons: Readonly<Record<string, string>> = {
	RELEASED: 'plug',
	DEVELOPMENT: 'tools',
	DEMO: 'play-circle',
	DEPRECATED: 'archive',
};

/** Without a resourceUri, for which VS Code would ask for decorations, row by row, of thousands. */
function connectorItem(connector: Connector, { isFavorite, isCustom }: RowState): vscode.TreeItem {
	const { name, type, status, isUnlisted } = connector;
	const item = new vscode.TreeItem(name, vscode.TreeItemCollapsibleState.Collapsed);
	item.iconPath = connectorIcon(connector, isFavorite);
	const ownType = hasCustomType(connector) ? type?.slice('custom'.length).trim() : type;
	item.description = [
		isUnlisted && (status ?? vscode.l10n.t('not listed')),
		isCustom && vscode.l10n.t('custom'),
		ownType?.toLowerCase() !== name.toLowerCase() && ownType,
	]
		.filter(Boolean)
		.join(' · ');
	return item;
}

/** The icon of its status or, of a favorite, a star. */
export function connectorIcon({ status }: Connector, isFavorite = false): vscode.ThemeIcon {
	return new vscode.ThemeIcon(isFavorite ? 'star-full' : ((status && statusIcons[status]) ?? 'question'));
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
	item.resourceUri = rowUri(uri);
	item.iconPath = documentIcon(id.part);
	item.description = isTranslation(id.part) && languageName(localeOf(id.part));
	item.command = { command: 'vscode.open', title: vscode.l10n.t('Open'), arguments: [uri] };
	return item;
}

function sourcesItem({ count }: RowState): vscode.TreeItem {
	const item = new vscode.TreeItem(
		vscode.l10n.t('Sources'),
		count === 0 ? vscode.TreeItemCollapsibleState.None : vscode.TreeItemCollapsibleState.Collapsed,
	);
	item.iconPath = new vscode.ThemeIcon('server-environment');
	item.description = count === 0 ? vscode.l10n.t('none') : (count?.toLocaleString(vscode.env.language) ?? '');
	return item;
}

function sourceItem(source: Source): vscode.TreeItem {
	const item = new vscode.TreeItem(source.name, vscode.TreeItemCollapsibleState.None);
	item.iconPath = healthIcon(source);
	item.description = sourceState(source);
	return item;
}

/** What was never checked is called unhealthy by the service, but nobody knows. */
export function healthIcon({ isHealthy, status }: Pick<Source, 'isHealthy' | 'status'>): vscode.ThemeIcon {
	switch (isUnchecked(status) ? undefined : isHealthy) {
		case true:
			return new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
		case false:
			return new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconFailed'));
		case undefined:
			return new vscode.ThemeIcon('question');
	}
}
