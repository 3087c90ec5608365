import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import * as vscode from 'vscode';
import { startSampleTenant } from '../../src/sample/server/sampleTenant';
import { errorText } from '../rig/testResult';
import { tls } from '../tls';

export interface ConnectionFigures {
	readonly requests: number;
	readonly connections: number;
	readonly milliseconds: number;
}

export interface HostFigures {
	readonly connections: ConnectionFigures;
	/** What the heap grows by, in bytes, when so many documents are opened and shown. */
	readonly opened: { readonly documents: number; readonly bytes: number };
	/** The same when so many connectors are exported and checked. */
	readonly exported: { readonly connectors: number; readonly bytes: number };
}

/** What VS Code calls in its extension host: measures there, and writes to the files that the environment names. */
export async function run(): Promise<void> {
	const name = 'the extension host can be measured';
	try {
		fs.writeFileSync(
			process.env['ISC_BENCH_HOST'] ?? '',
			JSON.stringify({
				connections: await connections(),
				opened: await opened(),
				exported: await exportedAndChecked(),
			}),
		);
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

async function opened(): Promise<HostFigures['opened']> {
	const sample = await startSampleTenant({ connectors: 60, rateLimit: false });
	try {
		const { url, clientId, clientSecret } = sample;
		const tenant = await vscode.commands.executeCommand<{ id: string }>('iscConnectors.tenant.add', {
			name: 'memory',
			url,
			clientId,
			clientSecret,
		});
		const root = vscode.Uri.from({ scheme: 'isc-connector', authority: tenant.id, path: '/' });
		const folders = (await vscode.workspace.fs.readDirectory(root)).slice(0, 51);
		const show = async ([folder]: (typeof folders)[number]) => {
			const uri = vscode.Uri.joinPath(root, folder, 'source-config.xml');
			await vscode.window.showTextDocument(uri, { preview: false });
		};
		const [first, ...others] = folders;
		if (first) {
			await show(first); // What is loaded with the first document is not counted.
		}
		const before = heap();
		for (const each of others) {
			await show(each);
		}
		await new Promise(resolve => setTimeout(resolve, 1000));
		return { documents: others.length, bytes: heap() - before };
	} finally {
		await sample.stop();
	}
}

/** In tenants that each have a pace of their own, so that it takes a minute. */
async function exportedAndChecked(): Promise<HostFigures['exported']> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-bench-exports-'));
	const samples = await Promise.all(
		Array.from({ length: 10 }, () => startSampleTenant({ connectors: 100, rateLimit: false })),
	);
	const tenants: string[] = [];
	for (const { url, clientId, clientSecret } of samples) {
		const added = { name: new URL(url).host, url, clientId, clientSecret };
		tenants.push(
			(await vscode.commands.executeCommand<{ id: string }>('iscConnectors.tenant.add', added)).id,
		);
	}
	const run = async (tenant: string) => {
		const target = path.join(folder, tenant.replace(':', '-'));
		const { connectors } = await vscode.commands.executeCommand<{ connectors: string[] }>(
			'iscConnectors.tenant.export',
			{ tenant, target },
		);
		await vscode.commands.executeCommand('iscConnectors.tenant.check', { tenant });
		return connectors.length;
	};
	try {
		await vscode.commands.executeCommand('iscConnectors.connector.check', {
			tenant: tenants[0],
			scriptName: 'workday',
		});
		const before = heap();
		const counts = await Promise.all(tenants.map(run));
		samples.forEach(sample => sample.forgetRequests());
		await new Promise(resolve => setTimeout(resolve, 1000));
		return { connectors: counts.reduce((sum, each) => sum + each, 0), bytes: heap() - before };
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
		await Promise.all(samples.map(sample => sample.stop()));
	}
}

/** What is in use on the heap and beside it, in bytes. */
function heap(): number {
	v8.setFlagsFromString('--expose_gc');
	(vm.runInNewContext('gc') as () => void)();
	const { heapUsed, arrayBuffers } = process.memoryUsage();
	return heapUsed + arrayBuffers;
}
