import fs from 'node:fs';
import path from 'node:path';
import { tls } from '../../tls';
import { runHostTests } from '../hostTests';
import { runSuites } from '../mochaSuites';
import { runProgram } from '../processGroup';
import type { RigVersion } from '../rigInstall';
import { asTest } from '../testResult';
import { packageStep } from './packageStep';
import type { Step } from './step';

const grep = process.env['ISC_TEST_GREP'];

/** The parts of `npm test` in their order. */
export const steps: readonly Step[] = [
	{
		name: 'check',
		limit: 600,
		run: async report => {
			const tools = {
				tsc: ['node_modules/typescript/bin/tsc'],
				'tsc for the core': ['node_modules/typescript/bin/tsc', '-p', 'src/core'],
				'tsc for the pages': ['node_modules/typescript/bin/tsc', '-p', 'src/pages'],
				eslint: ['node_modules/eslint/bin/eslint.js', '.'],
				prettier: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'],
			};
			await Promise.all(
				Object.entries(tools).map(async ([name, args]) =>
					report(await asTest(`${name} finds nothing`, () => node(args))),
				),
			);
		},
	},
	{
		name: 'build',
		limit: 60,
		run: async report =>
			report(await asTest('the extension builds', () => node(['esbuild.js', '--production']))),
	},
	{
		name: 'unit',
		limit: 900,
		run: report => runSuites('out/unit', { timeout: 10_000, grep, onResult: report }),
	},
	packageStep,
	hostStep('host', 'stable', ['stable']),
	hostStep('host-oldest', 'oldest', ['oldest', 'stable']),
	{
		name: 'ui',
		limit: 1800,
		inVSCode: { way: 'server', rigs: ['stable'] },
		run: report => runSuites('out/ui', { timeout: 60_000, grep, onResult: report }),
	},
];

function hostStep(name: string, version: RigVersion, rigs: readonly RigVersion[]): Step {
	return {
		name,
		limit: 900,
		inVSCode: { way: 'any', rigs },
		run: async report => {
			const { results } = await runHostTests({
				version,
				extensionPath: '.',
				testsPath: 'out/host/index.js',
				// VS Code 1.100 forgets NODE_EXTRA_CA_CERTS as soon as it adds the system's certificates.
				...(version === 'oldest' && { settings: { 'http.systemCertificates': false } }),
				env: { NODE_EXTRA_CA_CERTS: trustedAuthority(), ...(grep && { ISC_TEST_GREP: grep }) },
			});
			results.forEach(report);
		},
	};
}

/** A file with the certificate of the tests' own servers, which VS Code trusts like a company's authority. */
function trustedAuthority(): string {
	const file = path.resolve('out/authority.pem');
	fs.writeFileSync(file, tls.cert);
	return file;
}

async function node(args: readonly string[]): Promise<void> {
	await runProgram(process.execPath, args);
}
