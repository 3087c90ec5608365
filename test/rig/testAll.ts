// Runs all tests, or the steps that are named, and ends with a line `N passed, N failed`, and `, N skipped` if some cannot
// run here.
//   node out/rig/testAll.js [build] [package] [check] [unit] [host] [host-oldest] [ui] [pictures] [--quick] [--soak <seconds>]
import os from 'node:os';
import { parseArgs } from 'node:util';
import { wayToVSCode, type Way } from './desktop';
import { failedFiles } from './failedFiles';
import { folderInMemory } from './folderInMemory';
import { OrderedOutput } from './orderedOutput';
import { planOf } from './plan';
import { installRig, type RigVersion } from './rigInstall';
import { runStep } from './stepRunner';
import type { Step, SuiteFiles } from './steps/step';
import { isQuick, steps } from './steps/steps';
import { errorText, summary, type TestResult } from './testResult';

/** How many processes run side by side: much of what tests do is waiting. Those for every day measure no times. */
const lanes = () => os.availableParallelism() + (isQuick() ? 2 : 1);

/** What one process does. */
interface Job {
	readonly step: Step;
	readonly files: SuiteFiles;
	readonly title: string;
	results: readonly TestResult[];
}

const jobs: Job[] = [];
let finished = false;
const output = new OrderedOutput(line => console.log(line));

function jobsOf(step: Step, way: Way | undefined): Job[] {
	const shares = ('rigs' in planOf(step, process, way) && step.shares?.()) || [[]];
	return shares.map((files, index) => {
		const which = files.length === 1 ? files.join() : `${index + 1} of ${shares.length}`;
		return { step, files, title: shares.length === 1 ? step.name : `${step.name}: ${which}`, results: [] };
	});
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

async function runAgain(job: Job, rigs: Rigs, way: Way | undefined): Promise<void> {
	const { again: files, others } = failedFiles(job.files, job.results);
	const again: Job = { ...job, files, title: `${job.title}, again and alone`, results: [] };
	await run(again, rigs, way);
	Object.assign(job, { title: again.title, results: [...others, ...again.results] });
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

async function run(job: Job, rigs: Rigs, way: Way | undefined): Promise<void> {
	const { step, files } = job;
	const { print, close } = output.open();
	const before = Date.now();
	const results: TestResult[] = [];
	job.results = results;
	const report = (result: TestResult) => {
		results.push(result);
		print(`  ${result.skipped ? 'skip' : result.ok ? 'ok  ' : 'FAIL'} ${result.name} (${result.ms} ms)`);
		if (result.error) {
			print(result.error.replace(/^/gm, '       '));
		}
	};
	print(job.title);
	const plan = planOf(step, process, way);
	try {
		if ('skipped' in plan) {
			report({ name: `${step.name}: ${plan.skipped}`, ok: true, skipped: true, ms: 0 });
		} else {
			await Promise.all(plan.rigs.map(async version => rigs.get(version)));
			await runStep(step, files, report);
		}
	} catch (error) {
		report({ name: `${step.name} can start`, ok: false, ms: Date.now() - before, error: errorText(error) });
	}
	print(`  ${((Date.now() - before) / 1000).toFixed(1)} s`);
	close();
}

/** Works through the jobs in their order, each once the steps that it comes after are over. */
async function runAll(rigs: Rigs, way: Way | undefined): Promise<void> {
	const waiting = [...jobs];
	const running = new Map<Job, Promise<void>>();
	const isOver = (name: string) => ![...waiting, ...running.keys()].some(({ step }) => step.name === name);
	while (waiting.length > 0) {
		const next = waiting.findIndex(({ step }) => (step.after ?? []).every(isOver));
		const [job] = running.size < lanes() && next >= 0 ? waiting.splice(next, 1) : [];
		if (job) {
			running.set(
				job,
				run(job, rigs, way).finally(() => running.delete(job)),
			);
		} else {
			await Promise.race(running.values());
		}
	}
	await Promise.all(running.values());
}

async function main(): Promise<void> {
	const { values, positionals: names } = parseArgs({
		allowPositionals: true,
		options: { quick: { type: 'boolean' }, soak: { type: 'string' } },
	});
	// The steps' processes take these from the environment.
	const temporary = process.env['TMPDIR'] ?? folderInMemory();
	if (temporary !== undefined) {
		process.env['TMPDIR'] = temporary;
	}
	if (values.quick) {
		process.env['ISC_TEST_QUICK'] = '1';
	}
	if (values.soak !== undefined) {
		process.env['ISC_SOAK'] = values.soak;
	}
	const unknown = names.filter(name => !steps.some(step => step.name === name));
	if (unknown.length > 0) {
		throw new Error(
			`There is no step ${unknown.join(', ')}; there are ${steps.map(each => each.name).join(', ')}.`,
		);
	}
	const selected = steps.filter(step => (names.length === 0 ? !step.isExtra : names.includes(step.name)));
	const way = await wayFor(selected);
	const rigs = install(selected.flatMap(step => rigsOf(step, way)));
	jobs.push(...selected.flatMap(step => jobsOf(step, way)));
	await runAll(rigs, way);
	// People have the machine for one window: what fails beside others counts by how it does alone.
	for (const job of jobs.filter(({ results }) => results.some(({ ok }) => !ok))) {
		await runAgain(job, rigs, way);
	}
	const tested = new Set(jobs.filter(({ results }) => results.length > 0).map(({ step }) => step));
	for (const step of selected.filter(each => !tested.has(each))) {
		const result = { name: 'tests something', ok: false, ms: 0 };
		jobs.push({ step, files: [], title: step.name, results: [result] });
	}
	finished = true;
}

/** However this process ends, its last line is the one that counts. */
process.on('exit', () => {
	const results = jobs.flatMap(({ results: each }) => each);
	const failures = jobs.flatMap(({ title, results: each }) =>
		each.filter(({ ok }) => !ok).map(({ name }) => `${title}: ${name}`),
	);
	if (!finished) {
		failures.push('the run did not reach its end');
	}
	if (failures.length > 0) {
		console.log(`\nFailed:\n${failures.map(failure => `  ${failure}`).join('\n')}`);
	}
	const skipped = results.filter(result => result.skipped).length;
	const passed = results.filter(({ ok }) => ok).length - skipped;
	console.log(`\n${summary({ passed, failed: failures.length, skipped })}`);
	process.exitCode = failures.length > 0 ? 1 : 0;
});

function breakOff(error: unknown): void {
	console.log(errorText(error));
	process.exit(1);
}

process.on('uncaughtException', breakOff);
main().then(() => process.exit(), breakOff);
