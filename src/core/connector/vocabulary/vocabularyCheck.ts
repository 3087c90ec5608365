import { isWellFormed } from '../../xml/problem';
import { elementsOf, type XmlAttribute, type XmlDocument, type XmlElement } from '../../xml/tree';
import { attributeNamed, attributeText } from '../../xml/values';
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

/** Attributes of which all values are known. */
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
	for (const element of elementsOf(document)) {
		const name = localName(element);
		const words = elementWords(kind, name);
		if (!words) {
			if (name !== '' && element.startTagClosed && !candidates.isUsed(name)) {
				unknown.push(unknownElement(element, candidates.suggestedElement(element)));
			}
			continue;
		}
		unknown.push(...unknownAttributes(words, element, candidates));
		for (const [each, attribute] of closed[kind]) {
			if (each === name) {
				unknown.push(...unknownValues(document, kind, element, attribute, candidates));
			}
		}
		for (const text of looseTexts(document, kind, element, candidates)) {
			if (isWhole || text.suggested !== undefined) {
				unknown.push(text);
			}
		}
	}
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
	const isUnknown = (attribute: XmlAttribute) => !Object.hasOwn(known, attribute.name);
	if (!element.attributes.some(isUnknown)) {
		return none;
	}
	const name = localName(element);
	return element.attributes
		.filter(isUnknown)
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
	attribute: string,
	candidates: Candidates,
): readonly UnknownName[] {
	const written = attributeNamed(element, attribute);
	if (!written) {
		return none;
	}
	const words = attributeWords(kind, element.name, attribute) ?? {};
	const values = writtenValues(document, element, written, words.separator !== undefined);
	const there = values.map(({ value }) => value);
	return values
		.filter(({ value }) => value !== '' && !hasToken(value) && knownValue(words, value) === undefined)
		.filter(({ value }) => !candidates.usedValues(localName(element), attribute).has(value))
		.map(({ start, value }) => {
			const own = { start, end: start + value.length };
			const suggested = candidates.suggestedValue(words, value, there);
			return renamed({ what: 'value', name: value, ...own }, suggested, [own]);
		});
}

function writtenValues(
	{ text }: XmlDocument,
	element: XmlElement,
	{ name, value: range }: XmlAttribute,
	isList: boolean,
) {
	if (!range) {
		return [];
	}

	const whole = { start: range.innerStart, end: range.innerEnd };
	if (text.slice(whole.start, whole.end) !== attributeText(text, element, name)) {
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
