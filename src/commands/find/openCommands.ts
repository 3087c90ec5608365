import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { isObject } from '../../core/api/errors';
import type { DocumentId } from '../../core/remote/documentPath';
import { UserError } from '../../messages/userError';
import type { Handler, Handlers } from '../ids';
import { calledOn, openConnector, openDocument, revealAndRetry } from './opening';
import { connectorItems, documentItems, translationItems } from './openItems';
import { chooseGoal, type Chosen, type OpenQuestion } from './openPick';
import { forCaller, requiredText, tenantNamed } from '../ask/options';
import { commandTitle } from '../ask/commandTitle';
import { documentNamed, tenantsToAsk } from '../ask/picks';
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
			title: commandTitle('iscConnectors.connector.open'),
			prompt: vscode.l10n.t('Search by name, script name, type or tenant'),
			items: tenant => connectorItems(studio, tenant),
			open: openConnector,
		}),
		'iscConnectors.document.open': open(studio, {
			title: commandTitle('iscConnectors.document.open'),
			prompt: vscode.l10n.t('Search by document, connector or tenant'),
			items: tenant => documentItems(studio, tenant),
			open: async (...args) => {
				await openDocument(...args);
			},
		}),
		...unlistedConnectorCommands(studio),
	} satisfies Handlers;
}

/** Opens what a program names, or asks for what is in any tenant. */
function open(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'tree' | 'view' | 'log'>,
	opening: Opening,
): Handler {
	return async called => {
		const argument = calledOn(called);
		if (argument !== undefined) {
			const options = isObject(argument) ? argument : {};
			return forCaller(studio, options, () => opening.open(studio, namedBy(studio, argument)));
		}
		const tenants = tenantsToAsk(studio.tenants.all());
		const nameOf = (host: string) => studio.tenants.nameOf(host);
		return follow(studio, opening, await chooseGoal({ ...opening, tenants, nameOf }));
	};
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
				prompt: vscode.l10n.t('Select a language of {0}', goal.connector.name),
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
