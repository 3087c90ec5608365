import { translationsOf, type ConnectorDocuments } from '../connectorDocuments';
import { readForm } from '../form';
import { isText } from '../labels';
import type { ConnectorProblem } from '../problem';
import { textsIn } from '../translation';

/** Labels for which there is no text in `en`; where there is no `en`, nobody knows what should be there. */
export function checkLabels(documents: ConnectorDocuments): ConnectorProblem[] {
	const { sourceConfig, translations } = documents;
	const english = translations.get('en');
	if (!english || !sourceConfig) {
		return [];
	}
	const texts = textsIn(english);
	const others = translationsOf(documents).map(([, document]) => textsIn(document));
	return readForm(sourceConfig)
		.labels.filter(({ key }) => !texts.has(key))
		.filter(use => !isText(sourceConfig.text, use) || others.some(other => other.has(use.key)))
		.map(({ key, range }) => ({ code: 'label-untranslated', document: 'source-config', ...range, key }));
}
