import type { PropertiesDocument } from '../properties/parse';
import { isWellFormed } from '../xml/problem';
import type { XmlDocument } from '../xml/tree';
import type { TextRange } from '../text/textEdit';
import { isTranslation, localeOf, translationOf, type DocumentName, type XmlName } from './documentName';

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

/** Whether an XML document is there with everything in it: what is malformed may hide what stands behind it. */
export function isWhole(document: XmlDocument | undefined): document is XmlDocument {
	return document !== undefined && isWellFormed(document);
}

/** The one of the locale that others fall back to, first. */
export function translationsOf({
	translations,
}: ConnectorDocuments): readonly (readonly [locale: string, document: PropertiesDocument])[] {
	const all = [...translations];
	return [...all.filter(([locale]) => locale === 'en'), ...all.filter(([locale]) => locale !== 'en')];
}

/** Those that are there. */
export function namesOf(documents: ConnectorDocuments): readonly DocumentName[] {
	const locales = translationsOf(documents).map(([locale]) => translationOf(locale));
	return [...xmlNames.filter(name => xmlNamed(documents, name)), ...locales];
}

export function xmlNamed(documents: ConnectorDocuments, name: XmlName): XmlDocument | undefined {
	switch (name) {
		case 'source-config':
			return documents.sourceConfig;
		case 'source-template':
			return documents.sourceTemplate;
		case 'correlation-config':
			return documents.correlationConfig;
	}
}

/** The text of a document; undefined if it is not there. */
export function textOf(documents: ConnectorDocuments, name: DocumentName): string | undefined {
	return isTranslation(name)
		? documents.translations.get(localeOf(name))?.text
		: xmlNamed(documents, name)?.text;
}

export const xmlNames: readonly XmlName[] = ['source-config', 'source-template', 'correlation-config'];
