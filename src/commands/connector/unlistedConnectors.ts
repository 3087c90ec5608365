import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Connector } from '../../core/api/connector';
import type { Tenant } from '../../core/api/tenant';
import { UserError } from '../../messages/userError';
import { sentence } from '../tenant/addTenant';
import type { ConnectorHandle } from './creation';
import type { Handlers } from '../ids';
import { calledOn, openConnector } from '../find/opening';
import { byArgumentsOrAsking, forCaller, optionsOf, requiredText, tenantNamed } from '../ask/options';
import { chosenNodes, connectorOf, type ConnectorId } from '../ask/picks';
import { back, enterText } from '../ask/questions';
import { tenantFor } from '../tenant/tenantFor';
import { commandTitle } from '../ask/commandTitle';
import { pickRows } from '../ask/lists';

/** For connectors that the service does not list. */
export function unlistedConnectorCommands(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'tree' | 'view' | 'log'>,
) {
	return {
		'iscConnectors.connector.openByScriptName': async called => {
			const argument = calledOn(called);
			const options = optionsOf(argument);
			if (options) {
				return forCaller(studio, options, async () => {
					const tenant = tenantNamed(studio, requiredText(options, 'tenant'));
					return show(studio, tenant, await find(studio, tenant, requiredText(options, 'scriptName')));
				});
			}
			const tenant = await tenantFor(studio, argument, {
				command: 'iscConnectors.connector.openByScriptName',
			});
			const found = tenant && (await askUntilFound(studio, tenant));
			return found && show(studio, tenant, found);
		},
		'iscConnectors.connector.hide': byArgumentsOrAsking(
			studio,
			async options => {
				const tenant = tenantNamed(studio, requiredText(options, 'tenant'));
				await hide(studio, tenant, requiredText(options, 'scriptName'));
			},
			async (argument, selection) => {
				const nodes = chosenNodes(argument, selection).filter(node => node.kind === 'connector');
				const chosen = nodes.length > 0 ? nodes.map(connectorOf) : await pickUnlisted(studio);
				for (const { tenant, scriptName } of chosen) {
					await hide(studio, tenant, scriptName);
				}
			},
		),
	} satisfies Handlers;
}

async function askUntilFound(
	studio: Pick<Studio, 'tenants' | 'catalog'>,
	tenant: Tenant,
): Promise<Connector | undefined> {
	let found: Connector | undefined;
	const answer = await enterText({
		title: vscode.l10n.t('Open Connector of {0} by Script Name', tenant.name),
		prompt: vscode.l10n.t('Script name of a connector that is not listed (case-sensitive)'),
		placeholder: 'servicenow-saas',
		mayGoBack: false,
		accept: async (scriptName, signal) => {
			try {
				found = await find(studio, tenant, scriptName, signal);
				return undefined;
			} catch (error) {
				return sentence(studio.tenants, error);
			}
		},
	});
	return answer === undefined || answer === back ? undefined : found;
}

async function find(
	{ catalog }: Pick<Studio, 'catalog'>,
	tenant: Tenant,
	scriptName: string,
	signal?: AbortSignal,
): Promise<Connector> {
	if (scriptName === '') {
		throw new UserError(vscode.l10n.t('Enter a script name.'));
	}
	const canBe = scriptName !== '.' && scriptName !== '..'; // In a URL these would mean another path.
	const found = canBe ? await catalog.open(tenant.id, scriptName, signal) : undefined;
	if (!found) {
		throw new UserError(
			vscode.l10n.t(
				'{0} has no connector with the script name {1}. Script names are case-sensitive.',
				tenant.name,
				scriptName,
			),
		);
	}
	return found;
}

async function show(
	studio: Pick<Studio, 'tenants' | 'documents' | 'tree' | 'view' | 'log'>,
	{ id: tenant }: Tenant,
	{ scriptName, name }: Connector,
): Promise<ConnectorHandle> {
	await openConnector(studio, { tenant, scriptName, part: 'source-config' });
	return { tenant, scriptName, name };
}

async function hide({ catalog }: Pick<Studio, 'catalog'>, tenant: Tenant, scriptName: string): Promise<void> {
	if (!catalog.unlistedNames(tenant.id).includes(scriptName)) {
		throw new UserError(
			vscode.l10n.t(
				'{0} is listed by {1} and cannot be removed from the view. Use a filter to hide it.',
				scriptName,
				tenant.name,
			),
		);
	}
	await catalog.forgetUnlisted(tenant.id, scriptName);
}

async function pickUnlisted({
	tenants,
	catalog,
}: Pick<Studio, 'tenants' | 'catalog'>): Promise<readonly ConnectorId[]> {
	const items = tenants.all().flatMap(tenant =>
		catalog.unlistedNames(tenant.id).map(scriptName => ({
			label: catalog.nameSoFar(tenant.id, scriptName) ?? scriptName,
			description: `${scriptName} · ${tenant.name}`,
			tenant,
			scriptName,
		})),
	);
	if (items.length === 0) {
		throw new UserError(vscode.l10n.t('There are no connectors to remove from the view.'));
	}
	return pickRows(items, {
		title: commandTitle('iscConnectors.connector.hide'),
		prompt: vscode.l10n.t('Select the connectors to remove from the view (the tenant is not changed)'),
	});
}
