import type { TextRange } from '../text/textEdit';
import { isNameCharacter, isSpace } from './characters';
import {
	attributeAt,
	nodeAt,
	type XmlAttribute,
	type XmlDocument,
	type XmlElement,
	type XmlEndTag,
} from './tree';

/** What is being typed. Its range is what a completed word replaces. */
export type XmlCursor =
	| ElementNameCursor
	| EndTagNameCursor
	| AttributeNameCursor
	| AttributeValueCursor
	| XmlTextCursor;

interface CursorBase extends TextRange {
	/** From the start of the range to the cursor. */
	readonly prefix: string;
}

/** Behind a `<`. */
export interface ElementNameCursor extends CursorBase {
	readonly kind: 'element-name';
	readonly element: XmlElement;
	/** Nothing but the name is there: the rest of the tag may be written with it. */
	readonly isBare: boolean;
}

/** Behind a `</`. */
export interface EndTagNameCursor extends CursorBase {
	readonly kind: 'end-tag-name';
	/** The innermost element that is open there. */
	readonly element: XmlElement | undefined;
	/** The `>` is there. */
	readonly closed: boolean;
}

/** Inside of a start tag. */
export interface AttributeNameCursor extends CursorBase {
	readonly kind: 'attribute-name';
	readonly element: XmlElement;
	/** Undefined where none has been begun, also in front of another one. */
	readonly attribute: XmlAttribute | undefined;
	/** A `=` is there. */
	readonly hasValue: boolean;
}

/** The range is what stands between the quotes; up to the cursor, where its end is only a guess. */
export interface AttributeValueCursor extends CursorBase {
	readonly kind: 'attribute-value';
	readonly element: XmlElement;
	readonly attribute: XmlAttribute;
	/** What is missing before the value and behind it. */
	readonly opening: '' | '"';
	readonly closing: '' | '"' | "'";
}

/** Between tags; the range is the word before the cursor. */
export interface XmlTextCursor extends CursorBase {
	readonly kind: 'text';
	/** Undefined beside the root. */
	readonly parent: XmlElement | undefined;
}

/** What a cursor at `offset` stands in; undefined in comments and the like, and where nothing can be typed. */
export function cursorAt(document: XmlDocument, offset: number): XmlCursor | undefined {
	const node = nodeAt(document, offset);
	switch (node?.kind) {
		case undefined:
			return textCursor(document.text, offset, undefined);
		case 'element':
			return inElement(document.text, node, offset);
		case 'endTag':
			return inEndTag(document.text, node, node.parent, offset);
		case 'text':
			return document.text.startsWith('<!', node.start)
				? undefined // Half of a comment or the like.
				: textCursor(document.text, offset, node.parent);
		case 'cdata':
		case 'comment':
		case 'instruction':
		case 'doctype':
			return undefined;
	}
}

function inElement(text: string, element: XmlElement, offset: number): XmlCursor | undefined {
	const { endTag, startTagEnd, startTagClosed } = element;
	if (startTagClosed ? offset < startTagEnd : offset <= startTagEnd) {
		return inStartTag(text, element, offset);
	}
	return endTag && offset > endTag.start
		? inEndTag(text, endTag, element, offset)
		: textCursor(text, offset, element);
}

function inStartTag(text: string, element: XmlElement, offset: number): XmlCursor | undefined {
	const { name, nameStart, attributes, startTagClosed } = element;
	const nameEnd = nameStart + name.length;
	if (offset <= nameEnd) {
		const isBare = attributes.length === 0 && !startTagClosed;
		const start = Math.min(nameStart, offset);
		return { kind: 'element-name', element, isBare, start, end: nameEnd, prefix: text.slice(start, offset) };
	}
	const isBehindSpace = isSpace(text.charCodeAt(offset - 1));
	const found = attributeAt(element, offset) ?? attributes.find(each => isAwaited(text, each, offset));
	const attribute = found?.start === offset && isBehindSpace ? undefined : found;
	if (attribute && offset > attribute.nameEnd) {
		return inValue(text, element, attribute, offset);
	}
	if (!attribute && !isBehindSpace) {
		return undefined; // Behind a quote or a slash, where a space comes first.
	}
	const start = attribute?.start ?? offset;
	return {
		kind: 'attribute-name',
		element,
		attribute,
		hasValue: attribute !== undefined && attribute.nameEnd < attribute.end,
		start,
		end: attribute?.nameEnd ?? offset,
		prefix: text.slice(start, offset),
	};
}

/** Whether there is nothing but white space between the `=` of an attribute and the cursor. */
function isAwaited(text: string, { value, nameEnd, end }: XmlAttribute, offset: number): boolean {
	return !value && nameEnd < end && end < offset && text.slice(end, offset).trim() === '';
}

function inValue(
	text: string,
	element: XmlElement,
	attribute: XmlAttribute,
	offset: number,
): AttributeValueCursor | undefined {
	const { value } = attribute;
	const common = { kind: 'attribute-value', element, attribute } as const;
	if (!value) {
		return text.slice(attribute.nameEnd, offset).includes('=')
			? { ...common, opening: '"', closing: '"', start: offset, end: offset, prefix: '' }
			: undefined;
	}
	if (offset < value.start) {
		return undefined;
	}
	const { start, end, innerStart, innerEnd } = value;
	if (innerStart === start) {
		const prefix = text.slice(start, offset);
		return { ...common, opening: '"', closing: '"', start, end, prefix };
	}
	if (offset < innerStart || offset > innerEnd) {
		return undefined;
	}
	const prefix = text.slice(innerStart, offset);
	return innerEnd < end
		? { ...common, opening: '', closing: '', start: innerStart, end: innerEnd, prefix }
		: { ...common, opening: '', closing: quoteAt(text, start), start: innerStart, end: offset, prefix };
}

const quoteAt = (text: string, at: number) => (text[at] === "'" ? "'" : '"');

function inEndTag(
	text: string,
	{ start: tagStart, name, nameStart, closed }: XmlEndTag,
	around: XmlElement | undefined,
	offset: number,
): EndTagNameCursor | undefined {
	const nameEnd = nameStart + name.length;
	if (offset < tagStart + 2 || offset > nameEnd) {
		return undefined;
	}
	const start = Math.min(nameStart, offset);
	const prefix = text.slice(start, offset);
	const element = around && innermostBefore(around, tagStart);
	return { kind: 'end-tag-name', element, closed, start, end: nameEnd, prefix };
}

/** The last element in the last element… of `element` that has no end tag before `offset`. */
function innermostBefore(element: XmlElement, offset: number): XmlElement {
	for (;;) {
		const last = lastElementBefore(element, offset);
		if (!last || last.closed || last.endTag || !last.startTagClosed) {
			return element;
		}
		element = last;
	}
}

function lastElementBefore({ children }: XmlElement, offset: number): XmlElement | undefined {
	const last = children.findLast(child => child.kind === 'element' && child.start < offset);
	return last?.kind === 'element' ? last : undefined;
}

function textCursor(text: string, offset: number, parent: XmlElement | undefined): XmlTextCursor {
	let start = offset;
	while (start > 0 && isNameCharacter(text.charCodeAt(start - 1))) {
		start--;
	}
	return { kind: 'text', parent, start, end: offset, prefix: text.slice(start, offset) };
}
