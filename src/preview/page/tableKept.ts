import type { Cell } from './tableCell';
import { everything, type TableFilter } from './tableFilter';

/** What the page of a table keeps while it is not shown. */
export interface KeptTable {
	readonly folder: string;
	readonly filter: TableFilter;
	readonly active: Cell | undefined;
	readonly scroll: TableScroll;
}

/** How far a table is scrolled. */
export interface TableScroll {
	/** The first line in sight. */
	readonly line: number;
	/** In pixels. */
	readonly left: number;
}

/** What was kept of a connector, or what there is to begin with. */
export function keptOf(folder: string, kept: KeptTable | undefined): KeptTable {
	const fresh = { folder, filter: everything, active: undefined, scroll: { line: 0, left: 0 } };
	return kept?.folder === folder ? { ...fresh, ...kept, filter: { ...everything, ...kept.filter } } : fresh;
}

/** Keeps what is changed, as soon as there has been a moment of rest. */
export function keeper(kept: KeptTable, keep: (kept: KeptTable) => void, rest = 150) {
	let latest = kept;
	let timer: ReturnType<typeof setTimeout> | undefined;
	return (change: Partial<KeptTable>): void => {
		latest = { ...latest, ...change };
		clearTimeout(timer);
		timer = setTimeout(() => keep(latest), rest);
	};
}
