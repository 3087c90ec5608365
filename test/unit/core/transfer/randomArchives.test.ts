import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { locales, type Locale } from '../../../../src/core/api/wire';
import { documentFiles, type DocumentPart } from '../../../../src/core/remote/documentPath';
import { pathKey, type ArchiveEntry } from '../../../../src/core/transfer/archive/archive';
import { ArchiveError } from '../../../../src/core/transfer/archive/archiveError';
import { nameKey, type ConnectorBundle } from '../../../../src/core/transfer/archive/bundle';
import { entriesOf } from '../../../../src/core/transfer/archive/bundleEntries';
import { readFolder } from '../../../../src/core/transfer/archive/folderArchive';
import { planFolder, writeFolder } from '../../../../src/core/transfer/archive/folderPlan';
import { readBundles } from '../../../../src/core/transfer/archive/readBundles';
import { readZip } from '../../../../src/core/transfer/archive/readZip';
import { writeZip } from '../../../../src/core/transfer/archive/writeZip';
import { below, oneOf, seeded, seededTest, type Random } from '../../../seeds';
import { diskFiles } from './diskFiles';
import { longNumbers, madeZip, type MadeEnd, type MadeEntry } from './madeZip';

/** Names that are hard on file systems, some of which come to the same folder. */
const hardNames = [
	...['Active Directory', 'a/b', 'a:b', 'a_b', 'a\\b', '..', '.', '.git', ' x', 'x.', 'x. ', 'CON', 'con.x'],
	...['é', 'E\u0301x', '漢字', '😀', '\ud800', '\udc00', '\u202e', 'x'.repeat(90), 'x'.repeat(91)],
	...['translations', 'connector.json', 'node_modules', '__proto__', 'constructor', '0', 'STRASSE', 'straße'],
];

function randomBytes(random: Random): Uint8Array {
	return Uint8Array.from({ length: below(random, 300) }, () => below(random, 1 + below(random, 256)));
}

function randomBundle(random: Random, name: string): ConnectorBundle {
	const parts: DocumentPart[] = [
		...Object.values(documentFiles),
		...locales.map((locale: Locale) => `translations/${locale}` as const),
	];
	const maybe = <T>(value: T) => (random() < 0.5 ? value : undefined);
	return {
		about: {
			name,
			type: maybe(oneOf(random, hardNames)),
			className: maybe(''),
			directConnect: maybe(random() < 0.5),
			status: maybe(oneOf(random, ['DEPRECATED', 'DEVELOPMENT', 'DEMO', 'RELEASED'] as const)),
		},
		texts: new Map(parts.filter(() => random() < 0.3).map(part => [part, randomBytes(random)])),
	};
}

/** Some of the hard names, each once as the service compares them. */
function randomBundles(random: Random): ConnectorBundle[] {
	const names = new Map(hardNames.map(name => [nameKey(name), name]));
	return [...names.values()]
		.filter(name => name.trim() !== '' && random() < 0.3)
		.map(name => randomBundle(random, name));
}

function assertSame(entries: readonly ArchiveEntry[], expected: Iterable<ConnectorBundle>): void {
	const { bundles, problems } = readBundles(entries);
	const inOrder = (all: Iterable<ConnectorBundle>) =>
		[...all]
			.sort((one, other) => (one.about.name < other.about.name ? -1 : 1))
			.map(({ about, texts }) => ({
				about,
				texts: new Map([...texts].map(([part, bytes]) => [part, Buffer.from(bytes)])),
			}));
	assert.deepEqual(problems, []);
	assert.deepEqual(inOrder(bundles), inOrder(expected));
}

suite('Random connectors', () => {
	seededTest('come back from a zip byte by byte', 150, seeds => {
		for (const seed of seeds) {
			const bundles = randomBundles(seeded(seed));
			const entries = entriesOf(bundles);
			const unpacked = readZip(writeZip(entries));
			assert.deepEqual(unpacked, entries);
			assertSame(unpacked, bundles);
		}
	});

	seededTest('come back from a folder byte by byte, however often it is written', 6, async seeds => {
		for (const seed of seeds) {
			const random = seeded(seed);
			const root = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-random-'));
			const expected = new Map<string, ConnectorBundle>();
			for (let turn = 1; turn <= 3; turn++) {
				const bundles = randomBundles(random);
				const files = diskFiles(root);
				await writeFolder(files, await planFolder(files, bundles));
				for (const bundle of bundles) {
					expected.set(bundle.about.name, bundle);
				}
				const { entries, problems } = await readFolder(files);
				assert.deepEqual(problems, []);
				assertSame(entries, expected.values());
				assert.ok((await planFolder(files, bundles)).files.every(({ change }) => change === 'same'));
			}
			fs.rmSync(root, { recursive: true });
		}
	});
});

