import type { TextRange } from '../text/textEdit';
import type { PropertiesDocument, PropertiesEntry } from './parse';
import { pieces } from './pieces';

/** Where each UTF-16 unit of an entry's value is written; the last offset is the value's end. */
export function valueOffsets({ text }: PropertiesDocument, entry: PropertiesEntry): readonly number[] {
	const offsets: number[] = [];
	let end = entry.valueStart;
	for (const piece of pieces(text, entry.valueStart, entry.valueEnd)) {
		if (piece.kind === 'continuation') {
			continue;
		}
		for (let unit = 0; unit < piece.text.length; unit++) {
			offsets.push(piece.kind === 'escape' ? piece.start : Math.min(piece.start + unit, piece.end));
		}
		end = piece.end;
	}
	offsets.push(end);
	return offsets;
}

/** Tells where a part of an entry's decoded value is written, without the line breaks around it. */
export function rawRanges(
	document: PropertiesDocument,
	entry: PropertiesEntry,
): (range: TextRange) => TextRange {
	let offsets: readonly number[] | undefined;
	return range => rawRange(document, entry, (offsets ??= valueOffsets(document, entry)), range);
}

function rawRange(
	document: PropertiesDocument,
	entry: PropertiesEntry,
	offsets: readonly number[],
	range: TextRange,
): TextRange {
	const at = (unit: number) => offsets[Math.min(Math.max(unit, 0), offsets.length - 1)] ?? entry.valueEnd;
	if (range.end <= range.start) {
		return { start: at(range.start), end: at(range.start) };
	}
	const last = at(range.end - 1);
	const escape =
		document.text[last] === '\\' ? pieces(document.text, last, entry.valueEnd).next().value : undefined;
	return { start: at(range.start), end: escape?.kind === 'escape' ? escape.end : last + 1 };
}
