import type { TextRange } from '../../text/textEdit';
import { spaceEnd } from '../characters';
import { endTagPlace } from './endTagPlace';
import {
	best,
	inserting,
	removalOf,
	removing,
	removingSpace,
	replacing,
	spaceStart,
	type XmlFix,
} from './fix';
import { elementsOf, type XmlDocument, type XmlElement, type XmlEndTag } from '../tree';

export function fixesOfUnclosed(document: XmlDocument, nameStart: number): readonly XmlFix[] {
	const element = elementNamedAt(document, nameStart);
	if (!element) {
		return [];
	}
	if (isMeantAsEndTag(document, element)) {
		return [inserting(nameStart, `</${element.name}>`, '/')];
	}
	const endTag = `</${element.name}>`;
	const slip = misspeltEndTag(element);
	if (slip) {
		return [{ ...replacing({ start: slip.start, end: slip.nameStart }, '</'), what: endTag }];
	}
	const { at, before } = endTagPlace(document.text, element);
	const fix = inserting(at, endTag, before + endTag);
	const late = lateEndTag(document, element);
	return [late ? { ...fix, edits: [...fix.edits, removalOf(document.text, late)] } : fix];
}

export function fixesOfMismatch(document: XmlDocument, problem: TextRange): readonly XmlFix[] {
	const element = elementEndedAt(document, problem.start, 'nameStart');
	if (!element?.endTag) {
		return [];
	}
	const { name, nameStart, endTag } = element;
	return [
		replacing(problem, name),
		replacing({ start: nameStart, end: nameStart + name.length }, endTag.name),
	].map((fix, index) => ({ ...fix, what: index === 0 ? `</${name}>` : `<${endTag.name}>` }));
}

export function fixesOfStrayEndTag(document: XmlDocument, nameStart: number): readonly XmlFix[] {
	const { text } = document;
	const tag = strayEndTags(document).find(each => each.nameStart === nameStart);
	return tag ? [removing(text, removalOf(text, tag), text.slice(tag.start, tag.end))] : [];
}

export function fixesOfUnfinishedTag(document: XmlDocument, nameStart: number): readonly XmlFix[] {
	const { text } = document;
	const element = elementNamedAt(document, nameStart);
	if (!element) {
		return [];
	}
	const at = spaceStart(text, element.startTagEnd, element.start);
	const ends = text[at - 1] === '/' ? ['>'] : ['>', '/>'];
	return best(
		document,
		ends.map(end => inserting(at, end)),
	);
}

/** The name may be half there, too. */
export function fixesOfUnfinishedEndTag(document: XmlDocument, { start, end }: TextRange): readonly XmlFix[] {
	const element = elementEndedAt(document, start, 'start');
	const typed = element?.endTag?.name ?? '';
	return element?.name.startsWith(typed)
		? [inserting(end, `</${element.name}>`, `${element.name.slice(typed.length)}>`)]
		: [inserting(end, '>')];
}

export function fixesOfMoreInEndTag({ text }: XmlDocument, { start, end }: TextRange): readonly XmlFix[] {
	return [
		removing(text, { start: spaceStart(text, start), end: spaceEnd(text, end) }, text.slice(start, end)),
	];
}

/** In a text, the bracket may not have been meant to begin a tag. */
export function fixesOfSpaceBeforeName(
	{ text }: XmlDocument,
	{ start, end, tag }: TextRange & { readonly tag: string },
): readonly XmlFix[] {
	const bracketEnd = text[start + 1] === '/' ? start + 2 : start + 1;
	const joined = removingSpace({ start: bracketEnd, end: end - tag.length });
	return bracketEnd === start + 1 ? [joined, replacing({ start, end: start + 1 }, '&lt;')] : [joined];
}

export function fixesOfMissingName(document: XmlDocument, range: TextRange): readonly XmlFix[] {
	const { text } = document;
	const written = text.slice(range.start, range.end);
	if (written === '<>') {
		return [removing(text, range), replacing(range, '&lt;&gt;')];
	}
	const element = elementEndedAt(document, range.start, 'start');
	return element?.name ? [replacing(range, `</${element.name}>`)] : [removing(text, range)];
}

/** As the reader has taken it: the second of `<b>text<b>` lacks its slash. */
function isMeantAsEndTag({ problems }: XmlDocument, { name, attributes, parent }: XmlElement): boolean {
	return (
		parent?.name === name &&
		attributes.length === 0 &&
		!parent.endTag &&
		!problems.some(({ code, start }) => code === 'tag-not-closed' && start === parent.nameStart)
	);
}

/** `<b>text< b>`: what has been reported for the space lacks its slash, too. It would take every other end tag for its own. */
function misspeltEndTag({ name, children }: XmlElement): XmlElement | undefined {
	return children
		.filter(child => child.kind === 'element')
		.find(
			child =>
				child.name === name &&
				child.attributes.length === 0 &&
				!child.selfClosing &&
				child.endTag === undefined,
		);
}

/** An end tag of its name behind the element, of which nothing is said since it only comes too late. */
function lateEndTag(document: XmlDocument, { name, end }: XmlElement): XmlEndTag | undefined {
	const tag = strayEndTags(document).find(each => each.start >= end && each.name === name);
	const isReported = document.problems.some(({ start }) => start === tag?.nameStart);
	return isReported ? undefined : tag;
}

function strayEndTags(document: XmlDocument): readonly XmlEndTag[] {
	const nodes = [document, ...elementsOf(document)].flatMap(({ children }) => children);
	return nodes.filter(node => node.kind === 'endTag').sort((one, other) => one.start - other.start);
}

function elementNamedAt(document: XmlDocument, nameStart: number): XmlElement | undefined {
	return elementsOf(document).find(element => element.nameStart === nameStart);
}

function elementEndedAt(
	document: XmlDocument,
	offset: number,
	part: 'start' | 'nameStart',
): XmlElement | undefined {
	return elementsOf(document).find(({ endTag }) => endTag?.[part] === offset);
}
