import { spellingOf, type Spelling } from '../../properties/escape';
import type { PropertiesDocument, PropertiesEntry } from '../../properties/parse';
import type { ConnectorDocuments } from '../connectorDocuments';
import { perDocument } from '../perDocument';

/** The entries that count, by key: of several with one key, the last. */
export const textsIn = perDocument(
	({ entries }: PropertiesDocument): ReadonlyMap<string, PropertiesEntry> =>
		new Map(entries.map(entry => [entry.key, entry])),
);

/** The entries that count, but for those that only repeat their key. */
export const translatedIn = perDocument(
	(document: PropertiesDocument): ReadonlyMap<string, PropertiesEntry> =>
		new Map([...textsIn(document)].filter(([key, { value }]) => isTranslated(key, value))),
);

/** Not if the text repeats its key, which people would read without it. */
export function isTranslated(key: string, text: string | null | undefined): text is string {
	return typeof text === 'string' && text !== key;
}

/** How a translation escapes letters; as the connector's others do, if it has none to show it. */
export function spellingIn({ translations }: ConnectorDocuments, document: PropertiesDocument): Spelling {
	return spellingOf(document, translations.values());
}
