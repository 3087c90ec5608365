import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { accessTokenClaims } from '../../src/core/api/send/accessToken';
import type { CredentialsError } from '../../src/core/api/errors';
import { LinkHandler } from '../../src/commands/document/linkHandler';
import type { Reporter } from '../../src/commands/reporter';
import { linkOf } from '../../src/core/remote/documentLink';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { Catalog } from '../../src/catalog/catalog';
import { CatalogMemory } from '../../src/catalog/catalogMemory';
import { ConnectorTree } from '../../src/views/connectorTree';
import { CredentialStore } from '../../src/tenants/credentialStore';
import { EmbeddedSample } from '../../src/tenants/embeddedSample';
import { initialSettings, type AddedTenant } from '../../src/core/api/tenant';
import type { Connection } from '../../src/tenants/tenantClients';
import { Tenants } from '../../src/tenants/tenants';
import { TenantStore } from '../../src/tenants/tenantStore';
import { Memory } from './memory';
import { addTenant, closeEditors } from './studio';

class Secrets implements vscode.SecretStorage {
	readonly values = new Map<string, string>();
	private readonly didChange = new vscode.EventEmitter<vscode.SecretStorageChangeEvent>();
	readonly onDidChange = this.didChange.event;

	keys(): Promise<string[]> {
		return Promise.resolve([...this.values.keys()]);
	}

	get(key: string): Promise<string | undefined> {
		return Promise.resolve(this.values.get(key));
	}

	store(key: string, value: string): Promise<void> {
		this.values.set(key, value);
		this.didChange.fire({ key });
		return Promise.resolve();
	}

	delete(key: string): Promise<void> {
		this.values.delete(key);
		this.didChange.fire({ key });
		return Promise.resolve();
	}
}

