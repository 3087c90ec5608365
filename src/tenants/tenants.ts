import { posix } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { ClientOptions } from '../core/api/client';
import type { ConnectorsApi } from '../core/api/connectorsApi';
import { CredentialsError } from '../core/api/errors';
import type { Credentials } from '../core/api/send/token';
import { DisposableStore } from '../util/disposables';
import { UserError } from '../messages/userError';
import type { CredentialStore } from './credentialStore';
import type { EmbeddedSample } from './embeddedSample';
import { sampleTenantId, type AddedTenant, type Tenant, type TenantSettings } from '../core/api/tenant';
import type { TenantStore } from './tenantStore';
import { TokenWatch } from './tokenWatch';
import { UnknownTenantError } from './unknownTenantError';

/** A tenant cannot be added beside one that is there already, nor take its name. */
export class TenantExistsError extends UserError {
	override name = 'TenantExistsError';

	constructor(tenant: Tenant, same: 'address' | 'name') {
		super(
			same === 'address'
				? vscode.l10n.t('This tenant is already there: {0}.', tenant.name)
				: vscode.l10n.t('Another tenant has the name {0}. Choose a different one.', tenant.name),
		);
	}
}

/** How the clients of all tenants are made. */
export interface Connection {
	readonly log: NonNullable<ClientOptions['log']>;
	/** Milliseconds for one exchange. */
	readonly timeout: () => number;
	/** The tenant says that the API version it is asked in will end. */
	readonly deprecated: (tenant: Tenant) => void;
}

