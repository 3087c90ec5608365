import type { TextRange } from '../../text/textEdit';

/** The items of a list with commas between them, in a part of a text, without the white space around them. */
export function listItems(text: string, { start, end }: TextRange): readonly TextRange[] {
	const items: TextRange[] = [];
	for (let at = start; at <= end;) {
		const comma = text.indexOf(',', at);
		const next = comma === -1 || comma > end ? end : comma;
		items.push(trimmed(text, at, next));
		at = next + 1;
	}
	return items;
}

/** The item of a list in which a cursor stands. */
export function listItemAt(text: string, list: TextRange, offset: number): TextRange {
	const before = text.lastIndexOf(',', offset - 1);
	const start = before < list.start ? list.start : before + 1;
	const comma = text.indexOf(',', offset);
	const end = comma === -1 || comma > list.end ? list.end : comma;
	const item = trimmed(text, start, end);
	return { start: Math.min(item.start, offset), end: Math.max(item.end, offset) };
}

function trimmed(text: string, start: number, end: number): TextRange {
	const item = text.slice(start, end);
	const first = start + item.length - item.trimStart().length;
	return { start: first, end: Math.max(first, end - item.length + item.trimEnd().length) };
}
