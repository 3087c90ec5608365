/** How far the lines of a table reach down: line `n` from `tops[n]` to `tops[n + 1]`. */
export type LineTops = readonly number[];

/** A guess stands in for the height of a line that has not been seen. */
export function lineTops(
	lines: readonly string[],
	heights: ReadonlyMap<string, number>,
	guess: number,
): LineTops {
	const tops = [0];
	let top = 0;
	for (const line of lines) {
		top += heights.get(line) ?? guess;
		tops.push(top);
	}
	return tops;
}

/** The line that is at this height, or the nearest one. */
export function lineAt(tops: LineTops, height: number): number {
	let low = 0;
	let high = tops.length - 2;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((tops[middle] ?? 0) <= height) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	return low;
}

/** A run of lines that is in the page, and how much room the lines before it take that are not. */
export interface LineRun {
	readonly gap: number;
	readonly from: number;
	/** The line after the last. */
	readonly to: number;
}

/** The lines to have in the page: those between two heights, and some that must not leave it wherever they are. */
export function lineRuns(
	tops: LineTops,
	[top, bottom]: readonly [number, number],
	kept: readonly number[],
): readonly LineRun[] {
	const count = tops.length - 1;
	if (count === 0) {
		return [];
	}
	const seen: [number, number] = [lineAt(tops, top), lineAt(tops, bottom) + 1];
	const others = kept
		.filter(line => line >= 0 && line < count)
		.map((line): [number, number] => [line, line + 1]);
	const runs: LineRun[] = [];
	let end = 0;
	for (const [first, to] of [seen, ...others].sort(([one], [other]) => one - other)) {
		const from = Math.max(first, end);
		if (from < to) {
			runs.push({ gap: (tops[from] ?? 0) - (tops[end] ?? 0), from, to });
			end = to;
		}
	}
	return runs;
}

/** What people see of a table, in pixels. */
export interface Sight {
	readonly top: number;
	readonly height: number;
}

const step = 200;

/**
 * The sight before, until the table has been scrolled by `step` pixels. If every pixel counted, a table that moves by one
 * because other lines come into the page could go on moving.
 */
export function sightAt(top: number, height: number, before: Sight | undefined): Sight {
	return before?.height === height && Math.abs(before.top - top) < step ? before : { top, height };
}