/** The tenants a person has added, and a client for each. */
export class Tenants implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<void>());
	/** A tenant came, went, or is no longer what it was. */
	readonly onDidChange = this.didChange.event;
	private readonly clients = new Map<string, Promise<ConnectorsApi>>();
	/** The credentials that the clients work with. */
	private readonly inUse = new Map<string, Credentials>();
	private readonly tokens = this.store.add(new TokenWatch());
	/** The access token of this tenant, which nobody but a person can renew, ends soon. */
	readonly onTokenEnds = this.tokens.onTokenEnds;
	/** What was told of last. */
	private seen: readonly Tenant[];

	constructor(
		private readonly stored: TenantStore,
		private readonly credentials: CredentialStore,
		private readonly sample: EmbeddedSample,
		private readonly connection: Connection,
	) {
		this.seen = this.all();
		this.store.add(sample.onDidChange(() => this.tellOfChange()));
		this.store.add(credentials.onDidChange(id => void this.dropOutdatedClient(id)));
		const watcher = this.store.add(vscode.workspace.createFileSystemWatcher(patternOf(stored.file)));
		this.store.add(watcher.onDidCreate(() => this.readAgain()));
		this.store.add(watcher.onDidChange(() => this.readAgain()));
		// Not every folder can be watched, and what comes from another machine is in no file here.
		this.store.add(
			vscode.window.onDidChangeWindowState(({ focused }) => {
				if (focused) {
					this.readAgain();
				}
			}),
		);
	}

	/** Takes over what another window has changed. */
	private readAgain(): void {
		this.stored.readAgain();
		if (!isDeepStrictEqual(this.seen, this.all())) {
			this.tellOfChange();
		}
	}

	/** In the order of their names, the sample tenant last. */
	all(): readonly Tenant[] {
		const added = this.stored.added().toSorted((one, other) => one.name.localeCompare(other.name));
		return this.sample.isEnabled ? [...added, this.sampleTenant()] : added;
	}

	/** Those that a person has added. */
	added(): readonly AddedTenant[] {
		return this.stored.added();
	}

	/** As this window has seen it last. */
	get(id: string): Tenant | undefined {
		return this.all().find(tenant => tenant.id === id);
	}

	/** As it is by now, whichever window has changed it: what decides whether something may be sent. */
	getNow(id: string): Tenant | undefined {
		this.readAgain();
		return this.get(id);
	}

	/** What people call the tenant at this host. */
	nameOf(host: string): string {
		const id = host === this.sample.host ? sampleTenantId : host;
		return this.get(id)?.name ?? host;
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

	/** Whether a tenant answers at an address, asked without credentials. */
	async checkAddress(url: URL, signal: AbortSignal): Promise<void> {
		const { checkTenant } = await import('../core/api/tenantInfo');
		await checkTenant(url, this.connection.timeout, signal);
	}

	/** Makes one request with the credentials and keeps tenant and credentials only if that succeeds. */
	async add(tenant: AddedTenant, credentials: Credentials, signal?: AbortSignal): Promise<void> {
		const checkIsNew = () => {
			this.checkAddressIsNew(tenant.id);
			this.checkName(tenant.id, tenant.name);
		};
		checkIsNew();
		const client = await this.tryCredentials(tenant, credentials, signal);
		checkIsNew();
		await this.stored.add(tenant);
		await this.keepCredentials(tenant, credentials, client);
	}

	/** @throws TenantExistsError */
	checkAddressIsNew(id: string): void {
		const same = this.getNow(id);
		if (same) {
			throw new TenantExistsError(same, 'address');
		}
	}

	/** Whether the tenant of this id may have a name. @throws TenantExistsError */
	checkName(id: string, name: string): void {
		this.readAgain();
		const same = this.all().find(
			tenant => tenant.id !== id && tenant.name.toLowerCase() === name.toLowerCase(),
		);
		if (same) {
			throw new TenantExistsError(same, 'name');
		}
	}

	/** Keeps the credentials only if the tenant takes them. */
	async changeCredentials(tenant: AddedTenant, credentials: Credentials, signal: AbortSignal): Promise<void> {
		const client = await this.tryCredentials(tenant, credentials, signal);
		this.checkIsThere(tenant.id);
		await this.keepCredentials(tenant, credentials, client);
	}

	async rename({ id }: Tenant, name: string): Promise<void> {
		this.checkIsThere(id);
		this.checkName(id, name);
		await this.stored.change(id, { name });
		this.tellOfChange();
	}

	async change({ id }: Tenant, changes: Partial<TenantSettings>): Promise<void> {
		this.checkIsThere(id);
		await this.stored.change(id, changes);
		this.tellOfChange();
	}

	/** Another window may have removed it. @throws UnknownTenantError */
	private checkIsThere(id: string): void {
		if (!this.getNow(id)) {
			throw new UnknownTenantError(id);
		}
	}

	/** How many connectors the tenant lists. */
	async test(tenant: Tenant, signal: AbortSignal): Promise<number | undefined> {
		return (await (await this.client(tenant.id)).listPage({ limit: 1, count: true, signal })).total;
	}

	/** Forgets the credentials; the tenant stays. */
	async signOut({ id }: Tenant): Promise<void> {
		await this.credentials.forget(id);
		this.forgetClient(id);
		this.tellOfChange();
	}

	async remove({ id }: Tenant): Promise<void> {
		if (id === sampleTenantId) {
			await this.sample.enable(false);
			return;
		}
		await this.stored.remove(id);
		await this.credentials.forget(id);
		this.tellOfChange();
	}

	async showSample(): Promise<void> {
		await this.sample.enable(true);
	}

	private sampleTenant(): Tenant {
		const name = vscode.l10n.t('Sample Tenant');
		return { ...this.stored.sample(), id: sampleTenantId, name, url: undefined };
	}

	private forgetClient(id: string): void {
		this.clients.delete(id);
		this.inUse.delete(id);
		this.tokens.forget(id);
	}

	/** Credentials may change in another window; this one is told of its own changes, too. */
	private async dropOutdatedClient(id: string): Promise<void> {
		// What cannot be read is asked for again, and complained of, with the next request.
		const stored = await this.credentials.get(id).catch(() => undefined);
		if (JSON.stringify(stored) !== JSON.stringify(this.inUse.get(id))) {
			this.forgetClient(id);
		}
	}

	/**
	 * Where a tenant is no longer what its client was made for, the next request gets a new client. Its name is for people,
	 * and the client asks for the access mode before each request.
	 */
	private tellOfChange(): void {
		const before = this.seen;
		this.seen = this.all();
		for (const tenant of before) {
			const now = this.get(tenant.id);
			if (!now || !isDeepStrictEqual({ ...tenant, name: now.name, access: now.access }, now)) {
				this.forgetClient(tenant.id);
			}
		}
		this.didChange.fire();
	}

	private async tryCredentials(
		tenant: AddedTenant,
		credentials: Credentials,
		signal?: AbortSignal,
	): Promise<ConnectorsApi> {
		const base = new URL(tenant.url);
		const client = await this.connect(tenant, base, () => {
			this.tokens.watch(tenant.id, base.host, credentials);
			return Promise.resolve(credentials);
		});
		await client.listPage({ limit: 1, ...(signal && { signal }) });
		signal?.throwIfAborted();
		return client;
	}

	private async keepCredentials(
		{ id }: Tenant,
		credentials: Credentials,
		client: ConnectorsApi,
	): Promise<void> {
		this.inUse.set(id, credentials);
		await this.credentials.set(id, credentials);
		this.clients.set(id, Promise.resolve(client));
		this.tellOfChange();
	}

	private async createClient(tenant: Tenant): Promise<ConnectorsApi> {
		const { id, url } = tenant;
		if (url === undefined) {
			const running = await this.sample.start();
			return this.connect(tenant, new URL(running.url), () => Promise.resolve(running));
		}
		const base = new URL(url);
		return this.connect(tenant, base, async () => {
			const credentials = await this.credentials.get(id);
			if (!credentials) {
				throw new CredentialsError(base.host, 'missing');
			}
			this.inUse.set(id, credentials);
			this.tokens.watch(id, base.host, credentials);
			return credentials;
		});
	}

	private async connect(
		tenant: Tenant,
		base: URL,
		credentials: ClientOptions['credentials'],
	): Promise<ConnectorsApi> {
		const { createClient } = await import('../core/api/client');
		const { log, timeout, deprecated } = this.connection;
		return createClient({
			base,
			settings: tenant,
			credentials,
			log,
			timeout,
			// To one that was removed, nothing is sent either.
			isReadOnly: () => (this.getNow(tenant.id)?.access ?? 'read-only') === 'read-only',
			deprecated: () => deprecated(tenant),
		});
	}

	dispose(): void {
		this.store.dispose();
	}
}

function patternOf(file: vscode.Uri): vscode.RelativePattern {
	return new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), posix.basename(file.path));
}
