import type { TextEdit } from '../text/textEdit';
import { behindSeparator, escapeKey, escapeValue, spellingOf, type Spelling } from './escape';
import { beforeLineEnd, separatorOf, wholeLines } from './layout';
import type { PropertiesDocument, PropertiesEntry } from './parse';

/** Takes entries away with their line ends; comments remain, and whether the text ends with a line end. */
export function removeEdits(document: PropertiesDocument, entries: readonly PropertiesEntry[]): TextEdit[] {
	const { text } = document;
	const edits: TextEdit[] = [];
	for (const entry of entries.toSorted((one, other) => one.start - other.start)) {
		const { start, end } = wholeLines(document, entry);
		const last = edits.at(-1);
		if (last?.end === start) {
			edits[edits.length - 1] = { ...last, end };
		} else {
			edits.push({ start, end, newText: '' });
		}
	}
	const last = edits.at(-1);
	if (last?.end === text.length && !/[\r\n]$/.test(text)) {
		const start = beforeLineEnd(text, last.start);
		// A last line with nothing but a backslash would be read as a key.
		const isKey = /\\[\r\n]?$/.test(text.slice(Math.max(start - 2, 0), start));
		edits[edits.length - 1] = isKey ? last : { ...last, start };
	}
	return edits;
}

/** An entry as a line without its end, in the manner of another entry of the document. */
export function entryLine(
	document: PropertiesDocument,
	like: PropertiesEntry | undefined,
	key: string,
	value: string,
	spelling: Spelling = spellingOf(document),
): string {
	const separator = (like && key !== '' && separatorOf(document, like)) || '=';
	const text = behindSeparator(separator, escapeValue(value, spelling));
	return `${escapeKey(key, spelling)}${text === '' && key !== '' ? separator.trimEnd() : separator}${text}`;
}
