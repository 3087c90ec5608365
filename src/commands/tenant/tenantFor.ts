import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import { forCaller, tenantNamed } from '../ask/options';
import { pickTenant } from '../ask/picks';

/** The tenant of a node or of an id, or the one that people choose; an id that is none is the caller's mistake. */
export function tenantFor(studio: Pick<Studio, 'tenants'>, argument: unknown): Promise<Tenant | undefined> {
	return typeof argument === 'string'
		? forCaller(studio, {}, () => Promise.resolve(tenantNamed(studio, argument)))
		: pickTenant(studio.tenants, argument);
}
