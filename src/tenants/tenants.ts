import * as vscode from 'vscode';
import { createClient, type ClientOptions } from '../api/client';
import type { ConnectorsApi } from '../api/connectorsApi';
import { CredentialsError } from '../api/errors';
import type { Credentials } from '../api/token';
import { apiVersions } from '../api/urls';
import { DisposableStore } from '../util/disposables';
import { CredentialStore } from './credentialStore';
import type { EmbeddedSample } from './embeddedSample';
import { sampleTenantId, type Tenant } from './tenant';

const memoryKey = 'iscConnectors.tenants';

/** A document or a command names a tenant that is not in the list (any more). */
export class UnknownTenantError extends Error {
	override name = 'UnknownTenantError';

	constructor(readonly tenantId: string) {
		super(`No tenant ${tenantId}`);
	}
}

/** A tenant cannot be added beside one that is there already. */
export class TenantExistsError extends Error {
	override name = 'TenantExistsError';

	constructor(
		readonly tenant: Tenant,
		readonly same: 'address' | 'name',
	) {
		super(`There is a tenant of the same ${same}: ${tenant.id}`);
	}
}

/** The tenants a person has added, and a client for each. */
export class Tenants implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<void>());
	readonly onDidChange = this.didChange.event;
	private readonly clients = new Map<string, Promise<ConnectorsApi>>();
	private readonly credentials: CredentialStore;

	constructor(
		private readonly memory: vscode.Memento,
		secrets: vscode.SecretStorage,
		private readonly sample: EmbeddedSample,
		private readonly log: NonNullable<ClientOptions['log']>,
	) {
		this.credentials = new CredentialStore(secrets);
		this.store.add(sample.onDidChange(() => this.didChange.fire()));
	}

	/** In the order of their names, the sample tenant last. */
	all(): readonly Tenant[] {
		const { tenant: sample } = this.sample;
		const added = this.added().sort((one, other) => one.name.localeCompare(other.name));
		return sample ? [...added, sample] : added;
	}

	get(id: string): Tenant | undefined {
		return this.all().find(tenant => tenant.id === id);
	}

	/** One client for each tenant, so that all requests to it share a token and a pace. */
	client(id: string): Promise<ConnectorsApi> {
		const tenant = this.get(id);
		if (!tenant) {
			return Promise.reject(new UnknownTenantError(id));
		}
		const known = this.clients.get(id);
		if (known) {
			return known;
		}
		const client = this.createClient(tenant);
		this.clients.set(id, client);
		client.catch(() => this.clients.delete(id));
		return client;
	}

	/** Makes one request with the credentials and keeps tenant and credentials only if that succeeds. */
	async add(tenant: Tenant & { readonly url: string }, credentials: Credentials): Promise<void> {
		this.checkNew(tenant);
		const client = createClient({
			base: new URL(tenant.url),
			version: tenant.version,
			credentials: () => Promise.resolve(credentials),
			log: this.log,
		});
		await client.listPage({ limit: 1 });
		this.checkNew(tenant);
		await this.credentials.set(tenant.id, credentials);
		await this.memory.update(memoryKey, [...this.added(), tenant]);
		this.clients.set(tenant.id, Promise.resolve(client));
		this.didChange.fire();
	}

	async showSample(): Promise<void> {
		await this.sample.enable();
	}

	/** @throws TenantExistsError */
	checkNew({ id, name }: Pick<Tenant, 'id' | 'name'>): void {
		for (const tenant of this.all()) {
			if (tenant.id === id) {
				throw new TenantExistsError(tenant, 'address');
			}
			if (tenant.name.toLowerCase() === name.toLowerCase()) {
				throw new TenantExistsError(tenant, 'name');
			}
		}
	}

	private async createClient(tenant: Tenant): Promise<ConnectorsApi> {
		const { id, version, url } = tenant;
		if (url === undefined) {
			const running = await this.sample.start();
			return createClient({
				base: new URL(running.url),
				version,
				credentials: () => Promise.resolve(running),
				log: this.log,
			});
		}
		return createClient({
			base: new URL(url),
			version,
			credentials: async () => {
				const credentials = await this.credentials.get(id);
				if (!credentials) {
					throw new CredentialsError(new URL(url).host, { texts: [] });
				}
				return credentials;
			},
			log: this.log,
		});
	}

	/** What was stored may come from another version of this extension: what cannot be a tenant is left out. */
	private added(): Tenant[] {
		const stored = this.memory.get<unknown>(memoryKey);
		return Array.isArray(stored) ? stored.filter(isTenant) : [];
	}

	dispose(): void {
		this.store.dispose();
	}
}

function isTenant(value: unknown): value is Tenant {
	const { id, name, url, version } = (value ?? {}) as Partial<Record<keyof Tenant, unknown>>;
	return (
		[id, name, url].every(text => typeof text === 'string') &&
		id !== sampleTenantId &&
		apiVersions.some(known => known === version)
	);
}
