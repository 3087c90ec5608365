import type { PropertiesDocument } from '../properties/parse';
import { isWellFormed } from '../xml/problem';
import type { XmlDocument } from '../xml/tree';
import type { TextRange } from '../text/textEdit';
import {
	isTranslation,
	localeOf,
	translationOf,
	xmlNames,
	type DocumentName,
	type XmlName,
} from './documentName';

/** The documents of one connector as they are in editors or, where none shows them, as they were last seen. */
export interface ConnectorDocuments {
	readonly sourceConfig: XmlDocument | undefined;
	readonly sourceTemplate: XmlDocument | undefined;
	readonly correlationConfig: XmlDocument | undefined;
	/** By locale. */
	readonly translations: ReadonlyMap<string, PropertiesDocument>;
}

/** A place in one of a connector's documents. */
export interface DocumentRange extends TextRange {
	readonly document: DocumentName;
}

/** Whether an XML document is there and well-formed: in a malformed one, elements may be missing. */
export function isWhole(document: XmlDocument | undefined): document is XmlDocument {
	return document !== undefined && isWellFormed(document);
}

/** `en` first: it stands in where other locales have no text. */
export function translationsOf({
	translations,
}: ConnectorDocuments): readonly (readonly [locale: string, document: PropertiesDocument])[] {
	const all = [...translations];
	return [...all.filter(([locale]) => locale === 'en'), ...all.filter(([locale]) => locale !== 'en')];
}

/** The names of the documents that are there. */
export function documentNames(documents: ConnectorDocuments): readonly DocumentName[] {
	const locales = translationsOf(documents).map(([locale]) => translationOf(locale));
	return [...xmlNames.filter(name => xmlNamed(documents, name)), ...locales];
}

const xmlKeys = {
	'source-config': 'sourceConfig',
	'source-template': 'sourceTemplate',
	'correlation-config': 'correlationConfig',
} as const satisfies Record<XmlName, keyof ConnectorDocuments>;

export function xmlNamed(documents: ConnectorDocuments, name: XmlName): XmlDocument | undefined {
	return documents[xmlKeys[name]];
}

/** The documents with another XML document in the place of the one of this name. */
export function withXml(
	documents: ConnectorDocuments,
	name: XmlName,
	document: XmlDocument,
): ConnectorDocuments {
	return xmlNamed(documents, name) === document ? documents : { ...documents, [xmlKeys[name]]: document };
}

/** The text of a document; undefined if it is not there. */
export function textOf(documents: ConnectorDocuments, name: DocumentName): string | undefined {
	return isTranslation(name)
		? documents.translations.get(localeOf(name))?.text
		: xmlNamed(documents, name)?.text;
}
