import fs from 'node:fs';
import type { Frame, Page } from 'playwright-core';

interface Violation {
	readonly id: string;
	readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe-core finds that is against WCAG 2.2 AA, a line each.
 * @param within a selector of the part to look at: in a workbench, what is ours; the whole page of a webview otherwise
 */
export async function axeViolations(frame: Frame | Page, within = 'html'): Promise<readonly string[]> {
	await frame.evaluate(fs.readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
	const options = { resultTypes: ['violations'], runOnly: { type: 'tag', values: wcag } };
	const violations = await frame.evaluate<readonly Violation[]>(
		`axe.run(${JSON.stringify(within)}, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
	);
	return violations.flatMap(({ id, nodes }) =>
		nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
	);
}
