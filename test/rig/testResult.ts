/** One test of any kind: a mocha test, a lint run, a look into the package. */
export interface TestResult {
	readonly name: string;
	/** The file with its suite, where it has one: one of those that its process was given. */
	readonly file?: string;
	readonly ok: boolean;
	/** It cannot run here, and must not pass for one that has run. */
	readonly skipped?: true;
	readonly ms: number;
	/** What to show when it failed. */
	readonly error?: string;
}

/** What came of a run; without `done` it broke off, and tests may be missing. */
export interface SuiteResult {
	readonly done: boolean;
	readonly results: readonly TestResult[];
}

export interface Counts {
	readonly passed: number;
	readonly failed: number;
	readonly skipped: number;
}

/** The last line of a run. */
export function summary({ passed, failed, skipped }: Counts): string {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** The text of whatever was thrown, with the stack and the causes that it has. */
export function errorText(error: unknown): string {
	if (!(error instanceof Error)) {
		return String(error);
	}
	const text = error.stack ?? `${error.name}: ${error.message}`;
	return error.cause === undefined ? text : `${text}\ncaused by ${errorText(error.cause)}`;
}

/** Runs `body` as a test: it fails if it throws. */
export async function asTest(name: string, body: () => Promise<void>): Promise<TestResult> {
	const start = Date.now();
	try {
		await body();
		return { name, ok: true, ms: Date.now() - start };
	} catch (error) {
		return { name, ok: false, ms: Date.now() - start, error: errorText(error) };
	}
}
