import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ConnectorsApi } from '../../../../src/core/api/connectorsApi';
import type { DocumentId } from '../../../../src/core/remote/documentPath';
import { RemoteDocument } from '../../../../src/core/remote/remoteDocument';
import { RemotePart } from '../../../../src/core/remote/remoteText';
import type { History } from '../../../../src/core/history/history';
import { SaveConflictError } from '../../../../src/core/remote/saveErrors';
import { Versions, type ReportedStates } from '../../../../src/core/remote/versions';
import { startSampleTenant, type Fault, type SampleTenant } from '../../../../src/sample/server/sampleTenant';
import { below, oneOf, seeded, seededTest, type Random } from '../../../seeds';
import { clientOf } from '../api/sample';
import { TestClock } from '../../testClock';
import { lenientRules, SavingEditor, type Ending } from './savingEditor';
import { historyIn } from '../history/historyIn';

const scriptName = 'jdbc-angularsc';
const id: DocumentId = { tenant: 'sample', scriptName, part: 'source-template' };
const steps = 1000;

/** One VS Code window with one editor; what it remembers over a reload is VS Code's backup and its sizes. */
class Window {
	private readonly reported: ReportedStates = { sizes: new Map(), mtime: 0 };
	/** The tenant turned out to have another text, of which a clean editor is yet to be told. */
	private hasNews = false;
	private document: RemoteDocument;
	readonly editor: SavingEditor;
	lastEnding: Ending | undefined;
	/** How often it was loaded: then it no longer knows of its saves that may still arrive. */
	reloads = 0;
	/** The tenant's texts that the person at this window knows of: read, written, or shown as a conflict. */
	readonly seen = new Set<string>();
	/** What was sent from this window's editor. */
	readonly sent = new Set<string>();

	constructor(
		readonly name: string,
		private readonly client: ConnectorsApi,
		readonly history: History,
		private readonly clock: TestClock,
	) {
		this.document = this.createDocument();
		this.editor = new SavingEditor(() => this.document, history, id);
	}

	private createDocument(): RemoteDocument {
		const part = new RemotePart(() => Promise.resolve(this.client), scriptName, 'source-template');
		const events = {
			changed: () => (this.hasNews = true),
			rewritten: () => undefined,
			answered: () => undefined,
			failed: (error: unknown) => assert.fail(String(error)),
		};
		// It looks again only when a person does something, so that the same steps come to the same end.
		const wait = (milliseconds: number) =>
			milliseconds < 1000 ? this.clock.wait(milliseconds) : new Promise<void>(() => undefined);
		return new RemoteDocument(part, events, new Versions(this.reported), this.clock.now, wait);
	}

	/** What VS Code does by itself between two things that a person does. */
	async settle(): Promise<void> {
		await this.document.verify();
		if (this.hasNews && !this.editor.isDirty) {
			this.hasNews = false;
			await this.editor.open().catch(() => undefined);
		}
	}

	async reload(): Promise<void> {
		this.reloads++;
		this.document = this.createDocument();
		this.editor.reload();
		this.lastEnding = undefined; // The message that offers to overwrite is gone.
		if (!this.editor.isDirty) {
			await this.editor.open().catch(() => undefined);
		}
	}

	async refresh(): Promise<void> {
		await this.document.refresh().catch(() => undefined);
	}

	async writeAsProgram(text: string): Promise<void> {
		await this.document
			.write({
				bytes: Buffer.from(text),
				fromEditor: false,
				rules: lenientRules,
				keep: (replaced, sent) => this.history.keep({ document: id, action: 'restore', replaced, sent }),
			})
			.catch(() => undefined);
		await this.document.stat({ isOpen: true }).catch(() => undefined);
	}
}

interface PlannedFault {
	readonly method: string;
	readonly fault: Fault;
	readonly times: number;
	/** The tenant says that it took the text, and then has another one. */
	readonly deceives?: boolean;
}

