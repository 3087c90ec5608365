import { isSpace } from '../characters';
import { commentEndSlip, isOpenComment, tagLineStart } from './commentEnd';
import type { Reading } from './reading';
import type { Scanner } from './scanner';
import type { XmlRange } from '../tree';

/** What stands between two delimiters, with them. */
export interface Markup extends XmlRange {
	readonly closed: boolean;
}

/** Reads the comment that begins here. */
export function readComment({ scanner, report }: Reading): Markup {
	const start = scanner.at;
	const close = scanner.find('-->', start + 4);
	if (close === scanner.text.length || isOpenComment(scanner, start, close)) {
		report({ code: 'comment-unterminated', start, end: start + 4 });
		scanner.at = openCommentEnd(scanner, start);
		return { start, end: scanner.at, closed: false };
	}
	const hyphens = scanner.text.indexOf('--', start + 4);
	if (hyphens < close) {
		report({ code: 'comment-with-hyphens', start: hyphens, end: hyphens + 2 });
	}
	scanner.at = close + 3;
	return { start, end: scanner.at, closed: true };
}

/** Half-typed comments are short; what stands below it, or is a comment of its own, should stay what it is. */
function openCommentEnd(scanner: Scanner, start: number): number {
	const { text } = scanner;
	const slip = commentEndSlip(text, start);
	const lineEnd = Math.min(scanner.find('\n', start), scanner.find('\r', start));
	const hasOther = scanner.find('<!--', start + 4) < lineEnd;
	return slip?.end ?? (hasOther ? text.indexOf('<', start + 4) : lineEnd);
}

/** Reads the CDATA section that begins here; before `limit`, if it has no end of its own. */
export function readCdata({ scanner, report }: Reading, limit?: number): Markup {
	const start = scanner.at;
	const close = scanner.find(']]>', start + 9);
	const closed = limit === undefined && close < scanner.text.length;
	scanner.at = closed ? close + 3 : start + 9;
	if (!closed) {
		report({ code: 'cdata-unterminated', start, end: start + 9 });
		// The elements below it should stay what they are; lines of text are likely part of it.
		scanner.at = limit ?? tagLineStart(scanner.text, scanner.at);
	}
	return { start, end: scanner.at, closed };
}

/**
 * Where the CDATA section that begins here was likely meant to end, if the end it has is another one's, which begins in it:
 * where the element `around` ends or, without that, before the next tag.
 */
export function openCdataEnd({ scanner }: Reading, around: string): number | undefined {
	const { text, at } = scanner;
	const start = at + 9;
	const other = scanner.find('<![CDATA[', start);
	if (other >= scanner.find(']]>', start)) {
		return undefined;
	}
	const end = text.slice(start, other).indexOf(`</${around}`);
	return end === -1 ? text.indexOf('<', start) : start + end;
}

/** What people write for `<![CDATA[`. */
const cdataSlip = /<(?:!\s*\[?|\[!?|(?=CDATA\[))\s*CDATA(?:\s*[[({])?|<!\[[^<>[\]\r\n]{0,20}\[/iy;

/** How long the misspelt beginning of a CDATA section is that stands at `at`; 0 if none does. */
export function cdataSlipLength(text: string, at = 0): number {
	if (!'![Cc'.includes(text.charAt(at + 1))) {
		return 0;
	}
	cdataSlip.lastIndex = at;
	return cdataSlip.exec(text)?.[0].length ?? 0;
}

/** A processing instruction, whose target is empty if it has none. */
export interface Instruction extends Markup {
	readonly target: string;
}

/** Reads the processing instruction that begins here. */
export function readInstruction(reading: Reading): Instruction {
	const { scanner, report } = reading;
	const start = scanner.at;
	const close = scanner.find('?>', start + 2);
	const closed = close < scanner.text.length;
	scanner.at = start + 2;
	const target = scanner.name();
	const targetEnd = scanner.at;
	if (!closed) {
		report({ code: 'instruction-unterminated', start, end: targetEnd });
		scanner.at = unterminatedEnd(reading);
		return { start, end: scanner.at, closed, target };
	}
	if (!target) {
		report({ code: 'instruction-target-missing', start, end: start + 2 });
	} else if (target === 'xml') {
		report({ code: 'xml-declaration-misplaced', start, end: targetEnd });
	} else if (target.toLowerCase() === 'xml') {
		report({ code: 'instruction-target-reserved', target, start: start + 2, end: targetEnd });
	} else if (targetEnd !== close && !isSpace(scanner.text.charCodeAt(targetEnd))) {
		scanner.match(/[^\s?]*/y);
		const name = scanner.text.slice(start + 2, scanner.at);
		report({ code: 'name-malformed', name, start: start + 2, end: scanner.at });
	}
	if (target.includes(':')) {
		report({ code: 'qualified-name-malformed', name: target, start: start + 2, end: targetEnd });
	}
	scanner.at = close + 2;
	return { start, end: scanner.at, closed, target };
}

const declarationParts = [
	/[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')/y,
	/[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*')/y,
	/[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)')/y,
] as const;

/** The XML declaration, and whether it promises that no other file declares anything. */
export interface XmlDeclaration extends Instruction {
	readonly standalone: boolean;
}

/** Reads the XML declaration that begins here. */
export function readXmlDeclaration(reading: Reading): XmlDeclaration {
	const { scanner, report } = reading;
	const start = scanner.at;
	scanner.at += '<?xml'.length;
	const [version, , standalone] = declarationParts.map(part => scanner.match(part));
	const read = scanner.at;
	scanner.space();
	const wrongStart = scanner.at;
	const closed = scanner.skip('?>');
	if (!closed) {
		const close = scanner.find('>');
		scanner.at = close < scanner.find('<') ? close + 1 : lineEnd(reading);
	}
	if (!closed || version === undefined) {
		const wrong = scanner.text.slice(wrongStart, scanner.at).replace(/[ \t\r\n]*\??>?$/, '');
		report({
			code: 'xml-declaration-malformed',
			start: wrong ? wrongStart : start,
			end: wrong ? wrongStart + wrong.length : read,
		});
	}
	return { start, end: scanner.at, closed, target: 'xml', standalone: /yes/.test(standalone ?? '') };
}

/** Where something that should end with `?>` was meant to end: behind a `>`, before a `<` or at the end of the line. */
function unterminatedEnd(reading: Reading): number {
	const end = lineEnd(reading);
	return end + (reading.scanner.text[end] === '>' ? 1 : 0);
}

function lineEnd({ scanner }: Reading): number {
	const { at } = scanner;
	const length = scanner.match(/[^<>\r\n]*/y)?.length ?? 0;
	scanner.at = at;
	return at + length;
}
