import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog';
import type { Tenant } from '../../core/api/tenant';
import type { Tenants } from '../../tenants/tenants';
import type { SearchedConnector, SearchedTenant } from '../../core/search/search';
import { connectorChoices, tenantsToAsk } from '../ask/picks';

/** A tenant, or one of its connectors. */
export interface ChosenPlace {
	readonly tenant: Pick<Tenant, 'id' | 'name'>;
	readonly connector?: SearchedConnector;
}

/** Groups what was chosen by tenant. A tenant that was chosen itself is searched as a whole. */
export function scopeOf(places: readonly ChosenPlace[]): readonly SearchedTenant[] {
	const byTenant = new Map<string, ChosenPlace[]>();
	for (const place of places) {
		byTenant.set(place.tenant.id, [...(byTenant.get(place.tenant.id) ?? []), place]);
	}
	return [...byTenant.values()].flatMap(chosen => {
		const connectors = new Map(chosen.map(({ connector }) => [connector?.scriptName, connector]));
		const named = [...connectors.values()].filter(connector => connector !== undefined);
		return chosen.slice(0, 1).map(({ tenant: { id, name } }) => ({
			id,
			name,
			...(named.length === connectors.size && { connectors: named }),
		}));
	});
}

/** Asks where to search; undefined if the person left. */
export async function askScope(
	tenants: Tenants,
	catalog: Catalog,
): Promise<readonly SearchedTenant[] | undefined> {
	const all = tenantsToAsk(tenants.all());
	const whole = all.map(tenant => ({
		label: tenant.name,
		description: tenant.url ?? '',
		choose: () => Promise.resolve(scopeOf([{ tenant }])),
	}));
	const everything = {
		label: vscode.l10n.t('All Tenants'),
		choose: () => Promise.resolve(scopeOf(all.map(tenant => ({ tenant })))),
	};
	const chosen = {
		label: vscode.l10n.t('Chosen Connectors…'),
		choose: () => askConnectors(all, catalog),
	};
	const picked = await vscode.window.showQuickPick(
		[...whole, ...(all.length > 1 ? [everything] : []), chosen],
		{
			title: vscode.l10n.t('Search in Connector Documents'),
			placeHolder: vscode.l10n.t('Choose where to search'),
		},
	);
	return picked?.choose();
}

async function askConnectors(
	all: readonly Tenant[],
	catalog: Catalog,
): Promise<readonly SearchedTenant[] | undefined> {
	const choices = all.map(tenant => ({ label: tenant.name, description: tenant.url ?? '', tenant }));
	const title = vscode.l10n.t('Search in Connector Documents');
	const { tenant } =
		(choices.length === 1
			? choices[0]
			: await vscode.window.showQuickPick(choices, {
					title,
					placeHolder: vscode.l10n.t('Choose a tenant'),
				})) ?? {};
	if (!tenant) {
		return undefined;
	}
	const picked = await vscode.window.showQuickPick(connectorChoices(catalog, tenant), {
		title,
		placeHolder: vscode.l10n.t('Choose the connectors of {0}', tenant.name),
		canPickMany: true,
		matchOnDescription: true,
		matchOnDetail: true,
	});
	return picked && picked.length > 0
		? scopeOf(picked.map(({ connector }) => ({ tenant, connector })))
		: undefined;
}
