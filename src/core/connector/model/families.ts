import type { TextRange } from '../../text/textEdit';
import type { PropertiesDocument, PropertiesEntry } from '../../properties/parse';

/** What a key of a translation is for, as its beginning says: `menuLabel_…` is of a menu. */
export type Family =
	| 'descriptions'
	| 'menus'
	| 'sections'
	| 'sectionInfos'
	| 'placeholders'
	| 'documentationLinks'
	| 'help'
	/** All others: fields, their options, and what else has a text. */
	| 'fields';

const beginnings: readonly (readonly [beginning: RegExp, family: Family])[] = [
	[/^shortDesc(?:_|$)/i, 'descriptions'],
	[/^menuLabel_/i, 'menus'],
	[/^sectionLabel_/i, 'sections'],
	[/^sectionInfo_/i, 'sectionInfos'],
	[/^placeHolder_/i, 'placeholders'],
	[/^docLinkLabel_/i, 'documentationLinks'],
	[/^help(?:Key|Text)?_/i, 'help'],
];

export function familyOf(key: string): Family {
	return beginnings.find(([beginning]) => beginning.test(key))?.[1] ?? 'fields';
}

/** Entries of one family, in the order of the text. */
export interface FamilyGroup {
	readonly family: Family;
	readonly entries: readonly [PropertiesEntry, ...PropertiesEntry[]];
	/** Holds no entry of another family; if the families are mixed, it holds the first entry alone. */
	readonly range: TextRange;
}

/** The entries by family: those that stand together or, if the families are too mixed for that, all of a family. */
export function familyGroups({ entries }: PropertiesDocument): FamilyGroup[] {
	const runs: (Mutable & { readonly family: Family })[] = [];
	for (const entry of entries) {
		const family = familyOf(entry.key);
		const last = runs.at(-1);
		if (last?.family === family) {
			last.entries.push(entry);
		} else {
			runs.push({ family, entries: [entry] });
		}
	}
	const families = new Map<Family, Mutable>();
	for (const { family, entries: some } of runs) {
		const known = families.get(family);
		if (known) {
			some.forEach(entry => known.entries.push(entry));
		} else {
			families.set(family, { entries: [some[0], ...some.slice(1)] });
		}
	}
	const isMixed = runs.length > 2 * families.size;
	return isMixed
		? [...families].map(([family, group]) => ({ family, entries: group.entries, range: group.entries[0] }))
		: runs.map(({ family, entries: some }) => ({ family, entries: some, range: around(some) }));
}

interface Mutable {
	readonly entries: [PropertiesEntry, ...PropertiesEntry[]];
}

function around(entries: FamilyGroup['entries']): TextRange {
	return { start: entries[0].start, end: (entries.at(-1) ?? entries[0]).end };
}
