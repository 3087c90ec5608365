import type { TextRange } from '../text/textEdit';
import { localPart } from './prefixes';
import type { XmlAttribute, XmlDocument, XmlElement } from './tree';
import { attributeNamed, attributeText, ownText, valueText } from './values';

/** An element as the outline shows it, without those in it. */
export interface OutlineItem extends TextRange {
	readonly element: XmlElement;
	/** Such as `Field HostURL`; never empty. */
	readonly name: string;
	/** What else tells it from others; often empty. */
	readonly detail: string;
	/** What the name was taken from. */
	readonly selection: TextRange;
}

/** What names an element of a kind, and what else is worth seeing. */
interface Telling {
	readonly names: readonly string[];
	readonly details?: readonly string[];
	/** Attributes that are worth seeing where they are true. */
	readonly flags?: readonly string[];
}

const telling: Readonly<Record<string, Telling>> = {
	Menu: { names: ['label', 'name'] },
	Section: { names: ['label', 'name'] },
	Field: { names: ['name', 'displayName'], details: ['type'], flags: ['required', 'hidden'] },
	Option: { names: ['label', 'value'], details: ['value'] },
	entry: { names: ['key'], details: ['value'] },
	Schema: { names: ['objectType', 'name'], details: ['nativeObjectType'] },
	AttributeDefinition: {
		names: ['name'],
		details: ['type'],
		flags: ['required', 'multi', 'entitlement', 'managed'],
	},
	Filter: { names: ['property'], details: ['operation', 'value'] },
	CompositeFilter: { names: ['operation'] },
	Reference: { names: ['name', 'id'], details: ['class'] },
};
const others: Telling = { names: ['name', 'key', 'label', 'objectType', 'property', 'value', 'id', 'class'] };

const longest = 80;

export function outlineItem(document: XmlDocument, element: XmlElement): OutlineItem {
	const { text } = document;
	const { name: tag, nameStart, start, end } = element;
	const kind = localPart(tag);
	const { names, details = [], flags = [] } = (Object.hasOwn(telling, kind) && telling[kind]) || others;
	const naming = firstWithValue(text, element, names);
	const value = naming?.value;
	const said = value ? inOneLine(valueText(text, value)) : '';
	const parts: string[] = [];
	for (const name of details) {
		const part = name === naming?.name ? '' : (attributeText(text, element, name) ?? '');
		if (part !== '' && part !== said) {
			parts.push(part);
		}
	}
	for (const flag of flags) {
		if (attributeText(text, element, flag) === 'true') {
			parts.push(flag);
		}
	}
	return {
		element,
		start,
		end,
		name: said === '' ? tag || '<' : `${tag || '<'} ${said}`,
		detail: inOneLine(parts.length > 0 ? parts.join(' ') : simpleText(document, element)),
		selection: value
			? { start: value.innerStart, end: value.innerEnd }
			: { start: nameStart, end: nameStart + tag.length },
	};
}

function firstWithValue(
	text: string,
	element: XmlElement,
	names: readonly string[],
): XmlAttribute | undefined {
	for (const name of names) {
		const attribute = attributeNamed(element, name);
		if (attribute?.value && valueText(text, attribute.value).trim() !== '') {
			return attribute;
		}
	}
	return undefined;
}

/** The text of an element that holds nothing else, be it in one element more, or in two. */
function simpleText(document: XmlDocument, element: XmlElement): string {
	let at = element;
	for (let depth = 0; depth < 3 && at.children.length > 0; depth++) {
		const [first, ...more] = at.children.filter(({ kind }) => kind === 'element');
		if (!first) {
			return ownText(document, at);
		}
		if (more.length > 0 || first.kind !== 'element') {
			return '';
		}
		at = first;
	}
	return '';
}

function inOneLine(text: string): string {
	if (text.length <= longest && !/\s/.test(text)) {
		return text;
	}
	const line = text
		.slice(0, 4 * longest)
		.trim()
		.replace(/\s+/g, ' ');
	return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
