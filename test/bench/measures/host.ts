import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runHostTests } from '../../rig/hostTests';
import { megabytes, type Figure } from '../figure';
import type { HostFigures } from '../inHost';
import { tls } from '../../tls';

/**
 * Inside VS Code: requests one after another over https, for which its patched modules make connections of their own, and
 * documents that are opened.
 */
export async function measureHost(): Promise<Figure[]> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-bench-'));
	const authority = path.join(folder, 'ca.pem');
	const file = path.join(folder, 'connections.json');
	fs.writeFileSync(authority, tls.cert);
	try {
		const { results } = await runHostTests({
			version: 'stable',
			extensionPath: '.',
			testsPath: 'out/bench/inHost.js',
			env: { NODE_EXTRA_CA_CERTS: authority, ISC_BENCH_HOST: file },
		});
		const failure = results.find(({ ok }) => !ok);
		if (failure) {
			throw new Error(`${failure.name}: ${failure.error ?? ''}`);
		}
		const figures = JSON.parse(fs.readFileSync(file, 'utf8')) as HostFigures;
		const { requests, connections, milliseconds } = figures.connections;
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
			{
				what: `memory for ${figures.opened.documents} documents opened and shown`,
				value: megabytes(figures.opened.bytes),
			},
			{
				what: `memory after ${figures.exported.connectors} connectors were exported and checked`,
				value: megabytes(figures.exported.bytes),
				target: 'at most 60 MB',
			},
		];
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}
