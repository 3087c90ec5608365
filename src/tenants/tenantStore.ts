import type * as vscode from 'vscode';
import { apiVersions } from '../api/urls';
import { accessModes, sampleTenantId, type AddedTenant, type Tenant } from './tenant';

const addedKey = 'iscConnectors.tenants';
const sampleAccessKey = 'iscConnectors.sampleAccess';

/** The keys that follow a person to another machine; credentials do not. */
export const syncedKeys = [addedKey];

/** What is kept of the tenants, without their credentials. */
export class TenantStore {
	constructor(private readonly memory: vscode.Memento) {}

	/** What was stored may come from another version of this extension: what cannot be a tenant is left out. */
	added(): readonly AddedTenant[] {
		const stored = this.memory.get<unknown>(addedKey);
		return Array.isArray(stored) ? stored.map(asTenant).filter(tenant => tenant !== undefined) : [];
	}

	/** Puts a tenant in the place of the one with its id, or behind all others. */
	async put(tenant: AddedTenant): Promise<void> {
		const added = this.added();
		const known = added.some(({ id }) => id === tenant.id);
		const next = known ? added.map(other => (other.id === tenant.id ? tenant : other)) : [...added, tenant];
		await this.memory.update(addedKey, next);
	}

	async remove(id: string): Promise<void> {
		await this.memory.update(
			addedKey,
			this.added().filter(tenant => tenant.id !== id),
		);
	}

	get sampleAccess(): Tenant['access'] {
		return asAccess(this.memory.get<unknown>(sampleAccessKey)) ?? 'live';
	}

	async setSampleAccess(access: Tenant['access']): Promise<void> {
		await this.memory.update(sampleAccessKey, access);
	}
}

function asTenant(value: unknown): AddedTenant | undefined {
	const { id, name, url, version, access } = (value ?? {}) as Partial<Record<keyof Tenant, unknown>>;
	const known = apiVersions.find(each => each === version);
	if (typeof id !== 'string' || typeof name !== 'string' || !isAddress(url) || !known) {
		return undefined;
	}
	// Where nobody has said, nothing is sent without asking.
	return id === sampleTenantId
		? undefined
		: { id, name, url, version: known, access: asAccess(access) ?? 'ask' };
}

function isAddress(value: unknown): value is string {
	return typeof value === 'string' && URL.canParse(value);
}

function asAccess(value: unknown): Tenant['access'] | undefined {
	return accessModes.find(mode => mode === value);
}
