import fs from 'node:fs';
import path from 'node:path';
import { tls } from '../../tls';
import { runHostTests } from '../hostTests';
import { runSuites, suiteFiles } from '../mochaSuites';
import { runProgram } from '../processGroup';
import type { RigVersion } from '../rigInstall';
import { asTest } from '../testResult';
import { packageStep } from './packageStep';
import { sharesOf, type SuiteSeconds } from './shares';
import type { Step, SuiteFiles } from './step';
import { hostSeconds, quickSeconds, uiSeconds, unitSeconds } from './suiteSeconds';

const grep = process.env['ISC_TEST_GREP'];
/** Whether only what serves for every day is to run. */
export const isQuick = () => process.env['ISC_TEST_QUICK'] !== undefined;
/** How many seconds each test with seeds is to take. */
const soak = () => Number(process.env['ISC_SOAK'] ?? 0);
const unitGrep = () =>
	grep ?? (isQuick() ? '^(?!.*\\((seeded|long)\\))' : soak() > 0 ? '\\(seeded\\)$' : undefined);

/** The parts of `npm test` in the order in which they begin, and what runs like them when it is named. */
export const steps: readonly Step[] = [
	{
		name: 'build',
		limit: 60,
		run: async report =>
			report(await asTest('the extension builds', () => node(['esbuild.js', '--production']))),
	},
	packageStep,
	{
		name: 'check',
		limit: 600,
		run: async report => {
			const tsc = 'node_modules/typescript/bin/tsc';
			const tools = {
				tsc: [tsc],
				'tsc for the core': [tsc, '-p', 'src/core'],
				'tsc for the pages': [tsc, '-p', 'src/pages'],
				oxlint: ['node_modules/oxlint/bin/oxlint', '-c', 'oxlint.config.mjs'],
				oxfmt: ['node_modules/oxfmt/bin/oxfmt', '--check'],
			};
			await Promise.all(
				Object.entries(tools).map(async ([name, args]) =>
					report(await asTest(`${name} finds nothing`, () => node(args))),
				),
			);
		},
	},
	{
		name: 'unit',
		get limit() {
			return 900 + 60 * soak();
		},
		shares: () => divided(suiteFiles('out/unit'), 3, isQuick() ? quickSeconds : unitSeconds),
		run: (report, files) =>
			runSuites('out/unit', { files, timeout: 10_000, grep: unitGrep(), onResult: report }),
	},
	hostStep('host', 'stable', ['stable'], () => divided(suiteFiles('out/host'), 3, hostSeconds)),
	hostStep('host-oldest', 'oldest', ['oldest', 'stable'], () =>
		divided(suiteFiles('out/host').filter(canDiffer), 2, hostSeconds),
	),
	{
		name: 'ui',
		limit: 900,
		after: ['package'],
		inVSCode: { way: 'server', rigs: ['stable'] },
		// Each file opens a window of its own anyway.
		shares: () => divided(suiteFiles('out/ui'), Infinity, uiSeconds),
		run: (report, files) => runSuites('out/ui', { files, timeout: 120_000, grep, onResult: report }),
	},
	{
		name: 'pictures',
		limit: 900,
		after: ['package'],
		isExtra: true,
		inVSCode: { way: 'server', rigs: ['stable'] },
		shares: () => divided(suiteFiles('out/readme'), Infinity),
		run: (report, files) => runSuites('out/readme', { files, timeout: 120_000, grep, onResult: report }),
	},
];

/** Whether a suite is about more than what our code asks of a tenant or answers to a call, for which any VS Code will do. */
function canDiffer(file: string): boolean {
	const alike =
		/^(agentFuzz|archives|connectors|formsSent|manyConnectors|messages|requests|restoring|search|transfers)\./;
	return !alike.test(file);
}

function hostStep(
	name: string,
	version: RigVersion,
	rigs: readonly RigVersion[],
	shares: () => readonly SuiteFiles[],
): Step {
	return {
		name,
		get limit() {
			return 1560 + soak();
		},
		after: ['build', 'package'],
		inVSCode: { way: 'any', rigs },
		shares,
		run: async (report, files) => {
			const { results } = await runHostTests({
				version,
				extensionPath: '.',
				testsPath: 'out/host/index.js',
				limit: 1_500_000 + 1000 * soak(), // Three windows side by side take half of that on a slow machine.
				// VS Code 1.100 forgets NODE_EXTRA_CA_CERTS as soon as it adds the system's certificates.
				...(version === 'oldest' && { settings: { 'http.systemCertificates': false } }),
				env: {
					NODE_EXTRA_CA_CERTS: trustedAuthority(),
					ISC_TEST_FILES: files.join('\n'),
					...(grep && { ISC_TEST_GREP: grep }),
				},
			});
			results.forEach(report);
		},
	};
}

/** For the few tests that one asks for, more than one process is too many. */
function divided(files: SuiteFiles, count: number, seconds?: SuiteSeconds): SuiteFiles[] {
	return sharesOf(files, grep ? 1 : count, seconds);
}

/** A file with the certificate of the tests' own servers, which VS Code trusts like a company's authority. */
function trustedAuthority(): string {
	const file = path.resolve('out/authority.pem');
	// Moved into place: another share's VS Code may be reading it.
	fs.writeFileSync(`${file}.${process.pid}`, tls.cert);
	fs.renameSync(`${file}.${process.pid}`, file);
	return file;
}

async function node(args: readonly string[]): Promise<void> {
	await runProgram(process.execPath, args);
}
