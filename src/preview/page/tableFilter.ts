import type { TranslationRow, TranslationTable } from '../../connector/translationTable';

/** Which keys and locales people want to see. */
export interface TableFilter {
	readonly search: string;
	readonly onlyMissing: boolean;
	readonly use: 'all' | 'used' | 'unused';
	/** Undefined for the keys of all families. */
	readonly family: string | undefined;
	/** `en` is never among them. */
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

/** What there is to find, whatever the columns. */
export function shownColumns(
	locales: readonly string[],
	hiddenLocales: readonly string[],
): readonly TableColumn[] {
	return locales
		.map((locale, index) => ({ locale, index }))
		.filter(({ locale }) => locale === 'en' || !hiddenLocales.includes(locale));
}

/** The rows that fit a filter, the unused ones last; those of the keys in `staying` fit every filter. */
export function shownRows(
	{ locales, rows, hasForm }: TranslationTable,
	filter: TableFilter,
	staying: ReadonlySet<string>,
): readonly TranslationRow[] {
	const columns = shownColumns(locales, filter.hiddenLocales);
	const search = filter.search.toLowerCase();
	const family = rows.some(row => row.family === filter.family) ? filter.family : undefined;
	const fits = (row: TranslationRow) =>
		(!filter.onlyMissing || missingIn(row, columns) > 0) &&
		(!hasForm || filter.use === 'all' || row.isUsed === (filter.use === 'used')) &&
		(family === undefined || row.family === family) &&
		(search === '' || searchedText(row).includes(search));
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

function missingIn({ texts }: TranslationRow, columns: readonly TableColumn[]): number {
	return columns.reduce((sum, { index }) => sum + (texts[index] === null ? 1 : 0), 0);
}

const searchedTexts = new WeakMap<TranslationRow, string>();

/** All that a search looks at; a character that nobody types keeps the texts apart. */
function searchedText(row: TranslationRow): string {
	let text = searchedTexts.get(row);
	if (text === undefined) {
		text = [row.key, ...row.texts].join('\0').toLowerCase();
		searchedTexts.set(row, text);
	}
	return text;
}
