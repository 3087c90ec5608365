import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog';
import type { Tenant } from '../../core/api/tenant';
import type { Tenants } from '../../tenants/tenants';
import type { SearchedConnector, SearchedTenant } from '../../core/search/search';
import { connectorChoices, pickTenant, tenantRows, tenantsToAsk } from '../ask/picks';
import { commandTitle } from '../ask/commandTitle';
import { pickRow, pickRows } from '../ask/lists';

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

const command = 'iscConnectors.documents.search';

/** Asks where to search; undefined if the person left. */
export async function askScope(
	tenants: Tenants,
	catalog: Catalog,
): Promise<readonly SearchedTenant[] | undefined> {
	const all = tenantsToAsk(tenants.all());
	const whole = tenantRows(all).map(({ tenant, ...row }) => ({
		...row,
		choose: () => Promise.resolve(scopeOf([{ tenant }])),
	}));
	const everything = {
		label: vscode.l10n.t('All Tenants'),
		choose: () => Promise.resolve(scopeOf(all.map(tenant => ({ tenant })))),
	};
	const chosen = {
		label: vscode.l10n.t('Selected Connectors…'),
		choose: () => askConnectors(tenants, catalog),
	};
	const picked = await pickRow([...whole, ...(all.length > 1 ? [everything] : []), chosen], {
		title: commandTitle(command),
		prompt: vscode.l10n.t('Select where to search'),
	});
	return picked?.choose();
}

async function askConnectors(
	tenants: Tenants,
	catalog: Catalog,
): Promise<readonly SearchedTenant[] | undefined> {
	const tenant = await pickTenant(tenants, undefined, { command });
	if (!tenant) {
		return undefined;
	}
	const picked = await pickRows(connectorChoices(catalog, tenant), {
		title: commandTitle(command),
		prompt: vscode.l10n.t('Select connectors of {0}', tenant.name),
	});
	return picked.length > 0 ? scopeOf(picked.map(({ connector }) => ({ tenant, connector }))) : undefined;
}
