import { diffArrays } from 'diff';

/** Lines of one text that stand in the place of lines of another; lines count from 0. */
export interface Hunk {
	readonly start: number;
	readonly end: number;
	readonly lines: readonly string[];
}

/** The smallest changes that make the lines `after` of the lines `before`, in their order. */
export function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
	const hunks: Hunk[] = [];
	let at = 0;
	for (const { value, added, removed } of diffArrays([...before], [...after])) {
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
