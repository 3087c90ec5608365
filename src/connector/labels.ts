import { translationsOf, type ConnectorDocuments } from './connectorDocuments';
import type { LabelUse } from './form';
import { mentionIn } from './mention';
import { textsIn } from './translation';

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

/** What a form shows to people of a locale, and whose text it is: `en` stands in for others. */
export function shownLabel(
	{ translations }: ConnectorDocuments,
	key: string,
	wanted: string,
): { readonly locale: string; readonly text: string } | undefined {
	for (const locale of [wanted, 'en']) {
		const translation = translations.get(locale);
		const text = translation && textsIn(translation).get(key)?.value;
		if (text !== undefined) {
			return { locale, text };
		}
	}
	return undefined;
}

const keyLike = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** Whether a label is meant to be read as it stands: a sentence, an example in a placeholder, an option's own value. */
export function isText(text: string, { key, element, attribute }: LabelUse): boolean {
	return (
		!keyLike.test(key) ||
		(attribute.name === 'placeholder' && key.includes('.')) ||
		(attribute.name === 'label' && mentionIn(text, element, 'value')?.name === key)
	);
}
