const nameStartRanges = [
	[0xc0, 0xd6],
	[0xd8, 0xf6],
	[0xf8, 0x2ff],
	[0x370, 0x37d],
	[0x37f, 0x1fff],
	[0x200c, 0x200d],
	[0x2070, 0x218f],
	[0x2c00, 0x2fef],
	[0x3001, 0xd7ff],
	[0xf900, 0xfdcf],
	[0xfdf0, 0xfffd],
	[0x10000, 0xeffff],
] as const;
const nameOnlyRanges = [
	[0xb7, 0xb7],
	[0x300, 0x36f],
	[0x203f, 0x2040],
] as const;

const within = (ranges: readonly (readonly [first: number, last: number])[], code: number) =>
	ranges.some(([first, last]) => first <= code && code <= last);

/** Whether a name may begin with it. */
function isNameStart(code: number): boolean {
	if (code < 0x80) {
		const letter = code | 0x20;
		return (letter >= 0x61 && letter <= 0x7a) || code === 0x5f || code === 0x3a;
	}
	return within(nameStartRanges, code);
}

function isNameCharacterOfAscii(code: number): boolean {
	const letter = code | 0x20;
	return (
		(letter >= 0x61 && letter <= 0x7a) || (code >= 0x2d && code <= 0x3a && code !== 0x2f) || code === 0x5f
	);
}

/** Whether it may stand in a name. */
export function isNameCharacter(code: number): boolean {
	if (code < 0x80) {
		return isNameCharacterOfAscii(code);
	}
	return within(nameStartRanges, code) || within(nameOnlyRanges, code);
}

/** Whether XML counts it as white space. */
export function isSpace(code: number): boolean {
	return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Whether XML allows it at all. */
export function isLegal(code: number): boolean {
	return (
		isSpace(code) ||
		(code >= 0x20 && code <= 0xd7ff) ||
		(code >= 0xe000 && code <= 0xfffd) ||
		(code >= 0x10000 && code <= 0x10ffff)
	);
}

/** Where the run of name characters ends that begins at `at`. */
export function nameCharactersEnd(text: string, at: number): number {
	for (;;) {
		while (isNameCharacterOfAscii(text.charCodeAt(at))) {
			at++;
		}
		const code = text.codePointAt(at);
		if (code === undefined || !isNameCharacter(code)) {
			return at;
		}
		at += code > 0xffff ? 2 : 1;
	}
}

/** Where the name ends that begins at `at`; `at` itself if none does. */
export function nameEnd(text: string, at: number): number {
	return isNameStart(text.codePointAt(at) ?? 0) ? nameCharactersEnd(text, at) : at;
}

/** Where the white space ends that begins at `at`. */
export function spaceEnd(text: string, at: number): number {
	while (isSpace(text.charCodeAt(at))) {
		at++;
	}
	return at;
}

/** What only looks like white space, such as a no-break space. */
export const spaceLookalikes = /[\u0085\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]+/y;

/** Nothing but white space, and what nobody sees. */
export const unseen = /^[\s\u0085\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+$/;

/** White space elsewhere, which XML does not allow: vertical tabs and form feeds. */
export const oldSpace = /^[\v\f]+$/;

/** Finds all of them, and halves of surrogate pairs that are whole: it is fast. */
export const mayBeIllegal = /[\0-\x08\v\f\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;

/** Every run of characters that XML does not allow, among them halves of surrogate pairs. */
export const illegalCharacters = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]+/gu;
