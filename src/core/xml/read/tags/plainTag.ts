import type { BuildingElement } from '../building';
import { isSpace, nameEnd, spaceEnd } from '../../characters';
import type { Names } from '../names';
import type { Scanner } from '../scanner';
import type { XmlAttribute, XmlValue } from '../../tree';

const slash = 0x2f;
const equals = 0x3d;
const greater = 0x3e;
const less = 0x3c;
const ampersand = 0x26;
const doubleQuote = 0x22;
const singleQuote = 0x27;

/** Nothing is ever put into an element that has ended. */
const noChildren: BuildingElement['children'] = [];

/** More of them are looked through in another way. */
const mostAttributes = 16;

/**
 * The start tag that begins here, if it is one of those without anything odd, as nearly all are: names in ASCII, each
 * attribute once, values in quotes and without references. Undefined for every other one.
 */
export function plainTagAt({ text, at: start, names }: Scanner): BuildingElement | undefined {
	const nameStart = start + 1;
	const behindName = nameEnd(text, nameStart);
	if (behindName === nameStart) {
		return undefined;
	}
	const attributes: XmlAttribute[] = [];
	for (let end = behindName; attributes.length < mostAttributes;) {
		const at = spaceEnd(text, end);
		const code = text.charCodeAt(at);
		const selfClosing = code === slash && text.charCodeAt(at + 1) === greater;
		if (code === greater || selfClosing) {
			const tagEnd = at + (selfClosing ? 2 : 1);
			return {
				kind: 'element',
				parent: undefined,
				start,
				end: tagEnd,
				closed: selfClosing,
				name: names.get(text.slice(nameStart, behindName)),
				nameStart,
				attributes: attributes.slice(), // Of that many and no more: a growing array has room for 17.
				startTagEnd: tagEnd,
				startTagClosed: true,
				selfClosing,
				children: selfClosing ? noChildren : [],
				endTag: undefined,
			};
		}
		const attribute = at > end ? plainAttributeAt(text, at, names) : undefined;
		if (!attribute || isThere(attributes, attribute.name)) {
			return undefined;
		}
		attributes.push(attribute);
		({ end } = attribute);
	}
	return undefined;
}

/** A large document has many thousands of them, most of which nobody asks for their values. */
export class PlainAttribute implements XmlAttribute {
	constructor(
		readonly name: string,
		readonly start: number,
		readonly nameEnd: number,
		readonly end: number,
	) {}

	get value(): XmlValue {
		const start = this.nameEnd + 1;
		return { start, end: this.end, innerStart: start + 1, innerEnd: this.end - 1 };
	}
}

function plainAttributeAt(text: string, start: number, names: Names): XmlAttribute | undefined {
	const behindName = nameEnd(text, start);
	const quote = text.charCodeAt(behindName + 1);
	if (
		behindName === start ||
		text.charCodeAt(behindName) !== equals ||
		(quote !== doubleQuote && quote !== singleQuote)
	) {
		return undefined;
	}
	const innerStart = behindName + 2;
	let innerEnd = innerStart;
	let code = text.charCodeAt(innerEnd);
	while (code !== quote && code !== less && code !== ampersand && innerEnd < text.length) {
		code = text.charCodeAt(++innerEnd);
	}
	const end = innerEnd + 1;
	const next = text.charCodeAt(end);
	return code === quote && (next === greater || next === slash || isSpace(next))
		? new PlainAttribute(names.get(text.slice(start, behindName)), start, behindName, end)
		: undefined;
}

function isThere(attributes: readonly XmlAttribute[], name: string): boolean {
	for (const attribute of attributes) {
		if (attribute.name === name) {
			return true;
		}
	}
	return false;
}
