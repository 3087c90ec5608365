import { visit } from 'jsonc-parser';
import { encryptedKeys, isCipherText } from '../api/source';
import { fieldTypeOf } from '../connector/model/fieldTypes';
import { localName } from '../connector/model/mention';
import { secretName } from '../connector/model/secretName';
import type { TextRange } from '../text/textEdit';
import { parseXml } from '../xml/parse';
import {
	elementsIn,
	elementsOf,
	type XmlDocument,
	type XmlElement,
	type XmlNode,
	type XmlText,
} from '../xml/tree';
import { attributeText } from '../xml/values';
import { secretMark } from './maskedText';

/** What is known to be secret in the documents of a connector. */
export interface KnownSecrets {
	/** The names of the fields that are filled in with secrets. */
	readonly fields: ReadonlySet<string>;
	/** Secrets as they are written in some document, each of which is one wherever else it stands. */
	readonly values: ReadonlySet<string>;
}

export const nothingKnown: KnownSecrets = { fields: new Set(), values: new Set() };

export type SecretLanguage = 'xml' | 'json' | 'properties';

/** The names of the fields of a form, or of what provisions accounts, that are filled in with secrets. */
export function secretFields(document: XmlDocument): ReadonlySet<string> {
	return new Set(
		elementsOf(document)
			.filter(element => isSecretField(document.text, element))
			.flatMap(element => attributeText(document.text, element, 'name') ?? []),
	);
}

/** What some documents say is secret, which may be of several times, beside what is known. */
export function secretsOf(documents: readonly XmlDocument[], known = nothingKnown): KnownSecrets {
	const fields = new Set([...known.fields, ...documents.flatMap(document => [...secretFields(document)])]);
	const values = documents.flatMap(({ text }) =>
		secretRanges(text, 'xml', { ...nothingKnown, fields }).map(({ start, end }) => text.slice(start, end)),
	);
	return { fields, values: new Set([...known.values, ...values.filter(isUnmistakable)]) };
}

/** What nobody writes by chance. */
function isUnmistakable(value: string): boolean {
	return value.length >= 8 && /[^a-z\s]/i.test(value) && !isPlain(value);
}

/**
 * Where secrets stand in a text: values of secret fields, what the keys of an entry say is one, cipher text, and what is known
 * to be one. What looks like the name of a secret counts as one, so that it is not taken for that.
 */
export function secretRanges(
	text: string,
	language: SecretLanguage,
	known: KnownSecrets,
): readonly TextRange[] {
	const found =
		language === 'xml' ? inXml(parseXml(text), known.fields) : language === 'json' ? inJson(text, known) : [];
	const names = [...text.matchAll(secretMark)].map(({ index, 0: { length } }) => ({
		start: index,
		end: index + length,
	}));
	return merged([...found, ...names, ...[...known.values].flatMap(value => placesOf(value, text))]);
}

function inXml(document: XmlDocument, fields: ReadonlySet<string>): readonly TextRange[] {
	const { text } = document;
	const elements = elementsOf(document);
	const encrypted = elements
		.filter(element => attributeText(text, element, 'key') === 'encrypted')
		.flatMap(valuesIn)
		.flatMap(({ start, end }) => [...encryptedKeys(text.slice(start, end))]);
	const keys = new Set([...fields, ...secretFields(document), ...encrypted].filter(key => key !== ''));
	const cipher = elements
		.flatMap(element => [...attributeRanges(element), ...textRanges([element])])
		.filter(({ start, end }) => isCipherText(text.slice(start, end).trim()));
	return [
		...elements.flatMap(element => inElement(text, element, keys)),
		...cipher,
		...[...document.children, ...elements.flatMap(({ children }) => children)].flatMap(node =>
			inComment(text, node, keys),
		),
	];
}

function inElement(text: string, element: XmlElement, keys: ReadonlySet<string>): readonly TextRange[] {
	const name = attributeText(text, element, 'name') ?? '';
	const key = attributeText(text, element, 'key') ?? '';
	// In a form that is being changed, a field may have another type than the one with which it was filled in.
	if (isSecretField(text, element) || (isField(element) && keys.has(name)) || keys.has(key)) {
		return valuesIn(element);
	}
	const named = secretName.test(key) ? valuesIn(element) : [];
	const own = secretName.test(name) ? attributeRanges(element, valueNames) : [];
	return [...named, ...own].filter(({ start, end }) => !isPlain(text.slice(start, end), key || name));
}