const rewriting: PlannedFault = {
	method: 'PUT',
	fault: { kind: 'rewrite', change: text => text.replace('/>', ' checked=""/>') },
	times: 3,
	deceives: true,
};

const faults: readonly PlannedFault[] = [
	rewriting,
	...(['reset-before', 'reset-after', 'cut'] as const).map(kind => ({
		method: 'PUT',
		fault: { kind },
		times: 1,
	})),
	...[400, 403, 500, 503].map(status => ({
		method: 'PUT',
		fault: { kind: 'answer', status, body: '{}' } satisfies Fault,
		times: 1,
	})),
	...['ERROR', 'SKIPPED', 'UNCHANGED'].map(status => ({
		method: 'PUT',
		fault: { kind: 'answer', status: 200, body: JSON.stringify({ status }) } satisfies Fault,
		times: 1,
		deceives: status === 'UNCHANGED',
	})),
	...[100, 2_000, 30_000].flatMap(milliseconds =>
		([504, 'reset'] as const).map(answer => ({
			method: 'PUT',
			fault: { kind: 'late', milliseconds, answer } satisfies Fault,
			times: 1,
		})),
	),
	{ method: 'GET', fault: { kind: 'reset-before' }, times: 3 },
	{ method: 'GET', fault: { kind: 'reset-before' }, times: 6 },
];

/** A text that a tenant gets later than it should. */
interface LateText {
	/** The window in which something is done. */
	acting: string;
	/** Called when the text of a window arrives. */
	arrives: (work: () => void, from: string) => void;
}

suite('Two windows and a colleague at one document', () => {
	seededTest(
		`lose no text that nobody chose to lose, in ${steps} random steps`,
		1,
		async seeds => {
			for (const seed of seeds) {
				const clock = new TestClock();
				const late: LateText = { acting: '', arrives: work => work() };
				const sample = await startSampleTenant({
					rateLimit: false,
					later: (work, milliseconds) => {
						const from = late.acting;
						clock.later(() => late.arrives(work, from), milliseconds);
					},
				});
				const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-random-'));
				try {
					await takeSteps(seeded(seed), sample, clock, folder, late);
				} finally {
					await sample.stop();
					fs.rmSync(folder, { recursive: true, force: true });
				}
			}
		},
		Date.now() % 1_000_000,
	);
});

