import * as vscode from 'vscode';
import { AddressError, apiAddress, proposedName, tenantId } from '../../core/api/address';
import {
	accessModes,
	initialSettings,
	settingsIn,
	type AccessMode,
	type AddedTenant,
	type TenantSettings,
} from '../../core/api/tenant';
import type { Tenants } from '../../tenants/tenants';
import type { TenantSuggestion } from '../../tenants/sailpointCli';
import { userMessage } from '../../messages/userMessage';
import { accessLook } from '../../views/accessLooks';
import { CallerError } from '../callerError';
import { credentialSteps } from './credentialSteps';
import { commandTitle } from '../ask/commandTitle';
import { pickRow } from '../ask/lists';
import { askSteps, type TextStep, type ChoiceStep } from '../ask/askSteps';

/** What the command returns to programs. */
export interface TenantHandle {
	readonly id: string;
	readonly name: string;
}

/** Asks nothing, and throws for the program that called. */
export async function addByArguments(
	tenants: Tenants,
	options: Readonly<Record<string, unknown>>,
): Promise<TenantHandle> {
	try {
		const text = (key: string) => {
			const value = options[key];
			return typeof value === 'string' ? value.trim() : '';
		};
		const tenant = newTenant(text('url'), text('name'), settingsIn(options));
		await tenants.add(tenant, { clientId: text('clientId'), clientSecret: text('clientSecret') });
		return { id: tenant.id, name: tenant.name };
	} catch (error) {
		throw new CallerError('tenant.add', { cause: new Error(sentence(tenants, error), { cause: error }) });
	}
}

export async function addByAsking(tenants: Tenants): Promise<TenantHandle | undefined> {
	const start = await chooseStart();
	if (!start) {
		return undefined;
	}
	const { suggestion } = start;
	const answers = await askSteps(commandTitle('iscConnectors.tenant.add'), [
		() => addressStep(tenants, suggestion?.url),
		([address]) =>
			tenantNameStep(tenants, {
				name: suggestion?.name ?? (address ? proposedName(apiAddress(address)) : ''),
			}),
		([, name = '']) => accessStep(name, 'ask'),
		...credentialSteps(
			3,
			async (credentials, [address = '', name = '', access], signal) => {
				try {
					await tenants.add(newTenant(address, name, { access: asAccess(access) }), credentials, signal);
					return undefined;
				} catch (error) {
					return sentence(tenants, error);
				}
			},
			suggestion?.credentials,
		),
	]);
	if (!answers) {
		return undefined;
	}
	const [address = '', name = ''] = answers;
	return { id: tenantId(apiAddress(address)), name };
}

export function tenantNameStep(tenants: Tenants, { id = '', name }: { id?: string; name: string }): TextStep {
	return {
		prompt: vscode.l10n.t('Display name'),
		value: name,
		validate: text => {
			if (text === '') {
				return vscode.l10n.t('Enter a display name.');
			}
			return problemOf(tenants, () => tenants.checkName(id, text));
		},
	};
}

export function accessStep(name: string, value: AccessMode): ChoiceStep {
	return {
		prompt: vscode.l10n.t('How should changes to {0} be handled?', name),
		choices: accessModes.map(mode => {
			const { label, explanation, icon } = accessLook(mode);
			return { label: `$(${icon}) ${label}`, description: explanation, value: mode };
		}),
		value,
	};
}

export function asAccess(answer: string | undefined): AccessMode {
	return accessModes.find(mode => mode === answer) ?? 'ask';
}

export function sentence(tenants: Tenants, error: unknown): string {
	if (error instanceof AddressError) {
		switch (error.problem) {
			case 'empty':
			case 'not-an-address':
				return vscode.l10n.t('Enter a tenant name or a URL.');
			case 'not-https':
				return vscode.l10n.t('The URL must start with https:// to protect the credentials.');
		}
	}
	return userMessage(error, host => tenants.nameOf(host)) ?? vscode.l10n.t('Cancelled.');
}

/** Proposes the tenants that the SailPoint CLI knows; undefined if the person left. */
async function chooseStart(): Promise<{ readonly suggestion: TenantSuggestion | undefined } | undefined> {
	const { cliSuggestions } = await import('../../tenants/sailpointCli');
	const { homedir } = await import('node:os');
	const suggestions = await cliSuggestions({ home: homedir(), env: process.env });
	if (suggestions.length === 0) {
		return { suggestion: undefined };
	}
	const items = suggestions.map(suggestion => ({
		label: suggestion.name,
		description: suggestion.url,
		detail:
			suggestion.source === 'cli'
				? vscode.l10n.t('From the SailPoint CLI')
				: vscode.l10n.t('From the environment (SAIL_BASE_URL)'),
		suggestion,
	}));
	const other = { label: vscode.l10n.t('Another Tenant…'), suggestion: undefined };
	return pickRow([...items, other], {
		title: commandTitle('iscConnectors.tenant.add'),
		prompt: vscode.l10n.t('Select a tenant'),
	});
}

function addressStep(tenants: Tenants, value = ''): TextStep {
	let doubted: string | undefined;
	return {
		prompt: vscode.l10n.t('Tenant name or URL'),
		placeholder: vscode.l10n.t('acme or https://acme.identitynow.com'),
		value,
		validate: text => problemOf(tenants, () => tenants.checkAddressIsNew(tenantId(apiAddress(text)))),
		accept: async (text, signal) => {
			const address = apiAddress(text);
			if (doubted === address.href) {
				return undefined;
			}
			try {
				await tenants.checkAddress(address, signal);
				return undefined;
			} catch (error) {
				doubted = address.href;
				return `${sentence(tenants, error)} ${vscode.l10n.t('Press Enter again to use it anyway.')}`;
			}
		},
	};
}

/** @throws AddressError */
function newTenant(address: string, name: string, settings: Partial<TenantSettings>): AddedTenant {
	const url = apiAddress(address);
	const tenant = { id: tenantId(url), name: name || proposedName(url), url: url.href };
	return { ...tenant, ...initialSettings, ...settings };
}

function problemOf(tenants: Tenants, check: () => void): string | undefined {
	try {
		check();
		return undefined;
	} catch (error) {
		return sentence(tenants, error);
	}
}
