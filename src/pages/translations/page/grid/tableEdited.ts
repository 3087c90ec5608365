import type {
	TranslationRow,
	TranslationTable,
} from '../../../../core/connector/translations/translationTable';
import type { TypedText } from '../tableKept';

/** A text that is being edited. */
export interface EditedText {
	readonly row: TranslationRow;
	readonly locale: string;
	/** What there was to begin with; null if the locale lacked the key. */
	readonly before: string | null;
	/** What has been typed already. */
	readonly typed: string | undefined;
	readonly overwrite: boolean;
	/** Of the row in the table. */
	readonly place: number;
}

/** A text of a table as it is when people begin to edit it. */
export function editedIn(table: TranslationTable, row: TranslationRow, locale: string): EditedText {
	const before = row.texts[table.locales.indexOf(locale)] ?? null;
	return { row, locale, before, typed: undefined, overwrite: false, place: table.rows.indexOf(row) };
}

/** What people have begun to edit. Undefined if the locale has gone. */
export function editedAgain(
	table: TranslationTable,
	{ key, locale, text, before }: TypedText,
): EditedText | undefined {
	if (!table.locales.includes(locale)) {
		return undefined;
	}
	const known = table.rows.find(row => row.key === key);
	const row = known ?? { key, family: '', isUsed: false, texts: table.locales.map(() => null) };
	const place = known ? table.rows.indexOf(known) : table.rows.length;
	return { row, locale, before, typed: text, overwrite: false, place };
}
