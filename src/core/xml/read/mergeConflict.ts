import type { XmlProblem } from '../problem';

/** The lines that git writes around two versions of a place, and perhaps around what both have come from. */
const marker = /^([\uFEFF \t]*)(<{7}|\|{7}|={7}|>{7})(?: .*)?$/gm;

export interface MergeConflict {
	readonly problem: XmlProblem;
	/** The text with spaces in the place of the markers and of every version but the first. */
	readonly text: string;
}

/** What a merge has left of a text, if somebody has yet to decide what it is to be. */
export function mergeConflictIn(text: string): MergeConflict | undefined {
	if (!text.includes('<<<<<<<') && !text.includes('>>>>>>>')) {
		return undefined;
	}
	let first: number | undefined;
	/** Where the second version begins, or what both have come from. */
	let other: number | undefined;
	let left = '';
	let at = 0;
	const remove = (start: number, end: number) => {
		left += text.slice(at, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
		at = end;
	};
	for (const { 0: line, 1: indent = '', 2: mark, index } of text.matchAll(marker)) {
		const end = index + line.length;
		if (mark === '<<<<<<<') {
			first ??= index + indent.length;
			other = undefined;
			remove(index, end);
		} else if (mark !== '>>>>>>>') {
			other ??= index;
		} else if (other !== undefined) {
			first ??= other;
			remove(other, end);
			other = undefined;
		}
	}
	const start = first ?? text.length;
	return first === undefined
		? undefined
		: { problem: { code: 'merge-conflict', start, end: start + 7 }, text: left + text.slice(at) };
}
