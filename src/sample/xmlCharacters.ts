/** What XML 1.0 takes for white space, which is less than `\s`. */
export const xmlSpace = '[ \\t\\r\\n]';

const nameStart =
	':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}' +
	'\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}' +
	'\\u{10000}-\\u{EFFFF}';
const nameRest = `${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}`;

/** The source of a pattern for an element's, attribute's or entity's name; needs the flag `u`. */
export const xmlName = `[${nameStart}][${nameRest}]*`;

/** Where the first character stands that no XML text may contain; -1 if there is none. */
export function illegalCharacterAt(text: string): number {
	return text.search(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
}

/** Whether `&#…;` or `&#x…;` may stand for this code point. */
export function isLegalCodePoint(code: number): boolean {
	return code <= 0x10ffff && illegalCharacterAt(String.fromCodePoint(code)) === -1;
}
