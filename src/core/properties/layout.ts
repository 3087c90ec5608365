import type { TextRange } from '../text/textEdit';
import { afterLineEnd, isLineEnd } from './characters';
import type { PropertiesDocument, PropertiesEntry } from './parse';

/** How the lines of a text end: as its first one does. */
export function lineEndOf(text: string): string {
	return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** An entry with the line end behind it, if there is one. */
export function wholeLines({ text }: PropertiesDocument, { start, end }: PropertiesEntry): TextRange {
	return { start, end: end < text.length ? afterLineEnd(text, end) : end };
}

/** Where the line end begins that stands before the start of a line. */
export function beforeLineEnd(text: string, lineStart: number): number {
	const last = lineStart - 1;
	if (last < 0 || !isLineEnd(text.charCodeAt(last))) {
		return lineStart;
	}
	return text.startsWith('\r\n', last - 1) ? last - 1 : last;
}

/** What an entry at the end of the text lacks so that it remains what it is when a line end and more follow. */
export function missingEnd({ text }: PropertiesDocument, entry: PropertiesEntry): string {
	if (entry.end < text.length) {
		return '';
	}
	let backslashes = 0;
	while (text[entry.end - 1 - backslashes] === '\\') {
		backslashes++;
	}
	// A carriage return that continues the line would be one line end together with a line feed behind it.
	const isMerged = text.endsWith('\r') && lineEndOf(text) === '\n';
	const lineEnd = backslashes % 2 === 1 || isMerged ? lineEndOf(text) : '';
	return isInvisible(text, entry) ? `${lineEnd}=` : lineEnd;
}

/** A key without a letter and without a separator: a last backslash is such an entry. */
function isInvisible(text: string, { keyStart, keyEnd, valueStart }: PropertiesEntry): boolean {
	return keyStart === keyEnd && !/[=:]/.test(text.slice(keyStart, valueStart));
}

/** What stands between a key and its value, without the line breaks there. */
export function separatorOf({ text }: PropertiesDocument, { keyEnd, valueStart }: PropertiesEntry): string {
	return text.slice(keyEnd, valueStart).replace(/\\(?:\r\n|\r|\n)[ \t\f]*/g, '');
}

/** Where the comments begin that stand directly above an entry; its own start if none does. */
export function startWithComments(document: PropertiesDocument, entry: PropertiesEntry): number {
	const { text, comments } = document;
	let start = entry.start;
	let low = 0;
	let high = comments.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((comments[middle]?.start ?? Infinity) < start) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	for (let index = low - 1; comments[index]?.end === beforeLineEnd(text, start); index--) {
		start = lineStart(text, comments[index]?.start ?? 0);
	}
	return start;
}

/** Where the line begins that an offset stands in. */
export function lineStart(text: string, offset: number): number {
	let at = offset;
	while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) {
		at--;
	}
	return at;
}
