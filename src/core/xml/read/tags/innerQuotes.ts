import { isAttributeAt, spaceBefore } from './attributeStart';
import { spaceEnd } from '../../characters';

/** How far to look for the end of a value with quotes in it, so that many of them take no more time than they are long. */
const farthestQuote = 300;
const farthestTag = 1000;

/** Whether what follows a quote may follow a value. */
export const isBehindValue = (next = ' ') =>
	next === ' ' || next === '>' || next === '/' || /[\s?]/.test(next);

/** Where a value ends in which quotes stand, such as `Say "hi"`, if the quote at `close` is the first of them. */
export function endBehindQuotes(text: string, innerStart: number, close: number): number | undefined {
	return isBehindValue(text[close + 1]) || isAttributeAt(text, close + 1)
		? undefined
		: (endInTag(text, close) ?? endBehindDoubledQuote(text, innerStart, text.charAt(close)));
}

function endInTag(text: string, close: number): number | undefined {
	for (let at = close + 1; at < close + farthestQuote; at++) {
		const character = text[at];
		if (character === undefined || character === '<' || character === '>') {
			return undefined;
		}
		if (character === text[close]) {
			if (text[spaceBefore(text, at, close) - 1] === '=') {
				return undefined; // it opens a value
			}
			if (isEndOfValue(text, at)) {
				return at;
			}
		}
	}
	return undefined;
}

/** Where a value ends that holds tags of HTML, whose quotes are not escaped; undefined if it is not in one line. */
export function endBehindTags(text: string, innerStart: number, quote: string): number | undefined {
	let isInTag = false;
	let quotes = 0;
	for (let at = innerStart; at < innerStart + farthestTag; at++) {
		const character = text[at];
		if (character === undefined || character === '\n' || character === '\r') {
			return undefined;
		}
		if (character === '<') {
			if (isInTag) {
				return undefined;
			}
			isInTag = /[a-z/]/i.test(text[at + 1] ?? '');
		} else if (character === '>' && quotes % 2 === 0) {
			isInTag = false;
		} else if (character === quote && isInTag) {
			quotes++;
		} else if (character === quote) {
			return quotes > 0 && isEndOfValue(text, at) ? at : undefined;
		}
	}
	return undefined;
}

/** Where a value ends whose last word is in quotes, such as `a = "b"`: two quotes stand at its end. */
export function endBehindDoubledQuote(text: string, innerStart: number, quote: string): number | undefined {
	let quotes = 0;
	for (let at = innerStart; at < innerStart + farthestQuote; at++) {
		const character = text[at];
		if (character === undefined || character === '\n' || character === '\r') {
			return undefined;
		}
		quotes += character === quote ? 1 : 0;
		if (character === quote && text[at + 1] === quote && quotes % 2 === 0) {
			const isEmpty = text[spaceBefore(text, at, innerStart) - 1] === '=';
			return !isEmpty && isEndOfValue(text, at + 1) ? at + 1 : undefined;
		}
	}
	return undefined;
}

/** Whether the tag or another attribute follows the quote at `at`. */
function isEndOfValue(text: string, at: number): boolean {
	const next = spaceEnd(text, at + 1);
	return text[next] === '>' || text.startsWith('/>', next) || (next > at + 1 && isAttributeAt(text, next));
}
