/** A place where two texts differ; a line that one of them does not have is undefined. */
export interface Difference {
	/** Counted from 1. */
	readonly line: number;
	readonly one: string | undefined;
	readonly other: string | undefined;
}

/** The first line in which two texts differ; undefined if they differ in nothing but line ends, or not at all. */
export function firstDifference(one: string, other: string): Difference | undefined {
	const lines = one.split(lineEnd);
	const others = other.split(lineEnd);
	const longer = lines.length > others.length ? lines : others;
	const index = longer.findIndex((_, at) => lines[at] !== others[at]);
	return index === -1 ? undefined : { line: index + 1, one: lines[index], other: others[index] };
}

/** The lines of `other`, counted from 1, within which it differs from `one`; undefined if only line ends differ, or nothing. */
export function changedLines(
	one: string,
	other: string,
): { readonly first: number; readonly last: number } | undefined {
	const lines = one.split(lineEnd);
	const others = other.split(lineEnd);
	const start = others.findIndex((line, at) => line !== lines[at]);
	if (start === -1) {
		return lines.length === others.length ? undefined : { first: others.length, last: others.length };
	}
	const shorter = Math.min(lines.length, others.length);
	let same = 0;
	while (same < shorter - start && lines.at(-1 - same) === others.at(-1 - same)) {
		same++;
	}
	return { first: start + 1, last: Math.max(start + 1, others.length - same) };
}

const lineEnd = /\r\n|\r|\n/;
