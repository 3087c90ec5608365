import type { XmlName } from './documentName';
import { localPart } from './mention';
import { applicationWords } from './vocabularyApplication';
import { correlationWords } from './vocabularyCorrelation';
import { formWords } from './vocabularyForm';

/** The words that a kind of document is written with, by element. No schema is published: others may be right, too. */
export type Vocabulary = Readonly<Record<string, ElementWords>>;

export interface ElementWords {
	readonly children: readonly string[];
	readonly attributes: Readonly<Record<string, AttributeWords>>;
	readonly isOftenEmpty?: boolean;
	/** A text stands in it; these are known. */
	readonly texts?: readonly string[];
}

export interface AttributeWords {
	readonly values?: readonly string[];
	/** An element that is begun gets it. */
	readonly required?: boolean;
	/** What it starts with in an element that is begun. */
	readonly usual?: string;
	/** The same, by the element around that one. */
	readonly usualIn?: Readonly<Record<string, string>>;
	/** Its values are the same in upper and lower case. */
	readonly ignoresCase?: boolean;
	/** Several values may stand in it, with this between them. */
	readonly separator?: string;
	readonly names?: Named;
	/** What other connectors have there is of no use. */
	readonly own?: boolean;
}

/** What a value names that stands elsewhere in the connector's documents. */
export type Named =
	/** A key of the translations. */
	| 'label'
	/** A field of the form. */
	| 'field'
	/** A value that the field in `parentKey` may have. */
	| 'parent-value'
	/** A value that the field itself may have. */
	| 'field-value'
	/** A field of the form that the template has no value of yet; in a schema, one of its settings. */
	| 'entry'
	| 'identity-attribute'
	/** An attribute of the account schema. */
	| 'account-attribute'
	/** An attribute of the schema around it. */
	| 'schema-attribute'
	/** The object type of a schema. */
	| 'object-type';

const vocabularies: Readonly<Record<XmlName, { readonly root: string; readonly words: Vocabulary }>> = {
	'source-config': { root: 'Form', words: formWords },
	'source-template': { root: 'Application', words: applicationWords },
	'correlation-config': { root: 'CorrelationConfig', words: correlationWords },
};

/** The element that a document of this kind consists of. */
export function rootOf(kind: XmlName): string {
	return vocabularies[kind].root;
}

/** Undefined for an element that is not known. A prefix of its name does not matter. */
export function elementWords(kind: XmlName, element: string): ElementWords | undefined {
	const { words } = vocabularies[kind];
	const name = localPart(element);
	return Object.hasOwn(words, name) ? words[name] : undefined;
}

/** Whether an element is known to hold elements and no text. */
export function holdsElements(kind: XmlName, element: string): boolean {
	const words = elementWords(kind, element);
	return words !== undefined && words.children.length > 0 && words.texts === undefined;
}

/** A value as it is known, where that may be written in another case; undefined if it is not known. */
export function knownValue({ values, ignoresCase }: AttributeWords, value: string): string | undefined {
	return ignoresCase
		? values?.find(each => each.toLowerCase() === value.trim().toLowerCase())
		: values?.find(each => each === value);
}

/** Undefined for an attribute that is not known. */
export function attributeWords(
	kind: XmlName,
	element: string,
	attribute: string,
): AttributeWords | undefined {
	const attributes = elementWords(kind, element)?.attributes ?? {};
	return Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined;
}
