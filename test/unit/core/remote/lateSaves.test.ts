import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DocumentId, DocumentPart } from '../../../../src/core/remote/documentPath';
import type { LateAnswer } from '../../../../src/core/remote/lateSaves';
import type { DocumentChange } from '../../../../src/core/remote/knownText';
import { RemoteDocument } from '../../../../src/core/remote/remoteDocument';
import { RemoteMetadata, RemotePart } from '../../../../src/core/remote/remoteText';
import type { History } from '../../../../src/core/history/history';
import { SaveConflictError, UnansweredSaveError } from '../../../../src/core/remote/saveErrors';
import { clientOf, useSampleTenant } from '../api/sample';
import { TestClock } from '../../testClock';
import { SavingEditor } from './savingEditor';
import { historyIn } from '../history/historyIn';

const scriptName = 'jdbc-angularsc';
const minute = 60_000;
const text = (name: string) => `<CorrelationConfig name="${name}"/>\n`;

suite('A save that arrives late', () => {
	const clock = new TestClock();
	const sample = useSampleTenant({ rateLimit: false, later: clock.later });
	let folder: string;
	let history: History;
	let document: RemoteDocument;
	let editor: SavingEditor;
	let told: LateAnswer[];
	let changes: DocumentChange[];

	setup(async () => {
		clock.clear();
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-late-'));
		history = historyIn(folder);
		store(text('original'));
		await openDocument('correlation-config');
	});

	teardown(() => fs.rmSync(folder, { recursive: true, force: true }));

	async function openDocument(part: DocumentPart, timeout = 30_000): Promise<void> {
		const answers: LateAnswer[] = (told = []);
		changes = [];
		const retry = { retries: 2, wait: () => Promise.resolve() };
		const client = clientOf(sample(), { retry, timeout: () => timeout });
		const [, locale] = part.split('/');
		const remote =
			part === 'connector-metadata'
				? new RemoteMetadata(() => Promise.resolve(client), scriptName)
				: new RemotePart(
						() => Promise.resolve(client),
						scriptName,
						part,
						locale === undefined
							? undefined
							: {
									mayExist: () => Promise.resolve(translation(locale) !== undefined),
									created: () => undefined,
								},
					);
		const events = {
			changed: (change: DocumentChange) => changes.push(change),
			rewritten: () => undefined,
			answered: (answer: LateAnswer) => answers.push(answer),
			failed: (error: unknown) => assert.fail(String(error)),
		};
		document = new RemoteDocument(remote, events, undefined, clock.now, clock.wait);
		editor = new SavingEditor(() => document, history, idOf(part));
		await editor.open();
	}

	const idOf = (part: DocumentPart): DocumentId => ({ tenant: 'sample', scriptName, part });
	const id = idOf('correlation-config');
	const store = (its: string) =>
		sample().change(scriptName, connector => (connector.correlationConfig = Buffer.from(its)));
	const stored = () => Buffer.from(sample().connector(scriptName).correlationConfig).toString();
	const translation = (locale: string) =>
		(sample().connector(scriptName).translations as Record<string, Uint8Array>)[locale];

	/** The next write takes effect after so many milliseconds, and is answered with that. */
	function beLate(milliseconds: number, answer: number | 'stall' | 'reset' = 504): void {
		sample().fault({ method: 'PUT' }, { kind: 'late', milliseconds, answer });
	}

	async function save(its: string) {
		editor.type(its);
		return editor.save();
	}

	async function kept() {
		const list = await history.list(id);
		const read = async (entry: (typeof list)[number], side: 'replaced' | 'sent') => {
			const bytes = await history.read(entry, side);
			return bytes && Buffer.from(bytes).toString();
		};
		return Promise.all(
			list.map(async entry => ({
				outcome: entry.outcome,
				replaced: await read(entry, 'replaced'),
				sent: await read(entry, 'sent'),
			})),
		);
	}

	const openQuestions = () =>
		fs.readdirSync(history.folderOf(id)).filter(name => name.endsWith('.unanswered.json')).length;

	/** Milliseconds to wait for an answer that never comes. */
	const impatient = 600;

	for (const answer of [408, 500, 502, 503, 504, 'reset', 'stall'] as const) {
		test(`by 100 ms, with the answer ${answer}, is saved`, async () => {
			if (answer === 'stall') {
				await openDocument('correlation-config', impatient);
			}
			beLate(100, answer);
			assert.equal(await save(text('mine')), 'saved');
			assert.equal(stored(), text('mine'));
			assert.deepEqual([told, openQuestions()], [[], 0]);
		});

		test(`by 30 s, with the answer ${answer}, is unanswered, and found to be there`, async () => {
			if (answer === 'stall') {
				await openDocument('correlation-config', impatient);
			}
			beLate(30_000, answer);
			assert.ok((await save(text('mine'))) instanceof UnansweredSaveError);
			assert.ok(editor.isDirty);
			assert.deepEqual([(await kept())[0]?.outcome, openQuestions(), told], ['unknown', 1, []]);
			await clock.runUntil(document.answered());
			assert.equal(stored(), text('mine'));
			assert.deepEqual([(await kept())[0]?.outcome, openQuestions(), told], ['saved', 0, ['saved']]);
			sample().forgetRequests();
			assert.equal(await editor.save(), 'saved', 'its arrival is no conflict');
			assert.ok(sample().requests.every(({ method }) => method === 'GET'));
		});
	}

	test('is not said to be lost before it cannot come any more', async () => {
		sample().fault({ method: 'PUT' }, { kind: 'answer', status: 504 });
		assert.ok((await save(text('mine'))) instanceof UnansweredSaveError);
		const left = clock.now();
		clock.pass(1_000);
		await document.refresh();
		await editor.open();
		assert.deepEqual(told, []);
		await clock.runUntil(document.answered());
		assert.deepEqual([(await kept())[0]?.outcome, openQuestions(), told], ['lost', 0, ['lost']]);
		const passed = clock.now() - left;
		assert.ok(passed >= minute - 1_000 && passed <= minute + 1_000, String(passed));
	});

	test('is looked for until the tenant can be asked again', async () => {
		beLate(30_000);
		assert.ok((await save(text('mine'))) instanceof UnansweredSaveError);
		sample().fault({ method: 'GET' }, { kind: 'reset-before' }, 3 * 7);
		await clock.runUntil(document.answered());
		assert.deepEqual(told, ['saved']);
	});

	test('is quiet if the same text was saved again', async () => {
		beLate(30_000);
		await save(text('mine'));
		assert.equal(await editor.save(), 'saved');
		await clock.runUntil(document.answered());
		assert.equal(stored(), text('mine'));
		assert.deepEqual([told, openQuestions()], [[], 0]);
	});

	test('and did not come is quiet if another text was saved since', async () => {
		sample().fault({ method: 'PUT' }, { kind: 'answer', status: 503 });
		await save(text('first'));
		assert.equal(await save(text('second')), 'saved');
		await clock.runUntil(document.answered());
		assert.deepEqual([told, openQuestions()], [[], 0]);
	});

	test('over a later one is told, and what it has replaced is kept', async () => {
		beLate(10_000);
		await save(text('first'));
		assert.equal(await save(text('second')), 'saved');
		await document.verify();
		await clock.runUntil(document.answered());
		assert.equal(stored(), text('first'));
		assert.deepEqual([told, changes.at(-1)], [['late'], 'changed']);
		assert.ok((await kept()).some(({ replaced }) => replaced === text('second')));
		assert.equal(await save(text('third')), 'conflict shown', 'nobody overwrites it unseen');
	});

	test('over a later one keeps that text also if the window breaks off before it comes', async () => {
		beLate(10_000);
		await save(text('first'));
		await save(text('second'));
		await document.verify();
		assert.ok((await kept()).some(({ sent }) => sent === text('second')));
	});

	test('over the same text that was saved again, and over another one since, is told', async () => {
		beLate(10_000);
		await save(text('first'));
		assert.equal(await editor.save(), 'saved');
		assert.equal(await save(text('second')), 'saved');
		await document.verify();
		await clock.runUntil(document.answered());
		assert.equal(stored(), text('first'));
		assert.deepEqual(told, ['late']);
		assert.ok((await kept()).some(({ replaced }) => replaced === text('second')));
	});

	test('over what a colleague has saved is told, and what it has replaced is kept', async () => {
		beLate(30_000);
		await save(text('mine'));
		store(text('theirs'));
		assert.equal(await editor.save(), 'conflict shown');
		await clock.runUntil(document.answered());
		assert.equal(stored(), text('mine'));
		assert.deepEqual(told, ['overtaken', 'late']);
		assert.ok((await kept()).some(({ replaced }) => replaced === text('theirs')));
	});

	test('over what a colleague has saved before the answer got lost is told', async () => {
		beLate(30_000);
		sample().onRequest = ({ method }) => {
			if (method === 'PUT') {
				store(text('theirs'));
			}
		};
		assert.ok((await save(text('mine'))) instanceof SaveConflictError);
		sample().onRequest = undefined;
		await document.refresh();
		await clock.runUntil(document.answered());
		assert.deepEqual(told, ['late']);
		assert.ok((await kept()).some(({ replaced }) => replaced === text('theirs')));
	});

	test('with others in the order in which they left is told once', async () => {
		beLate(20_000);
		await save(text('first'));
		beLate(30_000);
		await save(text('second'));
		await clock.runUntil(document.answered());
		assert.equal(stored(), text('second'));
		assert.deepEqual(told, ['saved']);
		assert.equal(await editor.save(), 'saved');
	});

	test('with others in another order is told', async () => {
		beLate(40_000);
		await save(text('first'));
		beLate(10_000);
		await save(text('second'));
		await clock.runUntil(document.answered());
		assert.equal(stored(), text('first'));
		assert.deepEqual(told, ['saved', 'late']);
		assert.ok((await kept()).some(({ replaced }) => replaced === text('second')));
	});

	test('of another session is waited for as long as it may come', async () => {
		beLate(40_000);
		await save(text('mine'));
		const [entry] = await history.list(id);
		await openDocument('correlation-config');
		const found = await history.interrupted({ ...entry!, close: () => Promise.resolve() });
		await document.ask(found!.save, minute);
		assert.deepEqual(told, []);
		await clock.runUntil(document.answered());
		assert.deepEqual([told, (await kept())[0]?.outcome], [['saved'], 'saved']);
	});

	test('of metadata is found to be there', async () => {
		await openDocument('connector-metadata');
		sample().fault({ method: 'PATCH' }, { kind: 'late', milliseconds: 20_000, answer: 504 });
		assert.ok((await save('{"owner":"me"}\n')) instanceof UnansweredSaveError);
		await clock.runUntil(document.answered());
		assert.deepEqual(sample().connector(scriptName).connectorMetadata, { owner: 'me' });
		assert.deepEqual(told, ['saved']);
		assert.equal(await editor.save(), 'saved');
	});

	test('of a translation that did not exist is found to be there', async () => {
		await openDocument('translations/ja');
		beLate(20_000);
		const write = document.write({
			bytes: Buffer.from('a=b\n'),
			fromEditor: false,
			rules: {
				refusal: () => undefined,
				problem: () => Promise.resolve(undefined),
				approve: () => Promise.resolve(),
			},
			keep: (replaced, sent) =>
				history.keep({ document: idOf('translations/ja'), action: 'save', replaced, sent }),
		});
		await assert.rejects(write, UnansweredSaveError);
		await clock.runUntil(document.answered());
		assert.equal(Buffer.from(translation('ja')!).toString(), 'a=b\n');
		assert.deepEqual(told, ['saved']);
	});
});
