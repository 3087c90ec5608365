import { apiVersions } from './urls';

/** What a person allows with a tenant: a save is sent, is asked about, or is refused. */
export const accessModes = ['live', 'ask', 'read-only'] as const;
export type AccessMode = (typeof accessModes)[number];

/** What people tell a tenant's documents by. */
export const tenantColors = ['none', 'red', 'orange', 'yellow', 'green', 'blue', 'purple'] as const;
export type TenantColor = (typeof tenantColors)[number];

/**
 * What people set for a tenant, beside its name. With a line here, a setting is kept, read again and checked, changed by
 * `Tenants.change`, taken as an argument of "Add Tenant", and given to the client, which is a new one after a change: all but
 * the access mode, which is asked for before each request, and the color, which is for people.
 */
const settings = {
	/** A tenant with a version that this extension does not know is left out. */
	version: setting(apiVersions, { initial: 'v2024', ifUnknown: undefined }),
	/** Where it is unknown, nothing is sent without asking. */
	access: setting(accessModes, { initial: 'live', ifUnknown: 'ask' }),
	color: setting(tenantColors, { initial: 'none', ifUnknown: 'none' }),
};

interface Setting<T> {
	readonly values: readonly T[];
	/** Of a tenant for which nobody has said otherwise. */
	readonly initial: T;
	/**
	 * Where what was kept, maybe by another version of this extension, is none of the values, or nothing was kept, as for every
	 * tenant from before the setting. Undefined leaves the tenant out.
	 */
	readonly ifUnknown: T | undefined;
}

function setting<const T>(values: readonly T[], others: Omit<Setting<T>, 'values'>): Setting<T> {
	return { values, ...others };
}

export type TenantSettings = {
	readonly [Name in keyof typeof settings]: (typeof settings)[Name]['initial'];
};

/** What a client is made for; it asks for the access mode before each request. */
export type ClientSettings = Omit<TenantSettings, 'access' | 'color'>;

export interface Tenant extends TenantSettings {
	/**
	 * The host of the API address, with the port where there is one, lower case; `sample` for the embedded sample tenant,
	 * `sample-production` for the second one. The authority of its documents' URIs, so it never changes while the tenant exists.
	 */
	readonly id: string;
	/** What people see; no two tenants have the same. */
	readonly name: string;
	/** The API address without a path; undefined for a sample tenant, which is elsewhere after each start. */
	readonly url: string | undefined;
}

/** A tenant that a person has added. */
export type AddedTenant = Tenant & { readonly url: string };

export const sampleTenantId = 'sample';
/** A second sample tenant, to compare the first one with and to promote to. */
export const sampleProductionId = 'sample-production';
export const sampleIds = [sampleTenantId, sampleProductionId] as const;
export type SampleId = (typeof sampleIds)[number];

export function isSampleId(id: string): id is SampleId {
	return sampleIds.some(each => each === id);
}

export const initialSettings = settingsBy(({ initial }) => initial) as TenantSettings;

/** The settings in an object that anybody may have made. */
export function settingsIn(object: Readonly<Record<string, unknown>>): Partial<TenantSettings> {
	return settingsBy(({ values }, name) => values.find(value => value === object[name]));
}

/** Those of a tenant that was kept; undefined if this version of the extension cannot work with it. */
export function keptSettings(kept: Readonly<Record<string, unknown>>): TenantSettings | undefined {
	const all = { ...settingsBy(({ ifUnknown }) => ifUnknown), ...settingsIn(kept) };
	return Object.keys(settings).every(name => name in all) ? (all as TenantSettings) : undefined;
}

function settingsBy(valueOf: (each: Setting<unknown>, name: string) => unknown): Partial<TenantSettings> {
	const values = Object.entries(settings).map(([name, each]) => [name, valueOf(each, name)] as const);
	return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
