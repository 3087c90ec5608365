import * as vscode from 'vscode';
import { isObject } from '../../core/api/errors';
import type { Catalog } from '../../catalog/catalog';
import {
	documentFiles,
	fileOf,
	placeAt,
	scheme,
	type DocumentId,
	type DocumentPart,
} from '../../core/remote/documentPath';
import { shownDocument } from '../../documents/versionTexts';
import type { AddedTenant, Tenant } from '../../core/api/tenant';
import type { Tenants } from '../../tenants/tenants';
import { UnknownTenantError } from '../../tenants/unknownTenantError';
import { UserError } from '../../messages/userError';
import { isTreeNode, type TreeNode } from '../../views/treeNode';

/**
 * The tenant that a command is about: the one of the node it was called on, the one of this id, the only one, or the one
 * people choose.
 */
export function pickTenant(tenants: Tenants, argument: unknown): Promise<Tenant | undefined> {
	return pickAmong(tenants.all(), argument);
}

/** The same among those that a person has added. */
export function pickAddedTenant(tenants: Tenants, argument: unknown): Promise<AddedTenant | undefined> {
	return pickAmong(tenants.added(), argument);
}

async function pickAmong<T extends Tenant>(all: readonly T[], argument: unknown): Promise<T | undefined> {
	const id = isTreeNode(argument) ? tenantOf(argument).id : argument;
	if (typeof id === 'string') {
		return all.find(tenant => tenant.id === id);
	}
	if (all.length === 0) {
		throw new UserError(vscode.l10n.t('There is no tenant yet. Add one in the ISC Connectors view.'));
	}
	if (all.length === 1) {
		return all[0];
	}
	const picked = await vscode.window.showQuickPick(
		all.map(tenant => ({ label: tenant.name, description: tenant.url ?? '', tenant })),
		{ placeHolder: vscode.l10n.t('Choose a tenant') },
	);
	return picked?.tenant;
}

/** A connector as commands name it. */
export interface PickedConnector {
	readonly tenant: Tenant;
	readonly scriptName: string;
	/** As its row or a list says; the script name, where nobody has looked the connector up. */
	readonly name: string;
}

interface ConnectorItem extends vscode.QuickPickItem {
	readonly connector: PickedConnector;
}

/** The connector that a command is about: the one of the node it was called on, or the one people choose. */
export async function pickConnector(
	tenants: Tenants,
	catalog: Catalog,
	argument: unknown,
): Promise<PickedConnector | undefined> {
	if (isTreeNode(argument) && argument.kind !== 'tenant') {
		return connectorOf(argument);
	}
	const named = argument instanceof vscode.Uri ? connectorAt(tenants, argument) : undefined;
	if (named) {
		return named;
	}
	if (isObject(argument) && typeof argument['tenant'] === 'string' && !isTreeNode(argument)) {
		return connectorNamedBy(tenants, argument);
	}
	const tenant = await pickTenant(tenants, argument);
	if (!tenant) {
		return undefined;
	}
	const items = catalog.connectors(tenant.id).then(connectors =>
		connectors.map(({ name, scriptName, type }): ConnectorItem => ({
			label: name,
			description: scriptName,
			detail: type ?? '',
			connector: { tenant, scriptName, name },
		})),
	);
	const picked = await vscode.window.showQuickPick(items, {
		placeHolder: vscode.l10n.t('Choose a connector of {0}', tenant.name),
		matchOnDescription: true,
		matchOnDetail: true,
	});
	return picked?.connector;
}

/** The connectors that a command is about: those that are chosen in the tree, all of one tenant, or else the one that people choose. */
export async function pickConnectors(
	tenants: Tenants,
	catalog: Catalog,
	argument: unknown,
	more: unknown,
): Promise<readonly PickedConnector[]> {
	const first = await pickConnector(tenants, catalog, argument);
	if (!first) {
		return [];
	}
	const nodes = Array.isArray(more) ? more.filter(isTreeNode) : [];
	const chosen = nodes
		.filter(node => node.kind === 'connector')
		.map(connectorOf)
		.filter(each => each.tenant.id === first.tenant.id);
	return chosen.some(each => each.scriptName === first.scriptName) ? chosen : [first];
}

/**
 * The document that a command is about: the one of the node or URI it was called on, the one of the active editor, or the
 * one people choose.
 */
export async function pickDocument(
	tenants: Tenants,
	catalog: Catalog,
	argument: unknown,
): Promise<DocumentId | undefined> {
	const named = documentOf(argument);
	if (named) {
		return named;
	}
	const active = vscode.window.activeTextEditor?.document.uri;
	const shown = argument === undefined && active && shownDocument(active);
	if (shown) {
		return shown;
	}
	const connector = await pickConnector(tenants, catalog, argument);
	if (!connector) {
		return undefined;
	}
	const { tenant, scriptName } = connector;
	const items = catalog.locales(tenant.id, scriptName).then((locales = []) => {
		const translations = locales.map((locale): DocumentPart => `translations/${locale}`);
		return [...Object.values(documentFiles), ...translations].map(part => ({ label: fileOf(part), part }));
	});
	const picked = await vscode.window.showQuickPick<vscode.QuickPickItem & { readonly part: DocumentPart }>(
		items,
		{ placeHolder: vscode.l10n.t('Choose a document of {0}', connector.name) },
	);
	return picked && { tenant: tenant.id, scriptName, part: picked.part };
}

function documentOf(argument: unknown): DocumentId | undefined {
	if (isTreeNode(argument)) {
		return argument.kind === 'document' ? argument.id : undefined;
	}
	if (argument instanceof vscode.Uri) {
		return shownDocument(argument);
	}
	return typeof argument === 'string' && argument.startsWith(`${scheme}:`)
		? shownDocument(vscode.Uri.parse(argument))
		: undefined;
}

function tenantOf(node: TreeNode): Tenant {
	return node.kind === 'tenant' ? node.tenant : tenantOf(node.parent);
}

/** What a keybinding or another extension passes. Nobody looks the connector up. */
function connectorNamedBy(tenants: Tenants, { tenant: id, scriptName }: Readonly<Record<string, unknown>>) {
	const tenant = tenants.get(String(id));
	if (!tenant) {
		throw new UnknownTenantError(String(id));
	}
	return typeof scriptName === 'string' ? { tenant, scriptName, name: scriptName } : undefined;
}

/** Whose folder it is, or whose document. */
function connectorAt(tenants: Tenants, uri: vscode.Uri): PickedConnector | undefined {
	const tenant = uri.scheme === scheme ? tenants.get(uri.authority) : undefined;
	const place = tenant && placeAt(uri.path);
	return place && place.kind !== 'tenant'
		? { tenant, scriptName: place.scriptName, name: place.scriptName }
		: undefined;
}

function connectorOf(node: Exclude<TreeNode, { kind: 'tenant' }>): PickedConnector {
	if (node.kind !== 'connector') {
		return connectorOf(node.parent);
	}
	const { scriptName, name } = node.connector;
	return { tenant: node.parent.tenant, scriptName, name };
}
