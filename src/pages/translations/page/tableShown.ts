import { useMemo, useState } from 'preact/hooks';
import type { TranslationTable } from '../../../core/connector/translations/translationTable';
import { shownColumns, shownRows, type TableFilter } from './tableFilter';
import type { KeptTable } from './tableKept';

/** What people see of a table: its rows and columns by their filter, which is kept. */
export function useShownPart(
	table: TranslationTable,
	kept: KeptTable,
	keep: (change: Partial<KeptTable>) => void,
) {
	const [filter, setFilter] = useState(kept.filter);
	const [staying, setStaying] = useState<ReadonlySet<string>>(new Set());
	const rows = useMemo(() => shownRows(table, filter, staying), [table, filter, staying]);
	const columns = useMemo(
		() => shownColumns(table.locales, filter.hiddenLocales),
		[table.locales, filter.hiddenLocales],
	);
	return {
		filter,
		rows,
		columns,
		filterBy: (change: Partial<TableFilter>) => {
			const next = { ...filter, ...change };
			setFilter(next);
			setStaying(new Set());
			keep({ filter: next });
		},
		/** Whatever the filter, people go on seeing what they have changed. */
		stay: (key: string) => setStaying(before => new Set(before).add(key)),
	};
}
