import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ArchiveError } from '../../../../src/core/transfer/archive/archiveError';
import { entriesOf } from '../../../../src/core/transfer/archive/bundleEntries';
import { readZip } from '../../../../src/core/transfer/archive/readZip';
import { writeZip } from '../../../../src/core/transfer/archive/writeZip';
import { activeDirectory, bundleOf, entriesFrom, textsOf } from './bundles';

suite('A zip of ours', () => {
	const entries = entriesOf([activeDirectory, bundleOf({ name: 'Zoë' })]);

	test('has what was put into it', () => {
		const zip = writeZip(entries);
		assert.deepEqual(readZip(zip), entries);
		// At an odd place in a larger buffer, as a file system may hand it over.
		const shifted = Buffer.concat([Buffer.from('x'), zip, Buffer.from('y')]);
		assert.deepEqual(readZip(shifted.subarray(1, -1)), entries);
	});

	test('has the same bytes in every order of its files, in every time zone', () => {
		const zip = writeZip(entries);
		const zone = process.env['TZ'];
		try {
			for (const other of ['Pacific/Kiritimati', 'America/St_Johns', 'Pacific/Pago_Pago', 'UTC']) {
				process.env['TZ'] = other;
				assert.deepEqual(writeZip(entries.toReversed()), zip);
			}
		} finally {
			if (zone === undefined) {
				delete process.env['TZ'];
			} else {
				process.env['TZ'] = zone;
			}
		}
	});

	test('has the same bytes on every machine and day, until fflate compresses better', () => {
		assert.equal(
			createHash('sha256').update(writeZip(entries)).digest('hex'),
			'101fa5ec906843391270c079271d5be501936efd5d90a7e23d8ed76fbbd0d7df',
		);
	});

	test('has names in UTF-8, and says so', () => {
		const paths = ['Zoë/connector.json', 'ワークデイ/connector.json', '1', '__proto__/constructor'];
		const zip = writeZip(entriesFrom(Object.fromEntries(paths.map(path => [path, path]))));
		assert.deepEqual(Object.keys(textsOf(readZip(zip))).sort(), [...paths].sort());
		const header = Buffer.from(zip).indexOf('Zoë/') - 30;
		assert.equal(Buffer.from(zip).readUInt16LE(header + 6) & 0x800, 0x800);
	});

	test('has no files or many, and no more than are read', () => {
		const many = (count: number) =>
			Array.from({ length: count }, (_, index) => ({ path: `${index}`, bytes: new Uint8Array() }));
		for (const count of [0, 1, 1000]) {
			assert.equal(readZip(writeZip(many(count))).length, count);
		}
		assert.throws(() => writeZip(many(20_001)), ArchiveError);
	});
});
