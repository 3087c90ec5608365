import type { SuiteFiles } from './step';

/** How many seconds suites take, by their names; only those that take long have to be there. */
export type SuiteSeconds = Readonly<Record<string, number>>;

const usual = 8;

/** Shares that take about as long as each other; those with the longest suites come first. */
export function sharesOf(files: SuiteFiles, count: number, seconds: SuiteSeconds = {}): SuiteFiles[] {
	const secondsOf = (file: string) => seconds[file.replace(/\.test\.js$/, '')] ?? usual;
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
