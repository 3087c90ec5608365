import { hashOf } from './versions';

/** What an editor holds after something has happened to it. */
export interface HeldText {
	readonly text: string;
	/** The tenant may not have it. */
	readonly isUnsaved: boolean;
	/** How it came about; undefined if the text is the same. */
	readonly change?: TextChange | undefined;
}

/**
 * A text was typed or read; an undo or a redo has brought it back; or another edit has, as the translation table takes back what
 * was discarded.
 */
export type TextChange = 'made' | 'undone' | 'redone' | 'given back';

/** Stands for a version that nobody knows: every version differs from it. */
export const unknownVersion = '';

/** Stands for a text. */
interface Mark {
	readonly length: number;
	readonly hash: string;
}

/** An edit that has put a text in the place of one that was made from another version. */
interface Turn {
	readonly before: Mark;
	after: Mark;
}

/**
 * From which versions the texts of one editor were made. VS Code reads a newer version into an editor as an edit that can be
 * undone: the text that comes back was made from the version before, although the editor was filled with a newer one since.
 */
export class TextOrigins {
	private text: string | undefined;
	/** In the order of VS Code's undo stack. */
	private turns: Turn[] = [];
	/** The hashes of the versions from which the texts before, between and after the turns were made. */
	private origins: (string | undefined)[] = [undefined];
	/** How many of the turns are not undone. */
	private at = 0;
	/** The text with which all this begins, if the editor may have had others before. */
	private first: string | undefined;
	private last: TextChange = 'undone';

	/**
	 * An editor shows a text.
	 * @param origin the hash of the version that it was made from, if that is known
	 * @param hasPast nobody knows what can be undone there
	 */
	begin(text: string, origin: string | undefined, hasPast: boolean): void {
		this.end();
		this.text = text;
		this.origins = [origin];
		this.first = hasPast ? text : undefined;
	}

	/** The editor is closed. */
	end(): void {
		this.text = this.first = undefined;
		this.turns = [];
		this.origins = [undefined];
		this.at = 0;
		this.last = 'undone';
	}

	/** Whether an editor shows a text. */
	get isUnderWay(): boolean {
		return this.text !== undefined;
	}

	/** The text that an undo or a redo has brought back, if nothing was done since. */
	get broughtBack(): string | undefined {
		return this.last === 'undone' || this.last === 'redone' ? this.text : undefined;
	}

	/** The hash of the version from which the text was made, if that is known. */
	get origin(): string | undefined {
		return this.origins[this.at];
	}

	/**
	 * The editor holds a text.
	 * @param reported the hash of the version that VS Code knows of, if it knows any
	 */
	note({ text, isUnsaved, change }: HeldText, reported: string | undefined): void {
		const { text: before = text, first, last } = this;
		this.text = text;
		this.last = change ?? last;
		switch (change) {
			case 'undone':
			case 'redone':
				this.go(text, change);
				if (change === 'undone' && last === change && before === first && text !== first) {
					this.origins[this.at] = unknownVersion;
				}
				break;
			case 'made':
			case 'given back': {
				this.turns.length = this.at;
				this.origins.length = this.at + 1;
				const known = change === 'given back' ? this.latestOrigin(text) : undefined;
				if (known !== undefined || !isUnsaved) {
					this.moved(before, text, known ?? reported);
				}
				break;
			}
			case undefined:
				// Where an undo has brought back what is saved, a newer version may have been reported since.
				if (!isUnsaved && (last === 'made' || last === 'given back' || isOf(text, reported))) {
					this.origins[this.at] = reported;
				}
		}
	}

	private go(text: string, change: 'undone' | 'redone'): void {
		const turn = change === 'undone' ? this.turns[this.at - 1]?.before : this.turns[this.at]?.after;
		if (turn && isMarked(text, turn)) {
			this.at += change === 'undone' ? -1 : 1;
		}
	}

	/** An edit has put a text in the place of another one, which may have been made from another version. */
	moved(before: string, after: string, origin: string | undefined): void {
		const top = this.turns.at(-1);
		if (before !== after && this.origin !== origin) {
			this.turns.push({ before: markOf(before), after: markOf(after) });
			this.at++;
		} else if (top && isMarked(before, top.after)) {
			top.after = markOf(after); // VS Code reads the line ends and the text one after the other, and undoes both at once.
		}
		this.origins[this.at] = origin;
	}

	/** What was made from one version was saved as another one. */
	saved(from: string | undefined, as: string): void {
		this.origins = this.origins.map(origin => (origin === from ? as : origin));
	}

	private latestOrigin(text: string): string | undefined {
		for (let index = this.turns.length - 1; index >= 0; index--) {
			const { before, after } = this.turns[index] ?? {};
			if (after && isMarked(text, after)) {
				return this.origins[index + 1];
			}
			if (before && isMarked(text, before)) {
				return this.origins[index];
			}
		}
		return undefined;
	}
}

/** Ignores what an editor does not keep: mixed line ends and the byte order mark. */
export function isSameText(text: string, bytes: Uint8Array): boolean {
	const withoutEnds = (each: string) => each.replace(/\r\n?/g, '\n');
	return withoutEnds(text) === withoutEnds(new TextDecoder().decode(bytes));
}

/** Whether a version has this text. */
function isOf(text: string, hash: string | undefined): boolean {
	return hash === hashOf(Buffer.from(text));
}

function markOf(text: string): Mark {
	return { length: text.length, hash: hashOf(Buffer.from(text)) };
}

function isMarked(text: string, { length, hash }: Mark): boolean {
	return text.length === length && hashOf(Buffer.from(text)) === hash;
}
