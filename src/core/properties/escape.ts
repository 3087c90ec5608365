import type { TextEdit, TextRange } from '../text/textEdit';
import type { PropertiesDocument, PropertiesEntry } from './parse';
import { pieces, type Piece } from './pieces';

/** How text is written that has more than ASCII in it. */
export interface Spelling {
	/** With `\uXXXX` for all that is not ASCII. */
	readonly ascii: boolean;
	/** With small letters among the digits, as `native2ascii` writes them. */
	readonly smallDigits: boolean;
}

export const plainSpelling: Spelling = { ascii: false, smallDigits: false };

/** A key as properties have it. */
export function escapeKey(key: string, spelling: Spelling): string {
	const escaped = escapePart(key, spelling).replace(/[ =:]/g, '\\$&');
	return /^[#!]/.test(escaped) ? `\\${escaped}` : escaped;
}

/** A value as properties have it behind a `=` or a `:`. */
export function escapeValue(value: string, spelling: Spelling): string {
	return escapePart(value, spelling).replace(/^ /, '\\ ');
}

/** Without a `=` or a `:` in front of it, an escaped value that begins with one would lose it. */
export function behindSeparator(separator: string, value: string): string {
	return /[=:]/.test(separator) ? value : value.replace(/^[=:]/, '\\$&');
}

/** How most entries of a document spell what is not ASCII; if they are even, as the others do, which belong to it. */
export function spellingOf(
	document: PropertiesDocument,
	others: Iterable<PropertiesDocument> = [],
): Spelling {
	for (const each of [document, ...others]) {
		const shown = shownSpelling(each);
		if (shown) {
			return shown;
		}
	}
	return plainSpelling;
}

/** Where raw letters stand though most entries of the document escape theirs: of each entry, from the first to the last. */
export function rawLetters(document: PropertiesDocument): readonly TextRange[] {
	return shownSpelling(document)?.ascii
		? document.entries.flatMap(({ start, end }) => {
				const found = /[^\0-\x7f](?:[^]*[^\0-\x7f])?/.exec(document.text.slice(start, end));
				const first = start + (found?.index ?? 0);
				return found ? [{ start: first, end: first + found[0].length }] : [];
			})
		: [];
}

const spellings = new WeakMap<PropertiesDocument, Spelling | 'unknown'>();

function shownSpelling(document: PropertiesDocument): Spelling | undefined {
	const known = spellings.get(document) ?? readSpelling(document) ?? 'unknown';
	spellings.set(document, known);
	return known === 'unknown' ? undefined : known;
}

function readSpelling(document: PropertiesDocument): Spelling | undefined {
	let escaped = 0;
	let raw = 0;
	let digits = '';
	for (const entry of document.entries) {
		const written = document.text.slice(entry.start, entry.end);
		if (!/[^\0-\x7f]|\\u/.test(written)) {
			continue;
		}
		const escapes = piecesOf(document, entry).filter(
			piece => isUnicodeEscape(document, piece) && isLetter(piece.text),
		);
		const letters = written.match(/[^\0-\x7f]/g)?.filter(isLetter) ?? [];
		escaped += escapes.length > letters.length ? 1 : 0;
		raw += letters.length > escapes.length ? 1 : 0;
		digits += escapes.map(part => document.text.slice(part.start + 2, part.end)).join('');
	}
	return escaped === raw ? undefined : { ascii: escaped > raw, smallDigits: isMostlySmall(digits) };
}

/** The pieces of the key and of the value. */
function piecesOf({ text }: PropertiesDocument, entry: PropertiesEntry): readonly Piece[] {
	const { keyStart, keyEnd, valueStart, valueEnd } = entry;
	return [...pieces(text, keyStart, keyEnd), ...pieces(text, valueStart, valueEnd)];
}

/** Whether a UTF-16 unit is not ASCII, and can be seen: what cannot is escaped everywhere. */
function isLetter(unit: string): boolean {
	const known = letterUnits.get(unit) ?? (isNotAscii.test(unit) && !/[\p{Cc}\p{Cf}\p{Z}]/u.test(unit));
	letterUnits.set(unit, known);
	return known;
}

const letterUnits = new Map<string, boolean>();

function isMostlySmall(digits: string): boolean {
	return digits.replace(/[^a-f]/g, '').length > digits.replace(/[^A-F]/g, '').length;
}

/** Writes what is not ASCII as `\uXXXX` in a part of the text of properties, but for the characters that may stay. */
export function escapeUnless(text: string, mayStay: (character: string) => boolean): string {
	return text.replace(/[^\0-\x7f]/gu, character =>
		mayStay(character) ? character : escapeAll(character, plainSpelling),
	);
}

/** Writes all that is not ASCII as `\uXXXX` in the keys and values of a range; comments stay as they are. */
export function escapeEdits(document: PropertiesDocument, range?: TextRange): TextEdit[] {
	const spelling = spellingOf(document);
	const edits: TextEdit[] = [];
	for (const { kind, start, end, text } of partsIn(document, range)) {
		const raw = document.text.slice(start, end);
		if (kind === 'escape' && isNotAscii.test(raw)) {
			edits.push({ start, end, newText: escapeAll(text, spelling) });
		} else if (kind === 'plain') {
			for (const { 0: run, index } of raw.matchAll(/[^\0-\x7f]+/g)) {
				const inRange = clip({ start: start + index, end: start + index + run.length }, range);
				const newText = escapeAll(document.text.slice(inRange.start, inRange.end), spelling);
				edits.push({ ...inRange, newText });
			}
		}
	}
	return edits.filter(touching(range));
}

/** Writes each `\uXXXX` of a range as its character, unless that could not be seen or would mean something else. */
export function unescapeEdits(document: PropertiesDocument, range?: TextRange): TextEdit[] {
	const edits: TextEdit[] = [];
	let before: Part | undefined;
	const parts = partsIn(document, range);
	for (const [index, part] of parts.entries()) {
		if (part.kind === 'continuation') {
			continue; // Digits that are missing may stand behind it.
		}
		const next = parts[index + 1];
		const isPair = isHighSurrogate(part.text) && part.end === next?.start && isUnicodeEscape(document, next);
		const newText = isPair ? part.text + next.text : part.text;
		if (isUnicodeEscape(document, part) && canBeSeen(newText) && meansItself(newText, part, before)) {
			edits.push({ start: part.start, end: (isPair ? next : part).end, newText });
		}
		before = part;
	}
	return edits.filter(touching(range));
}

interface Part extends Piece {
	readonly isKey: boolean;
	/** It is where its key or value begins. */
	readonly isFirst: boolean;
}

/** The parts of the keys and values of all entries that the range touches. */
function partsIn(document: PropertiesDocument, range: TextRange | undefined): Part[] {
	return document.entries.filter(touching(range)).flatMap(entry => partsOfEntry(document, entry));
}

function partsOfEntry(
	{ text }: PropertiesDocument,
	{ keyStart, keyEnd, valueStart, valueEnd }: PropertiesEntry,
): Part[] {
	return [...partsOf(text, keyStart, keyEnd, true), ...partsOf(text, valueStart, valueEnd, false)];
}

function partsOf(text: string, start: number, end: number, isKey: boolean): Part[] {
	return [...pieces(text, start, end)].map(piece => ({ ...piece, isKey, isFirst: piece.start === start }));
}

/** Whether something is in a range, or has an empty range in it or beside it. */
function touching(range: TextRange | undefined): (part: TextRange) => boolean {
	const { start, end } = range ?? { start: -1, end: Infinity };
	return part =>
		start === end ? part.start <= end && part.end >= start : part.start < end && part.end > start;
}

function clip({ start, end }: TextRange, range: TextRange | undefined): TextRange {
	const isClipped = range && range.start < range.end && range.start < end && range.end > start;
	return isClipped ? { start: Math.max(start, range.start), end: Math.min(end, range.end) } : { start, end };
}

function isUnicodeEscape({ text }: PropertiesDocument, { kind, start }: Piece): boolean {
	return kind === 'escape' && text[start + 1] === 'u';
}

function isHighSurrogate(text: string): boolean {
	return /^[\ud800-\udbff]$/.test(text);
}

/** Neither a control character, nor half a character, nor white space of some kind, nor without any looks. */
function canBeSeen(text: string): boolean {
	return !/[\p{C}\p{Z}]/u.test(text);
}

/** Whether a character says the same without being escaped. */
function meansItself(text: string, part: Part, before: Part | undefined): boolean {
	if (text === '\\' || (before?.kind === 'malformed' && /[\da-f]/i.test(text))) {
		return false; // It would begin an escape, or be one of the digits that are missing there.
	}
	return !/[=:#!]/.test(text) || (!part.isKey && !part.isFirst);
}

/** A part of a key or of a value. */
export function escapePart(text: string, spelling: Spelling): string {
	const escaped = text.replace(/[\\\n\r\t\f]/g, character => letters[character] ?? character);
	return escaped.replace(spelling.ascii ? /[^ -~]/g : invisible, found => escapeAll(found, spelling));
}

const isNotAscii = /[^\0-\x7f]/;
const letters: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f' };

/** What cannot be seen in an editor, or looks like a space there, or does not survive as UTF-8. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

function escapeAll(text: string, { smallDigits }: Spelling): string {
	return text.replace(/[^]/g, unit => {
		const digits = unit.charCodeAt(0).toString(16).padStart(4, '0');
		return `\\u${smallDigits ? digits : digits.toUpperCase()}`;
	});
}
