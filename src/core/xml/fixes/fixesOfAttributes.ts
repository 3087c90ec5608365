import type { TextRange } from '../../text/textEdit';
import { spaceEnd } from '../characters';
import { inserting, removing, removingSpace, replacing, spaceStart, spacing, type XmlFix } from './fix';
import { elementsOf, type XmlAttribute, type XmlDocument, type XmlElement, type XmlValue } from '../tree';
import { escapeAttribute } from '../values';

export function fixesOfRepeated(document: XmlDocument, { start }: TextRange): readonly XmlFix[] {
	const { text } = document;
	const attribute = attributeWhere(document, each => each.start === start);
	if (!attribute) {
		return [];
	}
	const range = { start: spaceStart(text, start), end: attribute.end };
	return [removing(text, range, text.slice(start, attribute.end))];
}

/** Up to three characters between a name and its `=`. */
const beforeEquals = /^[^\s<>=/\p{L}\p{N}_:.-]{1,3}(?=\s*=\s*["'])/u;

/** A value in quotes that belongs to no other attribute. */
const quotedAlone = /^("|')(?![^"'<>]*=\s*\1)[^"'<>]*\1/;

export function fixesOfMissingValue(document: XmlDocument, { start }: TextRange): readonly XmlFix[] {
	const { text } = document;
	const attribute = attributeWhere(document, each => each.start === start);
	if (!attribute) {
		return [];
	}
	const { name, nameEnd, end } = attribute;
	// A value that stands behind is the one that is meant.
	const junk = nameEnd === end ? beforeEquals.exec(text.slice(end, end + 100))?.[0] : undefined;
	if (junk !== undefined) {
		return [removing(text, { start: end, end: end + junk.length })];
	}
	const quote = spaceEnd(text, end);
	if (nameEnd === end && quotedAlone.test(text.slice(quote, quote + 1000))) {
		return [inserting(end, '=')];
	}
	return [inserting(end, `${name}=""`, nameEnd < end ? '""' : '=""')].map(fix => ({
		...fix,
		code: 'replace',
	}));
}

export function fixesOfMissingQuotes({ text }: XmlDocument, range: TextRange): readonly XmlFix[] {
	const written = text.slice(range.start, range.end).replace(/^["'“”„‘’]+|["'“”‘’]+$/g, '');
	return [replacing(range, `"${written.replaceAll('"', '&quot;')}"`)];
}

export function fixesOfMissingQuote({ text }: XmlDocument, { start, end }: TextRange): readonly XmlFix[] {
	const quote = text[start] === "'" ? "'" : '"';
	// `"foo bar”` or `'foo bar"`
	return /^.[^“”„‘’"']*["'“”]$/.test(text.slice(start, end))
		? [replacing({ start: end - 1, end }, quote)]
		: [inserting(end, quote)];
}

export function fixesOfMissingSpace(start: number): readonly XmlFix[] {
	return [{ ...inserting(start, ' '), code: 'insert-space' }];
}

export function fixesOfMissingAttributeName({ text }: XmlDocument, range: TextRange): readonly XmlFix[] {
	return [removingInTag(text, range)];
}

/** All in the value, of which only the first is reported. */
export function fixesOfLessThanInValue(document: XmlDocument, { start, end }: TextRange): readonly XmlFix[] {
	const value = attributeWhere(document, each => isInValue(each, start))?.value;
	return [value ? escaping(document.text, value, '<') : replacing({ start, end }, '&lt;')];
}

export function fixesOfUnexpected(document: XmlDocument, range: TextRange): readonly XmlFix[] {
	const { text } = document;
	const { start, end } = range;
	const character = text.slice(start, end);
	const value = attributeWhere(document, each => isInValue(each, start))?.value;
	if (value && (character === '"' || character === "'")) {
		return [escaping(text, value, character)];
	}
	if (/^\s+$/.test(character) || character === '\u200b' || character === '\u0085') {
		return [spacing(range)];
	}
	const space = /^\s+(?=>)/.exec(text.slice(end, end + 500))?.[0];
	if (character === '/' && space !== undefined) {
		return [removingSpace({ start: end, end: end + space.length })];
	}
	if (attributeWhere(document, each => each.nameEnd <= start && end <= (each.value?.start ?? 0))) {
		return [removing(text, range)]; // The second one of `==`.
	}
	const nameless = character === '=' ? /^=\s*(?:"[^"<>]*"|'[^'<>]*')/.exec(text.slice(start)) : null;
	const joined = nameless && elementsOf(document).find(each => each.nameStart + each.name.length === start);
	if (joined) {
		return fixesOfJoinedNames(document, joined);
	}
	if (nameless) {
		return [removing(text, { start, end: start + nameless[0].length })];
	}
	return [removingInTag(text, range)];
}

/** `<entrykey="a">`, where there is an `<entry key="b">`; else, only a person can tell what the value belongs to. */
function fixesOfJoinedNames(document: XmlDocument, { name, nameStart }: XmlElement): readonly XmlFix[] {
	const like = elementsOf(document).find(each =>
		each.attributes.some(attribute => each.name + attribute.name === name),
	);
	return like ? fixesOfMissingSpace(nameStart + like.name.length) : [];
}

/** What stands around it does not become one name. */
function removingInTag(text: string, range: TextRange): XmlFix {
	const start = spaceStart(text, range.start);
	const needsSpace = !/^[\s/>?]/.test(text.slice(range.end, range.end + 1));
	const newText = needsSpace ? text.slice(start, range.start) || ' ' : '';
	return {
		code: 'remove',
		what: text.slice(range.start, range.end),
		edits: [{ start, end: range.end, newText }],
	};
}

/** Escapes all of a value that may not stand in it; the title names what stands for the character. */
function escaping(text: string, value: XmlValue, character: string): XmlFix {
	const quote = text.slice(value.start, value.innerStart);
	const edits = [...text.slice(value.innerStart, value.innerEnd).matchAll(/[<"']/g)]
		.filter(([found]) => found === '<' || found === quote)
		.map(({ 0: found, index }) => {
			const start = value.innerStart + index;
			return { start, end: start + 1, newText: escapeAttribute(found, quote === "'" ? "'" : '"') };
		});
	return { code: 'replace', what: escapeAttribute(character, quote === "'" ? "'" : '"'), edits };
}

function isInValue({ value }: XmlAttribute, offset: number): boolean {
	return value !== undefined && value.innerStart <= offset && offset < value.innerEnd;
}

function attributeWhere(
	document: XmlDocument,
	isMeant: (attribute: XmlAttribute) => boolean,
): XmlAttribute | undefined {
	for (const { attributes } of elementsOf(document)) {
		const found = attributes.find(isMeant);
		if (found) {
			return found;
		}
	}
	return undefined;
}
