import fs from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import type { SuiteFiles } from './steps/step';
import { errorText, type TestResult } from './testResult';

export interface SuiteOptions {
	/** How long a single test or hook may take, in milliseconds. */
	readonly timeout: number;
	/** The files with the suites, below the folder. */
	readonly files: SuiteFiles;
	/** Only tests whose full title matches run. */
	readonly grep?: string | undefined;
	readonly onResult: (result: TestResult) => void;
}

/** Runs suites. A file that cannot be loaded is a test that failed. */
export async function runSuites(
	folder: string,
	{ files, timeout, grep, onResult }: SuiteOptions,
): Promise<void> {
	const suites = new Suites({
		ui: 'tdd',
		timeout,
		forbidOnly: true,
		reporter: Mocha.reporters.Base, // which prints nothing
		...(grep ? { grep } : {}),
	});
	for (const file of files) {
		try {
			suites.load(path.join(folder, file));
		} catch (error) {
			const name = `${file} can be loaded`;
			onResult({ name, file, ok: false, ms: 0, error: errorText(error) });
		}
	}
	await new Promise<void>(resolve => {
		const resultOf = (test: Mocha.Test | Mocha.Hook, error?: unknown): TestResult => ({
			name: test.titlePath().join(' › '),
			...(test.file !== undefined && { file: path.relative(folder, test.file) }),
			ok: error === undefined,
			ms: test.duration ?? 0,
			...(error !== undefined && { error: errorText(error) }),
		});
		const runner = suites.run(() => resolve());
		runner.on('pass', test => onResult(resultOf(test)));
		runner.on('pending', test => onResult({ ...resultOf(test), skipped: true }));
		runner.on('fail', (test, error) => onResult(resultOf(test, error)));
		runner.on('suite end', suite => {
			if (suite.parent?.root) {
				runner.failures = 0; // Mocha leaves out a suite that bails if any suite before it has failed.
			}
		});
	});
}

class Suites extends Mocha {
	load(file: string): void {
		this.files = [file];
		try {
			this.loadFiles();
		} finally {
			this.files = [];
		}
	}
}

/** All `*.test.js` below a folder. */
export function suiteFiles(folder: string): string[] {
	if (!fs.existsSync(folder)) {
		return [];
	}
	const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return names.filter(name => name.endsWith('.test.js')).sort();
}
