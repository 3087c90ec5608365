import { isLegal } from './characters';
import type { XmlAttribute, XmlDocument, XmlElement, XmlValue } from './tree';

const reference = /&(?:#([0-9]+)|#x([0-9A-Fa-f]+)|(lt|gt|amp|quot|apos));/g;
const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '"': '&quot;', "'": '&apos;' };

/** The first one, if a malformed element has several. */
export function attributeNamed(element: XmlElement, name: string): XmlAttribute | undefined {
	for (const attribute of element.attributes) {
		if (attribute.name === name) {
			return attribute;
		}
	}
	return undefined;
}

/** What a parser would give for a value; references to entities that a DOCTYPE declares stay as they are written. */
export function valueText(text: string, { innerStart, innerEnd }: XmlValue): string {
	const written = text.slice(innerStart, innerEnd);
	for (let at = innerStart; at < innerEnd; at++) {
		const code = text.charCodeAt(at);
		if (code === ampersand || code < space) {
			return decoded(written.replace(/\r\n|[\r\n\t]/g, ' '));
		}
	}
	return written;
}

const ampersand = 0x26;
const space = 0x20;

/** The value of an attribute; undefined if it has none. */
export function attributeText(text: string, element: XmlElement, name: string): string | undefined {
	const value = attributeNamed(element, name)?.value;
	return value && valueText(text, value);
}

/** The text and the CDATA that stand directly in an element, as a parser would give them. */
export function ownText({ text }: XmlDocument, { children }: XmlElement): string {
	return children
		.map(({ kind, start, end, closed }) => {
			if (kind !== 'text' && kind !== 'cdata') {
				return '';
			}
			const isText = kind === 'text';
			const written = isText ? text.slice(start, end) : text.slice(start + 9, closed ? end - 3 : end);
			const lines = written.replace(/\r\n?/g, '\n');
			return isText ? decoded(lines) : lines;
		})
		.join('');
}

/** Writes a text so that a parser finds it between these quotes as it is, line breaks and tabs included. */
export function escapeAttribute(text: string, quote: '"' | "'"): string {
	const special = quote === '"' ? /[&<"\t\r\n]/g : /[&<'\t\r\n]/g;
	return text.replace(special, character => escapes[character] ?? `&#${character.charCodeAt(0)};`);
}

/** Writes a text so that a parser finds it between tags as it is. */
export function escapeText(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll(']]>', ']]&gt;')
		.replaceAll('\r', '&#13;');
}

/** The text with what its references stand for, but for those to entities of a DOCTYPE. */
export function decoded(written: string): string {
	if (!written.includes('&')) {
		return written;
	}
	return written.replace(reference, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
		if (name !== undefined) {
			return predefined[name] ?? whole;
		}
		const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
		return isLegal(code) ? String.fromCodePoint(code) : whole;
	});
}