/** People put aside in comments what is to come back. */
function inComment(text: string, node: XmlNode, keys: ReadonlySet<string>): readonly TextRange[] {
	if (node.kind !== 'comment' && node.kind !== 'cdata') {
		return [];
	}
	const { start: from, end } = insideOf(node);
	const inside = text.slice(from, end);
	return inside.includes('<')
		? inXml(parseXml(inside), keys).map(range => ({ start: from + range.start, end: from + range.end }))
		: [];
}

function isField(element: XmlElement): boolean {
	return localName(element) === 'Field';
}

function isSecretField(text: string, element: XmlElement): boolean {
	return isField(element) && fieldTypeOf(attributeText(text, element, 'type')).isSecret === true;
}

const valueNames = ['value', 'defaultValue'];

/** The values of an element and of what is in it, and all texts in it. */
function valuesIn(element: XmlElement): readonly TextRange[] {
	const inside = elementsIn(element.children);
	return [
		...[element, ...inside].flatMap(each => attributeRanges(each, valueNames)),
		...textRanges([element, ...inside]),
	].filter(({ start, end }) => start < end);
}

function attributeRanges({ attributes }: XmlElement, names?: readonly string[]): readonly TextRange[] {
	return attributes.flatMap(({ name, value }) =>
		value && (!names || names.includes(name)) ? [{ start: value.innerStart, end: value.innerEnd }] : [],
	);
}

function textRanges(elements: readonly XmlElement[]): readonly TextRange[] {
	return elements
		.flatMap(({ children }) => children)
		.flatMap(node => (node.kind === 'text' || node.kind === 'cdata' ? [insideOf(node)] : []));
}

const marks = { text: ['', ''], cdata: ['<![CDATA[', ']]>'], comment: ['<!--', '-->'] } as const;

/** What stands between the marks of a node. */
function insideOf({ kind, start, end, closed }: XmlText): TextRange {
	const [first, last] = marks[kind];
	return { start: start + first.length, end: closed ? end - last.length : end };
}

/** Names of what is a secret and not about one, such as the seconds for which a token is valid. */
const namesSecret = /(?:word|pwd|phrase|secret|token|credentials?|key)$/i;

/** What is certainly no secret, whatever its key is called. */
function isPlain(value: string, key = ''): boolean {
	return (
		/^\s*(?:true|false|https?:\/\/[^\s@?#]*|\$[({]?[\w.]+[)}]?\$?)?\s*$/i.test(value) ||
		(/^\s*\d{1,6}\s*$/.test(value) && !namesSecret.test(key))
	);
}

/** Texts below a member with such a name. */
function inJson(text: string, { fields }: KnownSecrets): readonly TextRange[] {
	const ranges: TextRange[] = [];
	visit(text, {
		onLiteralValue: (value, start, length, _line, _column, pathSupplier) => {
			if (typeof value !== 'string') {
				return;
			}
			const keys = pathSupplier().filter(key => typeof key === 'string');
			const isNamed = keys.some(key => secretName.test(key)) && !isPlain(value, keys.at(-1));
			if (isNamed || keys.some(key => fields.has(key)) || isCipherText(value)) {
				const isClosed = length > 1 && text[start + length - 1] === '"';
				ranges.push({ start: start + 1, end: start + length - (isClosed ? 1 : 0) });
			}
		},
	});
	return ranges.filter(({ start, end }) => start < end);
}

function placesOf(value: string, text: string): readonly TextRange[] {
	const places: TextRange[] = [];
	for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
		places.push({ start: at, end: at + value.length });
	}
	return places;
}

/** In their order; those that overlap become one. */
function merged(ranges: readonly TextRange[]): readonly TextRange[] {
	const whole: TextRange[] = [];
	for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
		const last = whole.at(-1);
		if (last && range.start < last.end) {
			whole[whole.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
		} else {
			whole.push(range);
		}
	}
	return whole;
}
