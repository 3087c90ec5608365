import type { Wait } from '../api/lookAgain';
import type { KeptSave } from './save';
import { outcomeBy, type SaveOutcome } from './saveOutcome';
import type { Version } from './versions';

/** Milliseconds after a lost answer in which a text may still arrive. */
export const longestWay = 60_000;
/** Milliseconds before each further look for a save that got no answer. */
const looks = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** Milliseconds between two looks if the tenant still cannot be asked after those. */
const laterLooks = 120_000;

/** What became of a save whose answer got lost; `late`: it arrived, and has replaced a text that was saved after it. */
export type LateAnswer = 'saved' | 'late' | 'lost' | 'overtaken';

export interface LateSaveEvents {
	/** It turned out what became of a save whose answer got lost. */
	readonly answered: (answer: LateAnswer, save: KeptSave) => void;
	/** Something went wrong that nobody waits for. */
	readonly failed: (error: unknown) => void;
}

/** What the tenant had; bytes are let go only while no save of this session may arrive. */
interface Previous extends Version {
	readonly bytes: Uint8Array | undefined;
}

interface Expected {
	readonly save: KeptSave;
	/** When it has arrived or will not any more. */
	readonly until: number;
	/** What the tenant may have right before: the text that was to be replaced, and those that left before this one. */
	readonly earlier: ReadonlySet<string | undefined>;
	isSettled: boolean;
	/** Another one left after it, so that nobody waits for this one. */
	isQuiet: boolean;
	/** A later text has reached the tenant. */
	isSuperseded: boolean;
	/** The very same text left twice, so that nobody knows which one arrived. */
	isTwice: boolean;
}

/** The saves of one document that may still arrive, in the order in which they left; looks for them until none may. */
export class LateSaves {
	private expected: Expected[] = [];
	private writing: Promise<unknown> = Promise.resolve();
	/** How often was looked for the latest of them. */
	private looked = 0;
	private following: Promise<void> | undefined;

	/**
	 * @param look calls `saw`, unless the tenant cannot be asked
	 * @param wait nothing more is looked for once this rejects
	 */
	constructor(
		private readonly events: LateSaveEvents,
		private readonly look: () => Promise<unknown>,
		/** Milliseconds. */
		private readonly now: () => number,
		private readonly wait: Wait,
	) {}

	get isEmpty(): boolean {
		return this.expected.length === 0;
	}

	/** Settles when none may arrive any more, and what came of them is written down. */
	async answered(): Promise<void> {
		await this.following;
		await this.writing;
	}

	/** The same save, which is looked for if what comes of it may not be its end. */
	watch(save: KeptSave): KeptSave {
		return {
			...save,
			settle: async outcome => {
				await save.settle(outcome);
				if (outcome === 'unknown' || outcome === 'overtaken') {
					this.expect(save, longestWay, outcome !== 'unknown');
				}
			},
		};
	}

	/**
	 * @param milliseconds how long it may still be on its way
	 * @param isSettled what became of it is noted already, as far as it is known
	 */
	expect(save: KeptSave, milliseconds: number, isSettled: boolean): void {
		const earlier = new Set([save.replaced, ...this.expected.map(each => each.save.sent)]);
		for (const each of this.expected) {
			each.isQuiet = true;
			each.isTwice ||= each.save.sent === save.sent;
		}
		const isTwice = this.expected.some(each => each.save.sent === save.sent);
		const flags = { isSettled, isQuiet: false, isSuperseded: false, isTwice };
		this.expected.push({ save, until: this.now() + milliseconds, earlier, ...flags });
		this.looked = 0;
		this.following ??= this.follow().finally(() => (this.following = undefined));
	}

	private async follow(): Promise<void> {
		while (!this.isEmpty) {
			try {
				await this.wait(looks[this.looked++] ?? laterLooks);
			} catch {
				return;
			}
			await this.look().catch(() => undefined); // The next look may meet no fault.
		}
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

	/** Takes note of what the tenant has now, and had when it was asked before. */
	saw(present: string | undefined, previous: Previous | undefined, now: number): void {
		for (const [index, each] of this.expected.entries()) {
			const { save, earlier } = each;
			const outcome = outcomeBy(present, save.sent, earlier);
			if (outcome === 'saved') {
				this.expected.slice(0, index).forEach(before => (before.isSuperseded = true));
			}
			if (outcome === 'saved' && previous && isTooLate(each, previous)) {
				const { bytes } = previous;
				if (bytes) {
					this.write(() => save.keepReplaced(bytes));
				}
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
