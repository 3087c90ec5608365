import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SampleTenant } from '../../../src/sample/server/sampleTenant';
import { fetchToken } from './http';

suite('the sample tenant on the command line', function () {
	this.timeout(10_000);
	let folder: string;
	suiteSetup(() => {
		folder = mkdtempSync(join(tmpdir(), 'sample-tenant-'));
		execFileSync(process.execPath, ['esbuild.js', '--sample-tenant']);
	});
	suiteTeardown(() => rmSync(folder, { recursive: true }));

	function run(...args: string[]) {
		const child = spawn(process.execPath, ['out/sampleTenant.js', ...args], {
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const output = { stdout: '', stderr: '' };
		child.stdout.on('data', (data: Buffer) => (output.stdout += data.toString()));
		child.stderr.on('data', (data: Buffer) => (output.stderr += data.toString()));
		return { child, output };
	}

	async function end(child: ChildProcess): Promise<number | null> {
		const [code] = (await once(child, 'close')) as [number | null];
		return code;
	}

	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		test(`tells in one line where it listens, and ends on ${signal}`, async () => {
			const storage = join(folder, 'edits.json');
			const { child, output } = run(
				'--port',
				'0',
				'--connectors',
				'300',
				'--sources',
				'400',
				'--latency',
				'1',
				'--storage',
				storage,
				'--no-rate-limit',
			);
			const ended = end(child);
			while (!output.stdout.endsWith('\n')) {
				await once(child.stdout, 'data');
			}
			const told = JSON.parse(output.stdout) as SampleTenant;
			assert.deepEqual(Object.keys(told), ['url', 'clientId', 'clientSecret']);
			const headers = { Authorization: `Bearer ${await fetchToken(told)}` };
			const response = await fetch(`${told.url}/v2024/connectors`, { headers });
			assert.equal(((await response.json()) as unknown[]).length, 250);
			const sources = await fetch(`${told.url}/v2024/sources?limit=0&count=true`, { headers });
			assert.equal(sources.headers.get('X-Total-Count'), '400');
			const many = Array.from({ length: 110 }, () =>
				fetch(`${told.url}/v2024/connectors?limit=0`, { headers }),
			);
			assert.ok((await Promise.all(many)).every(({ status }) => status === 200));
			child.kill(signal);
			assert.equal(await ended, 0);
			assert.equal(output.stdout.split('\n').length, 2);
			assert.equal(output.stderr, '');
		});
	}

	for (const [args, message] of [
		[['--port', 'x'], /^--port takes a whole number from 0 to 65535, not "x"\.\n$/],
		[['--port', '65536'], /^--port takes a whole number/],
		[['--connectors', '-1'], /--connectors/],
		[['--sources', 'many'], /^--sources takes a whole number/],
		[['--latency', '1.5'], /^--latency takes a whole number/],
		[['--what'], /^Unknown option '--what'\.\n$/],
		[['more'], /^Unexpected argument 'more'\.\n$/],
		[['--storage'], /--storage/],
	] as const) {
		test(`complains about ${args.join(' ')}`, async () => {
			const { child, output } = run(...args);
			assert.equal(await end(child), 2);
			assert.match(output.stderr, message);
			assert.equal(output.stderr.trim().split('\n').length, 1);
			assert.equal(output.stdout, '');
		});
	}

	test('complains about a port that is taken', async () => {
		const first = run();
		await once(first.child.stdout, 'data');
		const { port } = new URL((JSON.parse(first.output.stdout) as SampleTenant).url);
		const { child, output } = run('--port', port);
		assert.equal(await end(child), 1);
		assert.match(output.stderr, /^listen EADDRINUSE.*\.\n$/);
		first.child.kill();
		await end(first.child);
	});
});
