import { encryptedKeys, isCipherText } from '../api/source';
import { fieldTypeOf } from '../connector/model/fieldTypes';
import { localName } from '../connector/model/mention';
import { secretName } from '../connector/model/secretName';
import type { TextRange } from '../text/textEdit';
import { parseXml } from '../xml/parse';
import { elementsIn, elementsOf, type XmlDocument, type XmlElement } from '../xml/tree';
import { attributeText } from '../xml/values';

/** The names of the fields of a form, or of what provisions accounts, that are filled in with secrets. */
export function secretFields(document: XmlDocument): ReadonlySet<string> {
	return new Set(
		elementsOf(document)
			.filter(element => isSecretField(document.text, element))
			.flatMap(element => attributeText(document.text, element, 'name') ?? []),
	);
}

/**
 * Where secrets stand in a text: initial values of secret fields, what the keys of an entry say is one, and cipher text.
 * @param fields names of secret fields, see `secretFields`
 */
export function secretRanges(text: string, fields: ReadonlySet<string>): readonly TextRange[] {
	const first = text.trimStart()[0];
	return first === '<' || first === '\uFEFF'
		? inXml(parseXml(text), fields)
		: first === '{'
			? inJson(text)
			: [];
}

function inXml(document: XmlDocument, fields: ReadonlySet<string>): readonly TextRange[] {
	const { text } = document;
	const elements = elementsOf(document);
	const encrypted = elements
		.filter(element => attributeText(text, element, 'key') === 'encrypted')
		.flatMap(element => [...encryptedKeys(attributeText(text, element, 'value'))]);
	const keys = new Set([...fields, ...secretFields(document), ...encrypted]);
	const ranges = elements.flatMap(element => {
		if (isSecretField(text, element)) {
			return valuesIn(element, ['value', 'defaultValue']);
		}
		const key = attributeText(text, element, 'key') ?? '';
		const inEntry = keys.has(key) || secretName.test(key) ? valuesIn(element, ['value']) : [];
		return inEntry.filter(range => keys.has(key) || !isPlain(text.slice(range.start, range.end)));
	});
	const cipher = elements
		.flatMap(element => [...attributeRanges(element), ...textRanges([element])])
		.filter(({ start, end }) => isCipherText(text.slice(start, end).trim()));
	return inOrder([...ranges, ...cipher]);
}

function isSecretField(text: string, element: XmlElement): boolean {
	return (
		localName(element) === 'Field' && fieldTypeOf(attributeText(text, element, 'type')).isSecret === true
	);
}

/** The values of some attributes of an element, and all texts in it. */
function valuesIn(element: XmlElement, names: readonly string[]): readonly TextRange[] {
	const inside = elementsIn(element.children);
	return [
		...[element, ...inside].flatMap(each => attributeRanges(each, names)),
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
		.filter(({ kind }) => kind === 'text' || kind === 'cdata')
		.map(({ kind, start, end }) => (kind === 'cdata' ? { start: start + 9, end: end - 3 } : { start, end }));
}

/** What is certainly no secret, whatever its key is called. */
function isPlain(value: string): boolean {
	return /^\s*(?:true|false|\d{1,6}|https?:\/\/[^\s@]*|\$.*)?\s*$/i.test(value);
}

/** Strings of an object whose keys are such names. */
function inJson(text: string): readonly TextRange[] {
	const pair = /"((?:[^"\\]|\\.)*)"(\s*:\s*")((?:[^"\\]|\\.)*)"/g;
	return [...text.matchAll(pair)].flatMap(([, key = '', between = '', value = ''], index, all) => {
		const start = (all[index]?.index ?? 0) + key.length + 2 + between.length;
		const isSecret = (secretName.test(key) && !isPlain(value)) || isCipherText(value);
		return isSecret ? [{ start, end: start + value.length }] : [];
	});
}

/** Without those that lie in others. */
function inOrder(ranges: readonly TextRange[]): readonly TextRange[] {
	const kept: TextRange[] = [];
	for (const range of ranges.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
		if (range.start >= (kept.at(-1)?.end ?? 0)) {
			kept.push(range);
		}
	}
	return kept;
}
