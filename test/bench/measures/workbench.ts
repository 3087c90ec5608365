import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startSampleTenant } from '../../../src/sample/sampleTenant';
import { openWorkbench, type OpenWorkbench } from '../../ui/openWorkbench';
import { megabytes, seconds, type Figure } from '../figure';

const windows = 5;
const names = { ours: 'Connector Studio for Identity Security Cloud', empty: 'Empty' } as const;

/** The packaged extension in a VS Code window: activation, memory, and a tenant of 5,000 connectors in the tree. */
export async function measureWorkbench(): Promise<Figure[]> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-bench-'));
	const heapFile = path.join(folder, 'heap');
	const workbench = await openWorkbench({
		env: { ISC_BENCH_HEAP: heapFile },
		besides: ['test/bench/extensions/empty', 'test/bench/extensions/probe'],
	});
	const heap = async () => {
		fs.rmSync(heapFile, { force: true });
		await workbench.command('Bench: Measure the Heap');
		while (!fs.existsSync(heapFile) || fs.statSync(heapFile).size === 0) {
			await workbench.page.waitForTimeout(20);
		}
		return Number(fs.readFileSync(heapFile, 'utf8'));
	};
	try {
		return [...(await activation(workbench, heap)), ...(await largeTenant(workbench, heap))];
	} finally {
		await workbench.close();
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

async function activation(workbench: OpenWorkbench, heap: () => Promise<number>): Promise<Figure[]> {
	const times = { ours: [] as number[], empty: [] as number[] };
	const heaps = { ours: [] as number[], empty: [] as number[] };
	for (let window = 0; window < windows; window++) {
		await heap(); // Loads the probe.
		const before = await heap();
		await workbench.command('Bench: Activate the Empty Extension');
		const withEmpty = await heap();
		await workbench.viewContainer('ISC Connectors').click();
		await workbench.page.locator('.welcome-view .monaco-button').first().waitFor();
		const withOurs = await heap();
		heaps.empty.push(withEmpty - before);
		heaps.ours.push(withOurs - withEmpty);
		await workbench.command('Developer: Show Running Extensions');
		for (const extension of ['ours', 'empty'] as const) {
			times[extension].push(await activationTime(workbench, names[extension]));
		}
		await workbench.command('View: Close All Editors');
		await workbench.command('View: Show Explorer'); // The next window must not show the view, which would activate.
		await workbench.page.waitForTimeout(6000); // VS Code keeps its state every few seconds.
		await workbench.reload();
	}
	return [
		{ what: 'activation, as VS Code reports it', value: `${median(times.ours)} ms`, target: '10 ms' },
		{ what: 'activation of an empty extension', value: `${median(times.empty)} ms` },
		{ what: 'heap after activation', value: megabytes(median(heaps.ours)), target: '0.5 MB' },
		{ what: 'heap after activation of an empty extension', value: megabytes(median(heaps.empty)) },
	];
}

/** Milliseconds: loading the code, and `activate`. */
async function activationTime(workbench: OpenWorkbench, name: string): Promise<number> {
	const row = workbench.page.locator('.runtime-extensions-editor .extension', { hasText: name });
	const text = await row.locator('.activation-time').innerText();
	return Number(/(\d+)\s*ms/.exec(text)?.[1] ?? Number.NaN);
}

async function largeTenant(workbench: OpenWorkbench, heap: () => Promise<number>): Promise<Figure[]> {
	const sample = await startSampleTenant({ connectors: 5000, latency: 20 });
	try {
		const { quickInput } = workbench;
		let lastAsked = 0;
		sample.onRequest = ({ operation }) => {
			lastAsked = operation === 'getConnectorList' ? performance.now() : lastAsked;
		};
		await workbench.viewContainer('ISC Connectors').click();
		await workbench.command('ISC Connectors: Add Tenant…');
		for (const answer of [sample.url, 'large', sample.clientId]) {
			await quickInput.fill(answer);
			await quickInput.accept();
			await workbench.page.waitForTimeout(300);
		}
		const before = await heapWithoutInput(workbench, heap, sample.clientSecret);
		const row = workbench.row('Active Directory');
		await row.waitFor();
		const shown = performance.now();
		const after = await heap();
		return [
			{
				what: '5,000 connectors shown after the last answer',
				value: seconds(shown - lastAsked - sample.latency),
				target: '0.2 s is what VS Code itself needs',
			},
			{ what: 'heap that they take', value: megabytes(after - before) },
		];
	} finally {
		await sample.stop();
	}
}
