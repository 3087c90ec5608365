import fs from 'node:fs';
import type { Frame, Page } from 'playwright-core';

interface Violation {
	readonly id: string;
	readonly impact: string | null;
	readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe-core finds wrong with the page in the visible webview that keeps people from using it. */
export async function seriousViolations(page: Page): Promise<string[]> {
	const frame = await activeFrame(page);
	await frame.evaluate(fs.readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
	const violations = await frame.evaluate<readonly Violation[]>(
		`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
	);
	return violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
}

/** The frame in which a webview's own page is. */
export async function activeFrame(page: Page): Promise<Frame> {
	const element = await page
		.frameLocator('iframe.webview.ready')
		.locator('iframe#active-frame')
		.elementHandle();
	const frame = await element.contentFrame();
	if (!frame) {
		throw new Error('No webview is visible.');
	}
	return frame;
}
