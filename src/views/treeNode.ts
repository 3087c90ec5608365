import { isDeepStrictEqual } from 'node:util';
import type { Connector } from '../core/api/connector';
import type { Source } from '../core/api/source';
import { documentFiles, type DocumentId, type DocumentPart } from '../core/remote/documentPath';
import type { Tenant } from '../core/api/tenant';

export interface TenantNode {
	readonly kind: 'tenant';
	readonly tenant: Tenant;
}

export interface ConnectorNode {
	readonly kind: 'connector';
	readonly parent: TenantNode;
	readonly connector: Connector;
}

export interface TranslationsNode {
	readonly kind: 'translations';
	readonly parent: ConnectorNode;
	readonly locales: readonly string[];
}

export interface DocumentNode {
	readonly kind: 'document';
	readonly parent: ConnectorNode | TranslationsNode;
	readonly id: DocumentId;
}

/** The folder of the sources that were made of a connector. */
export interface SourcesNode {
	readonly kind: 'sources';
	readonly parent: ConnectorNode;
}

export interface SourceNode {
	readonly kind: 'source';
	readonly parent: SourcesNode;
	readonly source: Source;
}

/** The nodes that change while VS Code shows them. */
export type KeptNode = TenantNode | ConnectorNode | SourcesNode;

export type TreeNode = KeptNode | TranslationsNode | DocumentNode | SourceNode;

/** The id of the tree item: the same after a reload. */
export function keyOf(node: TreeNode): string {
	switch (node.kind) {
		case 'tenant':
			return node.tenant.id;
		case 'connector':
			return `${keyOf(node.parent)}\n${node.connector.scriptName}`;
		case 'translations':
			return `${keyOf(node.parent)}\ntranslations`;
		case 'sources':
			return `${keyOf(node.parent)}\nsources`;
		case 'source':
			return `${keyOf(node.parent)}\n${node.source.id}`;
		case 'document':
			return `${node.id.tenant}\n${node.id.scriptName}\n${node.id.part}`;
	}
}

export function tenantOf(node: TreeNode): Tenant {
	return node.kind === 'tenant' ? node.tenant : tenantOf(node.parent);
}

/** The connector that a row is below. */
export function connectorAbove({ parent }: Exclude<TreeNode, TenantNode | ConnectorNode>): Connector {
	return parent.kind === 'connector' ? parent.connector : connectorAbove(parent);
}

const kinds: ReadonlySet<TreeNode['kind'] | undefined> = new Set([
	'tenant',
	'connector',
	'translations',
	'document',
	'sources',
	'source',
] as const);

export function isTreeNode(value: unknown): value is TreeNode {
	return kinds.has((value as Partial<TreeNode> | null | undefined)?.kind);
}

/** Whether a row shows the same, below the same. */
export function isSameNode(one: KeptNode, other: KeptNode): boolean {
	if (one.kind === 'tenant' && other.kind === 'tenant') {
		return isDeepStrictEqual(one.tenant, other.tenant);
	}
	if (one.kind === 'connector' && other.kind === 'connector') {
		return one.parent === other.parent && one.connector === other.connector;
	}
	return one.kind === 'sources' && other.kind === 'sources' && one.parent === other.parent;
}

/** The rows of a connector's documents, in their order. */
export function documentRows(parent: ConnectorNode, locales: readonly string[]): TreeNode[] {
	const sorted = locales.toSorted((one, other) => rank(one).localeCompare(rank(other)));
	const translations: TranslationsNode = { kind: 'translations', parent, locales: sorted };
	const documents = Object.values(documentFiles).map(part => documentRow(parent, parent, part));
	return [...documents.slice(0, -1), translations, ...documents.slice(-1)];
}

/** The rows below that of the translations. */
export function translationRows(node: TranslationsNode): DocumentNode[] {
	return node.locales.map(locale => documentRow(node, node.parent, `translations/${locale}` as DocumentPart));
}

function documentRow(
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
