import { applyEdits, type TextEdit, type TextRange } from '../../text/textEdit';
import { spaceEnd, unseen } from '../characters';
import { commentEndSlip, tagLineStart } from '../read/commentEnd';
import { best, inserting, removing, removingSpace, replacing, spaceStart, type XmlFix } from './fix';
import { parseXml } from '../parse';
import { nodeAt, type XmlDocument } from '../tree';
import { cdataSlipLength } from '../read/markup';
import { decoded } from '../values';

/** Names that people know from HTML, and what they stand for there. */
const htmlEntities: Readonly<Record<string, number>> = {
	nbsp: 160,
	copy: 169,
	reg: 174,
	deg: 176,
	ndash: 8211,
	mdash: 8212,
	lsquo: 8216,
	rsquo: 8217,
	ldquo: 8220,
	rdquo: 8221,
	bull: 8226,
	hellip: 8230,
	euro: 8364,
	trade: 8482,
	auml: 228,
	ouml: 246,
	uuml: 252,
	Auml: 196,
	Ouml: 214,
	Uuml: 220,
	szlig: 223,
	agrave: 224,
	aacute: 225,
	ccedil: 231,
	egrave: 232,
	eacute: 233,
	ntilde: 241,
};

export function fixesOfAmpersand({ start }: TextRange): readonly XmlFix[] {
	return [replacing({ start, end: start + 1 }, '&amp;')];
}

export function fixesOfMissingSemicolon(range: TextRange, entity: string): readonly XmlFix[] {
	return [inserting(range.end, `&${entity};`, ';'), ...fixesOfAmpersand(range)];
}

export function fixesOfCharacterReference(document: XmlDocument, range: TextRange): readonly XmlFix[] {
	const written = document.text.slice(range.start, range.end);
	const [, marker = '', digits = ''] = /^&#(x?)([\da-f]+);?$/i.exec(written) ?? [];
	const isNumber = marker === '' ? /^\d+$/.test(digits) : digits !== '';
	return isNumber ? [replacing(range, `&#${marker.toLowerCase()}${digits};`)] : fixesOfAmpersand(range);
}

export function fixesOfEntity(document: XmlDocument, range: TextRange, entity: string): readonly XmlFix[] {
	if (document.text.slice(range.start, range.end) !== `&${entity};`) {
		return []; // Where it is declared.
	}
	const code = Object.hasOwn(htmlEntities, entity) ? htmlEntities[entity] : undefined;
	const lower = entity.toLowerCase();
	const known = code === undefined ? /^(?:lt|gt|amp|quot|apos)$/.exec(lower)?.[0] : `#${code}`;
	const named = known === undefined ? [] : [replacing(range, `&${known};`)];
	return [...named, ...fixesOfAmpersand(range)];
}

/** Parts all hyphens of a comment, of which only the first are reported, or makes its end of them if they were meant so. */
export function fixesOfHyphens({ text }: XmlDocument, { start: hyphens }: TextRange): readonly XmlFix[] {
	const opening = text.lastIndexOf('<!--', hyphens - 4);
	const start = opening + 4;
	const end = text.indexOf('-->', start);
	const spaced = text
		.slice(start, end)
		.replace(/-(?=-)/g, '- ')
		.replace(/-$/, '- ');
	const parted = { ...replacing({ start, end }, spaced), what: '- -' };
	const slip = commentEndSlip(text, opening);
	if (!slip || slip.end >= end) {
		return [parted];
	}
	const ended = replacing(slip, '-->');
	return text[slip.end - 1] === '>' ? [ended, parted] : [parted, ended];
}

/** Ends it where its end is misspelt, or else before the next tag or at the end of the line, whichever leaves fewer problems. */
export function fixesOfUnterminatedComment(document: XmlDocument, { start }: TextRange): readonly XmlFix[] {
	const slip = commentEndSlip(document.text, start);
	if (slip) {
		return [replacing(slip, '-->')];
	}
	return best(
		document,
		[end(document, start, /[<\r\n]/g, 4), end(document, start, /[\r\n]/g, 4)].map(at =>
			inserting(at, '-->', ' -->'),
		),
	);
}

