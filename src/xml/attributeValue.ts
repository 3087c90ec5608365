import { isNameCharacter, isSpace, nameEnd, spaceEnd } from './characters';
import type { Reading } from './reading';
import { readReferences } from './references';
import type { XmlValue } from './tree';

const unquoted = /[^\s<>]+/y;
const unquotedBeforeSlash = /[^\s<>]+(?=\/>)/y;
/** `foo bar"`, whose opening quote is missing. */
const unopened = /[^<>="'\r\n]*["'](?=[\s/>])/y;

/** How far to look for the end of a value with quotes in it, so that many of them take no more time than they are long. */
const farthestQuote = 300;

/** Reads what follows the `=` of an attribute; undefined if that is no value. */
export function readAttributeValue(reading: Reading, attribute: string): XmlValue | undefined {
	const { scanner } = reading;
	const quote = scanner.text[scanner.at];
	return quote === '"' || quote === "'"
		? readQuoted(reading, attribute, quote)
		: readUnquoted(reading, attribute);
}

function readQuoted(reading: Reading, attribute: string, quote: string): XmlValue {
	const { scanner, report } = reading;
	const { text } = scanner;
	const start = scanner.at;
	const innerStart = start + 1;
	const close = scanner.find(quote, innerStart);
	const less = scanner.find('<', innerStart);
	if (close === text.length || isOtherQuote(text, innerStart, close, less)) {
		const innerEnd =
			(less > close ? nextAttributeStart(text, innerStart, close) : undefined) ??
			guessedEnd(text, innerStart, less);
		report({ code: 'attribute-quote-missing', attribute, start, end: innerEnd });
		scanner.at = innerEnd;
		return { start, end: innerEnd, innerStart, innerEnd };
	}
	if (less < close) {
		report({ code: 'attribute-with-less-than', attribute, start: less, end: less + 1 });
	}
	const innerEnd = endBehindQuotes(text, close) ?? close;
	if (innerEnd > close) {
		report({ code: 'character-unexpected', character: quote, start: close, end: close + 1 });
	}
	readReferences(reading, innerStart, innerEnd, true);
	scanner.at = innerEnd + 1;
	return { start, end: scanner.at, innerStart, innerEnd };
}

/** Where a value ends in which quotes stand, such as `Say "hi"`, if the quote at `close` is the first of them. */
function endBehindQuotes(text: string, close: number): number | undefined {
	if (isBehindValue(text[close + 1]) || isAttributeAt(text, close + 1)) {
		return undefined;
	}
	for (let at = close + 1; at < close + farthestQuote; at++) {
		const character = text[at];
		if (character === undefined || character === '<' || character === '>') {
			return undefined;
		}
		if (character === text[close]) {
			const next = spaceEnd(text, at + 1);
			if (text[spaceBefore(text, at, close) - 1] === '=') {
				return undefined; // it opens a value
			}
			if (text[next] === '>' || text.startsWith('/>', next) || (next > at + 1 && isAttributeAt(text, next))) {
				return at;
			}
		}
	}
	return undefined;
}

const isBehindValue = (next = ' ') => /[\s/>?]/.test(next);

/** Whether the next quote opens another value, or belongs to text behind the tag. */
function isOtherQuote(text: string, innerStart: number, close: number, less: number): boolean {
	const isAtEnd = isBehindValue(text[close + 1]);
	if (isAtEnd && less > close) {
		return false;
	}
	if (nextAttributeStart(text, innerStart, close) !== undefined) {
		return true;
	}
	return !isAtEnd && !isAttributeAt(text, close + 1) && /[<>]/.test(text.slice(innerStart, close));
}

/** Where the white space before ` name=` begins, if that is what stands before the quote at `close`. */
function nextAttributeStart(text: string, innerStart: number, close: number): number | undefined {
	const equals = spaceBefore(text, close, innerStart) - 1;
	if (equals < innerStart || text[equals] !== '=') {
		return undefined;
	}
	const end = spaceBefore(text, equals, innerStart);
	let start = end;
	while (start > innerStart && isNameCharacter(text.charCodeAt(start - 1))) {
		start--;
	}
	const before = spaceBefore(text, start, innerStart);
	return before < start && nameEnd(text, start) === end && start < end ? before : undefined;
}

function spaceBefore(text: string, at: number, limit: number): number {
	while (at > limit && isSpace(text.charCodeAt(at - 1))) {
		at--;
	}
	return at;
}

/** Where a value without a closing quote was meant to end: before another attribute, the end of the tag or the line. */
function guessedEnd(text: string, start: number, limit: number): number {
	for (let at = start; at < limit; at++) {
		const character = text[at];
		if (character === '>') {
			return at > start && text[at - 1] === '/' ? at - 1 : at;
		}
		if (character === '\n' || character === '\r') {
			return at;
		}
		if (character === ' ' && text[at - 1] !== ' ' && isAttributeAt(text, spaceEnd(text, at))) {
			return at;
		}
	}
	return limit;
}

/** Whether a name, `=` and a quote stand there. */
export function isAttributeAt(text: string, at: number): boolean {
	const end = nameEnd(text, at);
	const equals = spaceEnd(text, end);
	return end > at && text[equals] === '=' && /["']/.test(text[spaceEnd(text, equals + 1)] ?? '');
}

function readUnquoted({ scanner, report }: Reading, attribute: string): XmlValue | undefined {
	const start = scanner.at;
	if (isAttributeAt(scanner.text, start)) {
		return undefined;
	}
	const value = scanner.match(unopened) ?? scanner.match(unquotedBeforeSlash) ?? scanner.match(unquoted);
	if (value === undefined || value === '/') {
		scanner.at = start;
		return undefined;
	}
	const end = scanner.at;
	report({ code: 'attribute-without-quotes', attribute, start, end });
	return { start, end, innerStart: start, innerEnd: end };
}
