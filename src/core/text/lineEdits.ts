import { hunksOf } from './lineDiff';
import type { TextEdit } from './textEdit';

/** The edits, of whole lines, that make one text of another: what both have stays untouched. */
export function lineEdits(before: string, after: string): TextEdit[] {
	const old = linesOf(before);
	const offsets = [0];
	for (const { length } of old) {
		offsets.push((offsets.at(-1) ?? 0) + length);
	}
	return hunksOf(old, linesOf(after)).map(({ start, end, lines }) => ({
		start: offsets[start] ?? 0,
		end: offsets[end] ?? 0,
		newText: lines.join(''),
	}));
}

/** With their ends. */
function linesOf(text: string): string[] {
	return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}
