import { nameCharactersEnd, nameEnd, spaceEnd } from '../characters';
import { Names } from './names';

/** A place in a text that moves forward only, so that every search together costs what the text is long. */
export class Scanner {
	at = 0;
	readonly names = new Names();
	private readonly found = new Map<string, { from: number; index: number }>();

	constructor(readonly text: string) {}

	get atEnd(): boolean {
		return this.at >= this.text.length;
	}

	/** The UTF-16 unit here; not a number at the end. */
	get code(): number {
		return this.text.charCodeAt(this.at);
	}

	looksAt(literal: string): boolean {
		return this.code === literal.charCodeAt(0) && this.text.startsWith(literal, this.at);
	}

	skip(literal: string): boolean {
		const found = this.looksAt(literal);
		if (found) {
			this.at += literal.length;
		}
		return found;
	}

	/** Skips white space; false if there is none. */
	space(): boolean {
		const start = this.at;
		this.at = spaceEnd(this.text, start);
		return this.at > start;
	}

	/** Skips a name; empty if there is none. */
	name(): string {
		const start = this.at;
		this.at = nameEnd(this.text, start);
		return this.names.get(this.text.slice(start, this.at));
	}

	/** Skips what consists of name characters, even if a name may not begin so. */
	nameToken(): string {
		const start = this.at;
		this.at = nameCharactersEnd(this.text, start);
		return this.names.get(this.text.slice(start, this.at));
	}

	/** Skips what a regular expression with the flag `y` finds here. */
	match(pattern: RegExp): string | undefined {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text)?.[0];
		this.at += found?.length ?? 0;
		return found;
	}

	/** Skips what a regular expression with the flag `y` finds here; false if that is nothing. */
	pass(pattern: RegExp): boolean {
		pattern.lastIndex = this.at;
		const found = pattern.test(this.text);
		this.at = found ? pattern.lastIndex : this.at;
		return found;
	}

	/**
	 * The next place of `literal` at or after `from`; the length of the text if there is none. Searches that run ahead of
	 * the others have a `series` of their own.
	 */
	find(literal: string, from = this.at, series = ''): number {
		const key = series === '' ? literal : literal + series;
		const known = this.found.get(key);
		if (known && known.from <= from && from <= known.index) {
			return known.index;
		}
		const place = this.text.indexOf(literal, from);
		const index = place === -1 ? this.text.length : place;
		if (known) {
			known.from = from;
			known.index = index;
		} else {
			this.found.set(key, { from, index });
		}
		return index;
	}
}
