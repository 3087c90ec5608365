import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import { forCaller, tenantNamed } from '../ask/options';
import { pickTenant, type Asking } from '../ask/picks';

/** The tenant of a node or an id, or the one that people choose. An unknown id is an error for the program that passed it. */
export function tenantFor(
	studio: Pick<Studio, 'tenants'>,
	argument: unknown,
	asking: Asking,
): Promise<Tenant | undefined> {
	return typeof argument === 'string'
		? forCaller(studio, {}, () => Promise.resolve(tenantNamed(studio, argument)))
		: pickTenant(studio.tenants, argument, asking);
}
