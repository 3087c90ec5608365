import assert from 'node:assert/strict';
import { constants, deflateRawSync } from 'node:zlib';
import { archiveLimits } from '../../../../src/core/transfer/archive/archive';
import { ArchiveError, type ArchiveProblem } from '../../../../src/core/transfer/archive/archiveError';
import { readZip } from '../../../../src/core/transfer/archive/readZip';
import { longNumbers, madeZip, type MadeEnd, type MadeEntry } from './madeZip';

const good: MadeEntry = { name: 'a/connector.json', text: '{ "name": "A" }' };
const mebibyte = 2 ** 20;

suite('A zip that no honest tool writes is refused', () => {
	function assertRefused(zip: Uint8Array, expected: Partial<ArchiveProblem>, limits = archiveLimits): void {
		assert.throws(
			() => readZip(zip, limits),
			(error: unknown) => {
				assert.ok(error instanceof ArchiveError, String(error));
				assert.deepEqual(error.problem, expected);
				return true;
			},
		);
	}

	/** Beside a good one, since one bad entry is enough. */
	function assertEntryRefused(entry: MadeEntry, expected: Partial<ArchiveProblem>): void {
		assertRefused(madeZip([good, entry]), expected);
	}

	function assertEndRefused(end: MadeEnd, expected: Partial<ArchiveProblem>): void {
		assertRefused(madeZip([good], end), expected);
	}

	test('the zip from which the others differ is read', () => {
		assert.deepEqual(readZip(madeZip([good])).map(textOf), [[good.name, good.text]]);
	});

	test('what is no zip, or only its beginning', () => {
		for (const bytes of ['', 'P', 'PK\u0003', '<Form/>', 'x'.repeat(100_000)]) {
			assertRefused(Buffer.from(bytes), { kind: 'not-a-zip' });
		}
		const zip = madeZip([good, { name: 'b', text: 'B'.repeat(100) }]);
		for (let length = 4; length < zip.length; length++) {
			assertRefused(zip.subarray(0, length), { kind: 'cut-off' });
		}
		assertRefused(Buffer.concat([zip, Buffer.from('more')]), { kind: 'cut-off' });
		assertRefused(zip.subarray(1), { kind: 'broken', path: undefined });
	});

	test('names that lead out of it', () => {
		for (const path of ['../a', 'a/../../b', '..', 'a/..', 'a/../b']) {
			assertEntryRefused({ name: path }, { kind: 'name-outside', path });
		}
		assertEntryRefused({ name: 'a/../' }, { kind: 'name-outside', path: 'a/..' });
		for (const path of ['/etc/passwd', '//server/share', 'C:/a', 'c:a']) {
			assertEntryRefused({ name: path }, { kind: 'name-absolute', path });
		}
		for (const path of ['..\\a', 'a\\b', '\\\\server\\share', 'C:\\a']) {
			assertEntryRefused({ name: path }, { kind: 'name-with-backslash', path });
		}
	});

	test('names that no file has', () => {
		for (const path of ['a\u0000.xml', 'a\nb', 'a\u001b[2J', '\u007f']) {
			assertEntryRefused({ name: path }, { kind: 'name-with-control-character', path });
		}
		for (const path of ['', 'a//b', './a', 'a/./b', '.']) {
			assertEntryRefused({ name: path }, { kind: 'name-with-empty-segment', path });
		}
		assertEntryRefused({ name: 'a//' }, { kind: 'name-with-empty-segment', path: 'a/' });
		assertEntryRefused({ name: Buffer.from('a\xff', 'latin1') }, { kind: 'name-malformed', path: 'a\ufffd' });
		const long = 'a/'.repeat(2048);
		assertEntryRefused({ name: `${long}a` }, { kind: 'name-malformed', path: long });
	});

	test('links, devices, pipes and sockets', () => {
		const path = 'a/source-config.xml';
		const target = { name: path, text: '/etc/passwd' };
		assertEntryRefused({ ...target, unixMode: 0o120777 }, { kind: 'link', path });
		assertEntryRefused({ ...target, unixMode: 0, dosAttributes: 0x400 }, { kind: 'link', path });
		for (const type of [0o010000, 0o020000, 0o060000, 0o140000, 0o040000, 0o150000]) {
			assertEntryRefused({ ...target, unixMode: type | 0o644 }, { kind: 'special-file', path });
		}
		assertEntryRefused({ name: 'a/b/', unixMode: 0o120777 }, { kind: 'link', path: 'a/b' });
	});

	test('what is encrypted', () => {
		for (const flags of [0x1, 0x41, 0x2000]) {
			assertEntryRefused({ name: 'b', flags }, { kind: 'encrypted', path: 'b' });
		}
	});

	test('what is compressed otherwise', () => {
		for (const method of [1, 9, 12, 14, 93, 99]) {
			assertEntryRefused({ name: 'b', method }, { kind: 'unknown-method', path: 'b', method });
		}
	});

	test('one of several parts', () => {
		assertEndRefused({ disk: 1 }, { kind: 'multi-disk' });
		assertEndRefused({ countHere: 2 }, { kind: 'multi-disk' });
		assertEntryRefused({ name: 'b', disk: 1 }, { kind: 'multi-disk' });
	});

	test('names that are the same, or are so on some system', () => {
		for (const [other, path] of [
			['b/x', 'b/x'],
			['b/x', 'B/X'],
			['b/x', 'b/x/'],
			['b/\u00e4', 'b/a\u0308'],
			['b/stra\u00dfe', 'b/STRASSE'],
		] as const) {
			assertRefused(madeZip([{ name: other }, good, { name: path }]), {
				kind: 'path-repeated',
				path: path.replace(/\/$/, ''),
				other,
			});
		}
	});

	test('a header that says otherwise than the directory', () => {
		const path = 'b/source-config.xml';
		for (const lie of [
			{ localName: 'b/source-template.xml' },
			{ localName: `${path}x` },
			{ localMethod: 0 },
			{ localFlags: 0x1 },
		]) {
			assertEntryRefused({ name: path, text: 'x', ...lie }, { kind: 'header-mismatch', path });
		}
	});

	test('entries that share bytes', () => {
		const path = 'b';
		const file = { name: path, text: 'x', compressedSize: 40 };
		assertRefused(madeZip([file, good]), { kind: 'overlap', path });
		assertRefused(madeZip([{ name: path }, { ...good, offset: 0 }]), { kind: 'overlap', path });
	});

	test('content outside of the zip', () => {
		const path = 'b';
		for (const lie of [
			{ offset: 64 },
			{ offset: 0xfffffffe },
			{ compressedSize: 0xfffffffe },
			{ compressedSize: 100 },
		]) {
			assertEntryRefused({ name: path, text: 'x', ...lie }, { kind: 'broken', path });
		}
	});

	test('content that is not what its headers say', () => {
		const path = 'b';
		const bytes = { name: path, text: 'some text' };
		assertEntryRefused({ ...bytes, checksum: 1 }, { kind: 'checksum', path });
		for (const lie of [
			{ size: 8 },
			{ size: 10 },
			{ size: 0 },
			{ size: 30 * mebibyte },
			{ compressedSize: 3 },
			{ compressedSize: 0 },
			{ raw: Buffer.from('no deflate') },
			{ raw: Buffer.alloc(0) },
			{ method: 0, size: 8 },
			{ method: 0, size: 10 },
		]) {
			assertEntryRefused({ ...bytes, ...lie }, { kind: 'broken', path });
		}
		assertEntryRefused({ name: 'b/', text: 'x' }, { kind: 'broken', path: 'b' });
	});

	test('a directory that is not where, and as long, as it is said to be', () => {
		const path = undefined;
		for (const lie of [{ count: 0 }, { count: 2 }, { length: 1 }, { start: 0 }, { start: 0xfffffff0 }]) {
			assertEndRefused(lie, { kind: 'broken', path });
		}
		for (const lie of [{ longCount: 2 }, { isShortToo: true, count: 2 }, { isShortToo: true, count: 0 }]) {
			assertEndRefused({ isLong: true, ...lie }, { kind: 'broken', path });
		}
		assertEntryRefused({ name: 'b', size: 0xffffffff }, { kind: 'broken', path });
	});

	test('structures that are not where others say they are', () => {
		const assertDamageRefused = (at: number, expected: Partial<ArchiveProblem>) => {
			const zip = madeZip([good], { isLong: true });
			zip[zip.length - at]! ^= 2;
			assertRefused(zip, expected);
		};
		const locator = 22 + 20;
		const end64 = locator + 56;
		for (const at of [locator, locator - 8, end64, end64 - 4]) {
			assertDamageRefused(at, { kind: 'broken', path: undefined });
		}
		for (const at of [locator - 4, locator - 16, end64 - 16, end64 - 20]) {
			assertDamageRefused(at, { kind: 'multi-disk' });
		}
		const zip = madeZip([good]);
		const end = zip.subarray(-22);
		const begun = Buffer.concat([zip.subarray(0, -22), Buffer.from('PK\u0001\u0002'), end]);
		begun.writeUInt32LE(end.readUInt32LE(12) + 4, zip.length - 22 + 4 + 12);
		begun.writeUInt32LE(0x00020002, zip.length - 22 + 4 + 8);
		assertRefused(begun, { kind: 'broken', path: undefined });
		zip[zip.indexOf('PK\u0001\u0002') + 2]! ^= 2;
		assertRefused(zip, { kind: 'broken', path: undefined });
	});

	test('more than the limits allow, by what it says', () => {
		const limits = { entries: 3, fileBytes: 100, totalBytes: 150 };
		const files = (...sizes: readonly number[]) =>
			madeZip(sizes.map((size, index) => ({ name: `${index}`, text: 'x'.repeat(size) })));
		assert.equal(readZip(files(100, 50, 0), limits).length, 3);
		assertRefused(files(1, 1, 1, 1), { kind: 'too-many-entries', limit: 3 }, limits);
		assertRefused(files(1, 101), { kind: 'too-large', path: '1', limit: 100 }, limits);
		assertRefused(files(100, 51), { kind: 'too-large-in-all', limit: 150 }, limits);
		assertEntryRefused(
			{ name: 'b', size: 0xfffffffe },
			{ kind: 'too-large', path: 'b', limit: 32 * mebibyte },
		);
		assertEntryRefused(
			{ name: 'b', size: 0xffffffff, extra: longNumbers(2 ** 60) },
			{ kind: 'too-large', path: 'b', limit: 32 * mebibyte },
		);
		assertEndRefused({ isLong: true, longCount: 2 ** 50 }, { kind: 'too-many-entries', limit: 20_000 });
	});

	test('a bomb, before it takes memory, whatever it says of its size', () => {
		const zeros = deflateRawSync(Buffer.alloc(mebibyte), { finishFlush: constants.Z_FULL_FLUSH });
		const raw = Buffer.concat(Array.from({ length: 1000 }, () => zeros));
		const before = process.resourceUsage().maxRSS;
		for (const size of [0, 1, mebibyte, 32 * mebibyte]) {
			assertEntryRefused({ name: 'b', raw, size }, { kind: 'broken', path: 'b' });
		}
		assert.ok((process.resourceUsage().maxRSS - before) / 1024 < 150, 'MB');
	});

	test('a bomb of many files that are within the limit (long)', () => {
		const raw = deflateRawSync(Buffer.alloc(32 * mebibyte));
		const files = Array.from({ length: 9 }, (_, index) => ({
			name: `${index}`,
			raw,
			size: 32 * mebibyte,
		}));
		assertRefused(madeZip(files), { kind: 'too-large-in-all', limit: 256 * mebibyte });
	});

	test('content that is made to be slow', () => {
		const started = Date.now();
		const raw = slowContent(mebibyte);
		assertEntryRefused({ name: 'b', raw, size: mebibyte }, { kind: 'broken', path: 'b' });
		assert.ok(Date.now() - started < 2000);
	});
});

