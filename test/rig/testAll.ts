// Runs all tests, or the steps that are named, and ends with a line `N passed, N failed`, and `, N skipped` if some cannot
// run here.
//   node out/rig/testAll.js [check] [build] [unit] [package] [host] [host-oldest] [ui]
import { wayToVSCode, type Way } from './desktop';
import { OrderedOutput } from './orderedOutput';
import { planOf } from './plan';
import { installRig, type RigVersion } from './rigInstall';
import { runStep } from './stepRunner';
import type { Step } from './steps/step';
import { steps } from './steps/steps';
import { errorText, summary, type TestResult } from './testResult';

const counts = { passed: 0, failed: 0, skipped: 0, finished: false };
const failures: string[] = [];
const output = new OrderedOutput(line => console.log(line));

function count(result: TestResult, step: string): void {
	if (result.skipped) {
		counts.skipped++;
	} else if (result.ok) {
		counts.passed++;
	} else {
		counts.failed++;
		failures.push(`${step}: ${result.name}`);
	}
}

/** Decided once: the steps' processes take it from the environment. */
async function wayFor(selected: readonly Step[]): Promise<Way | undefined> {
	if (!selected.some(({ inVSCode }) => inVSCode?.way === 'any')) {
		return undefined;
	}
	const way = await wayToVSCode().catch(() => undefined); // A step that gets no VS Code reports it.
	if (way) {
		process.env['ISC_RIG'] = way;
	}
	return way;
}

type Rigs = ReadonlyMap<RigVersion, Promise<unknown>>;

/** They begin to be installed at once, while steps run that do not need them. */
function install(versions: Iterable<RigVersion>): Rigs {
	const rigs = new Map<RigVersion, Promise<unknown>>();
	for (const version of new Set(versions)) {
		const installing = installRig(version, console.log);
		installing.catch(() => undefined); // The step that needs it reports it.
		rigs.set(version, installing);
	}
	return rigs;
}

function rigsOf(step: Step, way: Way | undefined): readonly RigVersion[] {
	const plan = planOf(step, process, way);
	return 'rigs' in plan ? plan.rigs : [];
}

async function run(step: Step, rigs: Rigs, way: Way | undefined): Promise<void> {
	const { print, close } = output.open();
	const before = Date.now();
	const report = (result: TestResult) => {
		count(result, step.name);
		print(`  ${result.skipped ? 'skip' : result.ok ? 'ok  ' : 'FAIL'} ${result.name} (${result.ms} ms)`);
		if (result.error) {
			print(result.error.replace(/^/gm, '       '));
		}
	};
	print(step.name);
	const plan = planOf(step, process, way);
	try {
		if ('skipped' in plan) {
			report({ name: `${step.name}: ${plan.skipped}`, ok: true, skipped: true, ms: 0 });
		} else {
			await Promise.all(plan.rigs.map(async version => rigs.get(version)));
			await runStep(step, report);
		}
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
	const way = await wayFor(selected);
	const rigs = install(selected.flatMap(step => rigsOf(step, way)));
	const inTurn = async (lane: readonly Step[]) => {
		for (const step of lane) {
			await run(step, rigs, way);
		}
	};
	// The checks take as long as the steps beside them; what runs in VS Code gets the machine for itself.
	const check = selected.filter(step => step.name === 'check');
	const inVSCode = selected.filter(step => step.inVSCode);
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
	console.log(`\n${summary(counts)}`);
	process.exitCode = counts.failed > 0 ? 1 : 0;
});

function breakOff(error: unknown): void {
	console.log(errorText(error));
	process.exit(1);
}

process.on('uncaughtException', breakOff);
main().then(() => process.exit(), breakOff);
