import { type ChildProcess, spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';

/** The process groups that end when this process ends. */
export const ownGroups = new Set<number>();

/** A program together with all that it started in turn. */
export interface ProcessGroup {
	readonly child: ChildProcess;
	/** Asks the group to end, and makes it after three seconds. */
	readonly stop: () => Promise<void>;
}

/** Starts a program in a process group of its own, which does not outlive this process. */
export function spawnGroup(command: string, args: readonly string[], options: SpawnOptions): ProcessGroup {
	endGroupsWithThisProcess();
	const posix = process.platform !== 'win32';
	const child = spawn(command, args, { ...options, detached: posix, windowsHide: true });
	const group = child.pid;
	if (group !== undefined) {
		ownGroups.add(group);
		// Whoever may have to kill this process without warning learns what to kill with it.
		process.send?.({ group });
	}
	return {
		child,
		stop: async () => {
			if (group === undefined || !ownGroups.has(group)) {
				return;
			}
			if (child.exitCode === null && child.signalCode === null) {
				const exit = once(child, 'exit');
				signalGroup(group, 'SIGTERM');
				const limit = setTimeout(() => signalGroup(group, 'SIGKILL'), 3000);
				await exit;
				clearTimeout(limit);
			}
			signalGroup(group, 'SIGKILL');
			ownGroups.delete(group);
		},
	};
}

/** Sends a signal to a program and to all that it started; on Windows it simply ends them. */
export function signalGroup(group: number, signal: NodeJS.Signals): void {
	if (process.platform === 'win32') {
		spawnSync('taskkill', ['/pid', String(group), '/T', '/F']);
		return;
	}
	try {
		process.kill(-group, signal);
	} catch {
		// Nothing of the group is left.
	}
}

function signalAll(signal: NodeJS.Signals): void {
	for (const group of ownGroups) {
		signalGroup(group, signal);
	}
}

/** The exit handler doubles as the mark that all handlers are in place. */
function killAll(): void {
	signalAll('SIGKILL');
}

function endGroupsWithThisProcess(): void {
	if (process.listeners('exit').includes(killAll)) {
		return;
	}
	process.on('exit', killAll);
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => {
			signalAll('SIGTERM');
			setTimeout(() => process.exit(128 + constants.signals[signal]), 500);
		});
	}
}

/** Runs a program to its end; throws with the end of what it printed if it fails or takes longer than `limit`. */
export async function runProgram(
	command: string,
	args: readonly string[],
	options: SpawnOptions & { limit?: number } = {},
): Promise<string> {
	const { limit = 300_000, ...spawnOptions } = options;
	const { child, stop } = spawnGroup(command, args, { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
	child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
	const timer = setTimeout(() => {
		output += `\nstopped after ${limit / 1000} s`;
		void stop();
	}, limit);
	try {
		const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
		if (code !== 0) {
			throw new Error(`${[command, ...args].join(' ')} ended with ${code ?? signal ?? '?'}\n${tail(output)}`);
		}
		return output;
	} finally {
		clearTimeout(timer);
		await stop();
	}
}

/** The last lines of a log. */
export function tail(text: string, lines = 60): string {
	return text.trimEnd().split('\n').slice(-lines).join('\n');
}
