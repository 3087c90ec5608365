import { openWorkbench, type OpenWorkbench, type WorkbenchOptions } from './openWorkbench';

/** Settings with which the editor has what is typed, and nothing else. */
export const asTyped = {
	'editor.autoClosingBrackets': 'never',
	'editor.autoClosingComments': 'never',
	'editor.autoClosingQuotes': 'never',
} as const;

/** Gives a suite a window of its own; a test that fails leaves a picture of what it saw. */
export function useWorkbench(options: WorkbenchOptions = {}): () => OpenWorkbench {
	let workbench: OpenWorkbench | undefined;
	const current = () => {
		if (!workbench) {
			throw new Error('The window did not open.');
		}
		return workbench;
	};
	suiteSetup('a window opens', async () => {
		workbench = await openWorkbench(options);
	});
	teardown('picture of a failure', async function () {
		if (this.currentTest?.state === 'failed') {
			await workbench?.screenshot(`FAIL-${this.currentTest.fullTitle().replace(/\W+/g, '-')}`);
		}
	});
	suiteTeardown('the window closes', () => workbench?.close());
	return current;
}