suite('Random damage to a zip', () => {
	const limits = { entries: 40, fileBytes: 1000, totalBytes: 5000 };
	const outcomes = new Map<string, number>();

	/** Whatever is in it. */
	function assertHarmless(zip: Uint8Array): void {
		const started = performance.now();
		try {
			const entries = readZip(zip, limits);
			outcomes.set('read', (outcomes.get('read') ?? 0) + 1);
			assert.ok(entries.length <= limits.entries);
			assert.ok(entries.every(({ bytes }) => bytes.length <= limits.fileBytes));
			assert.ok(entries.reduce((sum, { bytes }) => sum + bytes.length, 0) <= limits.totalBytes);
			assert.ok(entries.every(({ path }) => !/(^|\/)(\.{0,2})(\/|$)|[\\\u0000-\u001f]/.test(path)));
			assert.equal(new Set(entries.map(({ path }) => pathKey(path))).size, entries.length);
			readBundles(entries);
		} catch (error) {
			if (!(error instanceof ArchiveError)) {
				throw error;
			}
			outcomes.set(error.problem.kind, (outcomes.get(error.problem.kind) ?? 0) + 1);
		}
		assert.ok(performance.now() - started < 1000);
	}

	/** One to four slips: bits, numbers, and pieces lost, doubled or moved, most of them where the structures are. */
	function damaged(zip: Buffer, random: Random): Buffer {
		let bytes = zip;
		for (let slips = 1 + below(random, 4); slips > 0; slips--) {
			const at = random() < 0.5 ? below(random, bytes.length) : bytes.length - 1 - below(random, 200);
			const place = Math.max(0, Math.min(at, bytes.length - 1));
			const piece = bytes.subarray(place, place + 1 + below(random, 60));
			const copy = Buffer.from(bytes);
			switch (below(random, 6)) {
				case 0:
					copy[place]! ^= 1 << below(random, 8);
					bytes = copy;
					break;
				case 1:
					copy[place] = oneOf(random, [0, 1, 0x2f, 0x2e, 0x5c, 0x50, 0x80, 0xff]);
					bytes = copy;
					break;
				case 2:
					copy.subarray(place, place + oneOf(random, [2, 4, 8])).fill(oneOf(random, [0, 0xff]));
					bytes = copy;
					break;
				case 3:
					bytes = Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + piece.length)]);
					break;
				case 4:
					bytes = Buffer.concat([bytes.subarray(0, place), piece, bytes.subarray(place)]);
					break;
				default:
					piece.copy(copy, below(random, copy.length));
					bytes = copy;
			}
		}
		return bytes;
	}

	/** Entries with some headers that lie. */
	function liar(random: Random): Buffer {
		const maybe = (key: keyof MadeEntry | keyof MadeEnd, value: unknown) =>
			random() < 0.06 ? { [key]: value } : {};
		const number = () => oneOf(random, [0, 1, 8, 30, 100, 0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff]);
		const short = () => number() & 0xffff;
		const names = [
			'a/connector.json',
			'a',
			'a/',
			'A/b',
			'a/b',
			'../a',
			'a/./b',
			'x\\y',
			'a/source-config.xml',
		];
		const entries = Array.from({ length: 1 + below(random, 5) }, (_, index): MadeEntry => ({
			name: random() < 0.8 ? `f${index}/connector.json` : oneOf(random, names),
			text: Buffer.from(randomBytes(random)),
			...maybe('localName', 'other'),
			...maybe('size', number()),
			...maybe('compressedSize', number()),
			...maybe('offset', number()),
			...maybe('checksum', number()),
			...maybe('method', oneOf(random, [0, 8, 9])),
			...maybe('flags', short()),
			...maybe('disk', short()),
			...maybe('unixMode', short()),
			...maybe('raw', Buffer.from(randomBytes(random))),
			...maybe('extra', longNumbers(number(), number(), number())),
			...maybe('extra', Buffer.from(randomBytes(random))),
			...maybe('gap', below(random, 30)),
		}));
		return madeZip(entries, {
			...maybe('isLong', true),
			...maybe('count', short()),
			...maybe('countHere', short()),
			...maybe('longCount', number()),
			...maybe('start', number()),
			...maybe('length', number()),
			...maybe('comment', 'PK\u0005\u0006 and so on'),
		});
	}

	seededTest('never does harm, nor takes long', 3000, seeds => {
		const zips: Buffer[] = [1, 2, 3, 4].map(seed =>
			Buffer.from(writeZip(entriesOf(randomBundles(seeded(seed)).slice(0, 4)))),
		);
		zips.push(
			madeZip(
				[
					{ name: 'a/', unixMode: 0o040755 },
					{ name: 'a/b', text: 'x' },
				],
				{ isLong: true },
			),
		);
		for (const seed of seeds) {
			const random = seeded(seed);
			assertHarmless(damaged(oneOf(random, zips), random));
			assertHarmless(damaged(oneOf(random, zips), random));
			assertHarmless(liar(random));
		}
		for (const kind of ['read', 'broken', 'cut-off', 'checksum', 'header-mismatch', 'overlap', 'too-large']) {
			assert.ok((outcomes.get(kind) ?? 0) >= 20, `${kind}: ${outcomes.get(kind) ?? 0}`);
		}
		assert.ok(outcomes.size >= 15, [...outcomes.keys()].join());
	});
});
