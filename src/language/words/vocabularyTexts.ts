import type { XmlName } from '../../core/connector/documentName';
import { attributeWords, knownValue } from '../../core/connector/vocabulary/vocabulary';
import { applicationTexts } from './vocabularyApplicationTexts';
import { correlationTexts } from './vocabularyCorrelationTexts';
import { formTexts } from './vocabularyFormTexts';
import type { WordTexts } from './wordTexts';

const texts: Readonly<Record<XmlName, WordTexts>> = {
	'source-config': formTexts,
	'source-template': applicationTexts,
	'correlation-config': correlationTexts,
};

/** What an element is, an attribute of it, or a value of that; undefined if there is nothing to say of it. */
export function describe(
	kind: XmlName,
	element: string,
	attribute?: string,
	value?: string,
): string | undefined {
	const words = attribute === undefined ? undefined : attributeWords(kind, element, attribute);
	const known = value !== undefined && words ? (knownValue(words, value) ?? value) : value;
	const key = [element, attribute && `@${attribute}`, known !== undefined && `=${known}`]
		.filter(Boolean)
		.join('');
	return Object.hasOwn(texts[kind], key) ? texts[kind][key]?.() : undefined;
}
