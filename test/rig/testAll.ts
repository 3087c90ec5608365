// Runs all tests, or the steps that are named, and ends with a line `N passed, N failed`.
//   node out/rig/testAll.js [check] [build] [unit] [package] [host] [host-oldest] [ui]
import { wayToVSCode } from './desktop';
import { OrderedOutput } from './orderedOutput';
import { installRig, type RigVersion } from './rigInstall';
import { runStep } from './stepRunner';
import type { Step } from './steps/step';
import { steps } from './steps/steps';
import { errorText, type TestResult } from './testResult';

const counts = { passed: 0, failed: 0, finished: false };
const failures: string[] = [];
const output = new OrderedOutput(line => console.log(line));

function count(result: TestResult, step: string): void {
	if (result.ok) {
		counts.passed++;
	} else {
		counts.failed++;
		failures.push(`${step}: ${result.name}`);
	}
}

/** The rigs begin to be installed at once, while steps run that do not need them. */
async function rigsFor(selected: readonly Step[]): Promise<Map<RigVersion, Promise<unknown>>> {
	const rigs = new Map<RigVersion, Promise<unknown>>();
	if (!selected.some(step => step.rigs)) {
		return rigs;
	}
	// Decided once: the steps' processes take it from the environment.
	process.env['ISC_RIG'] = await wayToVSCode();
	const needed = selected.filter(step => process.env['ISC_RIG'] === 'server' || step.name === 'ui');
	for (const version of new Set(needed.flatMap(step => step.rigs ?? []))) {
		const install = installRig(version, console.log);
		install.catch(() => undefined); // the step that needs it reports it
		rigs.set(version, install);
	}
	return rigs;
}

async function run(step: Step, rigs: Map<RigVersion, Promise<unknown>>): Promise<void> {
	const { print, close } = output.open();
	const before = Date.now();
	const report = (result: TestResult) => {
		count(result, step.name);
		print(`  ${result.ok ? 'ok  ' : 'FAIL'} ${result.name} (${result.ms} ms)`);
		if (result.error) {
			print(result.error.replace(/^/gm, '       '));
		}
	};
	print(step.name);
	try {
		await Promise.all(step.rigs?.map(async version => rigs.get(version)) ?? []);
		await runStep(step, report);
	} catch (error) {
		report({ name: `${step.name} can start`, ok: false, ms: Date.now() - before, error: errorText(error) });
	}
	print(`  ${((Date.now() - before) / 1000).toFixed(1)} s`);
	close();
}

async function main(): Promise<void> {
	const names = process.argv.slice(2);
	const unknown = names.filter(name => !steps.some(step => step.name === name));
	if (unknown.length > 0) {
		throw new Error(
			`There is no step ${unknown.join(', ')}; there are ${steps.map(each => each.name).join(', ')}.`,
		);
	}
	const selected = steps.filter(step => names.length === 0 || names.includes(step.name));
	const rigs = await rigsFor(selected);
	const inTurn = async (lane: readonly Step[]) => {
		for (const step of lane) {
			await run(step, rigs);
		}
	};
	// The checks take as long as the steps beside them; what runs in VS Code gets the machine for itself.
	const check = selected.filter(step => step.name === 'check');
	const inVSCode = selected.filter(step => step.rigs);
	const inNode = selected.filter(step => !check.includes(step) && !inVSCode.includes(step));
	await Promise.all([inTurn(check), inTurn(inNode)]);
	await inTurn(inVSCode);
	counts.finished = true;
}

/** However this process ends, its last line is the one that counts. */
process.on('exit', () => {
	if (!counts.finished) {
		counts.failed++;
		failures.push('the run did not reach its end');
	}
	if (failures.length > 0) {
		console.log(`\nFailed:\n${failures.map(failure => `  ${failure}`).join('\n')}`);
	}
	console.log(`\n${counts.passed} passed, ${counts.failed} failed`);
	process.exitCode = counts.failed > 0 ? 1 : 0;
});

function breakOff(error: unknown): void {
	console.log(errorText(error));
	process.exit(1);
}

process.on('uncaughtException', breakOff);
main().then(() => process.exit(), breakOff);
