import { isAttributeAt, nextAttributeStart } from './attributeStart';
import { spaceEnd } from '../../characters';
import { endBehindDoubledQuote, endBehindQuotes, endBehindTags, isBehindValue } from './innerQuotes';
import type { Reading } from '../reading';
import { readReferences } from '../entityReferences';
import type { XmlValue } from '../../tree';

const unquoted = /[^\s<>]+/y;
const unquotedBeforeSlash = /[^\s<>]+(?=\/>)/y;
/** `foo bar"`, whose opening quote is missing. */
const unopened = /[^<>="'\r\n]*["'](?=[\s/>])/y;

/** `“foo bar”`, as word processors write it. */
const typographic = /[“”„‟‘’‚][^<>="\r\n]*[“”‟‘’](?=[\s/>])/y;

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
	const isOther = close === text.length || isOtherQuote(text, innerStart, close, less);
	const behindQuotes = isOther
		? (endBehindTags(text, innerStart, quote) ?? endBehindDoubledQuote(text, innerStart, quote))
		: endBehindQuotes(text, innerStart, close);
	if (isOther && behindQuotes === undefined) {
		const innerEnd =
			(less > close ? nextAttributeStart(text, innerStart, close) : undefined) ??
			guessedEnd(text, innerStart, less);
		report({ code: 'attribute-quote-missing', attribute, start, end: innerEnd });
		scanner.at = innerEnd;
		return { start, end: innerEnd, innerStart, innerEnd };
	}
	const innerEnd = behindQuotes ?? close;
	if (less < close) {
		report({ code: 'attribute-with-less-than', attribute, start: less, end: less + 1 });
	} else if (innerEnd > close) {
		report({ code: 'character-unexpected', character: quote, start: close, end: close + 1 });
	}
	readReferences(reading, innerStart, innerEnd, true);
	scanner.at = innerEnd + 1;
	return { start, end: scanner.at, innerStart, innerEnd };
}

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

function readUnquoted({ scanner, report }: Reading, attribute: string): XmlValue | undefined {
	const start = scanner.at;
	if (isAttributeAt(scanner.text, start)) {
		return undefined;
	}
	const value =
		scanner.match(unopened) ??
		scanner.match(typographic) ??
		scanner.match(unquotedBeforeSlash) ??
		scanner.match(unquoted);
	if (value === undefined || value === '/') {
		scanner.at = start;
		return undefined;
	}
	const end = scanner.at;
	report({ code: 'attribute-without-quotes', attribute, start, end });
	return { start, end, innerStart: start, innerEnd: end };
}
