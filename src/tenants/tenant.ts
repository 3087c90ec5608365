import type { ApiVersion } from '../api/urls';

export interface Tenant {
	/**
	 * The host of the API address, with the port where there is one, lower case; `sample` for the embedded sample tenant.
	 * The authority of its documents' URIs, so it never changes while the tenant exists.
	 */
	readonly id: string;
	/** What people see; no two tenants have the same. */
	readonly name: string;
	/** The API address without a path; undefined for the sample tenant, which is elsewhere after each start. */
	readonly url: string | undefined;
	readonly version: ApiVersion;
}

export const sampleTenantId = 'sample';
