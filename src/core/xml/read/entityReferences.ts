import { isLegal, nameEnd } from '../characters';
import type { Reading } from './reading';

const predefined: ReadonlySet<string> = new Set(['lt', 'gt', 'amp', 'quot', 'apos']);
const characterReference = /&#(?:([0-9]+)|x([0-9A-Fa-f]+));/y;
const everyCharacterReference = new RegExp(characterReference, 'g');

/** Checks the references from `start` to before `end`, in content or in the value of an attribute. */
export function readReferences(reading: Reading, start: number, end: number, inAttribute: boolean): void {
	const { scanner } = reading;
	for (let at = scanner.find('&', start); at < end; at = scanner.find('&', at + 1)) {
		readReference(reading, at, inAttribute);
	}
}

/** Checks the reference at the `&` at `start`; gives its end. */
export function readReference(reading: Reading, start: number, inAttribute: boolean): number {
	const { text } = reading.scanner;
	if (text[start + 1] === '#') {
		return readCharacterReference(reading, start);
	}
	const end = nameEnd(text, start + 1);
	const entity = text.slice(start + 1, end);
	if (text[end] === ';' && entity) {
		if (!predefined.has(entity)) {
			reading.refer({ entity, inAttribute, start, end: end + 1 });
		}
		return end + 1;
	}
	if (predefined.has(entity) || (entity && reading.isDeclared(entity))) {
		reading.report({ code: 'reference-without-semicolon', entity, start, end });
	} else {
		reading.report({ code: 'ampersand-not-escaped', start, end: start + 1 });
	}
	return end;
}

/** The text with its character references replaced by what they stand for. */
export function replaceCharacterReferences(text: string): string {
	return text.replace(everyCharacterReference, (_, decimal?: string, hexadecimal?: string) => {
		const code = codeOf(decimal, hexadecimal);
		return isLegal(code) ? String.fromCodePoint(code) : ' ';
	});
}

function readCharacterReference({ scanner: { text }, report }: Reading, start: number): number {
	characterReference.lastIndex = start;
	const [reference, decimal, hexadecimal] = characterReference.exec(text) ?? [];
	if (reference === undefined) {
		const digits = /^\w*;?/.exec(text.slice(start + 2, start + 12))?.[0] ?? '';
		const end = start + 2 + digits.length;
		report({ code: 'character-reference-malformed', reference: text.slice(start, end), start, end });
		return end;
	}
	const end = start + reference.length;
	if (!isLegal(codeOf(decimal, hexadecimal))) {
		report({ code: 'character-reference-illegal', reference, start, end });
	}
	return end;
}

const codeOf = (decimal: string | undefined, hexadecimal: string | undefined) =>
	decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
