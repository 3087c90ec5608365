import { once } from 'node:events';
import path from 'node:path';
import { ownGroups, signalGroup, spawnGroup, tail } from './processGroup';
import type { Report, Step, StepMessage, SuiteFiles } from './steps/step';

/** Runs a share of a step in a process of its own and reports its tests; one that breaks off has failed. */
export async function runStep(step: Step, files: SuiteFiles, report: Report): Promise<void> {
	const start = Date.now();
	const program = ['--enable-source-maps', path.join(__dirname, 'step.js'), step.name, ...files];
	const { child, stop } = spawnGroup(process.execPath, program, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
	const groups: number[] = [];
	const seen = { output: '', done: false, late: false };
	child.stdout?.on('data', (chunk: Buffer) => (seen.output += chunk.toString()));
	child.stderr?.on('data', (chunk: Buffer) => (seen.output += chunk.toString()));
	child.on('message', (message: StepMessage) => {
		if ('result' in message) {
			report(message.result);
		} else if ('group' in message) {
			groups.push(message.group);
			ownGroups.add(message.group);
		} else {
			seen.done = true;
		}
	});
	const timer = setTimeout(() => {
		seen.late = true;
		void stop();
	}, step.limit * 1000);
	// Its messages may arrive after its end; the connection closes after the last.
	const disconnected = once(child, 'disconnect');
	const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
	await disconnected;
	clearTimeout(timer);
	await stop();
	for (const group of groups) {
		signalGroup(group, 'SIGKILL');
		ownGroups.delete(group);
	}

	const fail = (name: string, error: string) =>
		report({ name: `${step.name} ${name}`, ok: false, ms: Date.now() - start, error });
	if (seen.late) {
		fail('ends in time', `It was stopped after ${step.limit} s.\n${tail(seen.output)}`);
	} else if (!seen.done) {
		fail('runs to its end', `Its process ended with ${code ?? signal ?? '?'}.\n${tail(seen.output)}`);
	}
}
