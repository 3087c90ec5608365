import * as vscode from 'vscode';
import type { Studio } from '.';
import { isObject } from '../api/errors';
import { AddressError, apiAddress, proposedName, tenantId } from '../tenants/address';
import { sampleTenantId, type Tenant } from '../tenants/tenant';
import { TenantExistsError, type Tenants } from '../tenants/tenants';
import { userMessage } from '../util/userMessage';
import { isTreeNode } from '../views/treeNode';
import { CallerError } from './callerError';
import type { CommandId, Handler } from './ids';
import { askSteps } from './inputSteps';
import { pickTenant } from './picks';

type TenantCommand = Extract<CommandId, `iscConnectors.${'tenant' | 'tenants' | 'node'}.${string}`>;

export function tenantCommands({ tenants, catalog, tree, view }: Studio): Record<TenantCommand, Handler> {
	const reveal = async (id: string) => {
		const node = tree.tenantNode(id);
		if (node) {
			await view.reveal(node, { expand: true, focus: true, select: true });
		}
	};
	return {
		'iscConnectors.tenant.add': async options => {
			if (isObject(options)) {
				return addAsTold(tenants, options);
			}
			const added = await addByAsking(tenants);
			if (added) {
				await reveal(added.id);
			}
			return added;
		},
		'iscConnectors.tenant.trySample': async () => {
			await tenants.showSample();
			await reveal(sampleTenantId);
		},
		'iscConnectors.tenant.refresh': async node => {
			const tenant = await pickTenant(tenants, node);
			if (tenant) {
				catalog.refresh({ tenant: tenant.id });
			}
		},
		'iscConnectors.tenants.refresh': () => {
			for (const tenant of tenants.all()) {
				catalog.refresh({ tenant: tenant.id });
			}
		},
		'iscConnectors.node.retry': node => {
			if (isTreeNode(node)) {
				tree.retry(node);
			}
		},
	};
}

interface AddedTenant {
	readonly id: string;
	readonly name: string;
}

/** What another extension or a test passes: it asks nothing, and the caller gets the error. */
async function addAsTold(tenants: Tenants, options: Readonly<Record<string, unknown>>): Promise<AddedTenant> {
	try {
		const text = (key: string) => {
			const value = options[key];
			return typeof value === 'string' ? value.trim() : '';
		};
		const tenant = describe(text('url'), text('name'));
		await tenants.add(tenant, { clientId: text('clientId'), clientSecret: text('clientSecret') });
		return { id: tenant.id, name: tenant.name };
	} catch (error) {
		throw new CallerError('tenant.add', { cause: new Error(messageOf(error), { cause: error }) });
	}
}

async function addByAsking(tenants: Tenants): Promise<AddedTenant | undefined> {
	const answers = await askSteps(vscode.l10n.t('Add Tenant'), [
		() => ({
			prompt: vscode.l10n.t('The name of the tenant or its address, as in the browser.'),
			placeholder: vscode.l10n.t('acme or https://acme.identitynow.com'),
			validate: text => problemOf(() => tenants.checkNew({ id: describe(text, '').id, name: '' })),
		}),
		([address = '']) => ({
			prompt: vscode.l10n.t(
				'A name for {0}, as the view and the messages show it.',
				apiAddress(address).host,
			),
			value: proposedName(apiAddress(address)),
			validate: name =>
				name === ''
					? vscode.l10n.t('Give the tenant a name.')
					: problemOf(() => tenants.checkNew({ id: '', name })),
		}),
		() => ({
			prompt: vscode.l10n.t(
				'The client ID of a personal access token with the scopes idn:connector-config:read and idn:connector-config:manage.',
			),
			validate: text => (text === '' ? vscode.l10n.t('The client ID is missing.') : undefined),
		}),
		([address = '', name = '', clientId = '']) => ({
			prompt: vscode.l10n.t('The client secret. It is kept in the secret storage of this machine.'),
			password: true,
			validate: text => (text === '' ? vscode.l10n.t('The client secret is missing.') : undefined),
			accept: async clientSecret => {
				try {
					await tenants.add(describe(address, name), { clientId, clientSecret });
					return undefined;
				} catch (error) {
					return messageOf(error);
				}
			},
		}),
	]);
	if (!answers) {
		return undefined;
	}
	const [address = '', name = ''] = answers;
	const { id } = describe(address, name);
	return { id, name };
}

/** @throws AddressError */
function describe(address: string, name: string): Tenant & { readonly url: string } {
	const url = apiAddress(address);
	return { id: tenantId(url), name: name || proposedName(url), url: url.href, version: 'v2024' };
}

function problemOf(check: () => void): string | undefined {
	try {
		check();
		return undefined;
	} catch (error) {
		return messageOf(error);
	}
}

function messageOf(error: unknown): string {
	if (error instanceof AddressError) {
		switch (error.problem) {
			case 'empty':
				return vscode.l10n.t('Give the name or the address of the tenant.');
			case 'not-an-address':
				return vscode.l10n.t('This is neither the name of a tenant nor an address.');
			case 'not-https':
				return vscode.l10n.t(
					'The address has to begin with https://, so that nobody can read the credentials.',
				);
		}
	}
	if (error instanceof TenantExistsError) {
		return error.same === 'address'
			? vscode.l10n.t('This tenant is already there: {0}.', error.tenant.name)
			: vscode.l10n.t('Another tenant has the name {0}. Choose a different one.', error.tenant.name);
	}
	return userMessage(error) ?? vscode.l10n.t('Cancelled.');
}
