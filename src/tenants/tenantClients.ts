import { isDeepStrictEqual } from 'node:util';
import type * as vscode from 'vscode';
import type { Client, ClientOptions } from '../core/api/client';
import { CredentialsError } from '../core/api/errors';
import type { Credentials } from '../core/api/send/token';
import type { AddedTenant, Tenant } from '../core/api/tenant';
import type { SampleTenant } from '../sample/server/sampleTenant';
import { DisposableStore } from '../util/disposables';
import type { CredentialStore } from './credentialStore';
import { TokenWatch } from './tokenWatch';

/** How the clients of all tenants are made. */
export interface Connection {
	/** Writes to the log what is about a tenant. */
	readonly log: (tenant: Tenant, text: string, level: 'info' | 'warn') => void;
	/** Milliseconds for one exchange. */
	readonly timeout: () => number;
}

/** A client for each tenant, so that all requests to it share a token and a pace. */
export class TenantClients implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly clients = new Map<string, Promise<Client>>();
	/** The credentials that the clients work with. */
	private readonly inUse = new Map<string, Credentials>();
	private readonly tokens = this.store.add(new TokenWatch());
	/** The access token of this tenant, which nobody but a person can renew, ends soon. */
	readonly onTokenEnds = this.tokens.onTokenEnds;

	/** @param isReadOnly asked before each request that would change the tenant of this id */
	constructor(
		private readonly credentials: CredentialStore,
		private readonly startSample: (id: string) => Promise<SampleTenant>,
		private readonly connection: Connection,
		private readonly isReadOnly: (id: string) => boolean,
	) {
		this.store.add(credentials.onDidChange(id => void this.forgetOutdated(id)));
	}

	of(tenant: Tenant): Promise<Client> {
		const known = this.clients.get(tenant.id);
		if (known) {
			return known;
		}
		const client = this.create(tenant);
		this.clients.set(tenant.id, client);
		client.catch(() => this.clients.delete(tenant.id));
		return client;
	}

	/** Makes one request with credentials that are not kept yet; a client that works with them, for `keep`. */
	async try(tenant: AddedTenant, credentials: Credentials, signal?: AbortSignal): Promise<Client> {
		const base = new URL(tenant.url);
		const client = await this.connect(tenant, base, async () => {
			await this.tokens.watch(tenant.id, base.host, credentials);
			return credentials;
		});
		await client.listPage({ limit: 1, ...(signal && { signal }) });
		signal?.throwIfAborted();
		return client;
	}

	async keep(id: string, credentials: Credentials, client: Client): Promise<void> {
		this.inUse.set(id, credentials);
		await this.credentials.set(id, credentials);
		this.clients.set(id, Promise.resolve(client));
	}

	/** The next request gets a new client. */
	forget(id: string): void {
		this.clients.delete(id);
		this.inUse.delete(id);
		this.tokens.forget(id);
	}

	/** Forgets the client of a tenant that is no longer what the client was made for. */
	forgetChanged(before: Tenant, now: Tenant | undefined): void {
		// Name and color are for people, and the client asks for the access mode before each request.
		const forPeople = now && { name: now.name, color: now.color, access: now.access };
		if (!isDeepStrictEqual({ ...before, ...forPeople }, now)) {
			this.forget(before.id);
		}
	}

	/** Credentials may change in another window; the changes of this window come here, too. */
	private async forgetOutdated(id: string): Promise<void> {
		// Credentials that cannot be read are read again with the next request, which reports it.
		const stored = await this.credentials.get(id).catch(() => undefined);
		if (!isDeepStrictEqual(stored, this.inUse.get(id))) {
			this.forget(id);
		}
	}

	private async create(tenant: Tenant): Promise<Client> {
		const { id, url } = tenant;
		if (url === undefined) {
			const running = await this.startSample(id);
			return this.connect(tenant, new URL(running.url), () => Promise.resolve(running));
		}
		const base = new URL(url);
		return this.connect(tenant, base, async () => {
			const credentials = await this.credentials.get(id);
			if (!credentials) {
				throw new CredentialsError(base.host, 'missing');
			}
			this.inUse.set(id, credentials);
			await this.tokens.watch(id, base.host, credentials);
			return credentials;
		});
	}

	private async connect(
		tenant: Tenant,
		base: URL,
		credentials: ClientOptions['credentials'],
	): Promise<Client> {
		const { createClient } = await import('../core/api/client');
		const { exchangeLine } = await import('../core/api/send/exchangeLog');
		const { log, timeout } = this.connection;
		return createClient({
			base,
			settings: tenant,
			credentials,
			log: exchange => log(tenant, exchangeLine(exchange), 'info'),
			timeout,
			isReadOnly: () => this.isReadOnly(tenant.id),
			deprecated: () => log(tenant, `Version ${tenant.version} of the API will end.`, 'warn'),
		});
	}

	dispose(): void {
		this.store.dispose();
	}
}
