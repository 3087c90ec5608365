import fs from 'node:fs';
import path from 'node:path';
import { folder, goTo, openDocument, useReadmeWindow } from './readmeWindow';

/** One picture of the movie, and for how many milliseconds it stays. */
interface Frame {
	readonly file: string;
	readonly delay: number;
}

suite('The moving picture', () => {
	const settings = {
		'iscConnectors.labels.locale': '',
		'iscConnectors.sources.codeLens': false,
		'workbench.editor.editorActionsLocation': 'hidden',
	};
	const window = useReadmeWindow({ size: { width: 1090, height: 660, scale: 1.5 }, settings });
	const frames: Frame[] = [];

	async function frame(delay: number): Promise<void> {
		const name = `frame-${String(frames.length).padStart(2, '0')}`;
		frames.push({ file: path.basename(await window().workbench.screenshot(name, folder)), delay });
	}

	test('shows a form that is broken, mended, seen and saved', async () => {
		const { workbench } = window();
		const { page } = workbench;
		const inPage = (selector: string) => workbench.webview().locator(selector);
		const stale = inPage('body').getByText('Showing the last valid preview');
		const option = inPage('.field[data-name="authenticationType"]').getByText('Certificate');

		await openDocument(window(), 'JDBC', 'source-config.xml');
		await workbench.command('View: Close Primary Side Bar');
		await workbench.command('ISC Connectors: Preview Form');
		await inPage('nav .step').filter({ hasText: 'Connection' }).click();
		await inPage('.field[data-name="databaseType"]').waitFor();
		await goTo(workbench, 27, 63);
		await inPage('.field[data-name="userName"]').scrollIntoViewIfNeeded();
		await frame(1500);

		await page.keyboard.press('End');
		await page.keyboard.press('Enter');
		for (const part of ['<Opt', 'ion', ' lab', 'el="', 'Cert', 'ific', 'ate"', ' val', 'ue="', 'cert']) {
			await page.keyboard.type(part);
			await frame(150);
		}
		await page.keyboard.type('"');
		await page.locator('.squiggly-error').first().waitFor();
		await stale.waitFor();
		await frame(2200);

		await page.keyboard.press('ControlOrMeta+.');
		const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Insert />' });
		await fix.hover();
		await frame(1800);
		await fix.click();
		await page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
		await option.waitFor();
		await frame(1500);

		await option.click();
		await frame(1200);
		await workbench.tab('source-config.xml').click();
		await workbench.save();
		await workbench.dirtyTab('source-config.xml').waitFor({ state: 'detached' });
		await page.locator('.statusbar-item', { hasText: 'Sent to sandbox' }).waitFor();
		await frame(2600);
	});

	suiteTeardown('the order of the frames is kept', () => {
		fs.mkdirSync(folder, { recursive: true });
		fs.writeFileSync(path.join(folder, 'frames.json'), JSON.stringify(frames));
	});
});
