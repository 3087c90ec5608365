import { readFileSync } from 'node:fs';
import type * as vscode from 'vscode';
import { apiVersions } from '../core/api/urls';
import { replaceFlushedNow } from '../core/files/flushedFiles';
import {
	accessModes,
	sampleTenantId,
	type AccessMode,
	type AddedTenant,
	type Tenant,
} from '../core/api/tenant';

const key = 'iscConnectors.tenants.latest';
/** Where the first versions of this extension have kept the tenants, and the access mode of the sample tenant. */
const firstKeys = { tenants: 'iscConnectors.tenants', sampleAccess: 'iscConnectors.sampleAccess' };

/** The keys that follow a person to another machine; credentials do not. */
export const syncedKeys = [key];

interface Kept {
	readonly tenants: readonly AddedTenant[];
	readonly sampleAccess: AccessMode;
	/** Milliseconds since 1970, and more with each change. */
	readonly changedAt: number;
}

/**
 * What is kept of the tenants, without their credentials. VS Code's memory follows a person to other machines, but a
 * window learns seconds later what another one has written there, and may write over it. So all windows of a machine
 * share a file as well, which each change begins with reading again. What was changed last counts.
 */
export class TenantStore {
	private kept: Kept;

	constructor(
		private readonly memory: vscode.Memento,
		readonly file: vscode.Uri,
	) {
		this.kept = this.keptAtFirst();
		this.readAgain();
	}

	/** Looks what other windows have changed. */
	readAgain(): void {
		this.kept = this.read();
	}

	added(): readonly AddedTenant[] {
		return this.kept.tenants;
	}

	get sampleAccess(): AccessMode {
		return this.kept.sampleAccess;
	}

	async add(tenant: AddedTenant): Promise<void> {
		await this.update(({ tenants }) => ({
			tenants: [...tenants.filter(({ id }) => id !== tenant.id), tenant],
		}));
	}

	/** Changes nothing if the tenant is not there any more. */
	async change(id: string, changes: Partial<Pick<Tenant, 'name' | 'version' | 'access'>>): Promise<void> {
		await this.update(({ tenants }) => ({
			tenants: tenants.map(tenant => (tenant.id === id ? { ...tenant, ...changes } : tenant)),
		}));
	}

	async remove(id: string): Promise<void> {
		await this.update(({ tenants }) => ({ tenants: tenants.filter(tenant => tenant.id !== id) }));
	}

	async setSampleAccess(sampleAccess: AccessMode): Promise<void> {
		await this.update(() => ({ sampleAccess }));
	}

	private async update(change: (kept: Kept) => Partial<Kept>): Promise<void> {
		const before = this.read();
		const changedAt = Math.max(Date.now(), before.changedAt + 1);
		const next = { ...before, ...change(before), changedAt };
		replaceFlushedNow(this.file.fsPath, JSON.stringify(next));
		this.kept = next;
		await this.memory.update(key, next);
	}

	/** The latest that can be read, or was read before: while another program holds the file, nothing older counts. */
	private read(): Kept {
		return [asKept(this.memory.get<unknown>(key)), asKept(contentOf(this.file.fsPath))]
			.filter(kept => kept !== undefined)
			.reduce((latest, kept) => (kept.changedAt < latest.changedAt ? latest : kept), this.kept);
	}

	private keptAtFirst(): Kept {
		return {
			tenants: asTenants(this.memory.get<unknown>(firstKeys.tenants)),
			sampleAccess: asAccess(this.memory.get<unknown>(firstKeys.sampleAccess)) ?? 'live',
			changedAt: 0,
		};
	}
}

function contentOf(file: string): unknown {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined; // There is none yet, or it is of no use: what else is known has to do.
	}
}

/** What was stored may come from another version of this extension: what cannot be a tenant is left out. */
function asKept(value: unknown): Kept | undefined {
	const { tenants, sampleAccess, changedAt } = (value ?? {}) as Partial<Record<keyof Kept, unknown>>;
	return typeof changedAt === 'number'
		? { tenants: asTenants(tenants), sampleAccess: asAccess(sampleAccess) ?? 'live', changedAt }
		: undefined;
}

function asTenants(value: unknown): readonly AddedTenant[] {
	return Array.isArray(value) ? value.map(asTenant).filter(tenant => tenant !== undefined) : [];
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

function asAccess(value: unknown): AccessMode | undefined {
	return accessModes.find(mode => mode === value);
}
