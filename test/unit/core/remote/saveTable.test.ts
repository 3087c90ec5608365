import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ConnectorsApi } from '../../../../src/core/api/connectorsApi';
import type { DocumentId } from '../../../../src/core/remote/documentPath';
import { RemoteDocument } from '../../../../src/core/remote/remoteDocument';
import { RemotePart } from '../../../../src/core/remote/remoteText';
import type { History } from '../../../../src/core/history/history';
import type { SaveRules } from '../../../../src/core/remote/save';
import { NotSentError } from '../../../../src/core/remote/saveErrors';
import { verdict } from '../../../../src/core/remote/saveWish';
import { sampleConnectors } from '../../../../src/sample/data/sampleConnectors';
import type { Fault, SampleTenant } from '../../../../src/sample/server/sampleTenant';
import type { AccessMode } from '../../../../src/core/api/tenant';
import { clientOf, useSampleTenant } from '../api/sample';
import { TestClock } from '../../testClock';
import { lenientRules, SavingEditor, type Ending } from './savingEditor';
import { historyIn } from '../history/historyIn';

const scriptName = 'jdbc-angularsc';
const id: DocumentId = { tenant: 'sample', scriptName, part: 'source-template' };
const application = (name: string) => `<Application name="${name}"/>\n`;
const original = application('original');
const mine = application('mine');

/** What the editor's text was made from. */
const baselines = [
	/** What the tenant had when the document was opened. */
	'opened',
	/** The person has seen a conflict, and chooses Overwrite. */
	'overwrite',
	/** VS Code could not be told what the tenant has, neither when the text came back after a restart nor before this save. */
	'unknown',
] as const;
type Baseline = (typeof baselines)[number];

/** What has happened in the tenant since. */
const remotes = {
	same: original,
	changed: application('a colleague'),
	'changed to equal length': application('lanigiro'),
	'changed to what is being saved': mine,
	gone: undefined,
	unreachable: original,
} as const;
type Remote = keyof typeof remotes;

const answer = (status: number, body = '{}', headers: Record<string, string> = {}): Fault => ({
	kind: 'answer',
	status,
	headers,
	body,
});
const detail = (status: string) => answer(200, JSON.stringify({ status, message: 'As it says.' }));

interface Put {
	readonly fault?: Fault;
	/** The tenant takes the text, while somebody waits for that or later. */
	readonly arrives: boolean | 'later';
	/** Milliseconds to wait for an answer. */
	readonly timeout?: number;
}

/** What becomes of the PUT, if one leaves. */
const puts: Readonly<Record<string, Put>> = {
	updated: { arrives: true },
	skipped: { fault: detail('SKIPPED'), arrives: false },
	error: { fault: detail('ERROR'), arrives: false },
	'a status that nobody knows': { fault: detail('PERHAPS'), arrives: false },
	400: { fault: answer(400), arrives: false },
	401: { fault: answer(401), arrives: false },
	403: { fault: answer(403), arrives: false },
	404: { fault: answer(404), arrives: false },
	413: { fault: answer(413), arrives: false },
	429: { fault: answer(429, '{}', { 'Retry-After': '3600' }), arrives: false },
	500: { fault: answer(500), arrives: false },
	502: { fault: answer(502, '<html></html>', { 'Content-Type': 'text/html' }), arrives: false },
	503: { fault: answer(503), arrives: false },
	504: { fault: answer(504), arrives: false },
	'a page in place of the answer': {
		fault: answer(200, '<html></html>', { 'Content-Type': 'text/html' }),
		arrives: false,
	},
	'reset before': { fault: { kind: 'reset-before' }, arrives: false },
	'reset after': { fault: { kind: 'reset-after' }, arrives: true },
	'cut off': { fault: { kind: 'cut' }, arrives: true },
	'late by 100 ms': { fault: { kind: 'late', milliseconds: 100, answer: 504 }, arrives: true },
	'late by 30 s': { fault: { kind: 'late', milliseconds: 30_000, answer: 504 }, arrives: 'later' },
	'reset, and late by 5 s': {
		fault: { kind: 'late', milliseconds: 5_000, answer: 'reset' },
		arrives: 'later',
	},
	stalled: { fault: { kind: 'stall' }, arrives: false, timeout: 150 },
};

/** What may be done with the tenant, and what the person answers if asked. */
const accesses = ['live: yes', 'live: no', 'ask: yes', 'ask: no', 'read-only'] as const;
type Access = (typeof accesses)[number];

/** Whose wish the save is, and whether the settings refuse it or the person is asked, whatever the access. */
const reasons = {
	person: { by: 'person', settings: {} },
	'auto-save': { by: 'auto-save', settings: {}, isRefused: true },
	agent: { by: 'agent', settings: {}, isAsked: true },
	program: { by: 'program', settings: {}, isAsked: true },
	'program that may': { by: 'program', settings: { byPrograms: 'send' } },
} as const;
type Reason = keyof typeof reasons;

