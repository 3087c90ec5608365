import type { SampleTenant } from '../../../src/sample/server/sampleTenant';
import { addTenant } from '../../ui/addTenant';
import type { OpenWorkbench } from '../../ui/openWorkbench';
import { median, megabytes, milliseconds, type Figure } from '../figure';

const windows = 5;
const names = { ours: 'Connector Studio for Identity Security Cloud', bare: 'Bare', empty: 'Empty' } as const;

/** Time and memory beside an extension that is empty, and one that registers as much with nothing behind it. */
export async function activation(workbench: OpenWorkbench, heap: () => Promise<number>): Promise<Figure[]> {
	const times = { ours: [] as number[], bare: [] as number[], empty: [] as number[] };
	const heaps = {
		ours: [] as number[],
		bare: [] as number[],
		empty: [] as number[],
		setting: [] as number[],
	};
	const show = {
		ours: async () => {
			await workbench.viewContainer('ISC Connectors').click();
			await workbench.page.locator('.welcome-view .monaco-button').first().waitFor();
		},
		bare: async () => {
			await workbench.viewContainer('Bare').click();
			await workbench.row('Bare row').waitFor();
		},
	};
	for (let window = 0; window < windows; window++) {
		// Each in a window of its own: what comes second finds VS Code's code for it compiled.
		for (const shown of ['ours', 'bare'] as const) {
			await calm(workbench);
			await heap(); // Loads the probe.
			const before = await heap();
			await workbench.command('Bench: Activate the Empty Extension');
			const withEmpty = await heap();
			await show[shown]();
			const withShown = await heap();
			heaps[shown].push(withShown - withEmpty);
			if (shown === 'bare') {
				await workbench.command('Bench: Read a Setting');
				heaps.setting.push((await heap()) - withShown);
			}
			heaps.empty.push(withEmpty - before);
			await workbench.command('Developer: Show Running Extensions');
			for (const extension of [shown, 'empty'] as const) {
				times[extension].push(await activationTime(workbench, names[extension]));
			}
			await workbench.page.keyboard.press('Escape');
			await nextWindow(workbench);
		}
	}
	const [ours, bare, empty] = [median(times.ours), median(times.bare), median(times.empty)];
	return [
		{
			what: 'activation, as VS Code reports it',
			value: `${ours} ms`,
			target: `${Math.min(empty + 6, 2.5 * empty)} ms`,
		},
		{ what: 'activation of one that registers as much and does nothing', value: `${bare} ms` },
		{ what: 'activation of an empty extension', value: `${empty} ms` },
		{
			what: 'heap after activation',
			value: megabytes(median(heaps.ours)),
			target: megabytes(median(heaps.empty) + 450_000),
		},
		{ what: 'heap of VS Code for the first setting that is read', value: megabytes(median(heaps.setting)) },
		{ what: 'heap after activation of the one that does nothing', value: megabytes(median(heaps.bare)) },
		{ what: 'heap after activation of an empty extension', value: megabytes(median(heaps.empty)) },
	];
}

/** What VS Code waits for when the extension starts, beside the same of one with nothing behind it. */
export async function firstUse(
	workbench: OpenWorkbench,
	tenant: SampleTenant,
	open: () => Promise<readonly number[]>,
): Promise<Figure[]> {
	await calm(workbench);
	await addTenant(workbench, 'first', tenant);
	await workbench.command('View: Close All Editors');
	const trees = { ours: [] as number[], bare: [] as number[] };
	const documents = { ours: [] as number[], bare: [] as number[] };
	const shown = async (container: string, row: string) => {
		const begin = performance.now();
		await workbench.viewContainer(container).click();
		await workbench.row(row).waitFor();
		return performance.now() - begin;
	};
	for (let window = 0; window < windows; window++) {
		await nextWindow(workbench);
		await calm(workbench);
		trees.bare.push(await shown('Bare', 'Bare row'));
		trees.ours.push(await shown('ISC Connectors', 'first'));
		await nextWindow(workbench);
		await calm(workbench);
		const [, bare = Number.NaN, ours = Number.NaN] = await open();
		documents.bare.push(bare);
		documents.ours.push(ours);
		await workbench.command('View: Close All Editors');
	}
	await nextWindow(workbench);
	return [
		{ what: 'tree shown after a click that starts the extension', value: milliseconds(median(trees.ours)) },
		{ what: 'tree of the one that does nothing', value: milliseconds(median(trees.bare)) },
		{ what: 'document opened, which starts the extension', value: milliseconds(median(documents.ours)) },
		{ what: 'document with nothing behind it', value: milliseconds(median(documents.bare)) },
	];
}

/** What the probe opens: two documents with nothing behind them, the first of which starts VS Code's editor, and one of a tenant. */
export function documentsIn({ url }: Pick<SampleTenant, 'url'>): readonly string[] {
	return [
		'bench-bare:/first.xml',
		'bench-bare:/bare.xml',
		`isc-connector://${new URL(url).host}/jdbc-angularsc/source-config.xml`,
	];
}

/** Waits until VS Code is done with what it starts by itself. */
export async function calm({ page }: OpenWorkbench): Promise<void> {
	await page.waitForTimeout(4000);
}

/** A window that shows no view of the extensions, which would start them. */
async function nextWindow(workbench: OpenWorkbench): Promise<void> {
	await workbench.command('View: Show Explorer');
	await workbench.page.waitForTimeout(6000); // VS Code keeps its state every few seconds.
	await workbench.reload();
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
