import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { once } from 'node:events';
import path from 'node:path';
import { displayOfThisMachine, startVirtualDisplay } from './desktop';
import type { Ending, HostRun } from './hostTests';
import { spawnGroup, tail } from './processGroup';
import { addSettings } from './userSettings';

/** The versions as VS Code's download host names them. */
const downloads = { stable: 'stable', oldest: '1.100.0' } as const;

/**
 * Runs suites in the extension host of a desktop VS Code, downloaded into `.vscode-test` on first use. The `runTests` of the
 * library that downloads it cannot be stopped, and goes through a shell on Windows, which breaks paths at their blanks.
 */
export async function runOnDesktop(run: HostRun): Promise<Ending> {
	addSettings(path.join(userDataOf(run), 'User'), run.settings);
	const program = await downloadAndUnzipVSCode(downloads[run.version]);
	const screen = displayOfThisMachine() === 'virtual' ? await startVirtualDisplay() : undefined;
	try {
		const env = { ...desktopEnv(process.env), ...run.env, ...(screen && { DISPLAY: screen.display }) };
		return await runProgramOnDesktop(program, run, env);
	} finally {
		await screen?.stop();
	}
}

/** Runs the program until it ends or its time is up. */
export async function runProgramOnDesktop(
	program: string,
	run: HostRun,
	env: NodeJS.ProcessEnv,
): Promise<Ending> {
	const { child, stop } = spawnGroup(program, desktopArguments(run), {
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let log = '';
	child.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
	child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
	const end = once(child, 'exit').then(([code]) => `VS Code ended the run with code ${String(code)}`);
	const limit = run.timeIsUp.then(() => `it took longer than ${run.limit / 1000} s`);
	try {
		const why = await Promise.race([end, limit]);
		return { why, log: run.result().done ? '' : tail(log, 20) };
	} finally {
		await stop();
	}
}

function userDataOf({ folder }: Pick<HostRun, 'folder'>): string {
	return path.join(folder, 'data');
}

function desktopArguments(run: HostRun): string[] {
	return [
		run.workspace,
		...['--user-data-dir', userDataOf(run), '--extensions-dir', path.join(run.folder, 'extensions')],
		`--extensionDevelopmentPath=${run.extensionPath}`,
		`--extensionTestsPath=${run.testsPath}`,
		...[
			'--no-sandbox',
			'--disable-gpu',
			'--disable-gpu-sandbox',
			'--disable-extensions',
			'--disable-telemetry',
		],
		...['--disable-updates', '--disable-workspace-trust', '--skip-welcome', '--skip-release-notes'],
	];
}

/** An environment without what a VS Code or a Node around this process has left in it. */
export function desktopEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
	const steers = /^(npm_|VSCODE_|ELECTRON_|NODE_OPTIONS$|NODE_CHANNEL_FD$)/i;
	return Object.fromEntries(Object.entries(env).filter(([name]) => !steers.test(name)));
}
