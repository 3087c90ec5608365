import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type * as vscode from 'vscode';
import { initialSettings } from '../../../src/core/api/tenant';
import { CatalogMemory } from '../../../src/catalog/catalogMemory';
import { ReportedStateMemory } from '../../../src/documents/reportedStateMemory';
import { TenantStore } from '../../../src/tenants/tenantStore';
import { parseTransfer } from '../../../src/core/transfer/send/transferRecord';
import { Memory } from '../../host/memory';

const nonsense: readonly unknown[] = [undefined, null, 0, 'text', true, [], [null], [7], {}, { a: null }];

const noFile = { fsPath: path.join(os.tmpdir(), 'isc-none', 'tenants.json') } as unknown as vscode.Uri;

/** A memento in which there is nothing but this, whatever is asked for. */
function holding(value: unknown): Memory {
	const memory = new Memory();
	memory.get = () => value as undefined;
	return memory;
}

suite('What VS Code has kept of another version', () => {
	for (const value of nonsense) {
		const what = JSON.stringify(value);

		test(`does no harm if it is ${what}`, async () => {
			for (const kept of [value, { acme: value }, { acme: { filter: value, unlisted: value } }]) {
				const catalog = new CatalogMemory(holding(kept));
				assert.ok([undefined, 'text'].includes(catalog.filterOf('acme')));
				assert.deepEqual(catalog.names('acme', 'unlisted'), []);
				await catalog.setNames('acme', 'unlisted', ['jdbc'], true);
				await catalog.setFilter('acme', undefined);
			}
			for (const kept of [value, { uri: value }, { uri: { sizes: value, mtime: value, sent: value } }]) {
				const reported = new ReportedStateMemory(holding(kept));
				assert.deepEqual(reported.of('uri'), { sizes: new Map(), mtime: 0, base: undefined, sent: [] });
				reported.keep('uri', { sizes: new Map([['hash', 1]]), mtime: 1, base: undefined });
			}
			const tenant = {
				id: 'acme',
				name: 'acme',
				url: 'https://acme.example/',
				...initialSettings,
			};
			for (const kept of [
				value,
				[value],
				[{ ...tenant, url: value }],
				[{ ...tenant, name: value ?? null }],
			]) {
				const store = new TenantStore(holding(kept), noFile);
				assert.ok(store.added().every(({ url, name }) => URL.canParse(url) && typeof name === 'string'));
				assert.equal(store.sample('sample').access, 'live');
			}
		});

		test(`is no transfer if a part of it is ${what}`, () => {
			const document = { tenant: 'acme', scriptName: 'jdbc', part: 'source-config' };
			const change = { document, point: '2026', isNew: false, made: 'x' };
			const created = { scriptName: 'jdbc', name: 'JDBC' };
			const whole = {
				id: '1',
				kind: 'copy',
				tenant: 'acme',
				title: 't',
				created: [created],
				changes: [change],
			};
			assert.deepEqual(parseTransfer(JSON.stringify(whole)), whole);
			const isText = typeof value === 'string';
			for (const broken of [
				value ?? null,
				...(isText
					? []
					: [
							{ ...whole, id: value },
							{ ...whole, tenant: value },
							{ ...whole, title: value },
						]),
				{ ...whole, created: [value] },
				{ ...whole, changes: [value] },
				{ ...whole, changes: [{ ...change, document: value }] },
			]) {
				assert.equal(parseTransfer(JSON.stringify(broken)), undefined, JSON.stringify(broken));
			}
		});
	}
});

suite('What all windows of a machine share of the tenants', () => {
	let folder: string;
	setup(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-shared-'));
	});
	teardown(() => fs.rmSync(folder, { recursive: true, force: true }));

	test('counts also while the file cannot be read, as long as nothing later is known', async () => {
		const fsPath = path.join(folder, 'tenants.json');
		const file = { fsPath } as unknown as vscode.Uri;
		const [memory, otherMemory] = [new Memory(), new Memory()];
		const [store, other] = [new TenantStore(memory, file), new TenantStore(otherMemory, file)];
		await store.add({ id: 'acme', name: 'acme', url: 'https://acme.example/', ...initialSettings });
		await other.change('acme', { access: 'read-only' });
		store.readAgain();
		fs.rmSync(fsPath);
		fs.mkdirSync(fsPath); // As unreadable as one that a virus scanner holds.
		store.readAgain();
		assert.equal(store.added()[0]?.access, 'read-only');
	});

	test('has the access mode of the sample tenant, also from a version that kept nothing else of it', async () => {
		const file = { fsPath: path.join(folder, 'tenants.json') } as unknown as vscode.Uri;
		fs.writeFileSync(file.fsPath, JSON.stringify({ tenants: [], sampleAccess: 'read-only', changedAt: 1 }));
		const store = new TenantStore(new Memory(), file);
		assert.deepEqual(store.sample('sample'), { ...initialSettings, access: 'read-only' });
		await store.change('sample', { access: 'ask' });
		assert.deepEqual(new TenantStore(new Memory(), file).sample('sample'), {
			...initialSettings,
			access: 'ask',
		});
	});

	test('keeps the settings of each sample tenant; the second one asks until it is told otherwise', async () => {
		const file = { fsPath: path.join(folder, 'tenants.json') } as unknown as vscode.Uri;
		const store = new TenantStore(new Memory(), file);
		assert.equal(store.sample('sample-production').access, 'ask');
		await store.change('sample', { access: 'read-only' });
		await store.change('sample-production', { color: 'red' });
		const next = new TenantStore(new Memory(), file);
		assert.deepEqual(next.sample('sample'), { ...initialSettings, access: 'read-only' });
		assert.deepEqual(next.sample('sample-production'), { ...initialSettings, access: 'ask', color: 'red' });
		await next.change('sample-production', { access: 'live' });
		assert.equal(new TenantStore(new Memory(), file).sample('sample-production').access, 'live');
		assert.deepEqual(next.added(), []);
	});

	test('has every tenant that the first version kept, whatever settings have come since', () => {
		const fsPath = path.join(folder, 'tenants.json');
		const kept = { id: 'acme', name: 'acme', url: 'https://acme.example/', version: 'v2024', access: 'ask' };
		fs.writeFileSync(fsPath, JSON.stringify({ tenants: [kept], sampleAccess: 'live', changedAt: 1 }));
		const [tenant] = new TenantStore(new Memory(), { fsPath } as unknown as vscode.Uri).added();
		assert.deepEqual({ ...tenant, ...kept }, tenant);
		assert.deepEqual(Object.keys(tenant ?? {}).sort(), Object.keys({ ...kept, ...initialSettings }).sort());
	});

	test('has that mode where such a version looks for it, too', async () => {
		const fsPath = path.join(folder, 'tenants.json');
		const memory = new Memory();
		const store = new TenantStore(memory, { fsPath } as unknown as vscode.Uri);
		await store.change('sample', { access: 'read-only' });
		await store.add({ id: 'acme', name: 'acme', url: 'https://acme.example/', ...initialSettings });
		const synced = memory.get<unknown>('iscConnectors.tenants.latest');
		for (const kept of [JSON.parse(fs.readFileSync(fsPath, 'utf8')), synced]) {
			assert.equal((kept as { readonly sampleAccess?: unknown }).sampleAccess, 'read-only');
		}
	});
});
