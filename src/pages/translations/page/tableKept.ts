import type { Cell } from './grid/tableCell';
import type { Refusal } from './tableState';
import { everything, type TableFilter } from './tableFilter';

/** What the page of a table keeps while it is not shown. */
export interface KeptTable {
	readonly folder: string;
	readonly filter: TableFilter;
	readonly active: Cell | undefined;
	readonly scroll: TableScroll;
	/** What people are typing into a cell. */
	readonly draft: TypedText | undefined;
	/** What people have typed of a key that is to be added; undefined if they are not about to. */
	readonly newKey: NewKey | undefined;
	/** Of texts that were not written. */
	readonly refusals: readonly Refusal[];
}

/** How far a table is scrolled. */
export interface TableScroll {
	/** The first line in sight. */
	readonly line: number;
	/** In pixels. */
	readonly left: number;
}

/** A text that has not been handed over yet. */
export interface TypedText {
	readonly key: string;
	readonly locale: string;
	readonly text: string;
	/** What the cell showed to begin with; null if the locale lacked the key. */
	readonly before: string | null;
}

export interface NewKey {
	readonly key: string;
	readonly text: string;
}

/** What was kept of a connector, or what there is to begin with. */
export function keptTableOf(folder: string, kept: KeptTable | undefined): KeptTable {
	const fresh = {
		folder,
		filter: everything,
		active: undefined,
		scroll: { line: 0, left: 0 },
		draft: undefined,
		newKey: undefined,
		refusals: [],
	};
	return kept?.folder === folder ? { ...fresh, ...kept, filter: { ...everything, ...kept.filter } } : fresh;
}

/** Keeps what is changed: at once, but how far people have scrolled as soon as there has been a moment of rest. */
export function keeper(kept: KeptTable, keep: (kept: KeptTable) => void, rest = 150) {
	let latest = kept;
	let timer: ReturnType<typeof setTimeout> | undefined;
	return (change: Partial<KeptTable>): void => {
		latest = { ...latest, ...change };
		clearTimeout(timer);
		if (Object.keys(change).some(name => name !== 'scroll')) {
			keep(latest);
		} else {
			timer = setTimeout(() => keep(latest), rest);
		}
	};
}
