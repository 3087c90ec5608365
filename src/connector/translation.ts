import type { PropertiesDocument, PropertiesEntry } from '../properties/parse';
import { perDocument } from './perDocument';

/** The entries that count, by key: of several with one key, the last. */
export const textsIn = perDocument(
	({ entries }: PropertiesDocument): ReadonlyMap<string, PropertiesEntry> =>
		new Map(entries.map(entry => [entry.key, entry])),
);
