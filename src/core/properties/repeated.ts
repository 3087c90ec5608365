import type { PropertiesDocument, PropertiesEntry } from './parse';

/** A key that several entries have. */
export interface RepeatedKey {
	readonly key: string;
	/** In the order of the text; Java takes the last. */
	readonly entries: readonly PropertiesEntry[];
}

/** The keys that are there more than once, in the order of the text. */
export function repeatedKeys({ entries }: PropertiesDocument): RepeatedKey[] {
	const byKey = new Map<string, PropertiesEntry[]>();
	for (const entry of entries) {
		const same = byKey.get(entry.key);
		if (same) {
			same.push(entry);
		} else {
			byKey.set(entry.key, [entry]);
		}
	}
	return [...byKey].filter(([, same]) => same.length > 1).map(([key, same]) => ({ key, entries: same }));
}
