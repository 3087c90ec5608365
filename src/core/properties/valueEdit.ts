import type { TextEdit } from '../text/textEdit';
import { behindSeparator, escapePart, escapeValue, spellingOf, type Spelling } from './escape';
import { separatorOf } from './layout';
import { parseProperties, type PropertiesDocument, type PropertiesEntry } from './parse';
import { pieces } from './pieces';

/** Gives an entry another value. What its text has in common with the one before stays as it is written, line breaks too. */
export function valueEdit(
	document: PropertiesDocument,
	entry: PropertiesEntry,
	value: string,
	spelling: Spelling = spellingOf(document),
): TextEdit {
	const separator = separatorOf(document, entry);
	const end = entry.valueEnd;
	if (separator === '' || (entry.key === '' && !/[=:]/.test(separator))) {
		return { start: entry.keyEnd, end, newText: `=${escapeValue(value, spelling)}` };
	}
	const part = changedPart(document, entry, value, spelling);
	return part && isReadAs(document, entry, part, value)
		? part
		: { start: entry.valueStart, end, newText: behindSeparator(separator, escapeValue(value, spelling)) };
}

/** The edit between what the two values begin and end with; undefined if they have nothing in common. */
function changedPart(
	document: PropertiesDocument,
	entry: PropertiesEntry,
	value: string,
	spelling: Spelling,
): TextEdit | undefined {
	const before = entry.value;
	const shortest = Math.min(before.length, value.length);
	let same = 0;
	while (same < shortest && before[same] === value[same]) {
		same++;
	}
	same -= isPairAt(before, same) || isPairAt(value, same) ? 1 : 0;
	let sameEnd = 0;
	while (sameEnd < shortest - same && before.at(-1 - sameEnd) === value.at(-1 - sameEnd)) {
		sameEnd++;
	}
	const isSplit = isPairAt(before, before.length - sameEnd) || isPairAt(value, value.length - sameEnd);
	sameEnd -= isSplit ? 1 : 0;
	if (same + sameEnd <= 0) {
		return undefined;
	}
	const units = unitsOf(document, entry);
	const start = same > 0 ? units[same - 1]?.end : entry.valueStart;
	const end = sameEnd > 0 ? units[before.length - sameEnd]?.start : entry.valueEnd;
	if (start === undefined || end === undefined) {
		return undefined;
	}
	const newText = escapePart(value.slice(same, value.length - sameEnd), spelling);
	// What is only inserted takes no line break away.
	return { start, end: same + sameEnd === before.length && sameEnd > 0 ? start : end, newText };
}

/** Whether a place is between the two halves of a character. */
function isPairAt(text: string, place: number): boolean {
	return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(place - 1, place + 1));
}

/** Where each UTF-16 unit of a value is written. */
function unitsOf({ text }: PropertiesDocument, { valueStart, valueEnd }: PropertiesEntry) {
	return [...pieces(text, valueStart, valueEnd)].flatMap(piece =>
		[...Array(piece.text.length).keys()].map(unit =>
			piece.kind === 'plain'
				? { start: piece.start + unit, end: piece.start + unit + 1 }
				: { start: piece.start, end: piece.end },
		),
	);
}

/** Beside a line break or half an escape, a text could mean something else than by itself. */
function isReadAs(
	{ text }: PropertiesDocument,
	{ key, start, end }: PropertiesEntry,
	edit: TextEdit,
	value: string,
): boolean {
	const line = text.slice(start, edit.start) + edit.newText + text.slice(edit.end, end);
	const { entries } = parseProperties(line);
	return entries.length === 1 && entries[0]?.key === key && entries[0].value === value;
}
