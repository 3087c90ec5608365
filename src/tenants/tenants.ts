import { posix } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import type { Client } from '../core/api/client';
import type { Credentials } from '../core/api/send/token';
import type { SampleTenant } from '../sample/server/sampleTenant';
import { DisposableStore } from '../util/disposables';
import { completeStep } from '../util/walkthroughSteps';
import { UserError } from '../messages/userError';
import type { CredentialStore } from './credentialStore';
import type { EmbeddedSample } from './embeddedSample';
import {
	isSampleId,
	type AddedTenant,
	type SampleId,
	type Tenant,
	type TenantSettings,
} from '../core/api/tenant';
import { TenantClients, type Connection } from './tenantClients';
import type { TenantStore } from './tenantStore';
import { UnknownTenantError } from './unknownTenantError';

/** A tenant cannot be added beside one that is there already, nor take its name. */
export class TenantExistsError extends UserError {
	override name = 'TenantExistsError';

	constructor(tenant: Tenant, same: 'address' | 'name') {
		super(
			same === 'address'
				? vscode.l10n.t('This tenant has already been added: {0}.', tenant.name)
				: vscode.l10n.t('A tenant named {0} already exists. Enter another name.', tenant.name),
		);
	}
}

/** The tenants that a person has added, and the sample tenants. */
export class Tenants implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<void>());
	/** A tenant came, went, or is no longer what it was. */
	readonly onDidChange = this.didChange.event;
	private readonly clients: TenantClients;
	/** The access token of this tenant, which nobody but a person can renew, ends soon. */
	readonly onTokenEnds: TenantClients['onTokenEnds'];
	/** As they were when `onDidChange` was fired last. */
	private seen: readonly Tenant[];

	constructor(
		private readonly stored: TenantStore,
		private readonly credentials: CredentialStore,
		private readonly samples: readonly EmbeddedSample[],
		private readonly connection: Connection,
	) {
		// A tenant that was removed counts as read-only.
		const isReadOnly = (id: string) => (this.getNow(id)?.access ?? 'read-only') === 'read-only';
		this.clients = this.store.add(
			new TenantClients(credentials, id => this.startSample(id), connection, isReadOnly),
		);
		this.onTokenEnds = this.clients.onTokenEnds;
		this.seen = this.all();
		samples.forEach(sample => this.store.add(sample.onDidChange(() => this.announceChange())));
	}

	/** Takes over what other windows change as soon as they do; without this, only what `getNow` finds. */
	followOtherWindows(): void {
		const watcher = this.store.add(vscode.workspace.createFileSystemWatcher(patternOf(this.stored.file)));
		this.store.add(watcher.onDidCreate(() => this.readAgain()));
		this.store.add(watcher.onDidChange(() => this.readAgain()));
		// Not every folder can be watched, and changes from other machines are in VS Code's memory only.
		this.store.add(
			vscode.window.onDidChangeWindowState(({ focused }) => {
				if (focused) {
					this.readAgain();
				}
			}),
		);
		this.readAgain();
	}

	/** Takes over what another window has changed. */
	private readAgain(): void {
		this.stored.readAgain();
		if (!isDeepStrictEqual(this.seen, this.all())) {
			this.announceChange();
		}
	}

	/** In the order of their names, the sample tenants last. */
	all(): readonly Tenant[] {
		const shown = this.samples.filter(({ isEnabled }) => isEnabled);
		return [...this.added(), ...shown.map(sample => this.sampleTenant(sample))];
	}

	/** Those that a person has added, in the order of their names. */
	added(): readonly AddedTenant[] {
		return this.stored.added().toSorted((one, other) => one.name.localeCompare(other.name));
	}

	/** As this window has seen it last. */
	get(id: string): Tenant | undefined {
		// Asked with each keystroke: whether the sample is shown is looked up for the sample alone.
		return (isSampleId(id) ? this.all() : this.stored.added()).find(tenant => tenant.id === id);
	}

	/** As it is now, whichever window has changed it: ask this before something is sent. */
	getNow(id: string): Tenant | undefined {
		this.readAgain();
		return this.get(id);
	}

	/** What people call the tenant at this host. */
	nameOf(host: string): string {
		const id = this.samples.find(sample => sample.host === host)?.id ?? host;
		return this.get(id)?.name ?? host;
	}

	/** The tenant's client, which is the same until the tenant's address, settings or credentials change. */
	client(id: string): Promise<Client> {
		const tenant = this.get(id);
		return tenant ? this.clients.of(tenant) : Promise.reject(new UnknownTenantError(id));
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
		const client = await this.clients.try(tenant, credentials, signal);
		checkIsNew();
		await this.stored.add(tenant);
		await this.clients.keep(tenant.id, credentials, client);
		completeStep('tenant');
		this.announceChange();
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
		const client = await this.clients.try(tenant, credentials, signal);
		this.checkIsThere(tenant.id);
		await this.clients.keep(tenant.id, credentials, client);
		this.announceChange();
	}

	async rename({ id }: Tenant, name: string): Promise<void> {
		this.checkIsThere(id);
		this.checkName(id, name);
		await this.stored.change(id, { name });
		this.announceChange();
	}

	async change({ id }: Tenant, changes: Partial<TenantSettings>): Promise<void> {
		this.checkIsThere(id);
		await this.stored.change(id, changes);
		this.announceChange();
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
		this.clients.forget(id);
		this.announceChange();
	}

	async remove({ id }: Tenant): Promise<void> {
		const sample = this.samples.find(each => each.id === id);
		if (sample) {
			await sample.enable(false);
			return;
		}
		await this.stored.remove(id);
		await this.credentials.forget(id);
		this.announceChange();
	}

	async showSample(id: SampleId): Promise<void> {
		await this.samples.find(sample => sample.id === id)?.enable(true);
	}

	/** The server of a sample tenant, which can be changed there behind the editor's back. */
	startSample(id: string): Promise<SampleTenant> {
		const sample = this.samples.find(each => each.id === id);
		return sample?.start() ?? Promise.reject(new UnknownTenantError(id));
	}

	private sampleTenant({ id, name }: EmbeddedSample): Tenant {
		return { ...this.stored.sample(id), id, name, url: undefined };
	}

	private announceChange(): void {
		const before = this.seen;
		this.seen = this.all();
		before.forEach(tenant => this.clients.forgetChanged(tenant, this.get(tenant.id)));
		this.didChange.fire();
	}

	dispose(): void {
		this.store.dispose();
	}
}

function patternOf(file: vscode.Uri): vscode.RelativePattern {
	return new vscode.RelativePattern(vscode.Uri.joinPath(file, '..'), posix.basename(file.path));
}
