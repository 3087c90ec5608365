import fs from 'node:fs';
import { runSuites, suiteFiles } from '../rig/mochaSuites';
import type { SuiteResult, TestResult } from '../rig/testResult';

/** What VS Code calls in its extension host: runs the suites that it is to run, or all of this folder, and rejects if a test failed. */
export async function run(): Promise<void> {
	process.setSourceMapsEnabled(true);
	const results: TestResult[] = [];
	write({ done: false, results });
	await runSuites(__dirname, {
		files: process.env['ISC_TEST_FILES']?.split('\n') ?? suiteFiles(__dirname),
		timeout: 60_000,
		grep: process.env['ISC_TEST_GREP'],
		onResult: result => {
			const outcome = result.skipped ? 'skip' : result.ok ? 'ok' : 'FAIL';
			console.log(`${outcome} ${result.name}${result.error ? `\n${result.error}` : ''}`);
			results.push(result);
			write({ done: false, results });
		},
	});
	write({ done: true, results });
	const failed = results.filter(result => !result.ok).length;
	if (failed > 0 || results.length === 0) {
		throw new Error(`${failed} of ${results.length} tests failed`);
	}
}

/** Moves the file into place, so that whoever reads it never finds half of it. */
function write(result: SuiteResult): void {
	const file = process.env['ISC_RIG_RESULT'];
	if (file) {
		fs.writeFileSync(`${file}.part`, JSON.stringify(result));
		fs.renameSync(`${file}.part`, file);
	}
}
