import type { TextRange } from '../../text/textEdit';
import { cursorAt } from '../../xml/cursor';
import { attributeText } from '../../xml/values';
import type { XmlDocument } from '../../xml/tree';
import type { XmlName } from '../documentName';
import { localName } from '../model/mention';
import { attributeWords } from './vocabulary';
import { listItemAt } from './vocabularyLists';
import type { Usage } from './vocabularyUsage';

/** A word of a document: an element, an attribute of one, or a value of that. */
export interface Word extends TextRange {
	/** Without the prefix of its namespace. */
	readonly element: string;
	readonly attribute?: string;
	/** Decoded, unless it is one of several. */
	readonly value?: string;
	/** How many connectors have it. */
	readonly connectors: number;
}

/** The word of which a character stands at `offset`. */
export function wordAt(kind: XmlName, document: XmlDocument, offset: number, usage: Usage): Word | undefined {
	const cursor = cursorAt(document, offset);
	switch (cursor?.kind) {
		case undefined:
		case 'text':
			return undefined;
		case 'element-name':
		case 'end-tag-name': {
			const { start, end } = cursor;
			const element = cursor.element && localName(cursor.element);
			return element ? { element, start, end, connectors: usage.element(element) } : undefined;
		}
		case 'attribute-name': {
			// A cursor before a name could begin another one.
			const { element } = cursor;
			const attribute = cursor.attribute ?? element.attributes.find(({ start }) => start === offset);
			if (!attribute) {
				return undefined;
			}
			const { name, start, nameEnd: end } = attribute;
			const connectors = usage.attributes(localName(element)).get(name) ?? 0;
			return { element: localName(element), attribute: name, start, end, connectors };
		}
		case 'attribute-value': {
			const element = localName(cursor.element);
			const { name: attribute } = cursor.attribute;
			const isList = attributeWords(kind, element, attribute)?.separator !== undefined;
			const { start, end } = isList ? listItemAt(document.text, cursor, offset) : cursor;
			const written = document.text.slice(start, end);
			const value = isList ? written : (attributeText(document.text, cursor.element, attribute) ?? '');
			const connectors = isList ? 0 : (usage.values(element, attribute).get(written) ?? 0);
			return value === '' ? undefined : { element, attribute, value, start, end, connectors };
		}
	}
}
