import assert from 'node:assert/strict';
import { RemoteDocument } from '../../../src/core/remote/remoteDocument';
import { ReportedStateMemory } from '../../../src/documents/reportedStateMemory';
import { hashOf, Versions } from '../../../src/core/remote/versions';

const nothing = () => undefined;
const resolved = () => Promise.resolve();

async function until(condition: () => boolean): Promise<void> {
	while (!condition()) {
		await new Promise(resolve => setImmediate(resolve));
	}
}

const events = { changed: nothing, rewritten: nothing, answered: nothing, failed: nothing };
const mine = 'isc-connector://acme/jdbc/source-config.xml';

suite('What was reported to VS Code', () => {
	/** What a window's memory has on the disk. */
	let disk: string;
	/** URI → what the tenant has. */
	let texts: Map<string, string>;

	setup(() => {
		disk = '{}';
		texts = new Map([[mine, 'original']]);
	});

	/** A window that starts. */
	function start() {
		const values = JSON.parse(disk) as Record<string, unknown>;
		const memory = new ReportedStateMemory({
			get: <T>(key: string, byDefault?: T) => (values[key] ?? byDefault) as T,
			update: (key: string, value: unknown) => {
				values[key] = value;
				disk = JSON.stringify(values);
				return Promise.resolve();
			},
		});
		return (uri: string) => {
			const remote = {
				isCreatedByWriting: false,
				read: () => Promise.resolve(Buffer.from(texts.get(uri) ?? '')),
				write: () => new Promise<never>(() => texts.set(uri, 'mine')),
			};
			const versions = new Versions(memory.of(uri), reported => memory.keep(uri, reported));
			return new RemoteDocument(remote, events, versions);
		};
	}

	const remembered = () => Object.values(JSON.parse(disk) as Record<string, object>).flatMap(Object.keys);

	async function lookAtOthers(open: (uri: string) => RemoteDocument, count: number): Promise<void> {
		for (let index = 0; index < count; index++) {
			const uri = `isc-connector://acme/other-${index}/source-config.xml`;
			texts.set(uri, `text ${index}`);
			await open(uri).stat({ isOpen: false });
		}
	}

	/** What VS Code sees of a change of equal length that somebody has made while it was closed. */
	async function assertSeen(before: { readonly size: number; readonly mtime: number }): Promise<void> {
		texts.set(mine, 'ORIGINAL');
		const after = await start()(mine).stat({ isOpen: false });
		assert.ok(after && after.size !== before.size && after.mtime > before.mtime);
	}

	test('of a document with unsaved text outlives 300 others that were looked at', async () => {
		const open = start();
		const document = open(mine);
		const before = await document.stat({ isOpen: true });
		document.follow({ text: 'mine', isUnsaved: true });
		await lookAtOthers(open, 300);
		await assertSeen(before!);
	});

	test('of one that comes back outlives 300 others in a session that has not opened it yet', async () => {
		const document = start()(mine);
		const before = await document.stat({ isOpen: true });
		document.follow({ text: 'mine', isUnsaved: true });
		await lookAtOthers(start(), 300);
		await lookAtOthers(start(), 300);
		await assertSeen(before!);
	});

	test('of one that is saved goes when 200 others were looked at since', async () => {
		const open = start();
		const document = open(mine);
		await document.stat({ isOpen: true });
		document.follow({ text: 'mine', isUnsaved: true });
		document.follow({ text: 'mine', isUnsaved: false });
		await lookAtOthers(open, 199);
		assert.ok(remembered().includes(mine));
		await lookAtOthers(start(), 200);
		assert.ok(!remembered().includes(mine));
		assert.equal(remembered().length, 200);
	});

	test('does not hold what was only read', async () => {
		const open = start();
		await open(mine).read();
		await open(mine).refresh();
		assert.deepEqual(remembered(), []);
	});

	test('takes a bounded place for each document, and keeps what an unsaved text was made from', async () => {
		const document = start()(mine);
		const before = await document.stat({ isOpen: true });
		document.follow({ text: 'mine', isUnsaved: true });
		for (let index = 0; index < 100; index++) {
			texts.set(mine, `text ${index}`.padEnd(8));
			await document.refresh();
			const version = await document.stat({ isOpen: true });
			assert.notEqual(version?.size, before?.size);
		}
		assert.ok(disk.length < 2000, disk);
		await assertSeen(before!);
	});

	test('has the text that a window was sending when it went', async () => {
		const document = start()(mine);
		const before = await document.stat({ isOpen: true });
		document.follow({ text: 'mine', isUnsaved: true });
		const bytes = Buffer.from('mine');
		const kept = { sent: hashOf(bytes), replaced: undefined, settle: resolved, keepReplaced: resolved };
		const rules = { refusal: nothing, problem: () => Promise.resolve(undefined), approve: resolved };
		const keep = () => Promise.resolve(kept);
		void document.write({ bytes, fromEditor: true, overwritesUnseen: true, rules, keep });
		await until(() => texts.get(mine) === 'mine');
		const after = await start()(mine).stat({ isOpen: true });
		assert.equal(after?.size, before?.size);
	});

	test('is nothing where another version of this extension has kept something else', async () => {
		for (const sent of [7, 'mine', [1, null], {}]) {
			disk = JSON.stringify({ 'iscConnectors.toldStates': { [mine]: { sizes: {}, mtime: 1, sent } } });
			const version = await start()(mine).stat({ isOpen: true });
			assert.equal(version?.size, 'original'.length);
		}
	});
});
