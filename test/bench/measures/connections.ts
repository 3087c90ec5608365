import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runHostTests } from '../../rig/hostTests';
import type { Figure } from '../figure';
import type { ConnectionFigures } from '../inHost';
import { tls } from '../../tls';

/** Requests one after another over https, inside VS Code, whose patched modules make connections of their own. */
export async function measureConnections(): Promise<Figure[]> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-bench-'));
	const authority = path.join(folder, 'ca.pem');
	const file = path.join(folder, 'connections.json');
	fs.writeFileSync(authority, tls.cert);
	try {
		const { results } = await runHostTests({
			version: 'stable',
			extensionPath: '.',
			testsPath: 'out/bench/inHost.js',
			env: { NODE_EXTRA_CA_CERTS: authority, ISC_BENCH_CONNECTIONS: file },
		});
		const failure = results.find(({ ok }) => !ok);
		if (failure) {
			throw new Error(`${failure.name}: ${failure.error ?? ''}`);
		}
		const { requests, connections, milliseconds } = JSON.parse(
			fs.readFileSync(file, 'utf8'),
		) as ConnectionFigures;
		return [
			{
				what: `TCP connections for ${requests} requests over https in VS Code`,
				value: String(connections),
				target: '1',
			},
			{
				what: 'each of them took',
				value: `${(milliseconds / requests).toFixed(1)} ms, of which 20 ms are latency`,
			},
		];
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}
