import { hashOf } from './versions';

/**
 * The texts of one document that an agent has proposed, and what was made of them without a person: by a formatter, say, or by
 * the agent itself. What a person types is theirs, but an undo may bring back what was proposed.
 */
export class ProposedTexts {
	/** By their hashes. */
	private readonly texts: Set<string>;
	/** Those of which a person has looked at the changes. */
	private readonly seen = new Set<string>();
	/** What the editor holds. */
	private last: string | undefined;
	/** The same, if the last change has made it of one of `texts`. */
	private made: string | undefined;

	/** @param kept what `kept` was */
	constructor(kept: readonly string[] = []) {
		this.texts = new Set(kept);
	}

	/** What outlives a restart. */
	get kept(): readonly string[] {
		return [...this.texts];
	}

	propose(text: string): void {
		this.texts.add(markOf(text));
		this.seen.delete(markOf(text));
	}

	/** The editor holds a text. */
	note(text: string): void {
		const mark = markOf(text);
		if (mark === this.last) {
			return;
		}
		const isMade = this.last !== undefined && this.texts.has(this.last) && !this.texts.has(mark);
		this.made = isMade ? mark : undefined;
		this.last = mark;
		if (isMade) {
			this.texts.add(mark);
		}
	}

	/** What the editor holds is no agent's after all: a person has typed it, or it is what the tenant has. */
	disown(): void {
		if (this.made !== undefined) {
			this.texts.delete(this.made);
			this.made = undefined;
		}
	}

	/** The tenant has this text, by a person's word. */
	saved(text: string): void {
		this.texts.delete(markOf(text));
	}

	/** A person has looked at the changes of these texts. */
	looked(texts: Iterable<string>): void {
		for (const text of texts) {
			this.seen.add(markOf(text));
		}
	}

	has(texts: Iterable<string>): boolean {
		return [...texts].some(text => this.texts.has(markOf(text)));
	}

	/** Whether one of these texts was proposed, and no person has looked at its changes. */
	isUnseen(texts: Iterable<string>): boolean {
		return [...texts].map(markOf).some(mark => this.texts.has(mark) && !this.seen.has(mark));
	}
}

function markOf(text: string): string {
	return hashOf(Buffer.from(text));
}
