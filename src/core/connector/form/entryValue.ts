import { childElements, type XmlDocument, type XmlElement } from '../../xml/tree';
import { attributeText, ownText } from '../../xml/values';
import { isTrue } from '../model/conditions';
import { localName } from '../model/mention';

/** What an entry of a source-template holds: a text, a Boolean, a List or a Map. */
export type EntryValue = string | boolean | readonly EntryValue[] | EntryMap;

export interface EntryMap {
	readonly pairs: readonly (readonly [key: string, value: EntryValue])[];
}

/** What stands in an entry, as its attribute or nested in it; undefined if it says nothing. */
export function entryValue(document: XmlDocument, entry: XmlElement): EntryValue | undefined {
	return readEntry(document, entry, deepest);
}

/** How many levels of values in values are read. */
export const deepest = 20;

function readEntry(document: XmlDocument, entry: XmlElement, levels: number): EntryValue | undefined {
	const written = attributeText(document.text, entry, 'value');
	if (written !== undefined) {
		return written;
	}
	const holder = childElements(entry).find(child => localName(child) === 'value') ?? entry;
	const [value] = childElements(holder);
	if (value) {
		return readValue(document, value, levels);
	}
	const text = ownText(document, holder).trim();
	return text === '' ? undefined : text;
}

function readValue(document: XmlDocument, element: XmlElement, levels: number): EntryValue | undefined {
	if (levels === 0) {
		return undefined;
	}
	switch (localName(element)) {
		case 'Boolean':
			return isTrue(ownText(document, element));
		case 'List':
		case 'Set':
			return childElements(element).flatMap(child => {
				const item = readValue(document, child, levels - 1);
				return item === undefined ? [] : [item];
			});
		case 'Map':
			return {
				pairs: childElements(element).flatMap(child => {
					const key = attributeText(document.text, child, 'key');
					return key === undefined ? [] : ([[key, readEntry(document, child, levels - 1) ?? '']] as const);
				}),
			};
		case 'String':
			return ownText(document, element);
		case 'null':
			return undefined;
		default:
			return ownText(document, element).trim();
	}
}

export function isMap(value: EntryValue | number | undefined): value is EntryMap {
	return typeof value === 'object' && 'pairs' in value;
}

export function isList(value: EntryValue | number | undefined): value is readonly EntryValue[] {
	return Array.isArray(value);
}