suite('A zip of other tools is read', () => {
	test('with folders, a comment, and gaps between the files', () => {
		const zip = madeZip(
			[
				{ name: 'a/', unixMode: 0o040755, dosAttributes: 0x10 },
				{ ...good, gap: 12, localExtra: Buffer.from('UT\u0001\u0000x') },
				{ name: 'a/stored', text: 'as it is', method: 0 },
				{ name: 'a/empty', method: 0, unixMode: 0 },
			],
			{ comment: 'made by PK\u0005\u0006' },
		);
		assert.deepEqual(readZip(zip).map(textOf), [
			[good.name, good.text],
			['a/stored', 'as it is'],
			['a/empty', ''],
		]);
	});

	test('with the structures of zip64, also where the file is small', () => {
		const size = Buffer.from(good.text ?? '').length;
		const extra = Buffer.concat([Buffer.from([0x55, 0x54, 1, 0, 0]), longNumbers(size)]);
		for (const zip of [
			madeZip([{ ...good, size: 0xffffffff, extra }], { isLong: true }),
			madeZip([good], { isLong: true }),
			madeZip([good], { isLong: true, isShortToo: true }),
		]) {
			assert.deepEqual(readZip(zip).map(textOf), [[good.name, good.text]]);
		}
	});

	test('with names in UTF-8 that is not marked, and in code page 437', () => {
		const names = [Buffer.from('a/Zoë'), Buffer.from([0x61, 0x2f, 0x84, 0x94, 0x81, 0xe1])];
		const zip = madeZip(names.map(name => ({ name, flags: 0 })));
		assert.deepEqual(
			readZip(zip).map(({ path }) => path),
			['a/Zoë', 'a/äöüß'],
		);
	});

	test('without what is not wanted, which counts for nothing', () => {
		const zip = madeZip([good, { name: 'film', text: 'x', size: 0xfffffff0, checksum: 1 }]);
		const found = readZip(zip, archiveLimits, path => path !== 'film');
		assert.deepEqual(found.map(textOf), [[good.name, good.text]]);
	});
});

