import { isDeepStrictEqual } from 'node:util';
import type { Connector } from '../core/api/connector';
import type { DocumentId } from '../core/remote/documentPath';
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

export type TreeNode = TenantNode | ConnectorNode | TranslationsNode | DocumentNode;

/** The id of the tree item: the same after a reload. */
export function keyOf(node: TreeNode): string {
	switch (node.kind) {
		case 'tenant':
			return node.tenant.id;
		case 'connector':
			return `${keyOf(node.parent)}\n${node.connector.scriptName}`;
		case 'translations':
			return `${keyOf(node.parent)}\ntranslations`;
		case 'document':
			return `${node.id.tenant}\n${node.id.scriptName}\n${node.id.part}`;
	}
}

export function tenantOf(node: TreeNode): Tenant {
	return node.kind === 'tenant' ? node.tenant : tenantOf(node.parent);
}

/** The connector that a row is below. */
export function connectorAbove({ parent }: TranslationsNode | DocumentNode): Connector {
	return parent.kind === 'connector' ? parent.connector : connectorAbove(parent);
}

export function isTreeNode(value: unknown): value is TreeNode {
	const kind = (value as Partial<TreeNode> | null | undefined)?.kind;
	return kind === 'tenant' || kind === 'connector' || kind === 'translations' || kind === 'document';
}

/** Whether a row shows the same, below the same. */
export function isSameNode(one: TenantNode | ConnectorNode, other: TenantNode | ConnectorNode): boolean {
	return one.kind === 'tenant' && other.kind === 'tenant'
		? isDeepStrictEqual(one.tenant, other.tenant)
		: one.kind === 'connector' &&
				other.kind === 'connector' &&
				one.parent === other.parent &&
				one.connector === other.connector;
}
