import type { TranslationRow, TranslationTable } from '../../connector/translationTable';
import type { FromTablePage } from '../tableMessages';

/** A text that the extension has been asked to set. */
export type TextChange = Extract<FromTablePage, { type: 'setText' }>;

/** The table after it, but with the objects of the table before wherever nothing has changed. */
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

/** The table as it will be. */
export function withChanges(table: TranslationTable, changes: readonly TextChange[]): TranslationTable {
	return changes.reduce(withChange, table);
}

function withChange(table: TranslationTable, { key, locale, text }: TextChange): TranslationTable {
	const column = table.locales.indexOf(locale);
	return {
		...table,
		rows: table.rows.map(row => (row.key === key ? { ...row, texts: row.texts.with(column, text) } : row)),
	};
}

/** The table with this row: without texts, at its place, if the key has vanished. */
export function withRow(table: TranslationTable, row: TranslationRow, place: number): TranslationTable {
	if (table.rows.some(({ key }) => key === row.key)) {
		return table;
	}
	const bare = { ...row, texts: table.locales.map(() => null) };
	return { ...table, rows: table.rows.toSpliced(place, 0, bare) };
}

function isSameRow(one: TranslationRow, other: TranslationRow): boolean {
	return one.family === other.family && one.isUsed === other.isUsed && isSameList(one.texts, other.texts);
}

function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
	return one.length === other.length && one.every((item, index) => item === other[index]);
}
