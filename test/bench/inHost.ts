import fs from 'node:fs';
import * as vscode from 'vscode';
import { startSampleTenant } from '../../src/sample/sampleTenant';
import { errorText } from '../rig/testResult';
import { tls } from '../tls';

export interface ConnectionFigures {
	readonly requests: number;
	readonly connections: number;
	readonly milliseconds: number;
}

/** What VS Code calls in its extension host: measures there, and writes to the files that the environment names. */
export async function run(): Promise<void> {
	const name = 'connections can be measured';
	try {
		fs.writeFileSync(process.env['ISC_BENCH_CONNECTIONS'] ?? '', JSON.stringify(await connections()));
		finish({ name, ok: true, ms: 0 });
	} catch (error) {
		finish({ name, ok: false, ms: 0, error: errorText(error) });
		throw error;
	}
}

function finish(result: object): void {
	fs.writeFileSync(process.env['ISC_RIG_RESULT'] ?? '', JSON.stringify({ done: true, results: [result] }));
}

async function connections(): Promise<ConnectionFigures> {
	const sample = await startSampleTenant({ tls });
	try {
		const { url, clientId, clientSecret } = sample;
		const tenant = await vscode.commands.executeCommand<{ id: string }>('iscConnectors.tenant.add', {
			name: 'https',
			url,
			clientId,
			clientSecret,
		});
		const root = vscode.Uri.from({ scheme: 'isc-connector', authority: tenant.id, path: '/' });
		const folders = await vscode.workspace.fs.readDirectory(root);
		sample.latency = 20;
		sample.forgetRequests();
		const before = sample.connections;
		const begin = performance.now();
		for (const [folder] of folders.slice(0, 20)) {
			await vscode.workspace.fs.readFile(vscode.Uri.joinPath(root, folder, 'source-template.xml'));
		}
		const milliseconds = performance.now() - begin;
		// One connection is there already, from adding the tenant, and counts as the one that is allowed.
		return {
			requests: sample.requests.length,
			connections: Math.max(1, sample.connections - before),
			milliseconds,
		};
	} finally {
		await sample.stop();
	}
}
