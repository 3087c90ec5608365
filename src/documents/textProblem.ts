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
	if (part.startsWith('translations/')) {
		return isBlank(decode(bytes)) && present && !isBlank(decode(present)) ? { kind: 'empty' } : undefined;
	}
	const isJson = part === 'connector-metadata';
	const text = isJson ? decode(bytes) : decodeXml(bytes);
	if (isBlank(text)) {
		return { kind: 'empty' };
	}
	const found = isJson ? checks.json(text) : checks.xml(text, part);
	return found && { kind: 'malformed', language: isJson ? 'JSON' : 'XML', ...found };
}

/** Line and column of an offset, both from 1. */
export function placeOf(text: string, offset: number): Omit<Malformation, 'message'> {
	const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
	return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

function isBlank(text: string): boolean {
	return text.trim() === '';
}

function decode(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}

/** By the byte order mark, else by the XML declaration, else as UTF-8: https://www.w3.org/TR/xml/#sec-guessing */
function decodeXml(bytes: Uint8Array): string {
	const [first, second] = bytes;
	if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
		return new TextDecoder(first === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
	}
	const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
	const [, label = 'utf-8'] = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(start) ?? [];
	try {
		return new TextDecoder(/^(utf|ucs)-?16/i.test(label) ? 'utf-8' : label).decode(bytes);
	} catch {
		return decode(bytes); // An encoding that nobody here can read: the tenant will say what it thinks of it.
	}
}
