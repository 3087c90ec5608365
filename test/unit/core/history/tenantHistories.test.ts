import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DocumentId, DocumentPart } from '../../../../src/core/remote/documentPath';
import type { TenantHistory } from '../../../../src/core/history/tenantHistories';
import type { History } from '../../../../src/core/history/history';
import type { SaveOutcome } from '../../../../src/core/remote/saveOutcome';
import { keepChange, type KeptChange } from './keptChange';
import { historyIn } from './historyIn';

suite('The histories of tenants', () => {
	let folder: string;
	let history: History;

	setup(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-histories-'));
		history = open();
	});
	teardown(() => fs.rmSync(folder, { recursive: true, force: true }));

	/** As another window, or a later session, has them. */
	function open(isThere?: () => boolean): History {
		return historyIn(path.join(folder, 'history'), isThere && { isThere });
	}

	const idOf = (tenant: string, part: DocumentPart = 'source-config', scriptName = 'jdbc'): DocumentId => ({
		tenant,
		scriptName,
		part,
	});

	async function keep(document: DocumentId, outcome?: SaveOutcome): Promise<KeptChange> {
		const bytes = (text: string) => Buffer.from(text);
		const change = { document, action: 'save', replaced: bytes('before'), sent: bytes('sent') } as const;
		const kept = await keepChange(history, change);
		if (outcome) {
			await kept.settle(outcome);
		}
		return kept;
	}

	/** Those whose names a folder cannot have, too. */
	const tenants = ['acme.api.identitynow.com', '127.0.0.1:4711', 'con', 'sample'];

	async function keepSome(tenant: string): Promise<TenantHistory> {
		await keep(idOf(tenant), 'accepted');
		await keep(idOf(tenant), 'refused');
		await keep(idOf(tenant, 'translations/de'), 'saved');
		await keep(idOf(tenant, 'connector-metadata', 'Größe/ж'), 'accepted');
		return { tenant, documents: 3, versions: 4, open: 0 };
	}

	async function listed(): Promise<readonly TenantHistory[]> {
		const all = await open().ofTenants.list();
		return all.toSorted((one, other) => one.tenant.localeCompare(other.tenant));
	}

	test('are none where nothing was kept', async () => {
		assert.deepEqual(await listed(), []);
		assert.equal(await history.ofTenants.delete('acme.api.identitynow.com'), undefined);
	});

	for (const tenant of tenants) {
		test(`that of ${tenant} goes, and no other`, async () => {
			const all: TenantHistory[] = [];
			for (const each of tenants) {
				all.push(await keepSome(each));
			}
			all.sort((one, other) => one.tenant.localeCompare(other.tenant));
			assert.deepEqual(await listed(), all);
			const deleted = await open().ofTenants.delete(tenant);
			assert.deepEqual(deleted, { tenant, documents: 3, versions: 4, open: 0 });
			assert.deepEqual(
				await listed(),
				all.filter(each => each.tenant !== tenant),
			);
			assert.deepEqual(await history.list(idOf(tenant)), []);
			assert.equal((await history.list(idOf(tenants.find(each => each !== tenant)!))).length, 2);
			// Neither do the folders tell any more that there was something.
			assert.equal(fs.readdirSync(history.folderOf()).filter(name => !name.startsWith('.')).length, 3);
		});
	}

	for (const outcome of [undefined, 'unknown'] as const) {
		test(`keep a document of which a save has ${outcome ? 'no answer' : 'not ended'}`, async () => {
			const tenant = 'acme.api.identitynow.com';
			await keepSome(tenant);
			const kept = await keep(idOf(tenant), outcome);
			for (const ofTenants of [history.ofTenants, open().ofTenants]) {
				const deleted = await ofTenants.delete(tenant);
				assert.equal(deleted?.open, 1);
				assert.equal((await history.list(idOf(tenant))).length, 3);
				assert.deepEqual(await history.list(idOf(tenant, 'translations/de')), []);
			}
			assert.equal((await open().unanswered.documents()).length, 1);
			await kept.settle('accepted');
			assert.deepEqual(await history.ofTenants.delete(tenant), {
				tenant,
				documents: 1,
				versions: 3,
				open: 0,
			});
			assert.deepEqual(await listed(), []);
		});
	}

	test('keep a document with a question that is older than a day', async () => {
		const tenant = 'acme.api.identitynow.com';
		const { entry } = await keep(idOf(tenant), 'unknown');
		const files = history.folderOf(idOf(tenant));
		const old = '2020-01-01T00-00-00.000Z';
		for (const name of fs.readdirSync(files)) {
			fs.renameSync(path.join(files, name), path.join(files, name.replace(entry.id, old)));
		}
		assert.deepEqual(await history.ofTenants.delete(tenant), { tenant, documents: 0, versions: 0, open: 1 });
		assert.equal((await history.list(idOf(tenant))).length, 1);
	});

	test('of a removed tenant keep nothing of a save that nobody can ask about any more', async () => {
		const tenant = 'acme.api.identitynow.com';
		const { entry } = await keep(idOf(tenant), 'unknown');
		const files = history.folderOf(idOf(tenant));
		for (const name of fs.readdirSync(files)) {
			const old = name.replace(entry.id, '2020-01-01T00-00-00.000Z');
			fs.renameSync(path.join(files, name), path.join(files, old));
		}
		const later = open(() => false);
		assert.deepEqual(await later.ofTenants.delete(tenant), { tenant, documents: 1, versions: 1, open: 0 });
		assert.deepEqual(await listed(), []);
	});

	test('are known by their folders where the records are broken', async () => {
		const tenant = 'acme.api.identitynow.com';
		await keepSome(tenant);
		const files = fs.readdirSync(history.folderOf(), { recursive: true, encoding: 'utf8' });
		for (const file of files.filter(each => each.endsWith('.about.json'))) {
			const full = path.join(history.folderOf(), file);
			fs.writeFileSync(full, '');
			const old = full.replace(/\d{4}-\d\d-\d\dT/, '2020-01-01T');
			const [time] = path.basename(full).split('.about');
			for (const name of fs.readdirSync(path.dirname(full)).filter(each => each.startsWith(time!))) {
				fs.renameSync(
					path.join(path.dirname(full), name),
					path.join(path.dirname(full), name.replace(/^\d{4}-\d\d-\d\dT/, '2020-01-01T')),
				);
			}
			assert.ok(fs.existsSync(old));
		}
		assert.deepEqual(await listed(), [{ tenant, documents: 3, versions: 4, open: 0 }]);
		await history.ofTenants.delete(tenant);
		assert.deepEqual(await listed(), []);
	});

	test('leave a save alone that begins while they go', async () => {
		const tenant = 'acme.api.identitynow.com';
		for (let count = 0; count < 10; count++) {
			const [kept] = await Promise.all([
				keep(idOf(tenant, 'source-template')),
				history.ofTenants.delete(tenant),
			]);
			assert.ok(await history.read(kept.entry, 'sent'));
			await kept.settle('accepted');
		}
	});
});
