import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { isObject } from '../../core/api/errors';
import type { DocumentId } from '../../core/remote/documentPath';
import type { Tenant } from '../../core/api/tenant';
import { UserError } from '../../messages/userError';
import { isTreeNode, type TenantNode, type TreeNode } from '../../views/treeNode';
import type { Handler, Handlers } from '../ids';
import { calledOn, openConnector, openDocument, revealAndRetry } from './opening';
import { connectorItems, documentItems, translationItems } from './openItems';
import { chooseGoal, type Chosen, type OpenQuestion } from './openPick';
import { forCaller, requiredText, tenantNamed } from '../ask/options';
import { connectorOf, documentNamed, tenantsToAsk } from '../ask/picks';
import { unlistedConnectorCommands } from '../connector/unlistedConnectors';

/** What an open command asks for, and what it does with the answer. */
interface Opening extends Pick<OpenQuestion, 'title' | 'prompt' | 'items'> {
	readonly open: typeof openConnector;
}

export function openCommands(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'recent' | 'tree' | 'view' | 'log'>,
) {
	return {
		'iscConnectors.connector.open': open(studio, {
			title: vscode.l10n.t('Open Connector'),
			prompt: vscode.l10n.t('Search by name, script name or type'),
			items: tenant => connectorItems(studio, tenant),
			open: openConnector,
		}),
		'iscConnectors.document.open': open(studio, {
			title: vscode.l10n.t('Open Document'),
			prompt: vscode.l10n.t('Search by document or connector'),
			items: tenant => documentItems(studio, tenant),
			open: openDocument,
		}),
		...unlistedConnectorCommands(studio),
	} satisfies Handlers;
}

/** Opens what a program or a node names; on a tenant's node asks for what is in that tenant. */
function open(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'tree' | 'view' | 'log'>,
	opening: Opening,
): Handler {
	return async (...args) => {
		const argument = calledOn(args);
		if (argument === undefined || isTenantNode(argument)) {
			await ask(studio, opening, argument ? [argument.tenant] : tenantsToAsk(studio.tenants.all()));
		} else if (isTreeNode(argument) && argument.kind !== 'tenant') {
			await opening.open(studio, documentOfNode(argument));
		} else {
			const options = isObject(argument) ? argument : {};
			await forCaller(studio, options, () => opening.open(studio, namedBy(studio, argument)));
		}
	};
}

async function ask(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'tree' | 'view' | 'log'>,
	opening: Opening,
	tenants: readonly Tenant[],
): Promise<void> {
	const nameOf = (host: string) => studio.tenants.nameOf(host);
	await follow(studio, opening, await chooseGoal({ ...opening, tenants, nameOf }));
}

async function follow(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'tree' | 'view' | 'log'>,
	opening: Opening,
	chosen: Chosen | undefined,
): Promise<void> {
	const { goal, toTheSide = false } = chosen ?? {};
	switch (goal?.kind) {
		case 'document':
			await opening.open(studio, goal.id, { toTheSide });
			break;
		case 'translations': {
			const next = await chooseGoal({
				title: opening.title,
				prompt: vscode.l10n.t('Choose a translation of {0}', goal.connector.name),
				tenants: [goal.tenant],
				items: tenant => translationItems(studio, tenant, goal.connector),
				nameOf: host => studio.tenants.nameOf(host),
			});
			await follow(studio, opening, next);
			break;
		}
		case 'failed':
			await revealAndRetry(studio, goal.tenant);
			break;
		case undefined:
	}
}

/** Of a connector it is the source-config. */
function documentOfNode(node: Exclude<TreeNode, TenantNode>): DocumentId {
	if (node.kind === 'document') {
		return node.id;
	}
	const { tenant, scriptName } = connectorOf(node);
	return { tenant: tenant.id, scriptName, part: 'source-config' };
}

function namedBy(studio: Pick<Studio, 'tenants'>, argument: unknown): DocumentId {
	if (isObject(argument) && !(argument instanceof vscode.Uri)) {
		const tenant = tenantNamed(studio, requiredText(argument, 'tenant')).id;
		return { tenant, scriptName: requiredText(argument, 'scriptName'), part: 'source-config' };
	}
	const id = documentNamed(argument);
	if (!id) {
		throw new UserError(vscode.l10n.t('Not a connector document: {0}', String(argument)));
	}
	return id;
}

function isTenantNode(value: unknown): value is TenantNode {
	return isTreeNode(value) && value.kind === 'tenant';
}
