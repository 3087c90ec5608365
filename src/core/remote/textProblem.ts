import { isTranslation } from '../connector/documentName';
import type { DocumentPart } from './documentPath';

/** What is wrong with a text, and where; places count from 1, as an editor shows them. */
export interface Malformation {
	readonly message: string;
	readonly line: number;
	readonly column: number;
}

/** Why a text cannot be what its author meant. */
export type TextProblem =
	| { readonly kind: 'empty' }
	/** Its bytes are not of the encoding that it says it has, or of UTF-8 if it says nothing. */
	| { readonly kind: 'undecodable'; readonly encoding: string }
	| ({ readonly kind: 'malformed'; readonly language: 'XML' | 'JSON' } & Malformation);

/** The first problem of a text in a language, if it has one. */
export interface LanguageChecks {
	readonly xml: (text: string, part: DocumentPart) => Malformation | undefined;
	readonly json: (text: string) => Malformation | undefined;
}

/** @param present what the tenant has: where that is empty or absent, an empty translation takes nothing away */
export function textProblem(
	part: DocumentPart,
	bytes: Uint8Array,
	present: Uint8Array | undefined,
	checks: LanguageChecks,
): TextProblem | undefined {
	if (isTranslation(part)) {
		return isBlank(decode(bytes)) && present && !isBlank(decode(present)) ? { kind: 'empty' } : undefined;
	}
	const isJson = !isXml(part);
	const encoding = isJson ? 'utf-8' : encodingOf(bytes);
	const text = decodeIn(encoding, bytes);
	if (text === undefined) {
		return { kind: 'undecodable', encoding: encoding.toUpperCase() };
	}
	if (isBlank(text)) {
		return { kind: 'empty' };
	}
	const found = isJson ? checks.json(text) : checks.xml(text, part);
	return found && { kind: 'malformed', language: isJson ? 'JSON' : 'XML', ...found };
}

export function isXml(part: DocumentPart): boolean {
	return part !== 'connector-metadata' && !isTranslation(part);
}

/** An XML document in the encoding that it says it has; undefined if its bytes are not of that. */
export function xmlText(bytes: Uint8Array): string | undefined {
	return decodeIn(encodingOf(bytes), bytes);
}

function isBlank(text: string): boolean {
	return text.trim() === '';
}

function decode(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}

/** What an XML declaration says, if there is one. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
	const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
	return /^(?:\u00ef\u00bb\u00bf)?<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(start)?.[1];
}

/** Whether a text says by its first two bytes that it is UTF-16. */
export function hasUtf16Mark([first, second]: Uint8Array): boolean {
	return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/**
 * By the byte order mark, else by the XML declaration, else UTF-8: https://www.w3.org/TR/xml/#sec-guessing. A declaration
 * that can be read as ASCII is not UTF-16, whatever it says.
 */
function encodingOf(bytes: Uint8Array): string {
	if (hasUtf16Mark(bytes)) {
		return bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
	}
	const declared = declaredEncoding(bytes) ?? 'utf-8';
	return /^(utf|ucs)-?16/i.test(declared) ? 'utf-8' : declared;
}

/** Undefined if the bytes are not of that encoding. */
function decodeIn(encoding: string, bytes: Uint8Array): string | undefined {
	if (!isReadable(encoding)) {
		return decode(bytes); // The tenant will say what it thinks of it.
	}
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

function isReadable(encoding: string): boolean {
	try {
		return Boolean(new TextDecoder(encoding));
	} catch {
		return false;
	}
}
