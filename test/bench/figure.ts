/** A line of the bench's output. */
export interface Figure {
	readonly what: string;
	readonly value: string;
	/** What it is meant to be. */
	readonly target?: string;
}

/** The shortest of several runs, in milliseconds: what else the machine does only ever adds. */
export async function best(runs: number, work: () => Promise<void>): Promise<number> {
	let shortest = Infinity;
	for (let run = 0; run < runs; run++) {
		const begin = performance.now();
		await work();
		shortest = Math.min(shortest, performance.now() - begin);
	}
	return shortest;
}

export function median(numbers: readonly number[]): number {
	return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

export function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(2)} s`;
}

/** With one digit behind the point. */
export function milliseconds(value: number): string {
	return `${value.toFixed(1)} ms`;
}

export function kilobytes(bytes: number): string {
	return `${(bytes / 1000).toFixed(1)} KB`;
}

export function megabytes(bytes: number): string {
	return `${(bytes / 1_000_000).toFixed(2)} MB`;
}
