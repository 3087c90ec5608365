import type { TranslationRow, TranslationTable } from './translationTable';

/** The rows that have changed; undefined if the table has other keys or locales than before. */
export function changedRows(
	before: TranslationTable,
	after: TranslationTable,
): readonly TranslationRow[] | undefined {
	const isSameShape =
		before.hasForm === after.hasForm &&
		isSameList(before.locales, after.locales) &&
		before.rows.length === after.rows.length &&
		before.rows.every(({ key }, index) => key === after.rows[index]?.key);
	return isSameShape
		? after.rows.filter((row, index) => {
				const old = before.rows[index];
				return !old || !isSameRow(old, row);
			})
		: undefined;
}

export function isSameRow(one: TranslationRow, other: TranslationRow): boolean {
	return one.family === other.family && one.isUsed === other.isUsed && isSameList(one.texts, other.texts);
}

export function isSameList<T>(one: readonly T[], other: readonly T[]): boolean {
	return one.length === other.length && one.every((item, index) => item === other[index]);
}