suite('The tenants', () => {
	let sample: SampleTenant;
	let folder: string;
	let memory: Memory;
	let secrets: Secrets;
	let tenants: Tenants;
	let deprecated: string[];
	const disposables: { dispose(): void }[] = [];

	setup(async () => {
		sample = await startSampleTenant({ rateLimit: false });
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-tenants-'));
		memory = new Memory();
		secrets = new Secrets();
		deprecated = [];
		tenants = window();
	});

	teardown(async () => {
		disposables.splice(0).forEach(disposable => disposable.dispose());
		fs.rmSync(folder, { recursive: true });
		await sample.stop();
	});

	/**
	 * The tenants as a window of VS Code has them, over the same file and secrets as every other. What one writes into
	 * VS Code's memory is in that of another seconds later.
	 */
	function window(remembered = memory): Tenants {
		const embedded = new EmbeddedSample('sample', vscode.Uri.file('unused'));
		const credentials = new CredentialStore(secrets);
		const connection: Connection = {
			log: ({ name }, text) => {
				if (text.includes('will end')) {
					deprecated.push(name);
				}
			},
			timeout: () => 5000,
		};
		const made = new Tenants(new TenantStore(remembered, file()), credentials, [embedded], connection);
		made.followOtherWindows();
		disposables.push(made, credentials, embedded);
		return made;
	}

	const file = () => vscode.Uri.file(path.join(folder, 'tenants.json'));

	const acme = (): AddedTenant => ({
		id: new URL(sample.url).host,
		name: 'acme',
		url: sample.url,
		...initialSettings,
	});
	const list = async (of = tenants) => (await (await of.client(acme().id)).listPage({ limit: 1 })).rows;
	const pat = () => ({ clientId: sample.clientId, clientSecret: sample.clientSecret });

	async function accessToken(): Promise<string> {
		const body = new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: sample.clientId,
			client_secret: sample.clientSecret,
		});
		const answer = await fetch(`${sample.url}/oauth/token`, { method: 'POST', body });
		return ((await answer.json()) as { access_token: string }).access_token;
	}

	/** Another window has changed the credentials, and this one has been told. */
	async function storeToken(token: string): Promise<void> {
		await secrets.store(`iscConnectors.credentials.${acme().id}`, JSON.stringify({ accessToken: token }));
		await new Promise(resolve => setImmediate(resolve));
	}

	/** A token that says it ends then; only the sample tenant would look at its signature. */
	function tokenThatEnds(at: number): string {
		const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
		return `${part({ alg: 'none' })}.${part({ exp: Math.floor(at / 1000) })}.x`;
	}

	test('keep credentials among the secrets, and nothing of them anywhere else', async () => {
		await tenants.add(acme(), pat());
		assert.equal(await list(), 1);
		assert.ok([...secrets.values.values()].join().includes(sample.clientSecret));
		assert.ok(!JSON.stringify([...memory.values]).includes(sample.clientSecret));
		assert.ok(!JSON.stringify([...memory.values]).includes(sample.clientId));
	});

	test('are still there in the next window, where others may have changed them meanwhile', async () => {
		await tenants.add(acme(), pat());
		const next = window();
		assert.deepEqual(next.added(), [acme()]);
		assert.equal(await list(next), 1);
		await next.rename(acme(), 'acme sandbox');
		assert.equal(tenants.getNow(acme().id)?.name, 'acme sandbox');
	});

	test('have the same rows in the tree when they are read again: VS Code draws no other row anew', async () => {
		await tenants.add(acme(), pat());
		const catalog = new Catalog(of => tenants.client(of), new CatalogMemory(memory));
		const sources = () => Promise.reject(new Error('nobody opens them'));
		const tree = new ConnectorTree(tenants, catalog, sources, memory, error => assert.fail(String(error)));
		disposables.push(catalog, tree);
		const row = tree.tenantNode(acme().id);
		tenants.getNow(acme().id);
		assert.equal(tree.tenantNode(acme().id), row);
	});

	const changes: [string, (of: Tenants) => Promise<void>, Partial<AddedTenant>][] = [
		['a name', of => of.rename(acme(), 'acme sandbox'), { name: 'acme sandbox' }],
		['a version', of => of.change(acme(), { version: 'v2025' }), { version: 'v2025' }],
		['an access mode', of => of.change(acme(), { access: 'ask' }), { access: 'ask' }],
	];

	for (const [what, change, changed] of changes) {
		test(`get ${what} in one window, and keep what another has changed`, async () => {
			await tenants.add(acme(), pat());
			const next = window(new Memory());
			for (const [, other] of changes) {
				await other(next);
			}
			await next.rename(acme(), 'acme');
			await next.change(acme(), { version: 'v2024' });
			await next.change(acme(), { access: 'read-only' });
			await change(tenants);
			const expected = { ...acme(), access: 'read-only', ...changed };
			assert.deepEqual(tenants.added(), [expected]);
			assert.deepEqual(next.getNow(acme().id), expected);
		});

		test(`do not come back by ${what} after another window has removed one`, async () => {
			await tenants.add(acme(), pat());
			await window(new Memory()).remove(acme());
			await assert.rejects(change(tenants), { name: 'UnknownTenantError' });
			assert.deepEqual(tenants.added(), []);
			assert.deepEqual(window().added(), []);
		});
	}

	test('do not come back with new credentials after another window has removed one', async () => {
		await tenants.add(acme(), pat());
		const trying = tenants.changeCredentials(acme(), pat(), new AbortController().signal);
		await window(new Memory()).remove(acme());
		await assert.rejects(trying, { name: 'UnknownTenantError' });
		assert.equal(secrets.values.size, 0);
	});

	test('are all kept that are added in two windows, under different names', async () => {
		const next = window(new Memory());
		await tenants.add(acme(), pat());
		const other = await startSampleTenant({ rateLimit: false });
		const beta = { ...acme(), id: new URL(other.url).host, url: other.url };
		const credentials = { clientId: other.clientId, clientSecret: other.clientSecret };
		await assert.rejects(next.add(beta, credentials), { name: 'TenantExistsError' });
		await next.add({ ...beta, name: 'beta' }, credentials);
		await other.stop();
		assert.deepEqual(
			window()
				.all()
				.filter(({ url }) => url !== undefined) // The embedded sample tenant may be shown.
				.map(({ name }) => name),
			['acme', 'beta'],
		);
		assert.ok(tenants.getNow(beta.id));
		await assert.rejects(tenants.rename(beta, 'ACME'), { name: 'TenantExistsError' });
	});

	test('are told of when another window changes them', async () => {
		await tenants.add(acme(), pat());
		const seen = () => tenants.get(acme().id)?.access;
		const told: unknown[] = [];
		tenants.onDidChange(() => told.push(seen()));
		const next = window(new Memory());
		// More than once: VS Code begins to watch files a while after it was asked to.
		for (let waited = 0; seen() === 'live'; waited += 1000) {
			assert.ok(waited < 15_000, 'waited in vain');
			await next.rename(acme(), `acme ${waited}`);
			await next.change(acme(), { access: 'read-only' });
			await new Promise(resolve => setTimeout(resolve, 1000));
		}
		assert.equal(seen(), 'read-only');
		assert.equal(told.at(-1), 'read-only');
	});

	test('are asked nothing but for reading as soon as another window makes one read-only or removes it', async () => {
		await tenants.add(acme(), pat());
		const client = await tenants.client(acme().id);
		const write = () => client.writePart('jdbc-angularsc', 'translations/de', Buffer.from('a=b'));
		const next = window(new Memory());
		await next.change(acme(), { access: 'read-only' });
		await assert.rejects(write(), { name: 'ReadOnlyError' });
		await next.change(acme(), { access: 'live' });
		assert.equal((await write()).status, 'UPDATED');
		await next.remove(acme());
		await assert.rejects(write(), { name: 'ReadOnlyError' });
		await assert.rejects(list(), /Unknown tenant .*/);
	});

	test('ask the version of the API that another window has chosen', async () => {
		await tenants.add(acme(), pat());
		await list();
		await window(new Memory()).change(acme(), { version: 'v2025' });
		tenants.getNow(acme().id);
		sample.forgetRequests();
		await list();
		assert.ok(sample.requests.some(({ path }) => path.startsWith('/v2025/')));
	});

	test('follow a person to where there is no file yet, and are those that were changed last', async () => {
		await tenants.add(acme(), pat());
		await tenants.change(acme(), { access: 'ask' });
		fs.rmSync(file().fsPath);
		const elsewhere = window();
		assert.deepEqual(elsewhere.added(), [{ ...acme(), access: 'ask' }]);
		const outdated = new Memory();
		await outdated.update('iscConnectors.tenants.latest', memory.get('iscConnectors.tenantList'));
		await elsewhere.change(acme(), { access: 'read-only' });
		assert.equal(window(outdated).get(acme().id)?.access, 'read-only');
		fs.writeFileSync(file().fsPath, '{"changedAt":1,');
		assert.equal(window().get(acme().id)?.access, 'read-only');
	});

	test('take a pasted access token, for as long as it lives', async () => {
		const token = await accessToken();
		await tenants.add(acme(), { accessToken: token });
		assert.equal(await list(), 1);
		sample.forgetRequests();
		sample.expireTokens();
		await assert.rejects(list(), { status: 401 });
		assert.equal(sample.requests.length, 1, 'a token that nobody can renew is not tried twice');
	});

	test('refuse a token that has ended before anything is sent, and tell of one that soon will', async () => {
		await tenants.add(acme(), pat());
		await storeToken(tokenThatEnds(Date.now() - 1000));
		sample.forgetRequests();
		await assert.rejects(list(), { problem: 'ended' });
		assert.equal(sample.requests.length, 0);

		const told = new Promise<{ tenantId: string; at: Date }>(resolve => tenants.onTokenEnds(resolve));
		const soon = tokenThatEnds(Date.now() + 60_000);
		await storeToken(soon);
		await list().catch(() => undefined);
		const { tenantId, at } = await told;
		assert.equal(tenantId, acme().id);
		assert.deepEqual(at, accessTokenClaims(soon)?.expires);
	});

	test('forget the credentials on signing out, and take others', async () => {
		await tenants.add(acme(), pat());
		await tenants.signOut(acme());
		assert.equal(secrets.values.size, 0);
		await assert.rejects(list(), { problem: 'missing' });
		const { signal } = new AbortController();
		await assert.rejects(tenants.changeCredentials(acme(), { ...pat(), clientSecret: 'wrong' }, signal), {
			problem: 'refused',
		});
		assert.equal(secrets.values.size, 0);
		await tenants.changeCredentials(acme(), pat(), signal);
		assert.equal(await list(), 1);
	});

	test('forget everything of one that is removed', async () => {
		await tenants.add(acme(), pat());
		await tenants.remove(acme());
		assert.deepEqual(tenants.added(), []);
		assert.equal(secrets.values.size, 0);
		await assert.rejects(list(), /Unknown tenant .*/);
	});

	test('keep nothing if the person leaves while the credentials are tried', async () => {
		sample.latency = 100;
		const left = new AbortController();
		const adding = tenants.add(acme(), pat(), left.signal);
		setTimeout(() => left.abort(), 30);
		await assert.rejects(adding, { name: 'AbortError' });
		assert.deepEqual(tenants.added(), []);
		assert.equal(secrets.values.size, 0);
	});

	test('refuse at the API itself to change a tenant that is read-only, and read it all the same', async () => {
		await tenants.add(acme(), pat());
		await tenants.change(acme(), { access: 'read-only' });
		const client = await tenants.client(acme().id);
		sample.forgetRequests();
		const { host } = new URL(sample.url);
		for (const change of [
			() => client.writePart('jdbc-angularsc', 'source-config', Buffer.from('<Form/>')),
			() => client.patchConnector('jdbc-angularsc', []),
			() => client.createConnector({ name: 'a', className: 'b' }),
			() => client.deleteConnector('jdbc-angularsc'),
		]) {
			await assert.rejects(change, { name: 'ReadOnlyError', host });
		}
		assert.equal(sample.requests.length, 0);
		assert.equal(await list(), 1);
	});

	test('ask another version of the API where that is chosen, and say once that a version ends', async () => {
		await tenants.add(acme(), pat());
		await tenants.change(acme(), { version: 'connectors/v1' });
		sample.forgetRequests();
		const headers = { 'Content-Type': 'application/json', 'X-Deprecated': 'true' };
		sample.fault({ operation: 'getConnectorList' }, { kind: 'answer', status: 200, headers, body: '[]' }, 2);
		await list();
		await list();
		assert.ok(
			sample.requests.every(({ path }) => path.startsWith('/connectors/v1') || path === '/oauth/token'),
		);
		assert.deepEqual(deprecated, ['acme']);
	});

	test('survive what another version of the extension may have stored', async () => {
		await memory.update('iscConnectors.tenants', [
			null,
			7,
			{},
			{ id: 'a', name: 'b' },
			{ ...acme(), access: 'other' },
			{ ...acme(), id: 'x', version: 'v1999' },
		]);
		const found = window();
		assert.deepEqual(found.added(), [{ ...acme(), access: 'ask' }]);
		await found.change(acme(), { access: 'live' });
		assert.deepEqual(window().added(), [acme()]);
		await memory.update('iscConnectors.tenants.latest', {
			changedAt: Date.now() + 1000,
			tenants: [null, acme()],
		});
		assert.deepEqual(window().added(), [acme()]);
	});

	test('keep the access mode of the sample tenant', async () => {
		await memory.update('iscConnectors.sampleAccess', 'ask');
		const settings = vscode.workspace.getConfiguration('iscConnectors.sampleTenant');
		await settings.update('enabled', true, vscode.ConfigurationTarget.Global);
		try {
			const own = window();
			assert.equal(own.get('sample')?.access, 'ask');
			await window(new Memory()).change({ ...acme(), id: 'sample' }, { access: 'read-only' });
			assert.equal(own.getNow('sample')?.access, 'read-only');
		} finally {
			await settings.update('enabled', undefined, vscode.ConfigurationTarget.Global);
		}
	});

	for (const stored of [
		'no JSON',
		'',
		'null',
		'7',
		'[]',
		'{}',
		'{"clientId":"a"}',
		'{"clientId":1,"clientSecret":2}',
		'{"clientId":"","clientSecret":""}',
		'{"accessToken":""}',
	]) {
		test(`a stored secret that is ${JSON.stringify(stored)} is as good as none`, async () => {
			const unhandled: unknown[] = [];
			const listener = (reason: unknown) => void unhandled.push(reason);
			process.on('unhandledRejection', listener);
			try {
				await tenants.add(acme(), pat());
				await secrets.store(`iscConnectors.credentials.${acme().id}`, stored);
				await new Promise(resolve => setTimeout(resolve, 20));
				await assert.rejects(
					list(),
					(error: CredentialsError) => error.name === 'CredentialsError' && error.problem === 'missing',
				);
				await tenants.changeCredentials(acme(), pat(), new AbortController().signal);
				assert.equal(await list(), 1);
				assert.deepEqual(unhandled, []);
			} finally {
				process.off('unhandledRejection', listener);
			}
		});
	}

	test('secrets that VS Code cannot read leave nothing unhandled', async () => {
		const unhandled: unknown[] = [];
		const listener = (reason: unknown) => void unhandled.push(reason);
		process.on('unhandledRejection', listener);
		try {
			await tenants.add(acme(), pat());
			secrets.get = () => Promise.reject(new Error('The keyring is locked'));
			await secrets.delete(`iscConnectors.credentials.${acme().id}`);
			await new Promise(resolve => setTimeout(resolve, 20));
			await assert.rejects(list(), /keyring is locked/);
			assert.deepEqual(unhandled, []);
		} finally {
			process.off('unhandledRejection', listener);
		}
	});
});

