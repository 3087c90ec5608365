import { translationsOf, type ConnectorDocuments } from '../connectorDocuments';
import { readForm } from '../model/form';
import { isText, labelKeysIn } from '../model/labels';
import type { ConnectorProblem } from '../problem';
import { translatedIn } from '../translations/translation';

/** Labels for which there is no text in `en`; where there is no `en`, those without a text in any locale. */
export function checkLabels(documents: ConnectorDocuments): ConnectorProblem[] {
	const { sourceConfig, translations } = documents;
	if (!sourceConfig || translations.size === 0) {
		return [];
	}
	const english = translations.get('en');
	const all = translationsOf(documents).map(([, document]) => translatedIn(document));
	const wanted = english ? [translatedIn(english)] : all;
	const hasEnglish = english !== undefined;
	const { placeholders, others } = labelKeysIn(sourceConfig);
	const untranslated = new Set(
		[...placeholders, ...others].filter(key => !wanted.some(texts => texts.has(key))),
	);
	if (untranslated.size === 0) {
		return [];
	}
	return readForm(sourceConfig)
		.labels.filter(({ name }) => untranslated.has(name))
		.filter(use => !isText(sourceConfig.text, use) || all.some(texts => texts.has(use.name)))
		.map(({ name: key, range }) => ({
			code: 'label-untranslated',
			document: 'source-config',
			...range,
			key,
			hasEnglish,
		}));
}
