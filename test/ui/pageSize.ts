import assert from 'node:assert/strict';
import type { OpenWorkbench } from './openWorkbench';
import { activeFrame } from './webviewFrame';

/** Makes the window so large that the page in its webview has this size, in CSS pixels. */
export async function pageSize({ page }: OpenWorkbench, width: number, height: number): Promise<void> {
	const viewport = page.viewportSize() ?? { width: 0, height: 0 };
	const frame = await activeFrame(page);
	const size = () => frame.evaluate<readonly [number, number]>('[innerWidth, innerHeight]');
	const [innerWidth, innerHeight] = await size();
	await page.setViewportSize({
		width: viewport.width - innerWidth + width,
		height: viewport.height - innerHeight + height,
	});
	await page.waitForTimeout(500);
	assert.deepEqual(await size(), [width, height]);
}
