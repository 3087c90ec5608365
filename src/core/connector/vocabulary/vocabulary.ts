import type { XmlName } from '../documentName';
import { localPart } from '../../xml/prefixes';
import { applicationVocabulary } from './vocabularyApplication';
import { correlationVocabulary } from './vocabularyCorrelation';
import { formVocabulary } from './vocabularyForm';
import type { AttributeWords, ElementWords, Vocabulary } from './words';

const vocabularies: Readonly<Record<XmlName, { readonly root: string; readonly words: Vocabulary }>> = {
	'source-config': { root: 'Form', words: formVocabulary },
	'source-template': { root: 'Application', words: applicationVocabulary },
	'correlation-config': { root: 'CorrelationConfig', words: correlationVocabulary },
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

/** A value as the vocabulary spells it, whose case may not matter; undefined if it is not known. */
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
