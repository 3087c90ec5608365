export const backslash = 0x5c;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;

/** What Java takes for white space between the parts of a line. */
export function isSpace(code: number): boolean {
	return code === 0x20 || code === 0x09 || code === 0x0c;
}

export function isLineEnd(code: number): boolean {
	return code === lineFeed || code === carriageReturn;
}

/** `=` or `:` */
export function isSeparator(code: number): boolean {
	return code === 0x3d || code === 0x3a;
}

/** `#` or `!` */
export function isCommentStart(code: number): boolean {
	return code === 0x23 || code === 0x21;
}

/** The next place that is no white space. */
export function spaceEnd(text: string, start: number): number {
	let at = start;
	while (isSpace(text.charCodeAt(at))) {
		at++;
	}
	return at;
}

/** Behind the line end at a place. */
export function afterLineEnd(text: string, at: number): number {
	return text.charCodeAt(at) === carriageReturn && text.charCodeAt(at + 1) === lineFeed ? at + 2 : at + 1;
}

/** Where a line goes on whose last backslash stands at a place; undefined if that backslash is not the last character. */
export function afterContinuation(text: string, at: number): number | undefined {
	return isLineEnd(text.charCodeAt(at + 1)) ? spaceEnd(text, afterLineEnd(text, at + 1)) : undefined;
}
