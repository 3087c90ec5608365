const token = /%%[^%\s]+%%/;

/** Whether a value, or a part of it, is a token such as `%%HOST%%`, which somebody replaces before the document is used. */
export function hasToken(value: string): boolean {
	return token.test(value);
}