function textOf({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): [string, string] {
	return [path, new TextDecoder().decode(bytes)];
}

/** Blocks that hold nothing but a table of long codes: nothing comes out, and reading them takes long. */
function slowContent(length: number): Buffer {
	const bits: number[] = [];
	const put = (value: number, count: number) => {
		for (let bit = 0; bit < count; bit++) {
			bits.push((value >> bit) & 1);
		}
	};
	const code = (value: number) => [3, 2, 1, 0].forEach(bit => bits.push((value >> bit) & 1));
	const block = () => {
		put(0b100, 3); // not the last one, with codes of its own
		put(0, 10); // for 257 literals and 1 distance
		put(15, 4);
		for (const length of [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]) {
			put(length === 18 || (length > 0 && length < 16) ? 4 : 0, 3);
		}
		const zeros = (count: number) => {
			code(15);
			put(count - 11, 7);
		};
		zeros(138);
		zeros(103);
		for (let length = 15; length >= 1; length--) {
			code(length - 1);
			if (length === 15) {
				code(length - 1);
			}
		}
		code(0); // the one distance
		put(0, 1); // the end of the block
	};
	while (bits.length < 8 * 4096) {
		block();
	}
	while (bits.length % 8 > 0) {
		block();
	}
	const bytes = Buffer.alloc(bits.length / 8);
	bits.forEach((bit, at) => (bytes[at >> 3]! |= bit << (at & 7)));
	return Buffer.concat(Array.from({ length: Math.ceil(length / bytes.length) }, () => bytes));
}
