import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DocumentId } from '../../../../src/core/remote/documentPath';
import type { Documents } from '../../../../src/documents/documents';
import { safeFolderName } from '../../../../src/core/files/safeFolderName';
import { InterruptedSaves } from '../../../../src/documents/saves/interruptedSaves';
import { dateOf, idAt, wayLeft, type HistoryEntry } from '../../../../src/core/history/historyEntry';
import { hashOf } from '../../../../src/core/remote/versions';
import { longestWay } from '../../../../src/core/remote/lateSaves';
import type { History } from '../../../../src/core/history/history';
import type { SaveOutcome } from '../../../../src/core/remote/saveOutcome';
import { keepChange, type KeptChange } from './keptChange';
import { historyIn } from './historyIn';

const id: DocumentId = { tenant: 'acme.api.identitynow.com', scriptName: 'jdbc', part: 'source-config' };
const day = 86_400_000;

suite('History entries', () => {
	let folder: string;
	let retention: { count: number; age: number };
	let logged: unknown[];
	let history: History;

	setup(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-history-'));
		retention = { count: 50, age: 90 };
		logged = [];
		history = open();
	});

	teardown(() => fs.rmSync(folder, { recursive: true, force: true }));

	/** As another window, or a later session, has them. */
	function open(): History {
		return historyIn(folder, { retention: () => retention, log: error => logged.push(error) });
	}

	async function keep(
		replaced: string | undefined,
		outcome?: SaveOutcome,
		document = id,
	): Promise<KeptChange> {
		const kept = await keepChange(history, {
			document,
			action: 'save',
			replaced: replaced === undefined ? undefined : Buffer.from(replaced),
			sent: Buffer.from('sent'),
		});
		if (outcome) {
			await kept.settle(outcome);
			await history.tidied();
		}
		return kept;
	}

	async function texts(document = id): Promise<(string | undefined)[]> {
		const history = open();
		const list = await history.list(document);
		return Promise.all(list.map(async entry => text(await history.read(entry, 'replaced'))));
	}

	const text = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();

	/** Makes an entry look as if it had been kept earlier. */
	function age({ entry }: KeptChange, milliseconds: number): void {
		const earlier = idAt(new Date(dateOf(entry.id)!.getTime() - milliseconds));
		const place = history.folderOf(id);
		for (const name of fs.readdirSync(place).filter(each => each.startsWith(entry.id))) {
			fs.renameSync(path.join(place, name), path.join(place, name.replace(entry.id, earlier)));
		}
	}

	test('are on disk before the write may leave, with the very bytes', async () => {
		const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x0d, 0x0a, 0xff, 0x00]);
		const { entry } = await keepChange(history, {
			document: id,
			action: 'save',
			replaced: bytes,
			sent: Buffer.from('x'),
		});
		assert.deepEqual(Buffer.from((await open().read(entry, 'replaced'))!), bytes);
		assert.deepEqual(text(await open().read(entry, 'sent')), 'x');
	});

	test('are listed with the latest first, and tell when, who, what in size, and the outcome', async () => {
		await keep('first', 'saved');
		await keep('the second', 'refused');
		const [latest, before] = (await open().list(id)) as [HistoryEntry, HistoryEntry];
		assert.deepEqual(await texts(), ['the second', 'first']);
		assert.equal(latest.outcome, 'refused');
		assert.equal(before.outcome, 'saved');
		assert.equal(latest.by, 'me@here');
		assert.deepEqual([latest.replaced?.size, latest.sent?.size], [10, 4]);
		assert.ok(Math.abs(Date.now() - latest.at.getTime()) < 60_000);
	});

	test('can be read in a plain folder, by names that tell what they are', async () => {
		await keep('<Form/>', 'saved');
		const place = path.join(folder, 'acme.api.identitynow.com', 'jdbc', 'source-config');
		const names = fs.readdirSync(place).sort();
		assert.equal(names.length, 2);
		assert.match(names[0]!, /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z\.about\.json$/);
		assert.match(names[1]!, /Z\.xml$/);
		assert.equal(fs.readFileSync(path.join(place, names[1]!), 'utf8'), '<Form/>');
		const about = JSON.parse(fs.readFileSync(path.join(place, names[0]!), 'utf8')) as Record<string, unknown>;
		assert.equal(about['scriptName'], 'jdbc');
		assert.equal(about['outcome'], 'saved');
	});

	test('are for nobody else on this machine to read', async function () {
		if (process.platform === 'win32') {
			this.skip();
		}
		await keep('secret', 'saved');
		const place = history.folderOf(id);
		for (const file of fs.readdirSync(place)) {
			assert.equal(fs.statSync(path.join(place, file)).mode & 0o077, 0, file);
		}
	});

	test('of a document that did not exist have no text', async () => {
		await keep(undefined, 'saved');
		assert.deepEqual(await texts(), [undefined]);
	});

	test('made in the same millisecond, or in two windows at once, are all kept', async () => {
		const other = open();
		const all = Array.from({ length: 20 }, (_, index) => `text ${index}`);
		await Promise.all(
			all.map((each, index) =>
				(index % 2 ? other : history).keep({
					document: id,
					action: 'save',
					replaced: Buffer.from(each),
					sent: Buffer.from('sent'),
				}),
			),
		);
		assert.deepEqual((await texts()).sort(), all.sort());
	});

	test('beyond the number that is set go, the oldest first', async () => {
		retention.count = 3;
		for (const each of ['1', '2', '3', '4', '5']) {
			await keep(each, 'accepted');
		}
		assert.deepEqual(await texts(), ['5', '4', '3']);
	});

	test('beyond the age that is set go, but never the latest', async () => {
		age(await keep('older', 'saved'), 13 * day);
		age(await keep('old', 'saved'), 12 * day);
		retention.age = 10;
		assert.deepEqual(await texts(), ['old', 'older'], 'nothing goes by itself');
		await keep('today', 'accepted');
		assert.deepEqual(await texts(), ['today']);
		age(await keep('the very latest', 'saved'), 0);
		await history.prune();
		assert.deepEqual(await texts(), ['the very latest', 'today']);
	});

	test('of documents that are not saved any more go as well, but never the latest', async () => {
		for (const days of [30, 20, 10]) {
			age(await keep(`${days} days`, 'saved'), days * day);
		}
		retention.age = 5;
		await history.prune();
		assert.deepEqual(await texts(), ['10 days']);
	});

	test('are not waited for longer than a text may be on its way, also if the clock was set back', () => {
		const at = new Date(Date.now() + day);
		assert.equal(wayLeft({ at, outcome: 'unknown' }), longestWay);
	});

	test('sort behind the others and stay, also if the clock was set back', async () => {
		retention.count = 2;
		age(await keep('from the future', 'saved'), -30 * day);
		await keep('now', 'accepted');
		await keep('and now', 'accepted');
		assert.deepEqual(await texts(), ['and now', 'now']);
	});

	test('whose outcome is open do not go', async () => {
		retention.count = 1;
		await keep('open');
		await keep('later', 'accepted');
		assert.deepEqual(await texts(), ['later', 'open']);
	});

	test('of a save in vain push out nothing, however few are kept', async () => {
		retention.count = 1;
		await keep('worth', 'accepted');
		await keep('present', 'refused');
		assert.deepEqual(await texts(), ['present', 'worth']);
	});

	test('of a save that is under way push out nothing, whoever tidies up meanwhile', async () => {
		retention.count = 1;
		await keep('worth', 'accepted');
		const open = await keep('present');
		await history.prune();
		await open.settle('refused');
		await history.prune();
		assert.deepEqual(await texts(), ['present', 'worth']);
	});

	test('of attempts in vain do not push out what is worth keeping', async () => {
		retention.count = 3;
		await keep('worth', 'accepted');
		for (let count = 0; count < 10; count++) {
			await keep('present', 'refused');
		}
		assert.deepEqual(await texts(), ['present', 'worth']);
	});

	test('keep what was sent for as long as the tenant may have something else', async () => {
		const kept = await keep('before');
		const sent = async () => text(await open().read(kept.entry, 'sent'));
		for (const outcome of ['unknown', 'accepted', 'overtaken', 'rewritten'] as const) {
			await kept.settle(outcome);
			assert.equal(await sent(), 'sent', outcome);
		}
		await kept.settle('saved');
		assert.equal(await sent(), undefined);
	});

	test('with a broken record, or none, still have their text', async () => {
		const { entry } = await keep('text', 'saved');
		const record = path.join(history.folderOf(id), `${entry.id}.about.json`);
		fs.writeFileSync(record, '{"at": 3');
		assert.deepEqual(await texts(), ['text']);
		fs.rmSync(record);
		assert.deepEqual(await texts(), ['text']);
		assert.equal((await open().list(id))[0]?.at.getTime(), dateOf(entry.id)?.getTime());
	});

	test('of documents whose names differ in case, or would leave the folder, do not meet', async () => {
		const names = [
			'Microsoft-Entra',
			'microsoft-entra',
			'..',
			'a/b',
			'a\\b',
			'con',
			'a:b',
			'nul.xml',
			'a.',
			'ä',
		];
		for (const scriptName of names) {
			await keep(scriptName, 'saved', { ...id, scriptName });
		}
		for (const scriptName of names) {
			assert.deepEqual(await texts({ ...id, scriptName }), [scriptName]);
		}
		const folders = names.map(name => safeFolderName(name));
		assert.equal(new Set(folders.map(name => name.toLowerCase())).size, names.length);
		for (const name of folders) {
			assert.match(name, /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/);
		}
		assert.deepEqual(fs.readdirSync(path.dirname(folder)).includes('b'), false);
	});

	test('that cannot be written fail, so that nothing is sent', async () => {
		fs.rmSync(folder, { recursive: true });
		fs.writeFileSync(folder, 'a file in the way');
		await assert.rejects(keep('text'), /ENOTDIR|EEXIST/);
	});

	/** What is left of a change in its folder. */
	const left = () => fs.readdirSync(history.folderOf(id));

	test('leave nothing behind if what else is to be kept of the change cannot be', async () => {
		const change = {
			document: id,
			action: 'promotion',
			replaced: undefined,
			sent: Buffer.from('x'),
		} as const;
		await assert.rejects(
			history.keep(change, () => {
				assert.equal(left().length, 2, 'the record with the text, and the question are there');
				return Promise.reject(new Error('no room'));
			}),
			/no room/,
		);
		assert.deepEqual(left(), []);
	});

	test('whose outcome cannot be noted do no harm: the log tells of it', async () => {
		const kept = await keep('text');
		await history.prune();
		logged = [];
		fs.rmSync(folder, { recursive: true });
		await kept.settle('saved');
		assert.equal(logged.length, 1);
	});
});

