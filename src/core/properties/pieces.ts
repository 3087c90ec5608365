import type { TextRange } from '../text/textEdit';
import { afterContinuation, backslash } from './characters';

/** A part of a key or of a value as it is written, and the text that it stands for. */
export interface Piece extends TextRange {
	/** A `continuation` stands for nothing; `malformed` is a `\u` without its four digits, which stands for itself. */
	readonly kind: 'plain' | 'escape' | 'malformed' | 'continuation';
	readonly text: string;
}

/** The parts of a key or a value that stands from `start` to before `end`. */
export function* pieces(text: string, start: number, end: number): Generator<Piece, undefined> {
	let at = start;
	while (at < end) {
		const piece = pieceAt(text, at, end);
		yield piece;
		at = piece.end;
	}
}

function pieceAt(text: string, start: number, end: number): Piece {
	if (text[start] !== '\\') {
		let plainEnd = start; // A search could run far beyond the end.
		while (plainEnd < end && text.charCodeAt(plainEnd) !== backslash) {
			plainEnd++;
		}
		return { kind: 'plain', start, end: plainEnd, text: text.slice(start, plainEnd) };
	}
	if (start + 1 >= end) {
		return { kind: 'continuation', start, end, text: '' };
	}
	const continued = afterContinuation(text, start);
	if (continued !== undefined) {
		return { kind: 'continuation', start, end: Math.min(continued, end), text: '' };
	}
	const character = text[start + 1] ?? '';
	return character === 'u'
		? unicodeEscape(text, start, end)
		: { kind: 'escape', start, end: start + 2, text: letterEscapes[character] ?? character };
}

const letterEscapes: Record<string, string> = { t: '\t', n: '\n', r: '\r', f: '\f' };

function unicodeEscape(text: string, start: number, end: number): Piece {
	const behind = text.slice(start + 2, Math.min(start + 6, end));
	return fourDigits.test(behind)
		? { kind: 'escape', start, end: start + 6, text: String.fromCharCode(parseInt(behind, 16)) }
		: oddUnicodeEscape(text, start, end);
}

const fourDigits = /^[\da-f]{4}$/i;

/** Its digits may stand on several lines, or be too few. */
function oddUnicodeEscape(text: string, start: number, end: number): Piece {
	let digits = '';
	let digitsEnd = start + 2;
	let at = digitsEnd;
	while (at < end && digits.length < 4) {
		const digit = text[at] ?? '';
		const next = digit === '\\' ? afterContinuation(text, at) : undefined;
		if (next !== undefined) {
			at = next;
		} else if (/[\da-f]/i.test(digit)) {
			digits += digit;
			digitsEnd = ++at;
		} else {
			break;
		}
	}
	return digits.length === 4
		? { kind: 'escape', start, end: digitsEnd, text: String.fromCharCode(parseInt(digits, 16)) }
		: { kind: 'malformed', start, end: digitsEnd, text: `\\u${digits}` };
}
