import type { TextEdit, TextRange } from '../text/textEdit';
import type { PropertiesDocument } from './parse';

/** A way to mend a `\u` that too few digits follow. */
export interface EscapeMending {
	/** A backslash is meant, as in `C:\users`; or a character with its leading zeros left out. */
	readonly way: 'backslash' | 'zeros';
	readonly edit: TextEdit;
}

/** The ways to mend a malformed escape that is at a place; the first one keeps the text as it is read. */
export function mendingsOf({ text }: PropertiesDocument, { start, end }: TextRange): EscapeMending[] {
	const digits = /^\\u([\da-f]{1,3})$/i.exec(text.slice(start, end))?.[1];
	const backslash: EscapeMending = { way: 'backslash', edit: { start, end: start, newText: '\\' } };
	if (digits === undefined) {
		return [backslash];
	}
	const zeros = '0'.repeat(4 - digits.length);
	return [backslash, { way: 'zeros', edit: { start: start + 2, end: start + 2, newText: zeros } }];
}