const isProgram = (reason: Reason) => reasons[reason].by === 'program';
/** Who is not asked does not decline. */
const isPossible = (access: Access, reason: Reason) => access !== 'live: no' || 'isAsked' in reasons[reason];
const isRefused = (reason: Reason) => 'isRefused' in reasons[reason];

/** The program is not asked whether it has seen what it overwrites, and the person has said so. */
const mayOverwrite = (baseline: Baseline, reason: Reason) => baseline === 'overwrite' || isProgram(reason);

function isSent(baseline: Baseline, remote: Remote, access: Access, reason: Reason): boolean {
	const isAsked = access.startsWith('ask') || 'isAsked' in reasons[reason];
	const isAllowed = access !== 'read-only' && !isRefused(reason) && !(isAsked && access.endsWith('no'));
	// Of a document that was never seen, nobody can say that it is gone: a program may mean to create it.
	const isThere = remote === 'gone' ? isProgram(reason) && baseline === 'unknown' : remote !== 'unreachable';
	const hasChanged = remote === 'changed' || remote === 'changed to equal length';
	const isCompared = baseline !== 'unknown' && !hasChanged;
	const isNeeded = remote !== 'changed to what is being saved';
	return isAllowed && isThere && isNeeded && (isCompared || mayOverwrite(baseline, reason));
}

/** A text that the tenant has already counts as saved without being sent, even if it may not be sent. */
function isThereAlready(baseline: Baseline, remote: Remote, access: Access, reason: Reason): boolean {
	const looksFirst = baseline === 'opened' && !isProgram(reason); // VS Code itself sees that the texts are the same.
	const mayBeAsked = access !== 'read-only' && !isRefused(reason);
	return remote === 'changed to what is being saved' && (mayBeAsked || looksFirst);
}

