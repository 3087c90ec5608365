import { outcomeBy, type SaveOutcome } from './save';
import type { Version } from './versions';

/** Milliseconds after a lost answer in which a text may still arrive. */
export const longestWay = 60_000;

/** A text that left, and of which nobody knows whether it arrived. */
export interface OpenSave {
	/** The hashes of the text that left, and of the one that it was to replace. */
	readonly sent: string;
	readonly replaced: string | undefined;
	readonly settle: (outcome: SaveOutcome) => Promise<void>;
	/** Keeps another text that it has replaced, because it arrived after that. */
	readonly keepReplaced: (bytes: Uint8Array) => Promise<void>;
}

/** What became of a save whose answer got lost; `late`: it arrived, and has replaced a text that was saved after it. */
export type LateAnswer = 'saved' | 'late' | 'lost' | 'overtaken';

export interface LateSaveEvents {
	readonly answered: (answer: LateAnswer, save: OpenSave) => void;
	/** Something went wrong that nobody waits for. */
	readonly failed: (error: unknown) => void;
}

interface Expected {
	readonly save: OpenSave;
	/** When it has arrived or will not any more. */
	readonly until: number;
	/** What the tenant may have right before: the text that was to be replaced, and those that left before this one. */
	readonly earlier: ReadonlySet<string | undefined>;
	isSettled: boolean;
	/** Another one left after it, so that nobody waits for this one. */
	isQuiet: boolean;
	/** A later text has reached the tenant. */
	isSuperseded: boolean;
	/** The very same text left twice, so that nobody can tell which one arrived. */
	isTwice: boolean;
}

/** The saves of one document that may still arrive, in the order in which they left. */
export class LateSaves {
	private expected: Expected[] = [];
	private writing: Promise<unknown> = Promise.resolve();

	constructor(private readonly events: LateSaveEvents) {}

	get isEmpty(): boolean {
		return this.expected.length === 0;
	}

	/** Settles when what is known is written down. */
	async written(): Promise<void> {
		await this.writing;
	}

	/** @param isSettled what became of it has been told already, as far as it is known */
	add(save: OpenSave, until: number, isSettled: boolean): void {
		const earlier = new Set([save.replaced, ...this.expected.map(each => each.save.sent)]);
		for (const each of this.expected) {
			each.isQuiet = true;
			each.isTwice ||= each.save.sent === save.sent;
		}
		const isTwice = this.expected.some(each => each.save.sent === save.sent);
		const flags = { isSettled, isQuiet: false, isSuperseded: false, isTwice };
		this.expected.push({ save, until, earlier, ...flags });
	}

	/** The tenant has taken a later text of this session. */
	supersede(sent: string): void {
		for (const each of this.expected) {
			each.isSuperseded = true;
			each.isTwice ||= each.save.sent === sent;
			if (!each.isSettled) {
				this.settle(each, each.save.sent === sent ? 'saved' : 'overtaken');
			}
		}
	}

	/** The save that has made what the tenant has, where nothing else came before it. */
	arriving(present: string | undefined, previous: Version | undefined): OpenSave | undefined {
		return this.expected.find(each => each.save.sent === present && !isTooLate(each, previous))?.save;
	}

	/** Takes note of what the tenant has, and had when it was last looked. */
	saw(present: string | undefined, previous: Version | undefined, now: number): void {
		for (const [index, each] of this.expected.entries()) {
			const { save, earlier } = each;
			const outcome = outcomeBy(present, save.sent, earlier);
			if (outcome === 'saved') {
				this.expected.slice(0, index).forEach(before => (before.isSuperseded = true));
			}
			if (outcome === 'saved' && previous && isTooLate(each, previous)) {
				this.write(() => save.keepReplaced(previous.bytes));
				this.settle(each, 'saved');
				this.events.answered('late', save);
			} else if (!each.isSettled && (outcome !== 'lost' || now >= each.until)) {
				this.settle(each, outcome);
				if (!each.isQuiet) {
					this.events.answered(outcome, save);
				}
			}
		}
		this.expected = this.expected.filter(
			({ save, until, isTwice }) => now < until && (save.sent !== present || isTwice),
		);
	}

	private settle(each: Expected, outcome: SaveOutcome): void {
		each.isSettled = true;
		this.write(() => each.save.settle(outcome));
	}

	private write(work: () => Promise<void>): void {
		this.writing = this.writing.then(work).catch(this.events.failed);
	}
}

/** Whether a text that has just arrived came after another one than it was to replace. */
function isTooLate({ save, earlier, isSuperseded }: Expected, previous: Version | undefined): boolean {
	return (
		previous !== undefined && previous.hash !== save.sent && (isSuperseded || !earlier.has(previous.hash))
	);
}
