import { isNameCharacter, isSpace, nameEnd, spaceEnd } from './characters';
import type { Reading } from './reading';
import { readReferences } from './references';
import type { XmlValue } from './tree';

const unquoted = /[^\s<>]+/y;
const unquotedBeforeSlash = /[^\s<>]+(?=\/>)/y;
/** `foo bar"`, whose opening quote is missing. */
const unopened = /[^<>="'\r\n]*["'](?=[\s/>])/y;

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
	readReferences(reading, innerStart, close, true);
	scanner.at = close + 1;
	return { start, end: scanner.at, innerStart, innerEnd: close };
}

/** Whether the next quote opens another value, or belongs to text behind the tag. */
function isOtherQuote(text: string, innerStart: number, close: number, less: number): boolean {
	const next = text[close + 1] ?? ' ';
	const odd = !/[\s/>?]/.test(next);
	if (less > close) {
		return odd && nextAttributeStart(text, innerStart, close) !== undefined;
	}
	return odd || nextAttributeStart(text, innerStart, close) !== undefined;
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
function isAttributeAt(text: string, at: number): boolean {
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