suite('A save, over everything that can be in its way (long)', () => {
	const clock = new TestClock();
	const sample = useSampleTenant({ rateLimit: false, later: clock.later });
	let folder: string;
	let patient: ConnectorsApi;
	let impatient: ConnectorsApi;
	const options = {
		retry: { retries: 2, wait: () => Promise.resolve() },
		pace: { underWay: 8, requests: 1_000_000, milliseconds: 1 },
	};

	setup(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-save-'));
		patient = clientOf(sample(), options);
		impatient = clientOf(sample(), { ...options, timeout: () => 150 });
	});

	teardown(() => fs.rmSync(folder, { recursive: true, force: true }));

	for (const baseline of baselines) {
		for (const remote of Object.keys(remotes) as Remote[]) {
			for (const access of accesses) {
				for (const reason of (Object.keys(reasons) as Reason[]).filter(each => isPossible(access, each))) {
					test(`${baseline}, ${remote}, ${access}, ${reason}`, async () => {
						// What becomes of a PUT does not matter where none leaves: one that would succeed shows that.
						const sends = isSent(baseline, remote, access, reason);
						for (const [name, put] of Object.entries(sends ? puts : { updated: puts['updated']! })) {
							const cell = await saveOnce(baseline, remote, access, reason, put);
							assertCell(cell, { baseline, remote, access, reason, put, name });
						}
					});
				}
			}
		}
	}

	interface Cell {
		readonly ending: Ending;
		readonly sent: readonly string[];
		readonly isDirty: boolean;
		readonly editorText: string;
		/** What the tenant had when the save began, and has after it. */
		readonly before: string | undefined;
		readonly after: string | undefined;
		/** What the tenant has when nothing may arrive any more. */
		readonly inTheEnd: string | undefined;
		readonly kept: readonly string[];
		readonly unanswered: number;
	}

	async function saveOnce(
		baseline: Baseline,
		remote: Remote,
		access: Access,
		reason: Reason,
		{ fault, timeout }: Put,
	): Promise<Cell> {
		const tenant = sample();
		tenant.clearFaults();
		clock.clear();
		setText(tenant, original);
		const client = timeout === undefined ? patient : impatient;
		const history = historyIn(fs.mkdtempSync(path.join(folder, 'cell-')));
		const part = new RemotePart(() => Promise.resolve(client), scriptName, 'source-template');
		const nothing = () => undefined;
		const events = { changed: nothing, rewritten: nothing, answered: nothing, failed: nothing };
		const document = new RemoteDocument(part, events, undefined, clock.now, clock.wait);
		const editor = new SavingEditor(() => document, history, id);
		if (baseline !== 'unknown') {
			await editor.open();
		} else if (!isProgram(reason)) {
			befall(tenant, 'GET', { kind: 'reset-before' }, 3);
		}
		editor.type(mine);
		setText(tenant, remotes[remote]);
		if (baseline === 'overwrite') {
			await document.refresh().catch(() => undefined); // The conflict that the person has seen.
			await document.stat({ isOpen: true });
		}
		if (remote === 'unreachable') {
			befall(tenant, 'GET', { kind: 'reset-before' }, 99);
		}
		if (fault) {
			befall(tenant, 'PUT', fault, 9);
		}
		tenant.forgetRequests();
		const rules = rulesOf(access, reason);
		const ending = isProgram(reason)
			? await writeAsProgram(document, history, rules)
			: await editor.save({ rules, overwrite: baseline === 'overwrite' });
		tenant.clearFaults();
		const after = textOf(tenant);
		await clock.runUntil(document.answered());
		return {
			ending,
			sent: tenant.requests
				.filter(({ method }) => method === 'PUT')
				.map(({ body }) => (Buffer.from(body).includes(mine) ? mine : 'something else')),
			isDirty: editor.isDirty,
			editorText: editor.text,
			before: remotes[remote],
			after,
			inTheEnd: textOf(tenant),
			kept: await keptTexts(history),
			unanswered: (await historyIn(history.folderOf()).unanswered.takeOver()).saves.length,
		};
	}

	function rulesOf(access: Access, reason: Reason): SaveRules {
		const { by, settings } = reasons[reason];
		const [mode] = access.split(':') as [AccessMode];
		const found = verdict(by, mode, {
			automatic: false,
			byPrograms: 'ask',
			withoutFormatting: 'ask',
			...settings,
		});
		return {
			...lenientRules,
			refusal: () => (found === 'refuse' ? 'program' : undefined),
			approve: () =>
				found === 'ask' && access.endsWith('no')
					? Promise.reject(new NotSentError('declined'))
					: Promise.resolve(),
		};
	}

	async function writeAsProgram(
		document: RemoteDocument,
		history: History,
		rules: SaveRules,
	): Promise<Ending> {
		try {
			await document.write({
				bytes: Buffer.from(mine),
				fromEditor: false,
				rules,
				keep: (replaced, sent) => history.keep({ document: id, action: 'save', replaced, sent }),
			});
			await document.stat({ isOpen: false });
			return 'saved';
		} catch (error) {
			return error as Error;
		}
	}

	function assertCell(
		cell: Cell,
		row: {
			readonly baseline: Baseline;
			readonly remote: Remote;
			readonly access: Access;
			readonly reason: Reason;
			readonly put: Put;
			readonly name: string;
		},
	): void {
		const { baseline, remote, access, reason, put, name } = row;
		const told = `PUT ${name}: ${String(cell.ending)}`;
		const sends = isSent(baseline, remote, access, reason);
		const isSaved = sends
			? put.arrives === true && remote !== 'gone'
			: isThereAlready(baseline, remote, access, reason);
		const times = name === '401' ? 2 : 1; // A 401 renews the token and is sent again, once.
		assert.deepEqual(cell.sent, sends ? Array(times).fill(mine) : [], `${told}: what was sent`);
		assert.equal(cell.ending === 'saved', isSaved, `${told}: whether it counts as saved`);
		if (!isProgram(reason)) {
			assert.equal(cell.isDirty, !isSaved, `${told}: whether the editor stays dirty`);
			assert.equal(cell.editorText, mine, `${told}: the text in the editor`);
		}
		if (isSaved) {
			assert.equal(cell.after, mine, `${told}: a saved text is in the tenant`);
		}
		if (sends && put.arrives === 'later' && remote !== 'gone') {
			assert.equal(cell.inTheEnd, mine, `${told}: it has arrived in the end`);
		} else {
			assert.equal(cell.inTheEnd, cell.after, `${told}: nothing comes later`);
		}
		if (cell.before !== undefined) {
			const texts = [cell.after, ...cell.kept];
			assert.ok(texts.includes(cell.before), `${told}: the tenant's text is in the tenant or kept`);
		}
		assert.equal(cell.unanswered, 0, `${told}: no question stays open`);
	}
});

function befall(tenant: SampleTenant, method: string, fault: Fault, times: number): void {
	tenant.fault({ method }, fault, times);
}

const connector = sampleConnectors(0).find(each => each.scriptName === scriptName)!;

function setText(tenant: SampleTenant, text: string | undefined): void {
	if (textOf(tenant) !== undefined) {
		tenant.remove(scriptName);
	}
	if (text !== undefined) {
		tenant.add({ ...connector, sourceTemplate: Buffer.from(text) });
	}
}

function textOf(tenant: SampleTenant): string | undefined {
	try {
		return Buffer.from(tenant.connector(scriptName).sourceTemplate).toString();
	} catch {
		return undefined; // It is gone.
	}
}

/** As a person who opens the folder finds them. */
async function keptTexts(history: History): Promise<string[]> {
	const found = await history.list(id);
	const texts = await Promise.all(found.map(entry => history.read(entry, 'replaced')));
	return texts.filter(text => text !== undefined).map(text => Buffer.from(text).toString());
}