async function takeSteps(
	random: Random,
	sample: SampleTenant,
	clock: TestClock,
	folder: string,
	late: LateText,
): Promise<void> {
	const history: string[] = [];
	const count = (what: string) => history.filter(line => line.includes(what)).length;
	const pick = <T>(all: readonly T[]): T => oneOf(random, all);
	let texts = 0;
	const nextText = () => `<Application name="${'x'.repeat(below(random, 3))}${++texts}"/>\n`;
	const tenantText = () => Buffer.from(sample.connector(scriptName).sourceTemplate).toString();
	const earlier = new Set([tenantText()]);
	/** Texts that a window's own write replaced, or that it sent without the tenant having them then. */
	const owed = { replaced: new Set<string>(), sent: new Set<string>(), either: new Set<string>() };
	/** What a window has saved since it was loaded. */
	const saved = new Map<string, string>();
	const ownerOf = ({ name, reloads }: Window) => `${name} ${reloads}`;
	late.arrives = (work, from) => {
		const replaced = tenantText();
		work();
		if (saved.get(replaced) === from && tenantText() !== replaced) {
			owed.either.add(replaced);
		}
	};

	// What a write replaces is known right before the tenant handles it, whatever becomes of its answer.
	const put: { replaces?: string | undefined } = {};
	const replacedByPut = () => put.replaces;
	/** The tenant says that it took a text, and then has another one. */
	let isDeceiving = false;
	sample.onRequest = ({ method }) => {
		if (method === 'PUT') {
			put.replaces = tenantText();
		}
	};
	const windows = ['one', 'other'].map(name => {
		const client = clientOf(sample, {
			retry: { retries: 2, wait: () => Promise.resolve() },
			pace: { underWay: 8, requests: 1_000_000, milliseconds: 1 },
		});
		const history = historyIn(folder, { retention: () => ({ count: 1_000_000, age: 90 }), by: name });
		return new Window(name, client, history, clock);
	});
	const [first] = windows as [Window, Window];
	for (const window of windows) {
		await window.editor.open();
		window.seen.add(window.editor.text);
	}

	const endFaults = () => {
		isDeceiving = false;
		sample.clearFaults();
	};
	const useFault = ({ method, fault, times, deceives = false }: PlannedFault) => {
		endFaults();
		isDeceiving = deceives;
		sample.fault({ method }, fault, times);
	};
	const actions: Readonly<Record<string, (window: Window) => Promise<void> | void>> = {
		edit: ({ editor }) => editor.type(nextText()),
		undo: ({ editor }) => editor.undo(-1),
		'undo again': ({ editor }) => editor.undo(-1),
		redo: ({ editor }) => editor.undo(1),
		'take back in the table': ({ editor }) => editor.takeBack(),
		'edit, and save': async window => {
			window.lastEnding = await window.editor.save();
		},
		'edit, and save at once': async window => {
			window.lastEnding = await window.editor.save();
		},
		save: async window => {
			window.lastEnding = window.editor.isDirty ? await window.editor.save() : 'saved';
		},
		'save again': async window => {
			window.lastEnding = window.editor.isDirty ? await window.editor.save() : 'saved';
		},
		overwrite: async window => {
			if (window.editor.isDirty && window.lastEnding === 'conflict shown') {
				window.lastEnding = await window.editor.save({ overwrite: true });
			}
		},
		revert: async ({ editor }) => {
			await editor.open().catch(() => undefined);
		},
		reload: window => window.reload(),
		'come back': window => window.refresh(),
		wait: () => {
			clock.pass(pick([1_000, 5_000, 60_000]));
		},
		'colleague saves': () => {
			const text = nextText();
			sample.change(scriptName, connector => (connector.sourceTemplate = Buffer.from(text)));
		},
		'earlier text comes back': () => {
			const text = pick([...earlier]);
			sample.change(scriptName, connector => (connector.sourceTemplate = Buffer.from(text)));
		},
		'colleague saves the same': ({ editor }) => {
			sample.change(scriptName, connector => (connector.sourceTemplate = Buffer.from(editor.text)));
		},
		'program writes': window => window.writeAsProgram(nextText()),
		'version restored': async window => {
			const entries = await window.history.list(id);
			const text = entries[0] && (await window.history.read(pick(entries.slice(0, 5)), 'replaced'));
			if (text) {
				await window.writeAsProgram(Buffer.from(text).toString());
			}
		},
		'two texts, of which the first one is late': async window => {
			useFault({
				method: 'PUT',
				fault: { kind: 'late', milliseconds: 3_000, answer: 504 },
				times: 1,
			});
			for (const text of [nextText(), nextText()]) {
				window.editor.type(text);
				window.lastEnding = await window.editor.save();
				window.seen.add(text);
				window.sent.add(text);
				if (window.lastEnding === 'saved' && tenantText() === text) {
					saved.set(text, ownerOf(window));
				}
				endFaults();
			}
			clock.pass(3_000);
			await window.refresh();
		},
		'edit, and save what is rewritten': async window => {
			useFault(rewriting);
			window.lastEnding = await window.editor.save();
		},
		fault: () => useFault(pick(faults)),
		'fault ends': endFaults,
	};

	for (let step = 0; step < steps; step++) {
		const window = pick(windows);
		const action = pick(Object.keys(actions));
		if (action.startsWith('edit, and save')) {
			window.editor.type(nextText());
		}
		const typed = window.editor.isDirty ? window.editor.text : undefined;
		const { origin } = window.editor;
		const mayDrop = /^(revert|edit|undo.*|redo|take back.*|two texts.*)$/.test(action);
		const isSave = /save( |$)|overwrite/.test(action);
		put.replaces = undefined;
		late.acting = ownerOf(window);
		await actions[action]!(window);
		history.push(`${window.name}: ${action}${isSave ? ` → ${String(window.lastEnding)}` : ''}`);
		const where = `step ${step}\n${history.slice(-24).join('\n')}`;

		const after = tenantText();
		earlier.add(after);
		const replacing = replacedByPut();
		if (replacing !== undefined && replacing !== after) {
			if (isSave) {
				assert.ok(
					window.seen.has(replacing),
					`nobody overwrites what they have not seen: ${replacing} ${where}`,
				);
			}
			if (isSave && action !== 'overwrite') {
				assert.ok(
					replacing === origin || window.sent.has(replacing),
					`nobody replaces what their text does not stem from: ${replacing}, but ${origin} ${where}`,
				);
			}
			owed.replaced.add(replacing);
			await assertKept(first.history, 'replaced', replacing, where);
		}
		if (typed !== undefined && !mayDrop) {
			assert.equal(window.editor.text, typed, `the text in the editor is what was typed: ${where}`);
			if (!window.editor.isDirty && after !== typed) {
				assert.ok(isDeceiving, `a text that counts as saved is in the tenant: ${where}`);
				owed.sent.add(typed);
				await assertKept(first.history, 'sent', typed, where);
			}
		}
		if (typed !== undefined) {
			window.seen.add(typed);
		}
		if (isSave && typed !== undefined) {
			window.sent.add(typed);
		}
		if (isSave && window.lastEnding === 'saved' && typed === after) {
			saved.set(typed, ownerOf(window));
		}
		if (window.lastEnding === 'conflict shown') {
			window.seen.add(after);
		}
		await window.settle();
		if (!window.editor.isDirty) {
			window.seen.add(window.editor.text);
		}
		if (typed !== undefined && !mayDrop && window.editor.isDirty) {
			assert.equal(window.editor.text, typed, `the text stays in the dirty editor: ${where}`);
		}
	}

	sample.clearFaults();
	const [replaced, sent] = await Promise.all(
		(['replaced', 'sent'] as const).map(side => keptTexts(first.history, side)),
	);
	const kept = { replaced, sent, either: new Set([...replaced!, ...sent!]) };
	for (const [side, wanted] of Object.entries(owed) as [keyof typeof owed, Set<string>][]) {
		for (const text of wanted) {
			assert.ok(kept[side]!.has(text), `${text} is kept (${side})`);
		}
	}
	const seen = {
		replaced: owed.replaced.size,
		rewritten: owed.sent.size,
		late: owed.either.size,
		overwritten: count('overwrite → saved'),
		conflicts: count('conflict shown'),
		overtaken: count(SaveConflictError.name),
	};
	for (const [what, times] of Object.entries(seen)) {
		assert.ok(times > 0, `the steps meet everything: ${what} ${JSON.stringify(seen)}`);
	}
}

async function assertKept(
	history: History,
	side: 'replaced' | 'sent',
	text: string,
	where: string,
): Promise<void> {
	// The latest few: all of them are looked at in the end.
	const found = (await history.list(id)).slice(0, 5);
	const texts = await Promise.all(found.map(entry => history.read(entry, side)));
	assert.ok(
		texts.some(kept => kept && Buffer.from(kept).toString() === text),
		`what was ${side} is kept: ${text} ${where}`,
	);
}

async function keptTexts(history: History, side: 'replaced' | 'sent'): Promise<Set<string>> {
	const found = await history.list(id);
	const texts = await Promise.all(found.map(entry => history.read(entry, side)));
	return new Set(texts.filter(text => text !== undefined).map(text => Buffer.from(text).toString()));
}
