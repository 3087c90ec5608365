import { hasCustomType, type Connector } from '../core/api/connector';
import type { CatalogMemory } from './catalogMemory';

/**
 * Which connectors people of the tenants have made. No field of the service says so, and a clone may have the type of a
 * standard connector: so those that are created from this computer are remembered.
 */
export class CustomConnectors {
	constructor(private readonly memory: CatalogMemory) {}

	has(tenant: string, connector: Pick<Connector, 'scriptName' | 'type'>): boolean {
		return hasCustomType(connector) || this.memory.names(tenant, 'created').includes(connector.scriptName);
	}

	/** Remembers one that was created. */
	add(tenant: string, scriptName: string): Promise<void> {
		return this.memory.setNames(tenant, 'created', [scriptName], true);
	}

	/** Forgets one that was deleted, or all if the tenant is removed. */
	forget(tenant: string, scriptNames = this.memory.names(tenant, 'created')): Promise<void> {
		return this.memory.setNames(tenant, 'created', scriptNames, false);
	}
}
