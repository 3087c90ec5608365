import fs from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import type { FormPicture } from '../../src/core/connector/form/formPicture';
import { pictureOf } from '../../src/core/connector/form/pictureOf';
import type { FromFormPage, ToFormPage } from '../../src/pages/form/formMessages';
import type { FormWords } from '../../src/pages/form/formWords';
import type { KeptForm } from '../../src/pages/form/page/formKept';
import { launchBrowser } from '../rig/browser';
import { installRig } from '../rig/rigInstall';
import { connectorOf } from '../unit/core/connector/completion/completing';

/** The page of a form preview by itself, in a browser: for what can only be seen there, and has nothing to do with VS Code. */
export interface OpenFormPage {
	readonly page: Page;
	readonly field: (name: string) => Locator;
	readonly send: (message: ToFormPage) => Promise<void>;
	/** Shows a form with this in it. */
	readonly show: (inner: string) => Promise<FormPicture>;
	readonly posted: () => Promise<readonly FromFormPage[]>;
	readonly kept: () => Promise<KeptForm>;
	/** The page anew, with what it may have kept. */
	readonly reopen: (kept?: KeptForm) => Promise<void>;
	readonly close: () => Promise<void>;
}

export async function openFormPage(): Promise<OpenFormPage> {
	const browser = await launchBrowser(await installRig('stable', console.log));
	const page = await browser.newPage({ viewport: { width: 900, height: 700 }, reducedMotion: 'reduce' });
	page.setDefaultTimeout(15_000);
	const styles = ['page', 'formPreview'].map(name => fs.readFileSync(`media/${name}.css`, 'utf8'));
	const kept = () => page.evaluate<KeptForm>('kept');
	const load = async (state?: KeptForm) => {
		const html = `<html lang="en"><head><title>Form</title><style>${styles.join('\n')}</style></head>`;
		await page.setContent(
			`<!DOCTYPE html>${html}<body class="vscode-dark"><div id="root"></div></body></html>`,
		);
		await page.evaluate(`
			var posted = [];
			var kept = ${JSON.stringify(state)};
			var acquireVsCodeApi = () => ({
				postMessage: message => posted.push(structuredClone(message)),
				getState: () => kept,
				setState: state => { kept = structuredClone(state); },
			});`);
		await page.addScriptTag({ path: 'dist/formPreview.js' });
		await send({ type: 'start', words: words(), folder: 'folder', name: 'Connector', held: undefined });
	};
	const send = async (message: ToFormPage) => {
		await page.evaluate(`dispatchEvent(new MessageEvent('message', { data: ${JSON.stringify(message)} }))`);
		await page.evaluate('new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve, 20)))');
	};
	await load();
	return {
		page,
		field: name => page.locator(`.field[data-name="${name}"]`),
		send,
		show: async inner => {
			const picture = pictureOf(connectorOf({ form: `<Form>${inner}</Form>` }), 'en');
			if (!picture) {
				throw new Error('This is no form.');
			}
			await send({ type: 'show', picture, problem: undefined, isStale: false, notice: undefined });
			return picture;
		},
		posted: () => page.evaluate<readonly FromFormPage[]>('posted'),
		kept,
		reopen: load,
		close: () => browser.close(),
	};
}

/** As they stand in the code: the function that gives them needs VS Code. */
function words(): FormWords {
	const code = fs.readFileSync('src/pages/form/formWords.ts', 'utf8');
	const found = [...code.matchAll(/(\w+): vscode\.l10n\.t\(\s*'([^']*)'/g)];
	return Object.fromEntries(found.map(([, name, text]) => [name, text])) as FormWords;
}
