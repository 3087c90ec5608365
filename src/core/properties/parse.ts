import type { TextRange } from '../text/textEdit';
import {
	afterContinuation,
	afterLineEnd,
	backslash,
	isCommentStart,
	isLineEnd,
	isSeparator,
	isSpace,
	spaceEnd,
} from './characters';
import { pieces } from './pieces';

/** What was read from the text of a Java properties file, https://docs.oracle.com/javase/8/docs/api/java/util/Properties.html#load-java.io.Reader- */
export interface PropertiesDocument {
	readonly text: string;
	/** In the order of the text; of two with one key, Java takes the last. */
	readonly entries: readonly PropertiesEntry[];
	readonly comments: readonly TextRange[];
	readonly problems: readonly PropertiesProblem[];
}

/** A logical line, from where its first line begins to before the end of its last one. */
export interface PropertiesEntry extends TextRange {
	/** Decoded. */
	readonly key: string;
	readonly keyStart: number;
	readonly keyEnd: number;
	/** Decoded. */
	readonly value: string;
	readonly valueStart: number;
	readonly valueEnd: number;
}

/** A `\u` and the digits behind it, fewer than four. Java refuses the whole file; here it stands for itself. */
export type PropertiesProblem = TextRange & { readonly code: 'unicode-escape-malformed' };

/** Reads what Java's `Properties.load` reads, and in its way; never throws, and takes time in proportion to the text. */
export function parseProperties(text: string): PropertiesDocument {
	return new Reading(text).document();
}

class Reading {
	private at = 0;
	private readonly entries: PropertiesEntry[] = [];
	private readonly comments: TextRange[] = [];
	private readonly problems: PropertiesProblem[] = [];

	constructor(private readonly text: string) {}

	document(): PropertiesDocument {
		for (let start = this.nextLine(); start !== undefined; start = this.nextLine()) {
			this.readEntry(start);
		}
		const { text, entries, comments, problems } = this;
		return { text, entries, comments, problems };
	}

	/** Passes blank lines and comments; where the next logical line begins, undefined at the end. */
	private nextLine(): number | undefined {
		const { text } = this;
		let start = this.at;
		for (;;) {
			this.at = spaceEnd(text, this.at);
			if (this.at >= text.length) {
				return undefined;
			}
			const code = text.charCodeAt(this.at);
			if (isLineEnd(code)) {
				start = this.at = afterLineEnd(text, this.at);
			} else if (isCommentStart(code)) {
				this.readComment();
			} else {
				const continued = code === backslash ? afterContinuation(text, this.at) : undefined;
				if (continued === undefined || this.at + 2 === text.length) {
					return start; // To Java, a backslash and one line end at the very end are a key.
				}
				this.at = continued; // As if nothing had been there: a comment may follow.
			}
		}
	}

	private readComment(): void {
		const start = this.at;
		while (this.at < this.text.length && !isLineEnd(this.text.charCodeAt(this.at))) {
			this.at++;
		}
		this.comments.push({ start, end: this.at });
	}

	private readEntry(start: number): void {
		const keyStart = this.at;
		const keyEnd = this.passKey();
		const valueStart = this.passSeparator();
		const end = this.passValue();
		this.entries.push({
			start,
			end,
			key: this.unescaped(keyStart, keyEnd),
			keyStart,
			keyEnd,
			value: this.unescaped(valueStart, end),
			valueStart,
			valueEnd: end,
		});
	}

	/** The end of the key, which lies before the place that it comes to if lines are continued there. */
	private passKey(): number {
		const { text } = this;
		let end = this.at;
		while (this.at < text.length) {
			const code = text.charCodeAt(this.at);
			if (isSpace(code) || isSeparator(code) || isLineEnd(code) || this.atLastBackslash(code)) {
				break;
			}
			const continued = code === backslash ? afterContinuation(text, this.at) : undefined;
			this.at = continued ?? this.at + (code === backslash ? 2 : 1);
			end = continued === undefined ? this.at : end;
		}
		return end;
	}

	private passSeparator(): number {
		const { text } = this;
		let hasSeparator = false;
		while (this.at < text.length) {
			const code = text.charCodeAt(this.at);
			const continued = code === backslash ? afterContinuation(text, this.at) : undefined;
			if (continued === undefined && !isSpace(code) && (hasSeparator || !isSeparator(code))) {
				break;
			}
			hasSeparator ||= isSeparator(code);
			this.at = continued ?? this.at + 1;
		}
		return this.at;
	}

	private passValue(): number {
		const { text } = this;
		while (this.at < text.length) {
			const code = text.charCodeAt(this.at);
			if (isLineEnd(code)) {
				break;
			}
			this.at =
				code === backslash
					? (afterContinuation(text, this.at) ?? Math.min(this.at + 2, text.length))
					: this.at + 1;
		}
		return this.at;
	}

	/** Java leaves out a backslash behind which the text ends. */
	private atLastBackslash(code: number): boolean {
		return code === backslash && this.at + 1 === this.text.length;
	}

	private unescaped(start: number, end: number): string {
		const raw = this.text.slice(start, end);
		if (!raw.includes('\\')) {
			return raw;
		}
		let decoded = '';
		for (const piece of pieces(this.text, start, end)) {
			decoded += piece.text;
			if (piece.kind === 'malformed') {
				this.problems.push({ code: 'unicode-escape-malformed', start: piece.start, end: piece.end });
			}
		}
		return decoded;
	}
}
