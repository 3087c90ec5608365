import { familyOf } from '../model/families';
import { rawRanges } from '../../properties/offsets';
import type { PropertiesDocument } from '../../properties/parse';
import { comparePlaceholders, valueProblems } from '../../text/html/valueChecks';
import type { XmlDocument } from '../../xml/tree';
import { translationsOf, type ConnectorDocuments } from '../connectorDocuments';
import { translationOf } from '../documentName';
import { labelKeysIn } from '../model/labels';
import { perDocument } from '../perDocument';
import type { ConnectorProblem } from '../problem';
import { textsIn } from '../translations/translation';

export const textChecks = [checkHtml, checkPlaceholders];

/** Texts whose HTML a browser would not show as it is meant. */
function checkHtml(documents: ConnectorDocuments): ConnectorProblem[] {
	return translationsOf(documents).flatMap(([locale, translation]) => htmlIn(translation, locale));
}

/** Texts that do not have the placeholders of their texts in `en`. */
function checkPlaceholders(documents: ConnectorDocuments): ConnectorProblem[] {
	const english = documents.translations.get('en');
	if (!english) {
		return [];
	}
	const wanted = placeholdersOf(english);
	const models = textsIn(english);
	const examples = examplesIn(english, documents.sourceConfig);
	return translationsOf(documents).flatMap(([locale, translation]) =>
		(translation === english ? [] : differencesOf(translation, wanted, examples)).map(
			({ key, ...difference }): ConnectorProblem => {
				const { valueStart: start, valueEnd: end } = models.get(key) ?? { valueStart: 0, valueEnd: 0 };
				return {
					code: 'placeholder-differs',
					document: translationOf(locale),
					...difference,
					key,
					locale,
					related: [{ document: 'translations/en', start, end }],
				};
			},
		),
	);
}

const htmlIn = perDocument((translation: PropertiesDocument, locale: string) =>
	translation.entries
		.filter(({ value }) => value.includes('<') || value.includes('&'))
		.flatMap(entry => {
			const rangeOf = rawRanges(translation, entry);
			return valueProblems(entry.value).map((html): ConnectorProblem => ({
				code: 'html-broken',
				document: translationOf(locale),
				...rangeOf(html),
				key: entry.key,
				locale,
				html,
			}));
		}),
);

/** By key the parts of a text that may be placeholders, as JSON: that stays the same while something else is typed. */
const placeholdersOf = perDocument((translation: PropertiesDocument) =>
	JSON.stringify([...textsIn(translation)].map(([key, { value }]) => [key, aroundPlaceholders(value)])),
);

function aroundPlaceholders(text: string): string {
	return text.includes('%') ? text : (text.match(/.{0,2}[$#]?!?\{?\{[^{}]*\}\}?/gs)?.join(' ') ?? '');
}

/**
 * As JSON the keys of examples of what to type: those used as placeholders only, and unused ones of that family. They stay the
 * same while other labels are typed.
 */
function examplesIn(english: PropertiesDocument, form: XmlDocument | undefined): string {
	const { placeholders, others } = form ? labelKeysIn(form) : noKeys;
	const isExample = (key: string) =>
		!others.has(key) && (placeholders.has(key) || familyOf(key) === 'placeholders');
	return JSON.stringify([...textsIn(english).keys()].filter(isExample));
}

const noKeys = { placeholders: new Set<string>(), others: new Set<string>() };

const differencesOf = perDocument((translation: PropertiesDocument, wanted: string, examples: string) => {
	const exampleKeys = new Set(JSON.parse(examples) as readonly string[]);
	const models = new Map(JSON.parse(wanted) as readonly (readonly [key: string, placeholders: string])[]);
	return translation.entries.flatMap(entry => {
		const { key, value } = entry;
		const model = models.get(key);
		if (model === undefined || !(model !== '' || value.includes('{') || value.includes('%'))) {
			return [];
		}
		const rangeOf = rawRanges(translation, entry);
		return comparePlaceholders(value, model, exampleKeys.has(key)).map(({ code, placeholder, ...range }) => ({
			...rangeOf(range),
			key,
			placeholder,
			isMissing: code === 'placeholder-missing',
		}));
	});
});
