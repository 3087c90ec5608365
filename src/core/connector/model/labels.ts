import { translationsOf, type ConnectorDocuments } from '../connectorDocuments';
import type { XmlDocument } from '../../xml/tree';
import { perDocument } from '../perDocument';
import { readForm } from './form';
import { mentionIn, type Mention } from './mention';
import { sayingsIn } from './sayings';
import { textsIn } from '../translations/translation';

/** What a key says in a locale; undefined if the locale does not have it. */
export interface LabelText {
	readonly locale: string;
	readonly text: string | undefined;
}

/** What a key says in each locale of a connector, `en` first. */
export function labelTexts(documents: ConnectorDocuments, key: string): readonly LabelText[] {
	return translationsOf(documents).map(([locale, translation]) => ({
		locale,
		text: textsIn(translation).get(key)?.value,
	}));
}

/** Gives what people read for a label in English or, where nobody has translated it, in another language. */
export function labelTextIn(documents: ConnectorDocuments): (key: string) => string | undefined {
	const texts = translationsOf(documents).map(([, translation]) => textsIn(translation));
	return key => texts.find(each => each.has(key))?.get(key)?.value;
}

/**
 * The locale of a connector that fits a wanted one best: the same in another spelling (`pt_BR` for `pt-br`), its language
 * (`de` for `de-AT`) or a region of it (`de-AT` for `de`); undefined if none does.
 */
export function localeFor({ translations }: ConnectorDocuments, wanted: string): string | undefined {
	const name = comparable(wanted);
	const locales = [...translations.keys()];
	return (
		locales.find(locale => locale === wanted) ??
		locales.find(locale => comparable(locale) === name) ??
		locales.find(locale => comparable(locale) === languageIn(name)) ??
		locales.find(locale => languageIn(comparable(locale)) === name)
	);
}

function comparable(locale: string): string {
	return locale.replaceAll('_', '-').toLowerCase();
}

function languageIn(locale: string): string {
	return locale.replace(/-.*/, '');
}

/** What a form shows for a key in a locale, and the locale of that text: `en` stands in where there is none. */
export function shownLabel(
	{ translations }: ConnectorDocuments,
	key: string,
	wanted: string,
): { readonly locale: string; readonly text: string } | undefined {
	for (const locale of [wanted, 'en']) {
		const translation = translations.get(locale);
		const text = translation && textsIn(translation).get(key)?.value;
		if (text !== undefined && text.trim() !== '') {
			return { locale, text };
		}
	}
	return undefined;
}

/** The keys of a form's labels: of its examples of what to type, and of all others. */
export const labelKeysIn = perDocument((document: XmlDocument) => {
	const placeholders = new Set<string>();
	const others = new Set<string>();
	for (const { labels } of readForm(document).root ? sayingsIn(document) : []) {
		for (const { attribute, name } of labels) {
			(attribute === 'placeholder' ? placeholders : others).add(name);
		}
	}
	return { placeholders, others, has: (key: string) => others.has(key) || placeholders.has(key) };
});

const keyLike = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** Whether a label is meant to be read as it stands: a sentence, an example in a placeholder, an option's own value. */
export function isText(text: string, { name, element, attribute }: Mention): boolean {
	return (
		!keyLike.test(name) ||
		(attribute.name === 'placeholder' && name.includes('.')) ||
		(attribute.name === 'label' && mentionIn(text, element, 'value')?.name === name)
	);
}
