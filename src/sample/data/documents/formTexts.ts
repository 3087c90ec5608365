import type { Locale } from '../../../core/api/wire';
import { textTable } from './textTable';

const columns: readonly Locale[] = ['en', 'de', 'fr', 'es', 'ja'];

const rows: ReadonlyMap<string, readonly string[]> = new Map(
	textTable
		.trim()
		.split('\n')
		.map(line => {
			const [key = '', ...texts] = line.split(' | ');
			return [key, texts];
		}),
);

/** A text of the simple forms. `{0}` in it stands for the connector's name. Throws if there is none. */
export function formText(key: string, locale: Locale): string {
	const texts = rows.get(key);
	const text = texts?.length === 1 ? texts[0] : texts?.[columns.indexOf(locale)];
	if (text === undefined) {
		throw new Error(`The table of texts has no ${key} for ${locale}.`);
	}
	return text;
}
