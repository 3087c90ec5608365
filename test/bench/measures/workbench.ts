import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startSampleTenant } from '../../../src/sample/server/sampleTenant';
import { addTenant } from '../../ui/addTenant';
import { openWorkbench, type OpenWorkbench, type WorkbenchOptions } from '../../ui/openWorkbench';
import { megabytes, seconds, type Figure } from '../figure';
import { activation, calm, documentsIn, firstUse } from './activation';

/** The packaged extension in a VS Code window: its start, memory, and a tenant of 5,000 connectors in the tree. */
export async function measureWorkbench(): Promise<Figure[]> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-bench-'));
	const [heapFile, openedFile, rowsFile] = ['heap', 'opened', 'rows'].map(name =>
		path.join(folder, name),
	) as [string, string, string];
	const tenant = await startSampleTenant({ rateLimit: false });
	const options: WorkbenchOptions = {
		env: {
			ISC_BENCH_HEAP: heapFile,
			ISC_BENCH_DOCUMENTS: JSON.stringify(documentsIn(tenant)),
			ISC_BENCH_OPENED: openedFile,
			ISC_BENCH_ROWS: rowsFile,
		},
		besides: ['bare', 'empty', 'probe'].map(name => `test/bench/extensions/${name}`),
	};
	const measured = async (workbench: OpenWorkbench, command: string, file: string) => {
		fs.rmSync(file, { force: true });
		await workbench.command(command);
		while (!fs.existsSync(file) || fs.statSync(file).size === 0) {
			await workbench.page.waitForTimeout(20);
		}
		return JSON.parse(fs.readFileSync(file, 'utf8')) as unknown;
	};
	const heap = (workbench: OpenWorkbench) => async () =>
		Number(await measured(workbench, 'Bench: Measure the Heap', heapFile));
	const opened = (workbench: OpenWorkbench) => async () =>
		(await measured(workbench, 'Bench: Open the First Documents', openedFile)) as number[];
	try {
		return [
			...(await inWindow(options, async workbench => [
				...(await activation(workbench, heap(workbench))),
				...(await firstUse(workbench, tenant, opened(workbench))),
			])),
			...(await inWindow(options, async workbench => [
				...(await largeTenant(workbench, heap(workbench))),
				await bareTree(workbench, () => Number(fs.readFileSync(rowsFile, 'utf8'))),
			])),
		];
	} finally {
		await tenant.stop();
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

/** In a window of its own, which nothing that was measured before has changed. */
async function inWindow(
	options: WorkbenchOptions,
	measure: (workbench: OpenWorkbench) => Promise<Figure[]>,
): Promise<Figure[]> {
	const workbench = await openWorkbench(options);
	try {
		return await measure(workbench);
	} finally {
		await workbench.close();
	}
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

/** The same number of rows out of nothing. */
async function bareTree(workbench: OpenWorkbench, givenAt: () => number): Promise<Figure> {
	await workbench.viewContainer('Bench').click();
	await workbench.row('Bare tree').click();
	await workbench.row('Row 1').waitFor();
	return { what: '5,000 bare rows shown by VS Code itself', value: seconds(Date.now() - givenAt()) };
}