suite('A link', () => {
	teardown(closeEditors);

	test('opens a document of a tenant that is there, and does nothing else', async () => {
		const { id, sample } = await addTenant();
		const told: string[] = [];
		const tenants = { get: (known: string) => (known === id ? {} : undefined) } as unknown as Tenants;
		const reporter = {
			report: (_: string, error: Error) => void told.push(error.message),
		} as unknown as Reporter;
		const handler = new LinkHandler(tenants, reporter);
		const target = { scheme: vscode.env.uriScheme, extensionId: 'connectorstudio.isc-connector-studio' };
		const document = { scriptName: 'jdbc-angularsc', part: 'source-config' } as const;
		await handler.handleUri(vscode.Uri.parse(linkOf({ tenant: id, ...document }, target)));
		assert.equal(vscode.window.activeTextEditor?.document.uri.path, '/jdbc-angularsc/source-config.xml');
		assert.ok(sample.requests.every(({ method, path }) => method === 'GET' || path === '/oauth/token'));
		assert.equal(told.length, 0);

		await handler.handleUri(vscode.Uri.parse(linkOf({ tenant: 'nobody.example', ...document }, target)));
		await handler.handleUri(
			vscode.Uri.parse(`${target.scheme}://${target.extensionId}/add?tenant=evil.example&clientSecret=x`),
		);
		assert.equal(told.length, 2);
		assert.match(told[0] ?? '', /Unknown tenant nobody\.example/);
		assert.match(told[1] ?? '', /not a link to a connector document/);
		await sample.stop();
	});
});
