import { diffArrays } from 'diff';

/** Lines of one text that stand in the place of lines of another; lines count from 0. */
export interface Hunk {
	readonly start: number;
	readonly end: number;
	readonly lines: readonly string[];
}

/** Beyond so many lines that differ it takes seconds, and soon minutes, to find the smallest changes. */
export const mostDifferences = 2000;

/**
 * The smallest changes that make the lines `after` of the lines `before`, in their order; for texts that have little in common,
 * one of all between their first and their last difference.
 */
export function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
	const changes = diffArrays([...before], [...after], { maxEditLength: mostDifferences });
	if (!changes) {
		return [between(before, after)];
	}
	const hunks: Hunk[] = [];
	let at = 0;
	for (const { value, added, removed } of changes) {
		const last = hunks.at(-1);
		if (!added && !removed) {
			at += value.length;
			continue;
		}
		const isNext = last?.end === at;
		const { start, lines } = isNext ? last : { start: at, lines: [] };
		at += removed ? value.length : 0;
		hunks.splice(isNext ? -1 : hunks.length, 1, {
			start,
			end: at,
			lines: added ? [...lines, ...value] : lines,
		});
	}
	return hunks;
}

function between(before: readonly string[], after: readonly string[]): Hunk {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) {
		start++;
	}
	let same = 0;
	while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) {
		same++;
	}
	return { start, end: before.length - same, lines: after.slice(start, after.length - same) };
}

/** How many lines one text has changed, added and removed compared with another; line ends do not count. */
export interface LineCounts {
	/** The first of these lines, counted from 1. */
	readonly line: number;
	readonly changed: number;
	readonly added: number;
	readonly removed: number;
}

/** The changes of lines that make one text of another. */
export function lineChanges(before: string, after: string): readonly Hunk[] {
	return hunksOf(before.split(lineEnd), after.split(lineEnd));
}

/** Undefined if nothing differs but line ends. */
export function lineCounts(before: string, after: string): LineCounts | undefined {
	const hunks = lineChanges(before, after);
	const [first] = hunks;
	const sum = (count: (removed: number, added: number) => number) =>
		hunks.reduce((total, { start, end, lines }) => total + count(end - start, lines.length), 0);
	return (
		first && {
			line: first.start + 1,
			changed: sum(Math.min),
			added: sum((removed, added) => Math.max(0, added - removed)),
			removed: sum((removed, added) => Math.max(0, removed - added)),
		}
	);
}

const lineEnd = /\r\n|\r|\n/;
