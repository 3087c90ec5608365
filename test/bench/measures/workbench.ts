import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startSampleTenant } from '../../../src/sample/server/sampleTenant';
import { addTenant } from '../../ui/addTenant';
import { openWorkbench, type OpenWorkbench } from '../../ui/openWorkbench';
import { megabytes, seconds, type Figure } from '../figure';

const windows = 5;
const names = { ours: 'Connector Studio for Identity Security Cloud', empty: 'Empty' } as const;

/** The packaged extension in a VS Code window: activation, memory, and a tenant of 5,000 connectors in the tree. */
export async function measureWorkbench(): Promise<Figure[]> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-bench-'));
	const heapFile = path.join(folder, 'heap');
	const rowsFile = path.join(folder, 'rows');
	const workbench = await openWorkbench({
		env: { ISC_BENCH_HEAP: heapFile, ISC_BENCH_ROWS: rowsFile },
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
		return [
			...(await activation(workbench, heap)),
			...(await largeTenant(workbench, heap)),
			await bareTree(workbench, () => Number(fs.readFileSync(rowsFile, 'utf8'))),
		];
	} finally {
		await workbench.close();
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

async function activation(workbench: OpenWorkbench, heap: () => Promise<number>): Promise<Figure[]> {
	const times = { ours: [] as number[], empty: [] as number[] };
	const heaps = { ours: [] as number[], empty: [] as number[] };
	for (let window = 0; window < windows; window++) {
		await calm(workbench);
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
		await workbench.page.keyboard.press('Escape');
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
async function activationTime({ page }: OpenWorkbench, name: string): Promise<number> {
	const list = page.locator('[aria-label="Runtime Extensions"]');
	const row = list.locator('.extension', {
		has: page.locator('.name', { hasText: new RegExp(`^${name}$`) }),
	});
	await list.locator('.extension').first().waitFor();
	await list.hover();
	// Sorted by time, and only what is seen is there.
	for (let turns = 0; turns < 10 && (await row.count()) === 0; turns++) {
		await page.mouse.wheel(0, 300);
		await page.waitForTimeout(200);
	}
	const text = await row.locator('.activation-time').innerText();
	return Number(/(\d+)\s*ms/.exec(text)?.[1] ?? Number.NaN);
}

async function largeTenant(workbench: OpenWorkbench, heap: () => Promise<number>): Promise<Figure[]> {
	const sample = await startSampleTenant({ connectors: 5000, latency: 20 });
	try {
		let lastAsked = 0;
		sample.onRequest = ({ operation }) => {
			lastAsked = operation === 'getConnectorList' ? Date.now() : lastAsked;
		};
		await calm(workbench);
		await workbench.viewContainer('ISC Connectors').click();
		await workbench.page.locator('.welcome-view .monaco-button').first().waitFor();
		const before = await heap();
		await addTenant(workbench, 'large', sample);
		const row = workbench.row('Active Directory');
		await row.waitFor();
		const after = await heap();
		const tenant = workbench.row('large');
		await workbench.toggle(tenant);
		await row.waitFor({ state: 'detached' });
		await workbench.inlineAction(tenant, 'Refresh Tenant');
		await calm(workbench);
		await workbench.toggle(tenant);
		await row.waitFor();
		const shown = Date.now();
		return [
			{
				what: '5,000 connectors shown after the last answer',
				value: seconds(shown - lastAsked - sample.latency),
			},
			{ what: 'heap that they take', value: megabytes(after - before) },
		];
	} finally {
		await sample.stop();
	}
}

/** Waits until VS Code is done with what it starts by itself. */
async function calm({ page }: OpenWorkbench): Promise<void> {
	await page.waitForTimeout(4000);
}

/** The same number of rows out of nothing. */
async function bareTree(workbench: OpenWorkbench, givenAt: () => number): Promise<Figure> {
	await workbench.viewContainer('Bench').click();
	await workbench.row('Bare tree').click();
	await workbench.row('Row 1').waitFor();
	return { what: '5,000 bare rows shown by VS Code itself', value: seconds(Date.now() - givenAt()) };
}

function median(numbers: readonly number[]): number {
	return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
