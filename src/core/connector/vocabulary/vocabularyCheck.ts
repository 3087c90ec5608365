import { isWellFormed } from '../../xml/problem';
import {
	elementsIn,
	type XmlAttribute,
	type XmlDocument,
	type XmlElement,
	type XmlValue,
} from '../../xml/tree';
import { contentOf } from '../../xml/read/moved';
import { attributeNamed, valueText } from '../../xml/values';
import type { XmlName } from '../documentName';
import { localName } from '../model/mention';
import type { Severity } from '../problem';
import { prefixOf } from '../../xml/prefixes';
import { hasToken } from '../model/hasToken';
import { attributeWords, elementWords, knownValue } from './vocabulary';
import { Candidates } from './vocabularyCandidates';
import { listItems } from './vocabularyLists';
import { looseTexts } from './vocabularyLooseText';
import { renamed, type UnknownName } from './vocabularyUnknown';
import type { Usage } from './vocabularyUsage';
import type { ElementWords } from './words';

/** An attribute of which all values are known. */
interface ClosedAttribute {
	readonly element: string;
	readonly attribute: string;
	/** Values that have nothing unknown, as they are written: most elements have one of a few. */
	readonly fine: Set<string>;
}

const closed: Readonly<Record<XmlName, readonly (readonly [element: string, attribute: string])[]>> = {
	'source-config': [['Field', 'type']],
	'source-template': [['Application', 'featuresString']],
	'correlation-config': [
		['Filter', 'operation'],
		['Filter', 'matchMode'],
		['CompositeFilter', 'operation'],
	],
};

/**
 * How serious it is, unless people have set it otherwise: what is spelled almost as a known word is most likely wrong. There
 * are more attributes and values than are known, such as `minSize` and `DELTA`: those are slips only if one letter differs.
 */
export function severityOfUnknown({ what, suggested, isSlip }: UnknownName): Severity {
	const isLikely = isSlip || (what === 'element' && suggested !== undefined);
	return what === 'text' || isLikely ? 'warning' : 'hint';
}

/** The unknown names of a document; `neighbours` is what other connectors are written with. */
export function unknownNames(
	document: XmlDocument,
	kind: XmlName,
	neighbours: Usage,
): readonly UnknownName[] {
	const unknown: UnknownName[] = [];
	const candidates = new Candidates(kind, neighbours);
	const isWhole = isWellFormed(document);
	const closedHere = closed[kind].map(([element, attribute]) => ({
		element,
		attribute,
		fine: new Set<string>(),
	}));
	const isFine = (element: XmlElement) => {
		const content = contentOf(element);
		return content !== undefined && contentsWithoutUnknown.get(content) === neighbours;
	};
	const elements = elementsIn(document.children, element => (isFine(element) ? [] : element.children)).filter(
		element => !isFine(element),
	);
	const doubtful = new Set<XmlElement>();
	for (const element of elements) {
		const found = unknownAt(document, kind, element, closedHere, candidates);
		for (const each of found) {
			if (isWhole || each.what !== 'text' || each.suggested !== undefined) {
				unknown.push(each);
			}
		}
		let around = found.length > 0 ? element : undefined;
		for (; around && !doubtful.has(around); around = around.parent) {
			doubtful.add(around);
		}
	}
	for (const element of elements) {
		const content = doubtful.has(element) ? undefined : contentOf(element);
		if (content) {
			contentsWithoutUnknown.set(content, neighbours);
		}
	}
	return unknown;
}

/** By what they were compared with: in a document that is being typed, they need not be looked through again. */
const contentsWithoutUnknown = new WeakMap<object, Usage>();

/** Of an element without what is in it, but with the texts that stand directly there. */
function unknownAt(
	document: XmlDocument,
	kind: XmlName,
	element: XmlElement,
	closedHere: readonly ClosedAttribute[],
	candidates: Candidates,
): readonly UnknownName[] {
	const name = localName(element);
	const words = elementWords(kind, name);
	if (!words) {
		const isUnknown = name !== '' && element.startTagClosed && !candidates.isUsed(name);
		return isUnknown ? [unknownElement(element, candidates.suggestedElement(element))] : none;
	}
	const unknown = [...unknownAttributes(words, element, candidates)];
	for (const each of closedHere) {
		if (each.element === name) {
			unknown.push(...unknownValues(document, kind, element, each, candidates));
		}
	}
	unknown.push(...(element.children.length > 0 ? looseTexts(document, kind, element, candidates) : none));
	return unknown;
}

/** Of nearly all elements: a large document has a great many. */
const none: readonly UnknownName[] = [];

function unknownElement(element: XmlElement, suggested: string | undefined): UnknownName {
	const { name, nameStart: start, endTag } = element;
	const own = { start, end: start + name.length };
	const full = suggested === undefined ? undefined : prefixOf(element) + suggested;
	const ends =
		endTag?.name === name ? [{ start: endTag.nameStart, end: endTag.nameStart + name.length }] : [];
	return renamed({ what: 'element', name, ...own }, full, [own, ...ends]);
}

function unknownAttributes(
	{ attributes: known }: ElementWords,
	element: XmlElement,
	candidates: Candidates,
): readonly UnknownName[] {
	const unknown: XmlAttribute[] = [];
	for (const attribute of element.attributes) {
		if (!Object.hasOwn(known, attribute.name)) {
			unknown.push(attribute);
		}
	}
	if (unknown.length === 0) {
		return none;
	}
	const name = localName(element);
	return unknown
		.filter(attribute => attribute.value && !isOfXml(attribute.name))
		.filter(attribute => !candidates.usedAttributes(name).has(attribute.name))
		.map(attribute => {
			const own = { start: attribute.start, end: attribute.nameEnd };
			const suggested = candidates.suggestedAttribute(element, attribute.name);
			return renamed({ what: 'attribute', name: attribute.name, ...own }, suggested, [own]);
		});
}

function unknownValues(
	document: XmlDocument,
	kind: XmlName,
	element: XmlElement,
	{ attribute, fine }: ClosedAttribute,
	candidates: Candidates,
): readonly UnknownName[] {
	const range = attributeNamed(element, attribute)?.value;
	const written = range ? document.text.slice(range.innerStart, range.innerEnd) : '';
	if (!range || fine.has(written)) {
		return none;
	}
	const words = attributeWords(kind, element.name, attribute) ?? {};
	const values = writtenValues(document, range, words.separator !== undefined);
	const there = values.map(({ value }) => value);
	const found = values
		.filter(({ value }) => value !== '' && !hasToken(value) && knownValue(words, value) === undefined)
		.filter(({ value }) => !candidates.usedValues(localName(element), attribute).has(value))
		.map(({ start, value }) => {
			const own = { start, end: start + value.length };
			const suggested = candidates.suggestedValue(words, value, there);
			return renamed({ what: 'value', name: value, ...own }, suggested, [own]);
		});
	if (found.length === 0) {
		fine.add(written);
	}
	return found;
}

function writtenValues({ text }: XmlDocument, range: XmlValue, isList: boolean) {
	const whole = { start: range.innerStart, end: range.innerEnd };
	if (text.slice(whole.start, whole.end) !== valueText(text, range)) {
		return []; // Nothing that is known is written with references.
	}
	return (isList ? listItems(text, whole) : [whole]).map(({ start, end }) => ({
		start,
		value: text.slice(start, end),
	}));
}

function isOfXml(attribute: string): boolean {
	return attribute === 'xmlns' || /^(?:xmlns|xml|xsi):/.test(attribute);
}
