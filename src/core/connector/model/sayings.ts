import { formVocabulary } from '../vocabulary/vocabularyForm';
import { contentOf } from '../../xml/read/moved';
import { elementsOf, type XmlAttribute, type XmlDocument, type XmlElement } from '../../xml/tree';
import { valueText } from '../../xml/values';
import { perDocument } from '../perDocument';
import type { Mention } from './mention';

/** Attributes of a form whose values are keys of the translations, whatever element they stand on. */
const labelAttributes: ReadonlySet<string> = new Set(
	Object.values(formVocabulary).flatMap(({ attributes }) =>
		Object.keys(attributes).filter(name => attributes[name]?.names === 'label'),
	),
);

export const isLabelAttribute = (name: string) => labelAttributes.has(name);

/** What an attribute says, and which one of its element it is: the same in all versions of a text that have it unchanged. */
export interface Saying {
	readonly attribute: string;
	/** Decoded; never empty. */
	readonly name: string;
	readonly index: number;
}

/** What an element of a form says in its attributes. */
export interface Sayings {
	readonly name: Saying | undefined;
	readonly type: Saying | undefined;
	readonly value: Saying | undefined;
	readonly label: Saying | undefined;
	readonly parentKey: Saying | undefined;
	readonly parentValue: Saying | undefined;
	/** All that are keys of the translations. */
	readonly labels: readonly Saying[];
}

export const nothingSaid: Sayings = {
	...{ name: undefined, type: undefined, value: undefined, label: undefined },
	...{ parentKey: undefined, parentValue: undefined, labels: [] },
};

/** What each element of a document says, in the order of `elementsOf`. What an edit leaves as it is, is not read again. */
export const sayingsIn = perDocument((document: XmlDocument): readonly Sayings[] => {
	const all: Sayings[] = [];
	const parts = new Map<XmlElement, Part>();
	let part: Part = { around: undefined, sayings: [], next: 0 };
	elementsOf(document).forEach(element => {
		const { parent } = element;
		if (!parent || element.children.length > 0) {
			part = { around: element, sayings: sayingsAt(document, element), next: 0 };
			parts.set(element, part);
		} else if (part.around !== parent) {
			part = parts.get(parent) ?? part;
		}
		all.push(part.sayings[part.next++] ?? nothingSaid);
	});
	return all;
});

/** How much of what was read at once has been passed on. */
interface Part {
	readonly around: XmlElement | undefined;
	readonly sayings: readonly Sayings[];
	next: number;
}

/** What an element says, and then each of those in it that have nothing in them. */
function sayingsAt({ text }: XmlDocument, element: XmlElement): readonly Sayings[] {
	const content = contentOf(element);
	const known = content && sayingsOfContents.get(content);
	if (known) {
		return known;
	}
	const sayings = [readSayings(text, element)];
	for (const child of element.children) {
		if (child.kind === 'element' && child.children.length === 0) {
			sayings.push(readSayings(text, child));
		}
	}
	if (content) {
		sayingsOfContents.set(content, sayings);
	}
	return sayings;
}

const sayingsOfContents = new WeakMap<object, readonly Sayings[]>();

function readSayings(text: string, { attributes }: XmlElement): Sayings {
	const said = (name: string) =>
		sayingAt(
			text,
			attributes,
			attributes.findIndex(each => each.name === name),
		);
	return {
		name: said('name'),
		type: said('type'),
		value: said('value'),
		label: said('label'),
		parentKey: said('parentKey'),
		parentValue: said('parentValue'),
		labels: attributes.flatMap(
			({ name }, index) => (isLabelAttribute(name) && sayingAt(text, attributes, index)) || [],
		),
	};
}

function sayingAt(text: string, attributes: readonly XmlAttribute[], index: number): Saying | undefined {
	const attribute = attributes[index];
	const name = attribute?.value ? valueText(text, attribute.value) : '';
	return attribute && name !== '' ? { attribute: attribute.name, name, index } : undefined;
}

/** What an element says, as a mention whose place is looked up when somebody asks for it: of a large form, few are asked for. */
export function mentionOfSaying(element: XmlElement, saying: Saying): Mention;
export function mentionOfSaying(element: XmlElement, saying: Saying | undefined): Mention | undefined;
export function mentionOfSaying(element: XmlElement, saying: Saying | undefined): Mention | undefined {
	return saying && new SaidMention(element, saying.name, saying.index);
}

class SaidMention implements Mention {
	constructor(
		readonly element: XmlElement,
		readonly name: string,
		private readonly index: number,
	) {}

	get attribute(): XmlAttribute {
		const attribute = this.element.attributes[this.index];
		if (!attribute) {
			throw new Error(`Nothing says ${this.name} any more`);
		}
		return attribute;
	}

	get range() {
		const { innerStart: start, innerEnd: end } = this.attribute.value ?? { innerStart: 0, innerEnd: 0 };
		return { start, end };
	}
}
