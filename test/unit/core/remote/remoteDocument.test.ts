import assert from 'node:assert/strict';
import { WaitedTooLongError } from '../../../../src/core/api/errors';
import type { UpdateDetail } from '../../../../src/core/api/wire';
import type { DocumentChange } from '../../../../src/core/remote/knownText';
import { RemoteDocument } from '../../../../src/core/remote/remoteDocument';
import type { LateAnswer } from '../../../../src/core/remote/lateSaves';
import type { KeptSave, SaveRules, WriteRequest } from '../../../../src/core/remote/save';
import type { SaveOutcome } from '../../../../src/core/remote/saveOutcome';
import {
	SaveConflictError,
	SaveRefusedError,
	UnansweredSaveError,
	type NotSentError,
} from '../../../../src/core/remote/saveErrors';
import { hashOf, Versions } from '../../../../src/core/remote/versions';
import { TestClock } from '../../testClock';

/** A tenant with one document, which counts what it is asked. */
class Tenant {
	readonly isCreatedByWriting = false;
	text: string | undefined = 'original';
	readonly log: string[] = [];
	answer: UpdateDetail | Error = { status: 'UPDATED' };
	rewrite = (text: string) => text;
	/** What happens while a text waits for so long that it does not leave, for each such wait. */
	waits: (() => void)[] = [];
	/** By when each text was to leave. */
	readonly leaveBy: number[] = [];
	/** Settled before a read is answered. */
	readGate: Promise<void> = Promise.resolve();

	async read(): Promise<Uint8Array | undefined> {
		this.log.push('GET');
		const bytes = this.text === undefined ? undefined : Buffer.from(this.text);
		await this.readGate;
		return bytes;
	}

	async write(bytes: Uint8Array, _previous: unknown, leaveBy: number): Promise<UpdateDetail> {
		this.leaveBy.push(leaveBy);
		const wait = this.waits.shift();
		if (wait) {
			wait();
			throw new WaitedTooLongError('acme');
		}
		const text = Buffer.from(bytes).toString();
		this.log.push(`PUT ${text}`);
		await Promise.resolve();
		if (this.answer instanceof Error) {
			throw this.answer;
		}
		if (this.answer.status !== 'ERROR' && this.answer.status !== 'SKIPPED') {
			this.text = this.rewrite(text);
		}
		return this.answer;
	}
}

/** Rules that let everything pass. */
const lenient: SaveRules = {
	refusal: () => undefined,
	problem: () => Promise.resolve(undefined),
	approve: () => Promise.resolve(),
};

interface StoredStates {
	readonly sizes: readonly (readonly [string, number])[];
	readonly mtime: number;
}

const open = { isOpen: true };
const closed = { isOpen: false };
const settled = () => new Promise(resolve => setTimeout(resolve, 5));

