import { spellingOf, type Spelling } from '../../properties/escape';
import type { PropertiesDocument, PropertiesEntry } from '../../properties/parse';
import type { ConnectorDocuments } from '../connectorDocuments';
import { perDocument } from '../perDocument';

/** The entries that count, by key: of several with one key, the last. */
export const textsIn = perDocument(
	({ entries }: PropertiesDocument): ReadonlyMap<string, PropertiesEntry> =>
		new Map(entries.map(entry => [entry.key, entry])),
);

/** Those of the entries that count which have a text of their own. */
export const translatedIn = perDocument(
	(document: PropertiesDocument): ReadonlyMap<string, PropertiesEntry> =>
		new Map([...textsIn(document)].filter(([key, { value }]) => isTranslated(key, value))),
);

/** A text that repeats its key says what people read without it. */
export function isTranslated(key: string, text: string | null | undefined): text is string {
	return typeof text === 'string' && text !== key;
}

/** How a translation is spelled: one that has shown no spelling of its own is spelled as the others are. */
export function spellingIn({ translations }: ConnectorDocuments, document: PropertiesDocument): Spelling {
	return spellingOf(document, translations.values());
}
