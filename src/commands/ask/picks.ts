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
import { shownDocument } from '../../documents/versionUri';
import type { AddedTenant, Tenant } from '../../core/api/tenant';
import type { Tenants } from '../../tenants/tenants';
import { UnknownTenantError } from '../../tenants/unknownTenantError';
import { UserError } from '../../messages/userError';
import { tenantIcon } from '../../views/accessLooks';
import { isTreeNode, tenantOf, type TreeNode } from '../../views/treeNode';
import { favoritesFirst } from '../../catalog/favoritesFirst';
import type { CommandId } from '../ids';
import { commandTitle } from './commandTitle';
import { connectorItem } from './connectorItem';
import { pickRow } from './lists';

/** The command that asks, after which the question is titled. */
export interface Asking {
	readonly command: CommandId;
	/** It changes what is chosen, so that read-only tenants say so. */
	readonly changes?: true;
	/** The connectors that it can be about, if that is not all. */
	readonly among?: {
		readonly has: (id: ConnectorId) => boolean;
		/** What to say where there is none. */
		readonly none: (tenant: Tenant) => string;
	};
}

/**
 * The tenant that a command is about: the one of the node it was called on or of the id that a program passes, the only
 * one, or the one that people choose.
 */
export function pickTenant(tenants: Tenants, argument: unknown, asking: Asking): Promise<Tenant | undefined> {
	return pickAmong(tenants.all(), argument, asking);
}

/** The same, but never a sample tenant. */
export function pickAddedTenant(
	tenants: Tenants,
	argument: unknown,
	asking: Asking,
): Promise<AddedTenant | undefined> {
	return pickAmong(tenants.added(), argument, asking);
}

/** The tenants to choose from. @throws UserError if there is none */
export function tenantsToAsk<T>(all: readonly T[]): readonly T[] {
	if (all.length === 0) {
		throw new UserError(vscode.l10n.t('There are no tenants yet.'), {
			help: { title: vscode.l10n.t('Add Tenant…'), command: 'iscConnectors.tenant.add' },
		});
	}
	return all;
}

async function pickAmong<T extends Tenant>(
	all: readonly T[],
	argument: unknown,
	{ command, changes }: Asking,
): Promise<T | undefined> {
	const named = argument instanceof vscode.Uri ? documentNamed(argument)?.tenant : argument;
	const id = isTreeNode(argument) ? tenantOf(argument).id : named;
	if (typeof id === 'string') {
		return all.find(tenant => tenant.id === id);
	}
	if (tenantsToAsk(all).length === 1) {
		return all[0];
	}
	const picked = await pickRow(tenantRows(all, changes), {
		title: commandTitle(command),
		prompt: vscode.l10n.t('Select a tenant'),
	});
	return picked?.tenant;
}

/** A row for each tenant, those of the open documents first. @param changes whether read-only ones say so */
export function tenantRows<T extends Tenant>(
	all: readonly T[],
	changes = false,
): readonly (vscode.QuickPickItem & { readonly tenant: T })[] {
	return openFirst(
		all,
		({ id }) => id,
		({ tenant }) => tenant,
	).map(tenant => ({
		label: tenant.name,
		iconPath: tenantIcon(tenant),
		description: [changes && tenant.access === 'read-only' && `(${vscode.l10n.t('read-only')})`, tenant.url]
			.filter(Boolean)
			.join(' '),
		tenant,
	}));
}

