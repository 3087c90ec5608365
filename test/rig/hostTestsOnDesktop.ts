import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import path from 'node:path';
import { displayOfThisMachine, startVirtualDisplay } from './desktop';
import type { Ending, HostRun } from './hostTests';
import { errorText } from './testResult';
import { addSettings } from './userSettings';

/** The versions as VS Code's download host names them. */
const downloads = { stable: 'stable', oldest: '1.100.0' } as const;

/** Runs suites in the extension host of a desktop VS Code, downloaded into `.vscode-test` on first use. */
export async function runOnDesktop(run: HostRun): Promise<Ending> {
	const userData = path.join(run.folder, 'data');
	addSettings(path.join(userData, 'User'), run.settings);
	const vscodeExecutablePath = await downloadAndUnzipVSCode(downloads[run.version]);
	const screen = displayOfThisMachine() === 'virtual' ? await startVirtualDisplay() : undefined;
	try {
		const end = runTests({
			vscodeExecutablePath,
			extensionDevelopmentPath: run.extensionPath,
			extensionTestsPath: run.testsPath,
			extensionTestsEnv: { ...run.env, ...(screen && { DISPLAY: screen.display }) },
			launchArgs: [
				run.workspace,
				...['--user-data-dir', userData, '--extensions-dir', path.join(run.folder, 'extensions')],
				...['--disable-extensions', '--disable-gpu', '--disable-telemetry'],
			],
		}).then(
			code => `VS Code ended the run with code ${code}`,
			(error: unknown) => errorText(error),
		);
		const limit = run.timeIsUp.then(() => `it took longer than ${run.limit / 1000} s`);
		return { why: await Promise.race([end, limit]), log: '' };
	} finally {
		await screen?.stop();
	}
}
