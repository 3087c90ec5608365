import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DeletedConnectors } from '../../../../src/core/transfer/copy/deletedConnectors';
import { TransferRecords } from '../../../../src/core/transfer/send/transferRecords';

const bundle = {
	about: {
		name: 'CON: <Badge> ../System',
		type: 'custom',
		className: 'a.B',
		directConnect: false,
		status: 'DEMO' as const,
	},
	texts: new Map([
		['source-config', new TextEncoder().encode('\ufeff<Form/>\r\n')],
		['translations/de', new Uint8Array([0xff, 0x00])],
	] as const),
};

suite('What is kept on this machine', () => {
	let folder: string;

	setup(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-kept-'));
	});

	teardown(() => fs.rmSync(folder, { recursive: true, force: true }));

	test('a deleted connector comes back as it was, byte by byte, the latest first', async () => {
		const deleted = new DeletedConnectors(path.join(folder, 'deleted'));
		assert.deepEqual(await deleted.list(), []);
		await deleted.keep({ tenant: 'acme', scriptName: '../odd/name', bundle });
		await new Promise(resolve => setTimeout(resolve, 5));
		const second = await deleted.keep({ tenant: 'acme', scriptName: 'second', bundle });
		const [latest, first] = await new DeletedConnectors(path.join(folder, 'deleted')).list();
		assert.deepEqual(latest, second);
		assert.equal(first?.scriptName, '../odd/name');
		assert.deepEqual(await deleted.read(second), bundle);
		assert.deepEqual(fs.readdirSync(folder), ['deleted'], 'nothing is written beside the folder');
	});

	test('a copy that is gone is told from one that cannot be used', async () => {
		const deleted = new DeletedConnectors(folder);
		const kept = await deleted.keep({ tenant: 'acme', scriptName: 'x', bundle });
		const [own = ''] = fs.readdirSync(path.join(folder, kept.id)).filter(file => file !== 'deleted.json');
		fs.writeFileSync(path.join(folder, kept.id, own, 'connector.json'), '{');
		await assert.rejects(deleted.read(kept), { name: 'ArchiveError' });
		await deleted.remove(kept);
		assert.equal(await deleted.read(kept), undefined);
	});

	test('what cannot be written leaves nothing behind', async () => {
		const deleted = new DeletedConnectors(folder);
		// The name of its folder is that of the record.
		const odd = { ...bundle, about: { ...bundle.about, name: 'deleted.json' } };
		await assert.rejects(deleted.keep({ tenant: 'acme', scriptName: 'x', bundle: odd }));
		assert.deepEqual(fs.readdirSync(folder), []);
	});

	test('what a power cut left half written is passed over', async () => {
		const deleted = new DeletedConnectors(folder);
		const { id } = await deleted.keep({ tenant: 'acme', scriptName: 'x', bundle });
		fs.writeFileSync(path.join(folder, id, 'deleted.json'), '{"tenant":');
		fs.mkdirSync(path.join(folder, 'notes'));
		assert.deepEqual(await deleted.list(), []);
	});

	test('a transfer can be undone as long as something of it is left, fifty of them at most', async () => {
		const records = new TransferRecords(path.join(folder, 'transfers'));
		const document = { tenant: 'acme', scriptName: 'x', part: 'source-config' as const };
		const changed = { document, point: 'p', isNew: false, made: 'h' };
		const put = (second: number) => {
			const id = `2026-01-01T00-00-${String(second).padStart(2, '0')}.000Z`;
			const about = { id, kind: 'import', tenant: 'acme', title: 't' } as const;
			return records.note({ ...about, created: [], changes: [] }, { changed });
		};
		for (let second = 0; second < 52; second++) {
			await put(second);
		}
		const listed = await records.list();
		assert.equal(listed.length, 50);
		assert.match(listed[0]?.id ?? '', /00-51/);
		await records.note(listed[0]!, { dropped: changed });
		assert.equal((await records.list()).length, 49);
		fs.writeFileSync(path.join(folder, 'transfers', '2027.json'), '{"id":"x"}');
		assert.equal((await records.list()).length, 49);
	});
});
