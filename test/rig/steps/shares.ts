import type { SuiteFiles } from './step';

/** How many seconds suites take: those that take long by their names, and each of the others. */
export interface SuiteSeconds {
	readonly usual: number;
	readonly longer: Readonly<Record<string, number>>;
}

/** Shares that take about as long as each other; those with the longest suites come first. */
export function sharesOf(
	files: SuiteFiles,
	count: number,
	{ usual, longer }: SuiteSeconds = { usual: 1, longer: {} },
): SuiteFiles[] {
	const secondsOf = (file: string) => longer[file.replace(/\.test\.js$/, '')] ?? usual;
	const shares = Array.from({ length: Math.min(count, files.length) }, () => ({
		files: [] as string[],
		seconds: 0,
	}));
	for (const file of [...files].sort((a, b) => secondsOf(b) - secondsOf(a))) {
		const shortest = shares.reduce((least, each) => (each.seconds < least.seconds ? each : least));
		shortest.files.push(file);
		shortest.seconds += secondsOf(file);
	}
	return shares.map(share => share.files.sort());
}
