import { addEdits } from './additions';
import { removeEdits } from '../../properties/removeEdits';
import type { PropertiesDocument } from '../../properties/parse';
import { valueEdit } from '../../properties/valueEdit';
import type { TextEdit } from '../../text/textEdit';
import { translationsOf, type ConnectorDocuments } from '../connectorDocuments';
import { translationOf, type TranslationName } from '../documentName';
import { readForm } from '../model/form';
import { spellingIn, textsIn, translatedIn } from './translation';

/** Edits that do not overlap, by translation. */
export type TranslationEdits = ReadonlyMap<TranslationName, readonly TextEdit[]>;

/** Gives a key another text in a locale, at its place in `en` if the locale lacks it. */
export function setTextEdits(
	connector: ConnectorDocuments,
	key: string,
	locale: string,
	text: string,
): TranslationEdits {
	return editsIn(connector, [locale], document => {
		const entry = textsIn(document).get(key);
		if (!entry) {
			return additions(connector, document, key, text);
		}
		return entry.value === text ? [] : [valueEdit(document, entry, text, spellingIn(connector, document))];
	});
}

/** Takes a key away from a locale, all entries that it has there. */
export function removeTextEdits(
	connector: ConnectorDocuments,
	key: string,
	locale: string,
): TranslationEdits {
	return editsIn(connector, [locale], document => entriesGone(document, key));
}

/** Adds a key with its text where people write a text first; the other locales lack it then. */
export function addKeyEdits(connector: ConnectorDocuments, key: string, text: string): TranslationEdits {
	const locale = mainLocale(connector);
	const document = locale === undefined ? undefined : connector.translations.get(locale);
	return locale === undefined || !document || translatedIn(document).has(key)
		? new Map()
		: setTextEdits(connector, key, locale, text);
}

/** The locale in which people write a text first: `en`, or the first one where there is no `en`. */
export function mainLocale(connector: ConnectorDocuments): string | undefined {
	return translationsOf(connector)[0]?.[0];
}

/** Gives a translation texts for keys that it has none for, in the order of `en` or of the first other one. */
export function completingEdits(
	connector: ConnectorDocuments,
	document: PropertiesDocument,
	texts: ReadonlyMap<string, string>,
): readonly TextEdit[] {
	const spelling = spellingIn(connector, document);
	const entries = textsIn(document);
	const other = translationsOf(connector).find(([, each]) => each !== document)?.[1];
	const added = new Map([...texts].filter(([key]) => !entries.has(key)));
	const changed = [...texts].flatMap(([key, text]) => {
		const entry = entries.get(key);
		return entry ? [valueEdit(document, entry, text, spelling)] : [];
	});
	return [...changed, ...addEdits(document, added, other && keysOf(other), spelling)];
}

/** Takes a key away from every locale. */
export function removeKeyEdits(connector: ConnectorDocuments, key: string): TranslationEdits {
	return editsIn(connector, localesOf(connector), document => entriesGone(document, key));
}

function entriesGone(document: PropertiesDocument, key: string): readonly TextEdit[] {
	return removeEdits(
		document,
		document.entries.filter(entry => entry.key === key),
	);
}

function additions(
	connector: ConnectorDocuments,
	document: PropertiesDocument,
	key: string,
	text: string,
): readonly TextEdit[] {
	const spelling = spellingIn(connector, document);
	return addEdits(document, new Map([[key, text]]), modelFor(connector, key), spelling);
}

/** The keys in whose order a new key is placed: those of `en`, or of the first other locale that has it, or of the form. */
function modelFor(connector: ConnectorDocuments, key: string): readonly string[] | undefined {
	const { sourceConfig } = connector;
	const other = translationsOf(connector).find(([, document]) => textsIn(document).has(key))?.[1];
	return other ? keysOf(other) : sourceConfig && readForm(sourceConfig).labels.map(({ name }) => name);
}

const keysOf = ({ entries }: PropertiesDocument) => entries.map(({ key }) => key);

function localesOf(connector: ConnectorDocuments): readonly string[] {
	return translationsOf(connector).map(([locale]) => locale);
}

/** Without the documents in which nothing changes. */
function editsIn(
	{ translations }: ConnectorDocuments,
	locales: readonly string[],
	editsOf: (document: PropertiesDocument) => readonly TextEdit[],
): TranslationEdits {
	return new Map(
		locales.flatMap(locale => {
			const document = translations.get(locale);
			const edits = document ? editsOf(document) : [];
			return edits.length > 0 ? [[translationOf(locale), edits] as const] : [];
		}),
	);
}
