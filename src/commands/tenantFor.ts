import type { Studio } from '.';
import type { Tenant } from '../tenants/tenant';
import { forCaller, tenantNamed } from './options';
import { pickTenant } from './picks';

/** The tenant of a node or of an id, or the one that people choose; an id that is none is the caller's mistake. */
export function tenantFor(studio: Studio, argument: unknown): Promise<Tenant | undefined> {
	return typeof argument === 'string'
		? forCaller(studio, {}, () => Promise.resolve(tenantNamed(studio, argument)))
		: pickTenant(studio.tenants, argument);
}
