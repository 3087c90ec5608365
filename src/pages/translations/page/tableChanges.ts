import { isSameList, isSameRow } from '../../../core/connector/translations/tableRows';
import type { TranslationRow, TranslationTable } from '../../../core/connector/translations/translationTable';
import type { SetText } from '../tableMessages';

/** The new table, with the objects of the old one wherever nothing has changed. */
export function withSameObjects(
	before: TranslationTable | undefined,
	after: TranslationTable,
): TranslationTable {
	if (!before) {
		return after;
	}
	const known = new Map(before.rows.map(row => [row.key, row]));
	const rows = after.rows.map(row => {
		const old = known.get(row.key);
		return old && isSameRow(old, row) ? old : row;
	});
	return {
		...after,
		locales: isSameList(before.locales, after.locales) ? before.locales : after.locales,
		rows: isSameList(before.rows, rows) ? before.rows : rows,
	};
}

/** The table with these rows instead of its own rows of the same keys. */
export function withRows(table: TranslationTable, rows: readonly TranslationRow[]): TranslationTable {
	if (rows.length === 0) {
		return table;
	}
	const others = new Map(rows.map(row => [row.key, row]));
	return { ...table, rows: table.rows.map(row => others.get(row.key) ?? row) };
}

/** The table as it will be once the changes are written. */
export function withChanges(table: TranslationTable, changes: readonly SetText[]): TranslationTable {
	return changes.reduce(withChange, table);
}

function withChange(table: TranslationTable, { key, locale, text }: SetText): TranslationTable {
	const column = table.locales.indexOf(locale);
	const row = table.rows.find(each => each.key === key);
	return row && column >= 0 ? withRows(table, [{ ...row, texts: row.texts.with(column, text) }]) : table;
}

/** The table with this row: without texts, at its place, if the key has vanished. */
export function withRow(table: TranslationTable, row: TranslationRow, place: number): TranslationTable {
	if (table.rows.some(({ key }) => key === row.key)) {
		return table;
	}
	const bare = { ...row, texts: table.locales.map(() => null) };
	return { ...table, rows: table.rows.toSpliced(place, 0, bare) };
}
