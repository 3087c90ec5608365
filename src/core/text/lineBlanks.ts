import type { TextEdit } from './textEdit';

/**
 * Gives a trimmed text the blanks and the end back that it had before. If it has been changed otherwise, too, the changed lines
 * get the blanks of the one line before that had the same content.
 */
export function blanksBack(before: string, now: string): TextEdit[] {
	const [old, all] = [linesOf(before), linesOf(now)];
	const isSame = (one: Line | undefined, other: Line | undefined) => one?.content === other?.content;
	const most = Math.min(old.length, all.length);
	let first = 0;
	while (first < most && isSame(old[first], all[first])) {
		first++;
	}
	let last = 0;
	while (last < most - first && isSame(old.at(-1 - last), all.at(-1 - last))) {
		last++;
	}
	const known = blanksByContent(old.slice(first, old.length - last));
	const edits = all.flatMap(({ content, blanks, end }, index) => {
		const isAtSamePlace = index < first || index >= all.length - last;
		const same = index < first ? old[index] : old[index + old.length - all.length];
		const newText = (isAtSamePlace ? same?.blanks : known.get(content.trim())) ?? blanks;
		return newText === blanks ? [] : [{ start: end - blanks.length, end, newText }];
	});
	const [oldEnd, end] = [endOf(before), endOf(now)];
	const isSameEnd = oldEnd === end || !isSame(old.at(-1), all.at(-1));
	return isSameEnd ? edits : [...edits, { start: now.length - end.length, end: now.length, newText: oldEnd }];
}

interface Line {
	readonly content: string;
	/** What stands behind it. */
	readonly blanks: string;
	readonly end: number;
}

/** The lines down to the last one that is not blank, whose blanks belong to the end. */
function linesOf(text: string): readonly Line[] {
	const bodyEnd = text.length - endOf(text).length;
	const lines: Line[] = [];
	for (let start = 0; start < bodyEnd || lines.length === 0;) {
		let end = start;
		while (end < bodyEnd && !/[\r\n]/.test(text.charAt(end))) {
			end++;
		}
		const line = text.slice(start, end);
		const blanks = endOf(line);
		lines.push({ content: line.slice(0, line.length - blanks.length), blanks, end });
		start = text.startsWith('\r\n', end) ? end + 2 : end + 1;
	}
	return lines;
}

/** The white space at the end. */
function endOf(text: string): string {
	let start = text.length;
	while (start > 0 && ' \t\r\n'.includes(text.charAt(start - 1))) {
		start--;
	}
	return text.slice(start);
}

/** The blanks of lines by their content, unless lines of the same content differ in them. */
function blanksByContent(lines: readonly Line[]): ReadonlyMap<string, string> {
	const known = new Map<string, string>();
	const ambiguous = new Set(['']);
	for (const { content: line, blanks } of lines) {
		const content = line.trim(); // It may be further in.
		if ((known.get(content) ?? blanks) !== blanks) {
			ambiguous.add(content);
		}
		known.set(content, blanks);
	}
	ambiguous.forEach(content => known.delete(content));
	return known;
}
