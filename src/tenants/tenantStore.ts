import { readFileSync } from 'node:fs';
import type * as vscode from 'vscode';
import { isObject } from '../core/api/errors';
import {
	initialSettings,
	isSampleId,
	keptSettings,
	sampleIds,
	sampleProductionId,
	sampleTenantId,
	settingsIn,
	type AddedTenant,
	type SampleId,
	type TenantSettings,
} from '../core/api/tenant';

const key = 'iscConnectors.tenants.latest';
/** Where the first versions of this extension kept the tenants, and the access mode of the sample tenant. */
const firstKeys = { tenants: 'iscConnectors.tenants', sampleAccess: 'iscConnectors.sampleAccess' };

/** The keys that follow a person to another machine; credentials do not. */
export const syncedKeys = [key];

/** Those settings of each sample tenant that were changed. */
type SampleSettings = Readonly<Record<SampleId, Partial<TenantSettings>>>;

interface Kept extends SampleSettings {
	readonly tenants: readonly AddedTenant[];
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

	/** Reads what other windows have changed. */
	readAgain(): void {
		this.kept = this.read();
	}

	added(): readonly AddedTenant[] {
		return this.kept.tenants;
	}

	sample(id: SampleId): TenantSettings {
		// Production is what people are asked about.
		const access = id === sampleProductionId ? 'ask' : initialSettings.access;
		return { ...initialSettings, access, ...this.kept[id] };
	}

	async add(tenant: AddedTenant): Promise<void> {
		await this.update(({ tenants }) => ({
			tenants: [...tenants.filter(({ id }) => id !== tenant.id), tenant],
		}));
	}

	/** Does nothing if the tenant is no longer there. */
	async change(id: string, changes: Partial<TenantSettings & Pick<AddedTenant, 'name'>>): Promise<void> {
		await this.update(({ tenants, ...samples }) =>
			isSampleId(id)
				? { [id]: { ...samples[id], ...changes } }
				: { tenants: tenants.map(tenant => (tenant.id === id ? { ...tenant, ...changes } : tenant)) },
		);
	}

	async remove(id: string): Promise<void> {
		await this.update(({ tenants }) => ({ tenants: tenants.filter(tenant => tenant.id !== id) }));
	}

	private async update(change: (kept: Kept) => Partial<Kept>): Promise<void> {
		const { replaceFlushedNow } = await import('../core/files/flushedFiles');
		const before = this.read();
		const changedAt = Math.max(Date.now(), before.changedAt + 1);
		const next = { ...before, ...change(before), changedAt };
		// Earlier versions look only there: another machine of the person may have one.
		const written = { ...next, sampleAccess: next.sample.access };
		replaceFlushedNow(this.file.fsPath, JSON.stringify(written));
		this.kept = next;
		await this.memory.update(key, written);
	}

	/** The latest that can be read, or was read before: nothing older replaces it while another program locks the file. */
	private read(): Kept {
		return [asKept(this.memory.get<unknown>(key)), asKept(contentOf(this.file.fsPath))]
			.filter(kept => kept !== undefined)
			.reduce((latest, kept) => (kept.changedAt < latest.changedAt ? latest : kept), this.kept);
	}

	private keptAtFirst(): Kept {
		return {
			tenants: asTenants(this.memory.get<unknown>(firstKeys.tenants)),
			...samplesIn({}, { access: this.memory.get<unknown>(firstKeys.sampleAccess) }),
			changedAt: 0,
		};
	}
}

function contentOf(file: string): unknown {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined; // There is none yet, or it cannot be read: VS Code's memory may have it.
	}
}

/** What was stored may come from another version of this extension: what cannot be a tenant is left out. */
function asKept(value: unknown): Kept | undefined {
	const { tenants, sampleAccess, changedAt, ...samples } = isObject(value) ? value : {};
	return typeof changedAt === 'number'
		? {
				tenants: asTenants(tenants),
				...samplesIn(samples, { access: sampleAccess }),
				changedAt,
			}
		: undefined;
}

/** @param first what earlier versions have kept, which is the access mode of the only sample tenant there was */
function samplesIn(
	kept: Readonly<Record<string, unknown>>,
	first: Readonly<Record<string, unknown>>,
): SampleSettings {
	const settingsOf = (id: SampleId) => {
		const own = kept[id];
		return settingsIn(isObject(own) ? own : id === sampleTenantId ? first : {});
	};
	return Object.fromEntries(sampleIds.map(id => [id, settingsOf(id)])) as SampleSettings;
}

function asTenants(value: unknown): readonly AddedTenant[] {
	return Array.isArray(value) ? value.map(asTenant).filter(tenant => tenant !== undefined) : [];
}

function asTenant(value: unknown): AddedTenant | undefined {
	const kept = isObject(value) ? value : {};
	const { id, name, url } = kept;
	const settings = keptSettings(kept);
	const isWhole = typeof id === 'string' && typeof name === 'string' && isAddress(url) && settings;
	return isWhole && !isSampleId(id) ? { id, name, url, ...settings } : undefined;
}

function isAddress(value: unknown): value is string {
	return typeof value === 'string' && URL.canParse(value);
}
