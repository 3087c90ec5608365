import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { HostRun } from '../../rig/hostTests';
import { desktopEnv, runProgramOnDesktop } from '../../rig/hostTestsOnDesktop';
import { workbenchUrl } from '../../rig/workbenchUrl';

suite('The tests inside a desktop VS Code', () => {
	let folder: string;

	setup(() => {
		folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'isc-desktop-')), 'My Projects', 'x y');
		fs.mkdirSync(folder, { recursive: true });
	});

	teardown(() => fs.rmSync(path.join(folder, '../..'), { recursive: true }));

	/** Runs node in the place of VS Code, and a script in that of the workspace: the first of what VS Code is given. */
	async function run(script: string, limit = 10_000) {
		const workspace = path.join(folder, 'a b.js');
		fs.writeFileSync(workspace, script);
		const timeUp = new AbortController();
		const timer = setTimeout(() => timeUp.abort(), limit);
		const given: HostRun = {
			version: 'stable',
			extensionPath: path.join(folder, 'the extension'),
			testsPath: path.join(folder, 'the tests.js'),
			settings: {},
			env: {},
			folder,
			workspace,
			limit,
			timeIsUp: new Promise(resolve => timeUp.signal.addEventListener('abort', () => resolve())),
			result: () => ({ done: false, results: [] }),
		};
		const ending = await runProgramOnDesktop(process.execPath, given, process.env);
		clearTimeout(timer);
		return ending;
	}

	test('get paths with blanks as they are', async () => {
		const { why, log } = await run(
			'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 3;',
		);
		assert.equal(why, 'VS Code ended the run with code 3');
		const given = JSON.parse(log) as string[];
		assert.equal(given[given.indexOf('--user-data-dir') + 1], path.join(folder, 'data'));
		assert.ok(given.includes(`--extensionDevelopmentPath=${path.join(folder, 'the extension')}`));
		assert.ok(given.includes(`--extensionTestsPath=${path.join(folder, 'the tests.js')}`));
	});

	test('end when their time is up, and leave nothing running', async () => {
		const { why, log } = await run('console.log(process.pid); setInterval(() => undefined, 1000);', 1500);
		assert.equal(why, 'it took longer than 1.5 s');
		assert.throws(() => process.kill(Number(log), 0), { code: 'ESRCH' });
	});

	test('do not take over what a VS Code around them has left in the environment', () => {
		const env = {
			Path: 'x',
			ELECTRON_RUN_AS_NODE: '1',
			VSCODE_PID: '7',
			npm_config_x: 'y',
			XDG_RUNTIME_DIR: 'z',
		};
		assert.deepEqual(desktopEnv(env), { Path: 'x', XDG_RUNTIME_DIR: 'z' });
	});

	test('are found in a browser, too, below a folder whose name means something in a URI', () => {
		const url = new URL(workbenchUrl(1, { tests: { extension: '/x y/50%/#1?', suites: '/x y/t.js' } }));
		const payload = new Map(JSON.parse(url.searchParams.get('payload') ?? '') as [string, string][]);
		assert.equal(payload.get('extensionDevelopmentPath'), 'vscode-remote://localhost:1/x%20y/50%25/%231%3F');
	});
});
