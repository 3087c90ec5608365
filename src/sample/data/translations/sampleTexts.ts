import { rowsOf } from '../builders';
import type { Locale } from '../definition';
import { textsOfFields } from './textsOfFields';
import { textsOfForms } from './textsOfForms';
import { textsOfOptions } from './textsOfOptions';

/** The columns of the tables; a row with a single text has it in every locale. */
const columns: readonly Locale[] = ['en', 'de', 'fr', 'es', 'ja'];

/** The texts of all forms. `{0}` in a text stands for the connector's name. */
export class Vocabulary {
	private readonly rows = new Map<string, readonly string[]>();

	constructor() {
		for (const table of [textsOfForms, textsOfFields, textsOfOptions]) {
			for (const [key = '', ...texts] of rowsOf(table)) {
				this.rows.set(key, texts);
			}
		}
	}

	text(key: string, locale: Locale): string | undefined {
		const texts = this.rows.get(key);
		const text = texts?.length === 1 ? texts[0] : texts?.[columns.indexOf(locale)];
		return text?.replaceAll('\\n', '\n') || undefined;
	}
}
