import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { wayToVSCode } from './desktop';
import { runOnDesktop } from './hostTestsOnDesktop';
import { runInServer } from './hostTestsInServer';
import type { RigVersion } from './rigInstall';
import type { SuiteResult } from './testResult';
import { type Settings, testSettings } from './userSettings';

export interface HostTestOptions {
	readonly version: RigVersion;
	/** The folder of the extension under test. */
	readonly extensionPath: string;
	/** The module whose `run` VS Code calls. */
	readonly testsPath: string;
	readonly settings?: Settings;
	readonly env?: NodeJS.ProcessEnv;
	/** How long the whole run may take, in milliseconds. */
	readonly limit?: number;
}

/** A run as the two ways of doing it need it. */
export interface HostRun extends Required<HostTestOptions> {
	/** For whatever VS Code writes; gone after the run. */
	readonly folder: string;
	/** A workspace with one folder: an empty window cannot take folders in a test. */
	readonly workspace: string;
	/** Settles after `limit`. */
	readonly timeIsUp: Promise<void>;
	/** What the suites have written so far. */
	result(): SuiteResult;
}

/** Why a run ended, for the case that its result is not complete. */
export type Ending = { readonly why: string; readonly log: string; readonly picture?: string | undefined };

/** Runs suites in the extension host of a real VS Code. A run that breaks off ends in a failed test which says so. */
export async function runHostTests(options: HostTestOptions): Promise<SuiteResult> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-host-'));
	const workspace = path.join(folder, 'test.code-workspace');
	fs.mkdirSync(path.join(folder, 'workspace'));
	fs.writeFileSync(workspace, JSON.stringify({ folders: [{ path: 'workspace' }] }));
	const resultFile = path.join(folder, 'result.json');
	const limit = options.limit ?? 600_000;
	const start = Date.now();
	let timer: NodeJS.Timeout | undefined;
	try {
		const run = (await wayToVSCode()) === 'electron' ? runOnDesktop : runInServer;
		const ending = await run({
			...options,
			extensionPath: path.resolve(options.extensionPath),
			testsPath: path.resolve(options.testsPath),
			settings: { ...testSettings, ...options.settings },
			env: { ...options.env, ISC_RIG_RESULT: resultFile },
			folder,
			workspace,
			limit,
			timeIsUp: new Promise(resolve => (timer = setTimeout(resolve, limit))),
			result: () => readResult(resultFile),
		});
		return verdict(readResult(resultFile), ending, Date.now() - start);
	} finally {
		clearTimeout(timer);
		fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

function readResult(file: string): SuiteResult {
	return fs.existsSync(file)
		? (JSON.parse(fs.readFileSync(file, 'utf8')) as SuiteResult)
		: { done: false, results: [] };
}

/** Only the file counts that the suites wrote: VS Code reports success also when its extension host has died. */
function verdict({ done, results }: SuiteResult, ending: Ending, ms: number): SuiteResult {
	if (done) {
		return { done, results };
	}
	const last = results.at(-1);
	const error = [
		`The run broke off ${last ? `after "${last.name}"` : 'before the first test'}: ${ending.why}.`,
		ending.picture && `The window at the end: ${ending.picture}`,
		ending.log && `The end of the log:\n${ending.log}`,
	];
	const name = 'the suites run to their end';
	return { done, results: [...results, { name, ok: false, ms, error: error.filter(Boolean).join('\n') }] };
}