/** Ends it where it may have been meant to end, or removes its beginning: whichever leaves the fewest problems. */
export function fixesOfUnterminatedCdata(document: XmlDocument, range: TextRange): readonly XmlFix[] {
	const { text } = document;
	const { start } = range;
	const behind = start + 9;
	const endTag = text.indexOf(`</${nodeAt(document, start + 1)?.parent?.name}`, behind);
	const own = spaceStart(text, endTag, behind);
	// What stands before the end tag is part of it, unless a line of it begins with a tag.
	const first =
		own >= behind && own <= tagLineStart(text, behind) ? own : end(document, start, /<\/|[\r\n]/g, 9);
	const ends = [first, end(document, start, /<\//g, 9), text.length];
	return best(document, [
		...ends.filter(at => !text.endsWith(']]>', at)).map(at => endingCdata(text.slice(behind, at), at)),
		removing(text, range),
	]);
}

/** Where the end is half there, it becomes whole. */
function endingCdata(inner: string, at: number): XmlFix {
	const half = /\]\s*\](?:\s*(?:>|&gt;))?$|\]>$/.exec(inner.slice(-20))?.[0] ?? '';
	return { ...inserting(at, ']]>'), edits: [{ start: at - half.length, end: at, newText: ']]>' }] };
}

export function fixesOfUnterminatedInstruction(
	document: XmlDocument,
	{ start }: TextRange,
): readonly XmlFix[] {
	const { text } = document;
	const at = end(document, start, /[<>\r\n]/g, 2);
	const bracket = spaceEnd(text, at);
	return [text[bracket] === '>' ? replacing({ start: at, end: bracket + 1 }, '?>') : inserting(at, '?>')];
}

export function fixesOfUnterminatedDoctype(
	document: XmlDocument,
	{ start, end }: TextRange,
): readonly XmlFix[] {
	const { text } = document;
	const node = document.children.find(each => each.start === start);
	const at = spaceStart(text, node?.end ?? end, end);
	const fixes = best(
		document,
		['>', ']>'].map(what => inserting(at, what)),
	);
	// Inside of a comment that does not end either, it would end nothing.
	return fixes.filter(({ edits }) => isEnded(applyEdits(text, edits)));
}

function isEnded(text: string): boolean {
	return !parseXml(text).problems.some(({ code }) => code === 'doctype-unterminated');
}

export function fixesOfMisplacedDoctype(document: XmlDocument, { start }: TextRange): readonly XmlFix[] {
	const node = nodeAt(document, start + 1);
	return node?.kind === 'doctype' ? [removing(document.text, node)] : [];
}

export function fixesOfMisplacedDeclaration({ text }: XmlDocument, { start }: TextRange): readonly XmlFix[] {
	if (unseen.test(text.slice(0, start))) {
		return [removingSpace({ start: 0, end: start })];
	}
	const end = text.indexOf('?>', start) + 2;
	return /[<\r\n]/.test(text.slice(start + 1, end)) ? [] : [removing(text, { start, end })];
}

