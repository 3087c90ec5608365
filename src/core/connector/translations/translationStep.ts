import { createHash } from 'node:crypto';
import { parseProperties } from '../../properties/parse';
import { applyEdits, inverseEdits, type TextEdit } from '../../text/textEdit';
import { textOf, type ConnectorDocuments } from '../connectorDocuments';
import { localeOf, type TranslationName } from '../documentName';
import { labelTexts } from '../model/labels';
import { removeTextEdits, setTextEdits, type TranslationEdits } from './translationEdits';

/** What a key says in each locale; undefined where the locale does not have it. */
type Texts = ReadonlyMap<string, string | undefined>;

/** A key's texts at one end of an edit. */
export interface StepEnd {
	readonly texts: Texts;
	/** The hashes of the documents that the edit is about. */
	readonly documents: ReadonlyMap<TranslationName, string>;
	/** What leads there from the other end. */
	readonly edits: TranslationEdits;
}

/** An edit of a key's texts, or of whole translations, that can be taken back and made again. */
export interface Step {
	/** Undefined for whole translations. */
	readonly key: string | undefined;
	readonly before: StepEnd;
	readonly after: StepEnd;
}

/** The step that gave translations other texts. */
export function stepBetween(
	changes: ReadonlyMap<TranslationName, { readonly before: string; readonly after: string }>,
): Step {
	const endOf = (end: 'before' | 'after', other: 'before' | 'after'): StepEnd => ({
		texts: new Map(),
		documents: new Map([...changes].map(([name, texts]) => [name, hashOf(texts[end])])),
		edits: new Map(
			[...changes].map(([name, texts]) => [
				name,
				[{ start: 0, end: texts[other].length, newText: texts[end] }],
			]),
		),
	});
	return { key: undefined, before: endOf('before', 'after'), after: endOf('after', 'before') };
}

/** The step that these edits of a connector's translations make. */
export function stepOf(connector: ConnectorDocuments, key: string, edits: TranslationEdits): Step {
	const changes = [...edits].map(([name, forth]) => {
		const text = textOf(connector, name) ?? '';
		return { name, text, result: applyEdits(text, forth), back: inverseEdits(text, forth) };
	});
	const translations = new Map(connector.translations);
	for (const { name, result } of changes) {
		translations.set(localeOf(name), parseProperties(result));
	}
	return {
		key,
		before: {
			texts: textsOf(connector, key),
			documents: new Map(changes.map(({ name, text }) => [name, hashOf(text)])),
			edits: new Map(changes.map(({ name, back }) => [name, back])),
		},
		after: {
			texts: textsOf({ ...connector, translations }, key),
			documents: new Map(changes.map(({ name, result }) => [name, hashOf(result)])),
			edits,
		},
	};
}

/**
 * The edits from one end of a step to the other: back to the exact text of a document that is as the step left it, and to the
 * text of the key alone in one that has changed since. What is at the goal already stays.
 * @param key undefined for a step of whole translations
 * @param changed called with the first locale whose text is that of neither end
 */
export function editsTo(
	connector: ConnectorDocuments,
	key: string | undefined,
	start: StepEnd,
	goal: StepEnd,
	changed: (locale: string) => never,
): TranslationEdits {
	const now: Texts = key === undefined ? new Map() : textsOf(connector, key);
	const edits = new Map<TranslationName, readonly TextEdit[]>();
	for (const [name, exact] of goal.edits) {
		const locale = localeOf(name);
		const text = goal.texts.get(locale);
		const hash = hashOf(textOf(connector, name) ?? '');
		if (hash === start.documents.get(name)) {
			edits.set(name, exact);
		} else if (key === undefined && hash !== goal.documents.get(name)) {
			changed(locale);
		} else if (key !== undefined && hash !== goal.documents.get(name) && now.get(locale) !== text) {
			if (now.get(locale) !== start.texts.get(locale)) {
				changed(locale);
			}
			const near =
				text === undefined
					? removeTextEdits(connector, key, locale)
					: setTextEdits(connector, key, locale, text);
			near.forEach((each, document) => edits.set(document, each));
		}
	}
	return edits;
}

function textsOf(connector: ConnectorDocuments, key: string): Texts {
	return new Map(labelTexts(connector, key).map(({ locale, text }) => [locale, text]));
}

/** Kept instead of the text, as there may be many steps. */
function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('base64');
}
