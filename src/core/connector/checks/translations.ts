import { repeatedKeys } from '../../properties/repeated';
import type { PropertiesDocument } from '../../properties/parse';
import { spaceEnd } from '../../xml/characters';
import { contentOf } from '../../xml/read/moved';
import { childElements, elementsOf, type XmlDocument, type XmlElement, type XmlNode } from '../../xml/tree';
import { ownText, valueText } from '../../xml/values';
import { isWhole, translationsOf, type ConnectorDocuments } from '../connectorDocuments';
import { translationOf } from '../documentName';
import { readForm } from '../model/form';
import { labelKeysIn } from '../model/labels';
import { isLabelAttribute } from '../model/sayings';
import { perDocument } from '../perDocument';
import type { ConnectorProblem } from '../problem';
import { textsIn, translatedIn } from '../translations/translation';

export const translationChecks = [checkUnused, checkComplete, checkRepeated];

/** Translations that neither the form nor another attribute of the connector's XML names. */
function checkUnused(documents: ConnectorDocuments): ConnectorProblem[] {
	const { sourceConfig } = documents;
	if (!isWhole(sourceConfig) || !readForm(sourceConfig).root) {
		return [];
	}
	const all = translationsOf(documents);
	const used = usedKeys(
		documents,
		all.flatMap(([, translation]) => [...textsIn(translation).keys()]),
	);
	return all.flatMap(([locale, translation]) =>
		[...textsIn(translation)].flatMap(([key, { keyStart: start, keyEnd: end }]): ConnectorProblem[] =>
			used.has(key)
				? []
				: [{ code: 'translation-unused', document: translationOf(locale), start, end, key, locale }],
		),
	);
}

/** Those of some keys that are used: by the form, or as anything that the connector's XML says. */
export function usedKeys(
	{ sourceConfig, sourceTemplate }: ConnectorDocuments,
	keys: readonly string[],
): ReadonlySet<string> {
	const labels = sourceConfig ? labelKeysIn(sourceConfig) : new Set<string>();
	const used = new Set(keys.filter(key => labels.has(key) || key === ''));
	const others = new Set(keys.filter(key => !used.has(key)));
	for (const document of others.size > 0 ? [sourceConfig, sourceTemplate] : []) {
		for (const values of document ? valuesIn(document) : []) {
			const [few, many] = values.size < others.size ? [values, others] : [others, values];
			for (const value of few) {
				if (many.has(value)) {
					used.add(value);
				}
			}
		}
	}
	return used;
}

/** Locales that lack keys of other locales. If there is a form, only the keys that it uses count. */
function checkComplete(documents: ConnectorDocuments): ConnectorProblem[] {
	const { sourceConfig } = documents;
	const labels = sourceConfig && readForm(sourceConfig).root ? labelKeysIn(sourceConfig) : undefined;
	const isWanted = (key: string) => labels?.has(key) ?? true;
	const all = translationsOf(documents);
	const more = [...keysBeyondFirst(documents)].filter(isWanted);
	return all.flatMap(([locale, translation]) => {
		const lacking = all[0] ? comparedTo(translation, all[0][1]).lacking : [];
		// What repeats its key in the first one may well do so in this one, as in `Port=Port`.
		const texts = translation === all[0]?.[1] ? translatedIn(translation) : textsIn(translation);
		const beyond = more.filter(key => !texts.has(key));
		const missing = [...lacking.filter(isWanted), ...beyond];
		const { keyStart: start, keyEnd: end } = translation.entries[0] ?? { keyStart: 0, keyEnd: 0 };
		return missing.length > 0
			? [{ code: 'locale-incomplete', document: translationOf(locale), start, end, locale, missing }]
			: [];
	});
}

/** Entries that have no effect, since one with the same key follows. */
function checkRepeated(documents: ConnectorDocuments): ConnectorProblem[] {
	return translationsOf(documents).flatMap(([locale, translation]) => repeatedIn(translation, locale));
}

const repeatedIn = perDocument((translation: PropertiesDocument, locale: string) => {
	const document = translationOf(locale);
	return repeatedKeys(translation).flatMap(({ key, entries }) => {
		const places = entries.map(({ keyStart: start, keyEnd: end }) => ({ document, start, end }));
		const related = places.slice(-1);
		return places
			.slice(0, -1)
			.map((place): ConnectorProblem => ({ code: 'key-repeated', ...place, key, locale, related }));
	});
});

/** What other translations have beyond the keys of the first one. */
function keysBeyondFirst(documents: ConnectorDocuments): ReadonlySet<string> {
	const [first, ...others] = translationsOf(documents).map(([, translation]) => translation);
	return new Set(first ? others.flatMap(translation => comparedTo(translation, first).more) : []);
}

/** The keys that a translation has texts for, as JSON: they stay the same while most texts are typed. */
const keysIn = perDocument((translation: PropertiesDocument) =>
	JSON.stringify([...translatedIn(translation).keys()]),
);

/** The keys that a translation lacks, and those that it has beyond another one. */
function comparedTo(translation: PropertiesDocument, other: PropertiesDocument) {
	return comparedToKeys(translation, keysIn(other));
}

const comparedToKeys = perDocument((translation: PropertiesDocument, keys: string) => {
	const others = new Set(JSON.parse(keys) as readonly string[]);
	const texts = translatedIn(translation);
	return {
		lacking: [...others].filter(key => !texts.has(key)),
		more: [...texts.keys()].filter(key => !others.has(key)),
	};
});

/** Not for the white space between elements, of which there is most. */
const isSaid = (text: string, { kind, start, end }: XmlNode) =>
	kind === 'cdata' || (kind === 'text' && spaceEnd(text, start) < end);

/** All that a document says, part by part, but for the labels of a form. */
function valuesIn(document: XmlDocument): readonly ReadonlySet<string>[] {
	const isForm = readForm(document).root !== undefined;
	return elementsOf(document)
		.filter(element => element.children.length > 0 || !element.parent)
		.map(element => valuesAt(document, element, isForm));
}

/** What an element says, and those in it that have nothing in them. While a text is typed, most elements say the same again. */
function valuesAt(document: XmlDocument, element: XmlElement, isForm: boolean): ReadonlySet<string> {
	const content = contentOf(element);
	const known = content && valuesOfContents.get(content);
	if (known) {
		return known;
	}
	const values = new Set<string>();
	for (const each of [element, ...childElements(element).filter(({ children }) => children.length === 0)]) {
		for (const attribute of each.attributes) {
			const value = isForm && isLabelAttribute(attribute.name) ? undefined : attribute.value;
			if (value) {
				values.add(valueText(document.text, value));
			}
		}
	}
	if (element.children.some(child => isSaid(document.text, child))) {
		values.add(ownText(document, element).trim());
	}
	if (content) {
		valuesOfContents.set(content, values);
	}
	return values;
}

const valuesOfContents = new WeakMap<object, ReadonlySet<string>>();
