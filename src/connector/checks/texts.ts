import { rawRanges } from '../../properties/offsets';
import type { PropertiesDocument } from '../../properties/parse';
import { comparePlaceholders, valueProblems } from '../../properties/valueChecks';
import { translationsOf, type ConnectorDocuments } from '../connectorDocuments';
import { translationOf } from '../documentName';
import { perDocument } from '../perDocument';
import type { ConnectorProblem } from '../problem';
import { textsIn } from '../translation';

/** Texts whose HTML a browser would not show as it is meant. */
export function checkHtml(documents: ConnectorDocuments): ConnectorProblem[] {
	return translationsOf(documents).flatMap(([locale, translation]) => htmlIn(translation, locale));
}

/** Texts that do not have the placeholders of their texts in `en`. */
export function checkPlaceholders(documents: ConnectorDocuments): ConnectorProblem[] {
	const english = documents.translations.get('en');
	if (!english) {
		return [];
	}
	const wanted = placeholdersOf(english);
	const models = textsIn(english);
	return translationsOf(documents).flatMap(([locale, translation]) =>
		(translation === english ? [] : differencesOf(translation, wanted)).map(
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

/** By key what a text may have of placeholders, as JSON: it stays the same while something else is typed. */
const placeholdersOf = perDocument((translation: PropertiesDocument) =>
	JSON.stringify([...textsIn(translation)].map(([key, { value }]) => [key, aroundPlaceholders(value)])),
);

function aroundPlaceholders(text: string): string {
	return text.includes('%') ? text : (text.match(/[$#]?!?\{?\{[^{}]*\}\}?/g)?.join(' ') ?? '');
}

const differencesOf = perDocument((translation: PropertiesDocument, wanted: string) => {
	const models = new Map(JSON.parse(wanted) as readonly (readonly [key: string, placeholders: string])[]);
	return translation.entries.flatMap(entry => {
		const { key, value } = entry;
		const model = models.get(key);
		if (model === undefined || !(model !== '' || value.includes('{') || value.includes('%'))) {
			return [];
		}
		const rangeOf = rawRanges(translation, entry);
		return comparePlaceholders(value, model).map(({ code, placeholder, ...range }) => ({
			...rangeOf(range),
			key,
			placeholder,
			isMissing: code === 'placeholder-missing',
		}));
	});
});
