import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { History } from '../../../../src/core/history/history';
import type { DocumentId } from '../../../../src/core/remote/documentPath';
import { RemoteDocument } from '../../../../src/core/remote/remoteDocument';
import { RemotePart } from '../../../../src/core/remote/remoteText';
import { NotKeptError } from '../../../../src/core/remote/saveErrors';
import { hashOf } from '../../../../src/core/remote/versions';
import type { Fault } from '../../../../src/sample/server/sampleTenant';
import { TestClock } from '../../testClock';
import { clientOf, useSampleTenant } from '../api/sample';
import { RecordedDisk } from '../files/recordedDisk';
import { lenientRules } from '../remote/savingEditor';
import { historyIn } from './historyIn';

const scriptName = 'jdbc-angularsc';
const id: DocumentId = { tenant: 'sample', scriptName, part: 'correlation-config' };
const texts = ['first', 'second', 'third'].map(name => `<CorrelationConfig name="${name}"/>\n`);
const [first = '', second = '', third = ''] = texts;

suite('A power cut, a killed extension host or a full disk', () => {
	const sample = useSampleTenant({ rateLimit: false });
	let folder: string;
	let disk: RecordedDisk;
	let history: History;
	let document: RemoteDocument;

	setup(async () => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-cuts-'));
		fs.mkdirSync(path.join(folder, 'root'));
		sample().change(scriptName, connector => (connector.correlationConfig = Buffer.from(first)));
		history = historyIn(path.join(folder, 'root', 'history'));
		const client = clientOf(sample(), { retry: { retries: 0, wait: () => Promise.resolve() } });
		const clock = new TestClock();
		document = new RemoteDocument(
			new RemotePart(() => Promise.resolve(client), scriptName, 'correlation-config'),
			{
				changed: () => undefined,
				rewritten: () => undefined,
				answered: () => undefined,
				failed: error => assert.fail(String(error)),
			},
			undefined,
			clock.now,
			clock.wait,
		);
		await document.stat({ isOpen: false });
		disk = new RecordedDisk(path.join(folder, 'root'));
	});

	teardown(() => {
		disk.stop();
		sample().clearFaults();
		sample().onRequest = undefined;
		fs.rmSync(folder, { recursive: true, force: true });
	});

	/** Saves as an editor does, and resolves to the number of disk operations before the text left. */
	async function save(text: string): Promise<number> {
		let left = Infinity;
		sample().onRequest = ({ method }) => {
			if (method === 'PUT') {
				left = disk.count;
			}
		};
		document.beginSave();
		await document.stat({ isOpen: true });
		const ending = await document
			.write({
				bytes: Buffer.from(text),
				fromEditor: true,
				rules: lenientRules,
				keep: (replaced, sent) => history.keep({ document: id, action: 'save', replaced, sent }),
			})
			.catch((error: unknown) => error);
		await document.verify();
		await history.tidied();
		if (ending instanceof NotKeptError) {
			throw ending;
		}
		return left;
	}

	const stored = () => Buffer.from(sample().connector(scriptName).correlationConfig).toString();

	/** Tries every disk that may be found after each operation of a save, as the next window finds it. */
	async function cutEverywhere(
		left: number,
		assertFound: (later: History, phase: 'before' | 'left' | 'ended') => Promise<void>,
	): Promise<void> {
		const phaseAt = (count: number) => (count < left ? 'before' : count < disk.count ? 'left' : 'ended');
		const disks = await disk.cutEverywhere(phaseAt, (root, phase) =>
			assertFound(historyIn(path.join(root, 'history')), phase),
		);
		assert.ok(disks > 30, `${disks} disks`);
	}

	const textOf = async (later: History, entry: { readonly id: string }, side: 'replaced' | 'sent') => {
		const bytes = await later.read({ document: id, id: entry.id }, side);
		return bytes && Buffer.from(bytes).toString();
	};

	/** Whatever is found is whole. */
	async function assertWhole(later: History): Promise<void> {
		for (const entry of await later.list(id)) {
			for (const side of ['replaced', 'sent'] as const) {
				const text = await textOf(later, entry, side);
				assert.ok(text === undefined || texts.includes(text), `half a text: ${text}`);
				assert.ok(!text || !entry[side] || hashOf(Buffer.from(text)) === entry[side].hash);
			}
		}
	}

	/** A save of which the text may have left is found with both texts, and asked about unless it is known what became of it. */
	async function assertKept(
		later: History,
		{ replaced, sent, outcomes }: { replaced: string; sent: string; outcomes: readonly string[] },
	): Promise<void> {
		const list = await later.list(id);
		const hash = hashOf(Buffer.from(sent));
		const entry = list.find(each => each.sent?.hash === hash) ?? assert.fail('the save is not found');
		assert.equal(await textOf(later, entry, 'replaced'), replaced);
		const { saves, others } = await later.unanswered.takeOver();
		assert.equal(others, 0);
		const found = saves.find(each => each.id === entry.id);
		const question = found && (await later.interrupted(found));
		assert.ok(outcomes.includes(entry.outcome), `${entry.outcome} instead of ${outcomes.join(' or ')}`);
		assert.equal(question !== undefined, entry.outcome === 'unknown', 'it is asked about what is not known');
		// Whoever has sent what was refused, has it.
		if (entry.outcome !== 'saved' && entry.outcome !== 'refused') {
			assert.equal(await textOf(later, entry, 'sent'), sent);
		}
		if (question) {
			assert.deepEqual([question.save.sent, question.save.replaced], [hash, hashOf(Buffer.from(replaced))]);
			await question.save.settle('overtaken');
			assert.equal((await later.entry(entry)).outcome, 'overtaken');
			assert.equal(await textOf(later, entry, 'sent'), sent);
			const next = await historyIn(later.folderOf()).unanswered.takeOver();
			assert.deepEqual(next.saves, [], 'it is asked about once');
		}
	}

	for (const [what, begin] of [
		['of a document', () => save(second)],
		['of a document for the first time', () => Promise.resolve()],
	] as const) {
		test(`after each single disk operation of a save ${what} loses no text and no question (long)`, async function () {
			this.timeout(60_000);
			await begin();
			const before = stored();
			await disk.start();
			const left = await save(third);
			await cutEverywhere(left, async (later, phase) => {
				await assertWhole(later);
				const earlier = (await later.list(id)).filter(
					each => each.sent?.hash === hashOf(Buffer.from(second)),
				);
				assert.equal(earlier.length, before === second ? 1 : 0, 'what was there is there');
				for (const each of earlier) {
					assert.equal(each.outcome, 'saved');
					assert.equal(await textOf(later, each, 'replaced'), first);
				}
				if (phase === 'before') {
					const { saves } = await later.unanswered.takeOver();
					await Promise.all(saves.map(each => later.interrupted(each)));
					await assertWhole(later);
				} else {
					const outcomes = [...(phase === 'ended' ? [] : ['unknown']), 'accepted', 'saved'];
					await assertKept(later, { replaced: before, sent: third, outcomes });
				}
			});
		});
	}

	for (const [what, fault, outcome] of [
		['is refused', { kind: 'answer', status: 400, body: '{}' }, 'refused'],
		['is rewritten', { kind: 'rewrite', change: text => text.replace('third', 'other') }, 'rewritten'],
		['gets no answer', { kind: 'reset-before' }, 'unknown'],
	] as const satisfies readonly (readonly [string, Fault, string])[]) {
		test(`after each single disk operation of a save that ${what} loses no text and no question (long)`, async function () {
			this.timeout(60_000);
			await save(second);
			sample().fault({ method: 'PUT' }, fault);
			await disk.start();
			const left = await save(third);
			const [latest] = await history.list(id);
			assert.equal(latest?.outcome, outcome);
			await cutEverywhere(left, async (later, phase) => {
				await assertWhole(later);
				if (phase !== 'before') {
					const outcomes = ['unknown', ...(outcome === 'rewritten' ? ['accepted'] : []), outcome];
					await assertKept(later, { replaced: second, sent: third, outcomes });
				}
			});
		});
	}

	test('costs at most three flushes before the text leaves, and two after it', async () => {
		await save(second);
		await disk.start();
		const left = await save(third);
		assert.equal(disk.flushes(0, left), 3, 'the text, its entry, the folder');
		assert.equal(disk.flushes(left), 2, 'that it was accepted, and that it is there');
	});

	test('costs another flush for each new folder of a document', async () => {
		await disk.start();
		const left = await save(second);
		const place = path.relative(path.join(folder, 'root'), history.folderOf(id));
		assert.equal(disk.flushes(0, left), 3 + place.split(path.sep).length);
	});

	test('at each single disk operation before the text leaves: nothing leaves, and nothing stays behind', async () => {
		await save(second);
		const place = history.folderOf(id);
		const names = fs.readdirSync(place);
		await disk.start();
		let failed = 0;
		for (; ; failed++) {
			disk.failAt = failed;
			sample().forgetRequests();
			const error = await save(third).then(
				() => undefined,
				(reason: unknown) => reason,
			);
			if (!error) {
				break;
			}
			assert.ok(error instanceof NotKeptError);
			assert.deepEqual(
				sample().requests.filter(({ method }) => method === 'PUT'),
				[],
			);
			assert.deepEqual(fs.readdirSync(place), names, `full at operation ${failed}`);
		}
		assert.ok(failed > 6, `${failed} operations`);
		assert.equal(stored(), third);
	});
});