suite('A document of a tenant', () => {
	let tenant: Tenant;
	let document: RemoteDocument;
	let changes: DocumentChange[];
	let told: string[];
	let outcomes: SaveOutcome[];
	let now: number;
	/** What a save that arrived late has replaced. */
	let alsoKept: string[];
	let clock: TestClock;

	setup(() => {
		tenant = new Tenant();
		changes = [];
		told = [];
		outcomes = [];
		now = 0;
		alsoKept = [];
		clock = new TestClock();
		document = documentOf(new Versions());
	});

	function documentOf(versions: Versions): RemoteDocument {
		const events = {
			changed: (change: DocumentChange) => changes.push(change),
			rewritten: (sent: Uint8Array, present: Uint8Array) =>
				told.push(`rewritten ${Buffer.from(sent).toString()} → ${Buffer.from(present).toString()}`),
			answered: (answer: LateAnswer) => told.push(`answered ${answer}`),
			failed: (error: unknown) => assert.fail(String(error)),
		};
		return new RemoteDocument(tenant, events, versions, () => now + clock.now(), clock.wait);
	}

	const kept: Pick<KeptSave, 'settle' | 'keepReplaced'> = {
		settle: outcome => Promise.resolve(void outcomes.push(outcome)),
		keepReplaced: bytes => Promise.resolve(void alsoKept.push(Buffer.from(bytes).toString())),
	};

	const keep: WriteRequest['keep'] = (replaced, sent) =>
		Promise.resolve({ ...kept, sent: hashOf(sent), replaced: replaced && hashOf(replaced) });

	/** A save of an earlier session. */
	function interrupted(replaced: string | undefined, sent: string, settle = kept.settle): KeptSave {
		const hash = (text: string) => hashOf(Buffer.from(text));
		return {
			...kept,
			settle,
			sent: hash(sent),
			replaced: replaced === undefined ? undefined : hash(replaced),
		};
	}

	function write(text: string | Uint8Array, fromEditor: boolean, approve = lenient.approve) {
		return document.write({
			bytes: Buffer.from(text),
			fromEditor,
			rules: { ...lenient, approve },
			keep,
		});
	}

	/** What VS Code does when an editor opens the document. */
	async function openEditor() {
		const [version, bytes] = await Promise.all([document.stat(closed), document.read()]);
		return { version: version ?? assert.fail('no document'), text: Buffer.from(bytes ?? []).toString() };
	}

	/** What VS Code does when an editor saves: `overwrite` is the person's choice after a conflict. */
	async function saveEditor(baseline: { mtime: number; size: number }, text: string, overwrite = false) {
		document.beginSave();
		const version = await document.stat(open);
		if (!overwrite && version && version.mtime > baseline.mtime && version.size !== baseline.size) {
			return 'conflict shown';
		}
		await write(text, true);
		return document.stat(open);
	}

	test('is asked for once, if an editor saves right after its save was prepared', async () => {
		await document.stat(closed);
		document.follow({ text: 'mine', isUnsaved: true });
		tenant.log.length = 0;
		const bytes = Buffer.from('mine');
		assert.equal(await document.prepareSave({ bytes, rules: lenient }), false);
		document.beginSave();
		await document.stat(open);
		await write('mine', true);
		assert.deepEqual(tenant.log, ['GET', 'PUT mine']);
	});

	test('is asked for again, if people take their time over the question', async () => {
		await document.stat(closed);
		document.follow({ text: 'mine', isUnsaved: true });
		tenant.log.length = 0;
		await document.prepareSave({ bytes: Buffer.from('mine'), rules: lenient });
		now += 2000;
		document.beginSave();
		await document.stat(open);
		assert.deepEqual(tenant.log, ['GET', 'GET']);
	});

	test('is not saved over what a colleague has saved: that is found before anybody is asked', async () => {
		await document.stat(closed);
		document.follow({ text: 'mine', isUnsaved: true });
		tenant.text = 'theirs';
		const rules = { ...lenient, approve: () => assert.fail('nobody is asked') };
		await assert.rejects(document.prepareSave({ bytes: Buffer.from('mine'), rules }), SaveConflictError);
		tenant.text = 'original';
		await document.prepareSave({ bytes: Buffer.from('mine'), rules: lenient });
	});

	test('opened costs one GET, opened again at once none', async () => {
		assert.equal((await openEditor()).text, 'original');
		await openEditor();
		assert.deepEqual(tenant.log, ['GET']);
	});

	test('opened again later costs another GET, and shows what the tenant has by then', async () => {
		await openEditor();
		tenant.text = 'theirs';
		now += 60_000;
		assert.equal((await openEditor()).text, 'theirs');
		assert.deepEqual(tenant.log, ['GET', 'GET']);
	});

	test('an open editor may ask for the state as often as it likes', async () => {
		await openEditor();
		for (let count = 0; count < 10; count++) {
			await document.stat(open);
		}
		assert.deepEqual(tenant.log, ['GET']);
	});

	test('a save costs one GET and one PUT, and one GET after it', async () => {
		const { version } = await openEditor();
		tenant.log.length = 0;
		await saveEditor(version, 'mine');
		assert.deepEqual(tenant.log.slice(0, 2), ['GET', 'PUT mine']);
		await settled();
		assert.deepEqual(tenant.log, ['GET', 'PUT mine', 'GET']);
		assert.equal(tenant.text, 'mine');
		assert.deepEqual(changes, []);
	});

	test('a text that the tenant has already is not sent', async () => {
		const { version } = await openEditor();
		tenant.log.length = 0;
		await saveEditor(version, 'original');
		await settled();
		assert.deepEqual(tenant.log, ['GET']);
	});

	test('a change of equal length in the tenant is a conflict for VS Code to show', async () => {
		const { version } = await openEditor();
		tenant.text = 'ORIGINAL';
		assert.equal(await saveEditor(version, 'mine'), 'conflict shown');
		assert.equal(tenant.text, 'ORIGINAL');
	});

	test('the person may overwrite, once they have been shown the conflict', async () => {
		const { version } = await openEditor();
		tenant.text = 'theirs';
		await saveEditor(version, 'mine');
		await saveEditor(version, 'mine', true);
		assert.equal(tenant.text, 'mine');
	});

	test('a change between VS Code looking and the text leaving is a conflict, overwriting or not', async () => {
		await openEditor();
		document.expire();
		await document.stat(open);
		now += 2100;
		tenant.text = 'theirs';
		await assert.rejects(write('mine', true), SaveConflictError);
		assert.equal(tenant.text, 'theirs');
	});

	test('a change of equal length to the very text that is being saved is one that VS Code can see to be none', async () => {
		await openEditor();
		tenant.text = 'ORIGINAL';
		document.beginSave();
		const hasText = (bytes: Uint8Array) => Buffer.from(bytes).toString() === 'ORIGINAL';
		assert.equal((await document.stat({ isOpen: true, hasText }))?.size, 'ORIGINAL'.length);
	});

	test('a change to the very text that is being saved is no conflict', async () => {
		await openEditor();
		document.expire();
		await document.stat(open);
		now += 2100;
		tenant.text = 'mine';
		await write('mine', true);
		assert.ok(!tenant.log.some(line => line.startsWith('PUT')));
	});

	test("an editor's text that was never compared with anything is held back", async () => {
		await assert.rejects(write('mine', true), SaveConflictError);
		assert.equal(tenant.text, 'original');
	});

	test('a change that comes while the person is asked is a conflict', async () => {
		const { version } = await openEditor();
		assert.ok(version);
		const approve = () => {
			tenant.text = 'theirs';
			now += 60_000;
			return Promise.resolve();
		};
		await assert.rejects(write('mine', true, approve), SaveConflictError);
		assert.equal(tenant.text, 'theirs');
	});

	test('a program may replace what came while the person was asked only if they agree to that, too', async () => {
		const seen: string[] = [];
		const approve = (present?: Uint8Array) => {
			seen.push(Buffer.from(present ?? []).toString());
			tenant.text = 'theirs';
			now += 60_000;
			return seen.length === 3 ? Promise.reject(new Error('rather not')) : Promise.resolve();
		};
		await write('from a program', false, approve);
		assert.deepEqual(seen, ['original', 'theirs']);
		tenant.text = 'another';
		await assert.rejects(write('another text', false, approve), /rather not/);
		assert.equal(tenant.text, 'theirs');
	});

	test('a text that has waited is sent if the tenant still has what it replaces', async () => {
		const { version } = await openEditor();
		tenant.log.length = 0;
		tenant.waits = [() => undefined, () => undefined];
		await saveEditor(version, 'mine');
		assert.deepEqual(tenant.log, ['GET', 'GET', 'GET', 'PUT mine', 'GET']);
		assert.equal(outcomes[0], 'accepted');
	});

	test('a text that has waited is not sent over what a colleague has saved meanwhile', async () => {
		const { version } = await openEditor();
		tenant.waits = [() => (tenant.text = 'theirs')];
		await assert.rejects(saveEditor(version, 'mine'), SaveConflictError);
		assert.deepEqual([tenant.text, outcomes], ['theirs', ['refused']]);
	});

	test('a text that has waited fails if the tenant cannot be looked at again', async () => {
		const { version } = await openEditor();
		tenant.waits = [() => (tenant.read = () => Promise.reject(new Error('no network')))];
		await assert.rejects(saveEditor(version, 'mine'), /no network/);
		assert.deepEqual([tenant.text, outcomes], ['original', ['refused']]);
	});

	test('a text that waits time after time is not sent in the end', async () => {
		const { version } = await openEditor();
		tenant.waits = Array.from({ length: 5 }, () => () => undefined);
		await assert.rejects(saveEditor(version, 'mine'), WaitedTooLongError);
		assert.deepEqual([tenant.text, tenant.waits, outcomes], ['original', [], ['refused']]);
	});

	test('a text may leave within 5 seconds each time, and no later', async () => {
		const { version } = await openEditor();
		tenant.waits = Array.from({ length: 4 }, () => () => undefined);
		tenant.leaveBy.length = 0;
		const begun = performance.now();
		await saveEditor(version, 'mine');
		assert.equal(tenant.leaveBy.length, 5);
		assert.ok(tenant.leaveBy.every(time => time > begun && time <= performance.now() + 5_000));
	});

	test('what a program sends keeps what came while it waited before it replaces that', async () => {
		await openEditor();
		const replaced: string[] = [];
		tenant.waits = [() => (tenant.text = 'theirs')];
		await document.write({
			bytes: Buffer.from('mine'),
			fromEditor: false,
			rules: lenient,
			keep: async (before, sent) => {
				replaced.push(Buffer.from(before ?? []).toString());
				return keep(before, sent);
			},
		});
		assert.deepEqual(
			[tenant.text, replaced, outcomes],
			['mine', ['original', 'theirs'], ['refused', 'accepted']],
		);
	});

	test('nothing is sent if the person would rather not, and nothing is asked where nothing would change', async () => {
		await openEditor();
		const refuse = () => Promise.reject(new Error('rather not'));
		await assert.rejects(write('mine', true, refuse), /rather not/);
		await write('original', true, refuse);
		assert.deepEqual(
			tenant.log.filter(line => line.startsWith('PUT')),
			[],
		);
	});

	test('several looks before a save all see the same fresh version', async () => {
		await openEditor();
		tenant.text = 'theirs';
		document.expire();
		const looks = await Promise.all([document.stat(open), document.stat(open), document.stat(open)]);
		assert.equal(new Set(looks.map(look => look?.hash)).size, 1);
		assert.equal(looks[0]?.size, 'theirs'.length);
		assert.deepEqual(tenant.log, ['GET', 'GET']);
	});

	test('a look that was under way before a save began does not serve it', async () => {
		await openEditor();
		now += 60_000;
		let release = () => {};
		tenant.readGate = new Promise(resolve => (release = resolve));
		const before = document.stat(closed);
		tenant.text = 'theirs';
		tenant.readGate = Promise.resolve();
		document.expire();
		assert.equal((await document.stat(open))?.size, 'theirs'.length);
		release();
		await before;
	});

	test('a text that comes back after a restart meets the sizes of the last session', async () => {
		let stored = '';
		const session = () => {
			const { sizes, mtime } = JSON.parse(stored || '{"sizes":[],"mtime":0}') as StoredStates;
			return documentOf(
				new Versions({ sizes: new Map(sizes), mtime }, told => {
					stored = JSON.stringify({ sizes: [...told.sizes], mtime: told.mtime });
				}),
			);
		};
		const before = await session().stat(closed);
		assert.deepEqual((await session().stat(closed))?.size, before?.size);
		tenant.text = 'ORIGINAL';
		assert.notEqual((await session().stat(closed))?.size, before?.size);
	});

	test('a text that is no UTF-8 is not saved over with what a decoder made of it', async () => {
		const latin1 = Buffer.from([0x63, 0x61, 0x66, 0xe9]);
		tenant.read = () => Promise.resolve(latin1);
		await document.stat(closed);
		const decoded = Buffer.from(`${new TextDecoder().decode(latin1)} more`);
		await assert.rejects(write(decoded, true), (error: NotSentError) => error.reason === 'encoding');
		await write(Buffer.from('caf\u00e9 more', 'latin1'), true);
	});

	for (const status of ['FAILED', 'error', null]) {
		test(`a PUT that answers the status ${status}, which nobody knows, is not believed`, async () => {
			const { version } = await openEditor();
			tenant.answer = { status } as unknown as UpdateDetail;
			tenant.rewrite = () => 'original';
			await assert.rejects(saveEditor(version, 'mine'), SaveRefusedError);
		});
	}

	test('a write that no editor made overwrites', async () => {
		await openEditor();
		await document.stat(open);
		tenant.text = 'theirs';
		await write('from a program', false);
		assert.equal(tenant.text, 'from a program');
	});

	test('what a program writes between an editor looking and its text leaving is a conflict', async () => {
		await openEditor();
		document.beginSave();
		await document.stat(open);
		await write('from a program', false);
		await assert.rejects(write('mine', true), SaveConflictError);
		assert.equal(tenant.text, 'from a program');
	});

	for (const status of ['ERROR', 'SKIPPED'] as const) {
		test(`a PUT that answers ${status} is a failed save with the tenant's words, and the old text stays known`, async () => {
			const { version } = await openEditor();
			tenant.answer = { status, message: 'No such xsd.' };
			await assert.rejects(saveEditor(version, 'mine'), (error: SaveRefusedError) => {
				assert.equal(error.reason, 'No such xsd.');
				return error instanceof SaveRefusedError;
			});
			assert.equal((await document.stat(open))?.hash, version.hash);
		});
	}

	test('a PUT that answers no status is believed only if the tenant has the text', async () => {
		const { version } = await openEditor();
		tenant.answer = {};
		await saveEditor(version, 'mine');
		tenant.rewrite = () => 'something else';
		await assert.rejects(write('mine too', false), SaveRefusedError);
	});

	test('a failed PUT fails the save, and the next one works', async () => {
		const { version } = await openEditor();
		tenant.answer = new Error('500');
		await assert.rejects(saveEditor(version, 'mine'), /500/);
		tenant.answer = { status: 'UPDATED' };
		await saveEditor(version, 'mine');
		assert.equal(tenant.text, 'mine');
	});

	test('what the tenant made of the text is noticed after the save', async () => {
		const { version } = await openEditor();
		tenant.rewrite = text => `<!-- checked -->${text}`;
		const saved = await saveEditor(version, 'mine');
		await settled();
		assert.deepEqual(changes, ['changed']);
		const now = await document.stat(open);
		assert.ok(typeof saved === 'object' && now!.mtime > saved.mtime && now!.size !== saved.size);
		assert.equal(Buffer.from((await document.read()) ?? []).toString(), '<!-- checked -->mine');
	});

	test('saves that overlap are sent one after another, and the last text wins', async () => {
		await openEditor();
		await Promise.all(['one', 'two', 'three'].map(text => write(text, false)));
		assert.deepEqual(
			tenant.log.filter(line => line.startsWith('PUT')),
			['PUT one', 'PUT two', 'PUT three'],
		);
		assert.equal(tenant.text, 'three');
	});

	test('the state right after a save is that of the text which was sent, however fast the tenant is', async () => {
		const { version } = await openEditor();
		tenant.rewrite = () => 'rewritten';
		document.beginSave();
		await document.stat(open);
		await write('mine', true);
		await settled();
		assert.equal((await document.stat(open))?.size, 'mine'.length);
		assert.ok(version.size !== 'mine'.length);
	});

	for (const mine of ['mine ', 'original']) {
		test(`an editor that holds another text than was sent for it reads that again: "${mine}"`, async () => {
			await openEditor();
			document.beginSave();
			await document.stat(open);
			await document.write({
				bytes: Buffer.from(mine),
				shown: Buffer.from('min'),
				fromEditor: true,
				rules: lenient,
				keep,
			});
			const { size, mtime } = (await document.stat(open)) ?? assert.fail();
			assert.equal(size, 'min'.length);
			await settled();
			assert.deepEqual(changes, ['changed']);
			const after = (await document.stat(open)) ?? assert.fail();
			assert.ok(after.size !== size && after.mtime > mtime);
			assert.equal(Buffer.from((await document.read()) ?? []).toString(), mine);
			assert.equal(tenant.text, mine);
			assert.deepEqual(told, []);
		});
	}

	test('an answer that was asked for before a save is not taken for what the tenant has after it', async () => {
		const { version } = await openEditor();
		let release = () => {};
		const gate = new Promise<void>(resolve => (release = resolve));
		const saved = saveEditor(version, 'one');
		await document.stat(open);
		tenant.readGate = gate;
		await saved; // The GET after it is on its way with the text 'one'.
		tenant.readGate = Promise.resolve();
		await write('two', false);
		release();
		await settled();
		assert.equal(Buffer.from((await document.read()) ?? []).toString(), 'two');
	});

	test('while the tenant cannot be reached a known document still has its state, and the save fails', async () => {
		const { version } = await openEditor();
		tenant.read = () => Promise.reject(new Error('no network'));
		now += 60_000;
		document.expire();
		assert.deepEqual(await document.stat(open), version);
		await assert.rejects(write('mine', true), /no network/);
	});

	test('a document that the tenant lacks has no state, and a write creates it', async () => {
		tenant.text = undefined;
		assert.equal(await document.stat(closed), undefined);
		assert.equal(await document.read(), undefined);
		await write('', false);
		assert.equal(tenant.text, '');
		assert.equal((await document.stat(closed))?.size, 0);
	});

	test('what was changed once more since the conflict was shown is not overwritten by that choice', async () => {
		const { version } = await openEditor();
		tenant.text = 'theirs';
		assert.equal(await saveEditor(version, 'mine'), 'conflict shown');
		tenant.text = 'theirs again';
		await assert.rejects(saveEditor(version, 'mine', true), SaveConflictError);
		assert.equal(tenant.text, 'theirs again');
		assert.equal(await saveEditor(version, 'mine'), 'conflict shown');
		await saveEditor(version, 'mine', true);
		assert.equal(tenant.text, 'mine');
	});

	test('a person whose settings say so overwrites without being asked', async () => {
		await openEditor();
		tenant.text = 'theirs';
		document.beginSave();
		await document.stat(open);
		const bytes = Buffer.from('mine');
		await document.write({ bytes, fromEditor: true, overwritesUnseen: true, rules: lenient, keep });
		assert.equal(tenant.text, 'mine');
	});

	test('a save that VS Code does not announce compares with what the tenant has at that moment', async () => {
		await openEditor();
		tenant.text = 'theirs';
		await document.stat(open);
		await assert.rejects(write('mine', true), SaveConflictError);
		assert.equal(tenant.text, 'theirs');
	});

	test('that has gone has no state, tells of it once, and is not brought back by a save', async () => {
		const { version } = await openEditor();
		tenant.text = undefined;
		await document.refresh();
		await document.refresh();
		assert.deepEqual(changes, ['deleted']);
		assert.equal(await document.stat(open), undefined);
		assert.equal(await document.read(), undefined);
		await assert.rejects(saveEditor(version, 'mine'), (error: NotSentError) => error.reason === 'gone');
		assert.equal(tenant.text, undefined);
		tenant.text = 'original';
		await document.refresh();
		assert.deepEqual(changes, ['deleted', 'created']);
		await saveEditor(version, 'mine');
		assert.equal(tenant.text, 'mine', 'it is back as it was, so that nobody has changed anything');
	});

	test('that is not there costs a look no request, once that is known', async () => {
		await openEditor();
		tenant.text = undefined;
		await document.refresh();
		tenant.log.length = 0;
		await document.stat(open);
		await document.stat(open);
		assert.deepEqual(tenant.log, []);
	});

	for (const [change, lineEnd] of [
		['undone', '\n'],
		['given back', '\n'],
		['given back', '\r\n'],
	] as const) {
		test(`that was read anew is not replaced by what was ${change} (${JSON.stringify(lineEnd)})`, async () => {
			tenant.text = `original${lineEnd}`;
			await openEditor();
			document.opened('original\n', false);
			now += 60_000;
			tenant.text = `theirs${lineEnd}`;
			// VS Code asks for state and text at the same time; of an open document, the state comes from memory.
			const [before] = await Promise.all([document.stat(open), document.read()]);
			document.follow({ text: 'theirs\n', isUnsaved: false, change: 'made' });
			const after = (await document.stat(open)) ?? assert.fail('no document'); // It was told of the change.
			assert.notEqual(after.mtime, before?.mtime);
			document.follow({ text: 'original\n', isUnsaved: false, change });
			document.follow({ text: 'original\n', isUnsaved: true });
			assert.equal(document.isBehind, true);
			assert.equal(await saveEditor(after, 'original\n'), 'conflict shown');
		});
	}

	test('that was undone during a save, past what a colleague had saved, is not taken for made from what was sent', async () => {
		await openEditor();
		document.opened('original', false);
		tenant.text = 'theirs';
		await document.refresh();
		await openEditor();
		document.follow({ text: 'theirs', isUnsaved: false, change: 'made' });
		document.follow({ text: 'theirs, and mine', isUnsaved: false, change: 'made' });
		document.follow({ text: 'theirs, and mine', isUnsaved: true });
		document.beginSave();
		await document.stat(open);
		await write('theirs, and mine', true, () => {
			document.follow({ text: 'theirs', isUnsaved: true, change: 'undone' });
			document.follow({ text: 'original', isUnsaved: true, change: 'undone' });
			return Promise.resolve();
		});
		const after = (await document.stat(open)) ?? assert.fail('no document');
		assert.equal(document.isBehind, true);
		assert.equal(await saveEditor(after, 'original'), 'conflict shown');
		assert.equal(tenant.text, 'theirs, and mine');
	});

	suite('that no editor shows any more', () => {
		/** Milliseconds after which nobody opens it again from memory. */
		const aWhile = 10_000;

		test('keeps its text as long as that serves those who open it again, and all that is known of it for ever', async () => {
			const { version } = await openEditor();
			document.opened('original', false);
			document.closed();
			now += aWhile - 1;
			assert.equal(document.letGo(), undefined);
			now++;
			assert.equal(String(document.letGo()), 'original');
			assert.equal(document.bytes, undefined);
			assert.deepEqual(document.current, version);
			assert.equal(document.letGo(), undefined, 'once');
			assert.deepEqual(tenant.log, ['GET']);
			assert.deepEqual(await openEditor(), { version, text: 'original' });
			assert.deepEqual([tenant.log, changes], [['GET', 'GET'], []]);
		});

		test('tells of what a colleague has changed, also of equal length', async () => {
			const { version } = await openEditor();
			now += aWhile;
			document.letGo();
			tenant.text = 'changed!';
			const { mtime, size } = (await openEditor()).version;
			assert.ok(mtime > version.mtime && size !== version.size);
			assert.deepEqual(changes, ['changed']);
		});

		test('is not saved over what somebody has changed since it was compared', async () => {
			await openEditor();
			const { hash } = document.current ?? assert.fail('no document');
			now += aWhile;
			document.letGo();
			tenant.text = 'theirs';
			const request = { bytes: Buffer.from('mine'), fromEditor: false, rules: lenient, keep };
			await assert.rejects(document.write({ ...request, compared: { hash } }), SaveConflictError);
			assert.equal(tenant.text, 'theirs');
			tenant.text = 'original';
			await document.write({ ...request, compared: { hash } });
			assert.equal(tenant.text, 'mine');
		});

		test('knows what an unsaved text was made from, once an editor shows it again', async () => {
			await openEditor();
			now += aWhile;
			document.letGo();
			const { text } = await openEditor();
			document.opened(text, false);
			document.follow({ text: 'mine', isUnsaved: true, change: 'made' });
			document.follow({ text: 'mine', isUnsaved: true });
			tenant.text = 'theirs';
			await document.refresh();
			assert.equal(String(document.baseBytes), 'original');
			assert.equal(document.isBehind, true);
		});

		test('is looked at first, if nobody has asked for its state since a program has written it', async () => {
			await openEditor();
			tenant.rewrite = text => `${text}!`;
			await write('mine', false);
			now += aWhile;
			assert.equal(document.letGo(), undefined);
			await settled();
			assert.deepEqual([told, outcomes], [['rewritten mine → mine!'], ['accepted', 'rewritten']]);
			now += aWhile;
			assert.equal(String(document.letGo()), 'mine!');
		});

		/** Why the text is needed all the same. */
		const needs: Readonly<Record<string, () => Promise<void> | void>> = {
			'an editor shows it': () => document.opened('original', false),
			'an editor was closed with its window, and has unsaved text': () => {
				document.opened('original', false);
				document.follow({ text: 'mine', isUnsaved: true, change: 'made' });
				document.follow({ text: 'mine', isUnsaved: true });
				document.closed();
			},
			'the tenant is being asked': () => {
				tenant.readGate = new Promise(() => undefined);
				void document.refresh();
			},
			'a save is under way': () => {
				void write('mine', false, () => new Promise(() => undefined));
			},
			'a save without an answer may still arrive': async () => {
				tenant.write = () => {
					tenant.read = () => Promise.reject(new Error('no network'));
					return Promise.reject(new Error('the connection broke off'));
				};
				await assert.rejects(write('mine', false), UnansweredSaveError);
			},
		};
		for (const [why, begin] of Object.entries(needs)) {
			test(`keeps its text if ${why}`, async () => {
				await openEditor();
				await begin();
				now += aWhile;
				assert.equal(document.letGo(), undefined);
				assert.ok(document.bytes);
			});
		}
	});

	suite('whose save got no answer', () => {
		/** The text leaves, and neither its answer nor another one comes. */
		async function loseAnswer(text: string, arrives: boolean): Promise<void> {
			const read = tenant.read.bind(tenant);
			tenant.write = async bytes => {
				if (arrives) {
					tenant.text = Buffer.from(bytes).toString();
				}
				tenant.read = () => Promise.reject(new Error('no network'));
				await Promise.resolve();
				throw new Error('the connection broke off');
			};
			document.beginSave();
			await document.stat(open);
			await assert.rejects(write(text, true), UnansweredSaveError);
			tenant.read = read;
			tenant.write = (...args) => Tenant.prototype.write.apply(tenant, args);
		}

		test('learns at the next look that it arrived, and can be saved on without a conflict', async () => {
			const { version } = await openEditor();
			await loseAnswer('mine', true);
			assert.deepEqual(outcomes, ['unknown']);
			await saveEditor(version, 'mine, and more');
			assert.deepEqual(told, ['answered saved']);
			assert.deepEqual(outcomes, ['unknown', 'saved', 'accepted']);
			assert.equal(tenant.text, 'mine, and more');
		});

		test('is no change made elsewhere when it arrives', async () => {
			await openEditor();
			document.follow({ text: 'mine', isUnsaved: true, change: 'made' });
			await loseAnswer('mine', true);
			await document.refresh();
			assert.deepEqual(changes, ['arrived']);
			assert.equal(document.isBehind, false);
		});

		test('can be saved again before it is known that it did not arrive', async () => {
			const { version } = await openEditor();
			await loseAnswer('mine', false);
			await saveEditor(version, 'mine');
			assert.deepEqual(told, []);
			assert.equal(tenant.text, 'mine');
			await clock.runUntil(document.answered());
			assert.deepEqual(told, []);
		});

		test('is told as one that has replaced what was saved since, also if the tenant had that at the time', async () => {
			const { version } = await openEditor();
			await loseAnswer('mine', false);
			await saveEditor(version, 'original');
			tenant.text = 'mine'; // It arrives.
			await document.refresh();
			assert.deepEqual(told, ['answered late']);
			assert.deepEqual(alsoKept, ['original']);
		});

		test('learns in the end that it did not arrive', async () => {
			await openEditor();
			await loseAnswer('mine', false);
			await clock.runUntil(document.answered());
			assert.deepEqual(told, ['answered lost']);
			assert.deepEqual(outcomes, ['unknown', 'lost']);
		});

		test('is held back if the tenant has a third text by now', async () => {
			const { version } = await openEditor();
			await loseAnswer('mine', true);
			tenant.text = 'theirs';
			assert.equal(await saveEditor(version, 'mine'), 'conflict shown');
			assert.deepEqual(told, ['answered overtaken']);
			assert.equal(tenant.text, 'theirs');
		});

		test('in an earlier session learns it when it is asked about, and as soon as the tenant answers', async () => {
			const settled: SaveOutcome[] = [];
			const settle = (outcome: SaveOutcome) => Promise.resolve(void settled.push(outcome));
			const read = tenant.read.bind(tenant);
			tenant.read = () => Promise.reject(new Error('no network'));
			await assert.rejects(document.ask(interrupted(undefined, 'original', settle)), /no network/);
			assert.deepEqual(settled, []);
			tenant.read = read;
			await openEditor();
			assert.deepEqual(settled, ['saved']);
		});
	});

	suite('with a text that a window was sending when it went', () => {
		const hash = (text: string) => hashOf(Buffer.from(text));
		/** What VS Code was told of the text that the editor's was made from. */
		const baseline = { mtime: 1, size: 'original'.length };
		const minute = 60_000;

		/** Another session begins, in a window that has sent these texts. */
		function restart(...sent: string[]): void {
			const base = hash('original');
			const states = { sizes: new Map([[base, baseline.size]]), mtime: 1, base, sent: sent.map(hash) };
			document = documentOf(new Versions(states));
		}

		const orders = [
			['restore', 'look', 'ask'],
			['restore', 'ask', 'look'],
			['look', 'restore', 'ask'],
			['look', 'ask', 'restore'],
			['ask', 'restore', 'look'],
			['ask', 'look', 'restore'],
		] as const;

		const steps: Record<(typeof orders)[number][number], (text: string) => unknown> = {
			restore: text => {
				document.opened(text, false);
			},
			look: () => document.stat(open),
			ask: () => document.ask(interrupted('original', 'mine'), minute),
		};

		async function begin(order: (typeof orders)[number], restored: string): Promise<void> {
			for (const step of order) {
				await steps[step](restored);
			}
		}

		async function typeOn(text: string) {
			document.follow({ text, isUnsaved: true, change: 'made' });
			return saveEditor(baseline, text);
		}

		for (const order of orders) {
			for (const restored of ['mine', 'mine, and what was typed after that']) {
				test(`is saved on without a conflict if that arrived: ${order.join(', ')} ‹${restored}›`, async () => {
					tenant.text = 'mine';
					restart('mine');
					await begin(order, restored);
					await document.stat(open);
					assert.equal(document.isBehind, false);
					assert.notEqual(await typeOn(`${restored}, and more`), 'conflict shown');
					assert.equal(tenant.text, `${restored}, and more`);
				});
			}

			test(`is saved on without a conflict if that arrives late: ${order.join(', ')}`, async () => {
				restart('mine');
				await begin(order, 'mine');
				tenant.text = 'mine';
				await clock.runUntil(document.answered());
				await document.stat(open);
				assert.equal(document.isBehind, false);
				assert.notEqual(await typeOn('mine, and more'), 'conflict shown');
				assert.equal(tenant.text, 'mine, and more');
			});

			test(`is held back in another window: ${order.join(', ')}`, async () => {
				tenant.text = 'mine';
				restart();
				await begin(order, 'another');
				assert.equal(await typeOn('another, and more'), 'conflict shown');
				assert.equal(tenant.text, 'mine');
			});

			test(`is held back in another window if that arrives late: ${order.join(', ')}`, async () => {
				restart();
				await begin(order, 'another');
				tenant.text = 'mine';
				await clock.runUntil(document.answered());
				assert.equal(await typeOn('another, and more'), 'conflict shown');
				assert.equal(tenant.text, 'mine');
			});
		}

		test('is held back if a third text has replaced that', async () => {
			tenant.text = 'theirs';
			restart('mine');
			await begin(orders[0], 'mine');
			assert.equal(await typeOn('mine, and more'), 'conflict shown');
			assert.equal(tenant.text, 'theirs');
		});

		test('is held back if that arrives over a third text', async () => {
			tenant.text = 'theirs';
			restart('mine', 'mine, later');
			await begin(orders[0], 'mine');
			for (const text of ['mine', 'mine, later']) {
				tenant.text = text;
				await document.refresh();
				assert.equal(await typeOn('mine, and more'), 'conflict shown');
			}
		});

		test('is held back after what has arrived, if a colleague saves a text of its length or of that before', async () => {
			for (const theirs of ['thei', 'theirs 8']) {
				tenant.text = 'mine';
				restart('mine');
				await begin(orders[0], 'mine');
				tenant.text = theirs;
				await document.refresh();
				assert.equal(await typeOn('mine, and more'), 'conflict shown');
			}
		});

		test('may be one of two that arrive one after the other', async () => {
			restart('first', 'second');
			document.opened('second', false);
			for (const text of ['first', 'second']) {
				tenant.text = text;
				await document.refresh();
				await document.stat(open);
			}
			assert.notEqual(await typeOn('second, and more'), 'conflict shown');
		});

		test('is none any more once the unsaved text was discarded', async () => {
			restart('mine');
			document.opened('mine', false);
			const version = (await document.stat(open)) ?? assert.fail();
			document.follow({ text: 'original', isUnsaved: false, change: 'made' });
			tenant.text = 'mine';
			await document.refresh();
			document.follow({ text: 'original, and more', isUnsaved: true, change: 'made' });
			assert.equal(await saveEditor(version, 'original, and more'), 'conflict shown');
		});
	});

	for (const status of ['ERROR', 'SKIPPED'] as const) {
		test(`that was refused with ${status} is not taken for one's own if a colleague saves the same text`, async () => {
			const { version } = await openEditor();
			document.follow({ text: 'mine', isUnsaved: true, change: 'made' });
			tenant.answer = { status };
			await assert.rejects(saveEditor(version, 'mine'), SaveRefusedError);
			document.follow({ text: 'mine, and more', isUnsaved: true, change: 'made' });
			tenant.text = 'mine';
			tenant.answer = { status: 'UPDATED' };
			assert.equal(await saveEditor(version, 'mine, and more'), 'conflict shown');
		});
	}
});