/** What documents in editors are about comes first: the active one's, then the others', then the rest in its order. */
function openFirst<T>(
	all: readonly T[],
	keyOf: (each: T) => string,
	keyOfDocument: (id: DocumentId) => string,
): readonly T[] {
	const groups = vscode.window.tabGroups;
	const tabs = [groups.activeTabGroup.activeTab, ...groups.all.flatMap(group => group.tabs)];
	const open = tabs.flatMap(tab => {
		const id = tab?.input instanceof vscode.TabInputText ? shownDocument(tab.input.uri) : undefined;
		return id ? [keyOfDocument(id)] : [];
	});
	const places = new Map(open.reverse().map((key, index) => [key, -index]));
	const placeOf = (each: T) => places.get(keyOf(each)) ?? 1;
	return all.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** A connector as its URI names it. */
export interface ConnectorId {
	readonly tenant: Tenant;
	readonly scriptName: string;
}

/** A connector as people know it. */
export interface PickedConnector extends ConnectorId {
	readonly name: string;
}

interface ConnectorItem extends vscode.QuickPickItem {
	readonly connector: PickedConnector;
}

/**
 * The connector that a command is about: the one of the node it was called on, the one of a URI or of a program's
 * `{ tenant, scriptName }`, or the one people choose. @throws UserError if the tenant has no such connector
 */
export async function pickConnector(
	tenants: Tenants,
	catalog: Catalog,
	argument: unknown,
	asking: Asking,
): Promise<PickedConnector | undefined> {
	const picked = await pickConnectorId(tenants, catalog, argument, asking);
	return picked && ('name' in picked ? picked : connectorAt(catalog, picked));
}

/** The same for commands that need no name: nobody looks up what a URI or a program names. */
export async function pickConnectorId(
	tenants: Tenants,
	catalog: Catalog,
	argument: unknown,
	asking: Asking,
): Promise<ConnectorId | PickedConnector | undefined> {
	if (isTreeNode(argument) && argument.kind !== 'tenant') {
		return connectorOf(argument);
	}
	const id = argument instanceof vscode.Uri ? idAt(tenants, argument) : undefined;
	if (id) {
		return id;
	}
	if (isObject(argument) && typeof argument['tenant'] === 'string' && !isTreeNode(argument)) {
		return idNamedBy(tenants, argument);
	}
	const tenant = await pickTenant(tenants, argument, asking);
	if (!tenant) {
		return undefined;
	}
	const picked = await pickRow(choicesFor(asking, catalog, tenant), {
		title: commandTitle(asking.command),
		prompt: vscode.l10n.t('Select a connector of {0}', tenant.name),
	});
	return picked?.connector;
}

/** @throws UserError if there is no connector that the command can be about */
async function choicesFor(
	{ among }: Asking,
	catalog: Catalog,
	tenant: Tenant,
): Promise<readonly ConnectorItem[]> {
	const all = await connectorChoices(catalog, tenant);
	const choices = among ? all.filter(({ connector }) => among.has(connector)) : all;
	if (among && choices.length === 0) {
		throw new UserError(among.none(tenant));
	}
	return choices;
}

/** A row for each connector of a tenant: those of the open documents first, then the favorites. */
export async function connectorChoices(catalog: Catalog, tenant: Tenant): Promise<readonly ConnectorItem[]> {
	const connectors = favoritesFirst(catalog, tenant.id, await catalog.connectors(tenant.id));
	const keyOf = (id: string, scriptName: string) => `${id}/${scriptName}`;
	return openFirst(
		connectors,
		({ scriptName }) => keyOf(tenant.id, scriptName),
		id => keyOf(id.tenant, id.scriptName),
	).map(connector => ({
		...connectorItem(catalog, tenant.id, connector),
		connector: { tenant, scriptName: connector.scriptName, name: connector.name },
	}));
}

/** The nodes that a command is called on. VS Code passes the clicked one and, if it is selected, all that are selected. */
export function chosenNodes(argument: unknown, selection: unknown): readonly TreeNode[] {
	const nodes: readonly unknown[] = Array.isArray(selection) && selection.length > 0 ? selection : [argument];
	return nodes.filter(isTreeNode);
}

/**
 * The document that a command is about: the one of the node or URI it was called on, the one of the active editor, or the
 * one that people choose.
 */
export async function pickDocument(
	tenants: Tenants,
	catalog: Catalog,
	argument: unknown,
	asking: Asking,
): Promise<DocumentId | undefined> {
	const named = documentNamed(argument);
	if (named) {
		return named;
	}
	const active = vscode.window.activeTextEditor?.document.uri;
	const shown = argument === undefined && active && shownDocument(active);
	if (shown) {
		return shown;
	}
	const connector = await pickConnector(tenants, catalog, argument, asking);
	if (!connector) {
		return undefined;
	}
	const { tenant, scriptName } = connector;
	const items = catalog.locales(tenant.id, scriptName).then((locales = []) => {
		const translations = locales.map((locale): DocumentPart => `translations/${locale}`);
		return [...Object.values(documentFiles), ...translations].map(part => ({ label: fileOf(part), part }));
	});
	const picked = await pickRow<vscode.QuickPickItem & { readonly part: DocumentPart }>(items, {
		title: commandTitle(asking.command),
		prompt: vscode.l10n.t('Select a document of {0}', connector.name),
	});
	return picked && { tenant: tenant.id, scriptName, part: picked.part };
}

/** The document of a node, a URI or a text that is one; a diff counts as the document that it shows. */
export function documentNamed(argument: unknown): DocumentId | undefined {
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

/** What a keybinding or another extension passes. */
function idNamedBy(
	tenants: Tenants,
	{ tenant: id, scriptName }: Readonly<Record<string, unknown>>,
): ConnectorId | undefined {
	const tenant = tenants.get(String(id));
	if (!tenant) {
		throw new UnknownTenantError(String(id));
	}
	return typeof scriptName === 'string' ? { tenant, scriptName } : undefined;
}

/** Whose folder or document a URI names. */
function idAt(tenants: Tenants, uri: vscode.Uri): ConnectorId | undefined {
	const tenant = uri.scheme === scheme ? tenants.get(uri.authority) : undefined;
	const place = tenant && placeAt(uri.path);
	return place && place.kind !== 'tenant' ? { tenant, scriptName: place.scriptName } : undefined;
}

/** A connector with its name, also one that the service does not list. @throws UserError if there is none */
export async function connectorAt(
	catalog: Catalog,
	{ tenant, scriptName }: ConnectorId,
): Promise<PickedConnector> {
	const known = (await catalog.connectors(tenant.id)).find(each => each.scriptName === scriptName);
	const found = known ?? (await catalog.open(tenant.id, scriptName));
	if (!found) {
		throw new UserError(vscode.l10n.t('{0} has no connector {1}.', tenant.name, scriptName));
	}
	return { tenant, scriptName, name: found.name };
}

/** The connector of a node, or of the one that it is below. */
export function connectorOf(node: Exclude<TreeNode, { kind: 'tenant' }>): PickedConnector {
	if (node.kind !== 'connector') {
		return connectorOf(node.parent);
	}
	const { scriptName, name } = node.connector;
	return { tenant: node.parent.tenant, scriptName, name };
}
