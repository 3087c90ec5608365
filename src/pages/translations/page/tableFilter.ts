import { isTranslated } from '../../../core/connector/translations/translation';
import type { TranslationRow, TranslationTable } from '../../../core/connector/translations/translationTable';

/** Which keys and locales people want to see. */
export interface TableFilter {
	readonly search: string;
	readonly onlyMissing: boolean;
	readonly use: 'all' | 'used' | 'unused';
	/** Undefined for the keys of all families. */
	readonly family: string | undefined;
	/** The one that is always shown is never among them. */
	readonly hiddenLocales: readonly string[];
}

export const everything: TableFilter = {
	search: '',
	onlyMissing: false,
	use: 'all',
	family: undefined,
	hiddenLocales: [],
};

/** A locale that is shown, and where its texts are in a row. */
export interface TableColumn {
	readonly locale: string;
	readonly index: number;
}

/** The locale that always has a column: `en`, or the first one where there is no `en`. */
export function constantLocale(locales: readonly string[]): string | undefined {
	return locales.includes('en') ? 'en' : locales[0];
}

/** The columns that are left when locales are hidden. */
export function shownColumns(
	locales: readonly string[],
	hiddenLocales: readonly string[],
): readonly TableColumn[] {
	const constant = constantLocale(locales);
	return locales
		.map((locale, index) => ({ locale, index }))
		.filter(({ locale }) => locale === constant || !hiddenLocales.includes(locale));
}

/** The rows that fit a filter, the unused ones last; those of the keys in `staying` fit every filter. */
export function shownRows(
	{ locales, rows, hasForm }: TranslationTable,
	filter: TableFilter,
	staying: ReadonlySet<string>,
): readonly TranslationRow[] {
	const columns = shownColumns(locales, filter.hiddenLocales);
	const search = filter.search.trim().toLowerCase();
	const family = rows.some(row => row.family === filter.family) ? filter.family : undefined;
	const fits = (row: TranslationRow) =>
		(!filter.onlyMissing || missingIn(row, columns) > 0) &&
		(!hasForm || filter.use === 'all' || row.isUsed === (filter.use === 'used')) &&
		(family === undefined || row.family === family) &&
		(search === '' || isFound(row, columns, search));
	const shown = rows.filter(row => staying.has(row.key) || fits(row));
	if (!hasForm) {
		return shown;
	}
	return [...shown.filter(({ isUsed }) => isUsed), ...shown.filter(({ isUsed }) => !isUsed)];
}

/** How many texts rows lack in the columns that are shown. */
export function missingTexts(rows: readonly TranslationRow[], columns: readonly TableColumn[]): number {
	return rows.reduce((sum, row) => sum + missingIn(row, columns), 0);
}

/** The families of a table by name, and how many keys each has. */
export function familiesOf(rows: readonly TranslationRow[]): readonly (readonly [string, number])[] {
	const counts = new Map<string, number>();
	for (const { family } of rows) {
		counts.set(family, (counts.get(family) ?? 0) + 1);
	}
	return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}

function missingIn(row: TranslationRow, columns: readonly TableColumn[]): number {
	return columns.reduce((sum, { index }) => sum + (lacksText(row, index) ? 1 : 0), 0);
}

/** Whether a locale has no text of its own for a key that it should have. What nobody uses, nobody misses. */
export function lacksText({ key, texts, isUsed }: TranslationRow, index: number): boolean {
	return isUsed && !isTranslated(key, texts[index]);
}

interface SearchedRow {
	readonly key: string;
	readonly texts: readonly (string | undefined)[];
}

const searchedRows = new WeakMap<TranslationRow, SearchedRow>();

function isFound(row: TranslationRow, columns: readonly TableColumn[], search: string): boolean {
	const { key, texts } = searchedRows.get(row) ?? searched(row);
	return key.includes(search) || columns.some(({ index }) => texts[index]?.includes(search));
}

function searched(row: TranslationRow): SearchedRow {
	const { key, texts } = row;
	const result = { key: key.toLowerCase(), texts: texts.map(text => text?.toLowerCase()) };
	searchedRows.set(row, result);
	return result;
}
