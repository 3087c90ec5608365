import type { TextRange } from '../text/textEdit';
import { attributeText } from '../xml/values';
import { elementsOf, type XmlDocument, type XmlElement } from '../xml/tree';
import type { XmlName } from './documentName';
import { isFieldType } from './fieldTypes';
import { attributeWords, elementWords } from './vocabulary';
import { listItems } from './vocabularyLists';
import type { Usage } from './vocabularyUsage';

/** A name that is neither known nor used by another connector; it may be right all the same. */
export interface UnknownName extends TextRange {
	readonly code: 'name-unknown';
	readonly what: 'element' | 'attribute' | 'value';
	readonly name: string;
}

/** Values of attributes that have no others, as far as is known. */
const closed: Readonly<Record<XmlName, readonly (readonly [element: string, attribute: string])[]>> = {
	'source-config': [['Field', 'type']],
	'source-template': [['Application', 'featuresString']],
	'correlation-config': [
		['Filter', 'operation'],
		['Filter', 'matchMode'],
		['CompositeFilter', 'operation'],
	],
};

/** The unknown names of a document; `neighbours` is what other connectors are written with. */
export function unknownNames(
	document: XmlDocument,
	kind: XmlName,
	neighbours: Usage,
): readonly UnknownName[] {
	const unknown: UnknownName[] = [];
	const usedAttributes = remember((element: string) => neighbours.attributes(element));
	const usedElements = remember((element: string) => neighbours.element(element));
	const usedValues = remember((value: string) => {
		const [element = '', attribute = ''] = value.split('@');
		return new Set([...neighbours.values(element, attribute).keys()].flatMap(list => list.split(/,\s*/)));
	});
	const report = (what: UnknownName['what'], name: string, start: number) =>
		unknown.push({ code: 'name-unknown', what, name, start, end: start + name.length });
	for (const element of elementsOf(document)) {
		const { name, nameStart } = element;
		if (!elementWords(kind, name)) {
			if (name !== '' && element.startTagClosed && usedElements(name) === 0) {
				report('element', name, nameStart);
			}
			continue;
		}
		for (const attribute of element.attributes) {
			const isKnown = isOfXml(attribute.name) || attributeWords(kind, name, attribute.name) !== undefined;
			if (!isKnown && attribute.value && !usedAttributes(name).has(attribute.name)) {
				report('attribute', attribute.name, attribute.start);
			}
		}
		for (const [, attribute] of closed[kind].filter(([each]) => each === name)) {
			const known = attributeWords(kind, name, attribute)?.values ?? [];
			for (const { start, value } of valuesOf(document, kind, element, attribute)) {
				const isKnown = kind === 'source-config' ? isFieldType(value) : known.includes(value);
				if (!isKnown && !usedValues(`${name}@${attribute}`).has(value)) {
					report('value', value, start);
				}
			}
		}
	}
	return unknown;
}

function valuesOf(document: XmlDocument, kind: XmlName, element: XmlElement, name: string) {
	const range = element.attributes.find(attribute => attribute.name === name)?.value;
	const text = attributeText(document.text, element, name);
	if (!range || text === undefined) {
		return [];
	}
	const whole = { start: range.innerStart, end: range.innerEnd };
	if (document.text.slice(whole.start, whole.end) !== text) {
		return []; // Nothing that is known is written with references.
	}
	const isList = attributeWords(kind, element.name, name)?.separator !== undefined;
	return (isList ? listItems(document.text, whole) : [whole])
		.map(({ start, end }) => ({ start, value: document.text.slice(start, end) }))
		.filter(({ value }) => value !== '');
}

function isOfXml(attribute: string): boolean {
	return attribute === 'xmlns' || attribute.startsWith('xmlns:') || attribute.startsWith('xml:');
}

function remember<Result>(find: (key: string) => Result): (key: string) => Result {
	const known = new Map<string, { readonly result: Result }>();
	return key => {
		const found = known.get(key) ?? { result: find(key) };
		known.set(key, found);
		return found.result;
	};
}
