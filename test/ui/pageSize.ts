import type { OpenWorkbench } from './openWorkbench';
import { activeFrame } from './webviewFrame';

/** Makes the window so large that the page in its webview has this size, in CSS pixels. */
export async function pageSize({ page }: OpenWorkbench, width: number, height: number): Promise<void> {
	const viewport = page.viewportSize() ?? { width: 0, height: 0 };
	const frame = await activeFrame(page);
	const [innerWidth, innerHeight] =
		await frame.evaluate<readonly [number, number]>('[innerWidth, innerHeight]');
	await page.setViewportSize({
		width: viewport.width - innerWidth + width,
		height: viewport.height - innerHeight + height,
	});
	await frame.waitForFunction(`innerWidth === ${width} && innerHeight === ${height}`);
	await page.waitForTimeout(300);
}
