import type { ApiVersion } from './urls';

/** What a person wants to be possible with a tenant: a save is sent, is asked about, or is refused. */
export const accessModes = ['live', 'ask', 'read-only'] as const;
export type AccessMode = (typeof accessModes)[number];

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
	readonly access: AccessMode;
}

/** A tenant that a person has added. */
export type AddedTenant = Tenant & { readonly url: string };

export const sampleTenantId = 'sample';
