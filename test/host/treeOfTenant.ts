import { Catalog } from '../../src/catalog/catalog';
import { CatalogMemory } from '../../src/catalog/catalogMemory';
import { TenantSources } from '../../src/catalog/tenantSources';
import { initialSettings, type Tenant, type TenantSettings } from '../../src/core/api/tenant';
import type { Tenants } from '../../src/tenants/tenants';
import { ConnectorTree } from '../../src/views/connectorTree';
import { clientOf } from '../unit/core/api/sample';
import { Memory } from './memory';
import type { AddedTenant } from './studio';

/** A tree with a tenant alone, which it calls "prod", and what it shows. All of it is for the caller to dispose of. */
export function treeOf(
	{ id, sample }: AddedTenant,
	settings: Partial<TenantSettings> = {},
	memory = new Memory(),
): { readonly catalog: Catalog; readonly sources: TenantSources; readonly tree: ConnectorTree } {
	const all: Tenant[] = [{ id, name: 'prod', url: sample.url, ...initialSettings, ...settings }];
	const tenants = {
		all: () => all,
		get: (wanted: string) => all.find(each => each.id === wanted),
		nameOf: () => 'prod',
		onDidChange: () => ({ dispose: () => undefined }),
	} as unknown as Tenants;
	const client = clientOf(sample);
	const catalog = new Catalog(() => Promise.resolve(client), new CatalogMemory(memory));
	const sources = new TenantSources(() => Promise.resolve(client));
	const tree = new ConnectorTree(
		tenants,
		catalog,
		() => Promise.resolve(sources),
		memory,
		() => undefined,
	);
	return { catalog, sources, tree };
}
