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

const lineEnd = /\r\n|\r|\n/;