suite('Saves whose answer is open', () => {
	let folder: string;

	setup(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-open-'));
	});
	teardown(() => fs.rmSync(folder, { recursive: true, force: true }));

	function window(): History {
		return historyIn(folder);
	}

	function keep(history: History): Promise<KeptChange> {
		const texts = { replaced: Buffer.from('before'), sent: Buffer.from('after') };
		return keepChange(history, { document: id, action: 'save', ...texts });
	}

	/** The files that say so. */
	const questions = () =>
		fs
			.readdirSync(window().folderOf(id))
			.filter(name => name.endsWith('.unanswered.json'))
			.map(name => path.join(window().folderOf(id), name));

	/** Pretends that another process has asked. */
	function asBy(pid: number): void {
		for (const file of questions()) {
			const content = JSON.parse(fs.readFileSync(file, 'utf8')) as object;
			fs.writeFileSync(file, JSON.stringify({ ...content, process: pid }));
		}
	}

	async function endedProcess(): Promise<number> {
		const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
		await once(child, 'exit');
		return child.pid!;
	}

	test('are found by the next window, once the one that made them has gone', async () => {
		const { entry } = await keep(window());
		asBy(await endedProcess());
		const later = window();
		const { saves, others } = await later.unanswered.takeOver();
		assert.deepEqual(
			saves.map(({ id: pointId }) => pointId),
			[entry.id],
		);
		assert.deepEqual(saves[0]!.document, id);
		assert.equal(others, 0);
		assert.deepEqual((await later.unanswered.takeOver()).saves, [], 'it asks once');
		await saves[0]!.close();
		assert.deepEqual(questions(), []);
	});

	test('are written as other versions will read them', async () => {
		const { entry } = await keep(window());
		const [file = ''] = questions();
		const unanswered: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
		const record: unknown = JSON.parse(
			fs.readFileSync(path.join(window().folderOf(id), `${entry.id}.about.json`), 'utf8'),
		);
		assert.deepEqual(unanswered, {
			tenant: id.tenant,
			document: '/jdbc/source-config.xml',
			point: entry.id,
			process: process.pid,
		});
		assert.deepEqual(record, {
			...id,
			at: dateOf(entry.id)?.toISOString(),
			action: 'save',
			by: 'me@here',
			replaced: { hash: hashOf(Buffer.from('before')), size: 6 },
			sent: { hash: hashOf(Buffer.from('after')), size: 5 },
			outcome: 'unknown',
			sentBytes: Buffer.from('after').toString('base64'),
		});
	});

	test('of an earlier version are found, with its texts, and settled', async () => {
		const entryId = '2026-01-02T03-04-05.678Z';
		const place = window().folderOf(id);
		fs.mkdirSync(place, { recursive: true });
		fs.writeFileSync(path.join(place, `${entryId}.xml`), 'before');
		fs.writeFileSync(path.join(place, `${entryId}.sent.xml`), 'after');
		const mark = (text: string) => ({ hash: hashOf(Buffer.from(text)), size: text.length });
		const record = {
			...id,
			at: '2026-01-02T03:04:05.678Z',
			action: 'save',
			by: 'me@here',
			outcome: 'unknown',
		};
		const written = { ...record, replaced: mark('before'), sent: mark('after') };
		fs.writeFileSync(
			path.join(place, `${entryId}.about.json`),
			`${JSON.stringify(written, undefined, '\t')}\n`,
		);
		const question = { tenant: id.tenant, document: '/jdbc/source-config.xml', point: entryId };
		fs.mkdirSync(path.join(folder, '.unanswered'));
		fs.writeFileSync(
			path.join(folder, '.unanswered', `${entryId}-0123456789ab.json`),
			`${JSON.stringify({ ...question, process: await endedProcess() }, undefined, '\t')}\n`,
		);
		const later = window();
		const { saves } = await later.unanswered.takeOver();
		assert.deepEqual(
			saves.map(save => save.id),
			[entryId],
		);
		const [entry] = await later.list(id);
		assert.equal(entry?.outcome, 'unknown');
		assert.equal(Buffer.from((await later.read(entry, 'sent'))!).toString(), 'after');
		const found = await later.interrupted(saves[0]!);
		for (const outcome of ['overtaken', 'saved'] as const) {
			await found?.save.settle(outcome);
			const [settled] = await later.list(id);
			assert.deepEqual(settled, { ...entry, outcome });
			assert.equal((await later.read(entry, 'sent')) !== undefined, outcome === 'overtaken');
		}
		assert.deepEqual(fs.readdirSync(place).sort(), [`${entryId}.about.json`, `${entryId}.xml`]);
		assert.deepEqual((await window().unanswered.takeOver()).saves, []);
	});

	test('whose outcome was noted before a power cut took that the question is closed are not asked about', async () => {
		const history = window();
		const kept = await keep(history);
		const [file = ''] = questions();
		const content = fs.readFileSync(file);
		await kept.settle('accepted');
		fs.writeFileSync(file, content);
		const later = window();
		const { saves } = await later.unanswered.takeOver();
		assert.equal(await later.interrupted(saves[0]!), undefined);
		assert.deepEqual(questions(), []);
		assert.equal((await later.list(id))[0]?.outcome, 'accepted');
	});

	test('are found also if a new process has the number of the one that made them', async () => {
		await keep(window());
		assert.equal((await window().unanswered.takeOver()).saves.length, 1);
	});

	test('of a window that is still there are left to it', async () => {
		await keep(window());
		asBy(process.ppid);
		assert.deepEqual(await window().unanswered.takeOver(), { saves: [], others: 1 });
	});

	test('are not asked about by the window that waits for the answer', async () => {
		const history = window();
		await keep(history);
		assert.deepEqual(await history.unanswered.takeOver(), { saves: [], others: 0 });
	});

	for (const outcome of ['accepted', 'saved', 'refused', 'lost', 'overtaken'] as const) {
		test(`are over when the outcome is "${outcome}"`, async () => {
			await (await keep(window())).settle(outcome);
			assert.deepEqual((await window().unanswered.takeOver()).saves, []);
		});
	}

	test('stay open when the outcome is "unknown"', async () => {
		await (await keep(window())).settle('unknown');
		assert.equal((await window().unanswered.takeOver()).saves.length, 1);
	});

	test('that another window is just writing are left alone', async () => {
		const { entry } = await keep(window());
		questions().forEach(file => fs.writeFileSync(file, ''));
		fs.rmSync(path.join(window().folderOf(id), `${entry.id}.about.json`));
		assert.deepEqual(await window().unanswered.takeOver(), { saves: [], others: 0 });
		assert.equal(questions().length, 1);
	});

	test('are found also if a power cut took the content of the file that says so', async () => {
		const { entry } = await keep(window());
		questions().forEach(file => fs.writeFileSync(file, ''));
		const { saves } = await window().unanswered.takeOver();
		assert.deepEqual(
			saves.map(({ id: entryId, document }) => [entryId, document]),
			[[entry.id, id]],
		);
	});

	test('are not taken for history entries when too many of those are removed', async () => {
		const history = window();
		await keep(history);
		await keep(history);
		await history.prune();
		assert.equal(questions().length, 2);
	});

	test('that did not arrive, and whose window has gone, keep the text that was sent', async () => {
		const history = window();
		const { entry } = await keep(history);
		const later = await history.interrupted({ ...entry, close: () => Promise.resolve() });
		await later?.save.settle('lost');
		assert.equal(Buffer.from((await history.read(entry, 'sent'))!).toString(), 'after');
		await (await keep(history)).settle('lost');
		assert.equal(Buffer.from((await history.read(entry, 'sent'))!).toString(), 'after');
	});

	test('that cannot be read at the moment stay, and keep no other from being asked about', async () => {
		await keep(window());
		asBy(await endedProcess());
		const place = path.join(folder, '.unanswered');
		fs.mkdirSync(place);
		const longAgo = new Date(Date.now() - 3_600_000);
		for (const name of ['0.json', '9.json']) {
			fs.mkdirSync(path.join(place, name));
			fs.utimesSync(path.join(place, name), longAgo, longAgo);
		}
		assert.equal((await window().unanswered.takeOver()).saves.length, 1);
		assert.equal(fs.readdirSync(place).length, 2);
	});

	for (const [what, spoil, remain] of [
		['cannot be read at the moment', (record: string) => fs.mkdirSync(record), 3],
		['was not written before the window broke off', () => undefined, 0],
	] as const) {
		test(`whose record ${what} ${remain > 0 ? 'keep their texts' : 'have left nothing'}`, async () => {
			const { entry } = await keep(window());
			asBy(await endedProcess());
			const later = window();
			const record = path.join(later.folderOf(id), `${entry.id}.about.json`);
			fs.rmSync(record);
			spoil(record);
			const failed: unknown[] = [];
			const noDocuments = { get: () => assert.fail('there is nothing to ask with') };
			const saves = new InterruptedSaves(
				() => Promise.resolve(later),
				noDocuments as unknown as Documents,
				error => failed.push(error),
			);
			await saves.look();
			saves.dispose();
			assert.deepEqual(failed, []);
			assert.equal(fs.readdirSync(later.folderOf(id)).length, remain);
			assert.equal(questions().length, remain > 0 ? 1 : 0);
		});
	}

	test('that cannot be read are forgotten in the end, and harm nothing', async () => {
		await keep(window());
		const longAgo = new Date(Date.now() - 3_600_000);
		for (const file of questions()) {
			fs.writeFileSync(file, '{"tenant":');
			fs.utimesSync(file, longAgo, longAgo);
			fs.writeFileSync(file.replace('.unanswered.', '.about.'), '{"tenant":');
		}
		assert.deepEqual(await window().unanswered.takeOver(), { saves: [], others: 0 });
		assert.deepEqual(questions(), []);
	});
});
