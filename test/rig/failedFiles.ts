import type { SuiteFiles } from './steps/step';
import type { TestResult } from './testResult';

/** Which files of a job have to run again, and what came of the others: all have to if more is wrong than a test of theirs. */
export function failedFiles(
	files: SuiteFiles,
	results: readonly TestResult[],
): { readonly again: SuiteFiles; readonly others: readonly TestResult[] } {
	const failed = results.filter(({ ok }) => !ok).map(({ file }) => file);
	const again = failed.includes(undefined) ? files : files.filter(file => failed.includes(file));
	const others = results.filter(({ file }) => file !== undefined && !again.includes(file));
	return { again, others };
}