export function fixesOfDeclaration({ text, children }: XmlDocument): readonly XmlFix[] {
	const node = children.find(({ kind }) => kind === 'instruction');
	// One that lost its end may reach over what is to stay.
	if (!node || /[<\r\n]/.test(text.slice(node.start + 1, node.end).trimEnd())) {
		return [];
	}
	const written = text.slice(node.start, node.end);
	const encoding = /encoding\s*=\s*["']?([a-z][\w.-]*)/i.exec(written)?.[1] ?? 'UTF-8';
	const standalone = /standalone\s*=\s*["']?(yes|no)\b/i.exec(written)?.[1]?.toLowerCase();
	const last = standalone === undefined ? '' : ` standalone="${standalone}"`;
	return [replacing(node, `<?xml version="1.0" encoding="${encoding}"${last}?>`)];
}

/** At the start of the text, an XML declaration is meant; elsewhere, only a person knows. */
export function fixesOfReservedTarget({ text }: XmlDocument, range: TextRange): readonly XmlFix[] {
	return /^\uFEFF?<\?$/.test(text.slice(0, range.start)) ? [replacing(range, 'xml')] : [];
}

/** Removes what nobody can see. */
export function fixesOfTextOutside({ text }: XmlDocument, range: TextRange): readonly XmlFix[] {
	return unseen.test(text.slice(range.start, range.end)) ? [removing(text, range)] : [];
}

/** A DOCTYPE, a CDATA section or a comment that is spelled otherwise, or a text. */
export function fixesOfUnknownMarkup({ text }: XmlDocument, { start, end }: TextRange): readonly XmlFix[] {
	const written = text.slice(start, end);
	for (const [slip, right] of [
		[/^<!\s*doctype(?=\s)/i, '<!DOCTYPE'],
		[/^<!\s*[-–—]+(?=[^]*[-–—]>$)/, '<!--'],
	] as const) {
		const [opening] = slip.exec(written) ?? [];
		if (opening !== undefined) {
			return [replacing({ start, end: start + opening.length }, right)];
		}
	}
	const length = cdataSlipLength(written);
	if (length === 0 || !/\]\]>$|CDATA/i.test(written)) {
		return [replacing({ start, end: start + 1 }, '&lt;')];
	}
	const opened = replacing({ start, end: start + length }, '<![CDATA[');
	const close = written.endsWith(']]>') ? [] : endingCdata(written.slice(length), end).edits;
	return [{ ...opened, edits: [...opened.edits, ...close] }];
}

/** A comment that lacks the second character of its beginning, or a text. */
export function fixesOfLessThan({ text }: XmlDocument, range: TextRange): readonly XmlFix[] {
	const { start } = range;
	const [, hyphens] = /^<([-–—]+)[^<>\r\n]*-->/.exec(text.slice(start, start + 500)) ?? [];
	const escaped = replacing(range, '&lt;');
	return hyphens === undefined
		? [escaped]
		: [replacing({ start, end: start + 1 + hyphens.length }, '<!--'), escaped];
}

/** The text of an element means the same in CDATA: references become what they stand for, and `]]>` is parted. */
export function fixesOfCode(document: XmlDocument, { start }: TextRange, tag: string): readonly XmlFix[] {
	const node = nodeAt(document, start);
	const texts = node?.parent?.children.filter(each => each.kind === 'text') ?? [];
	const edits = texts.flatMap(each => {
		const written = document.text.slice(each.start, each.end);
		return written.trim() === '' ? [] : inCdata(written, each.start);
	});
	return [{ code: 'wrap', what: tag, edits }];
}

/** A section whose opening bracket is lost or escaped. */
const misspeltSection = /^\s*(?:&lt;)?!?\[?CDATA\[([^]*)\]\](?:>|&gt;)\s*$/i;

function inCdata(written: string, at: number): readonly TextEdit[] {
	const end = at + written.length;
	const content = misspeltSection.exec(written)?.[1] ?? written;
	const inner = decoded(content).replaceAll(']]>', ']]]]><![CDATA[>');
	const [opening, close] = ['<![CDATA[', ']]>'];
	return inner === written
		? [
				{ start: at, end: at, newText: opening },
				{ start: end, end, newText: close },
			]
		: [{ start: at, end, newText: opening + inner + close }];
}

/** Where something is found behind an opening, without the white space before it. */
function end({ text }: XmlDocument, start: number, what: RegExp, opening: number): number {
	what.lastIndex = start + opening;
	return spaceStart(text, what.exec(text)?.index ?? text.length, start + opening);
}
