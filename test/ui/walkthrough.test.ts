import assert from 'node:assert/strict';
import fs from 'node:fs';
import type { Locator } from 'playwright-core';
import { startSampleTenant } from '../../src/sample/server/sampleTenant';
import { asTyped, useWorkbench } from './useWorkbench';

type Texts = Readonly<Record<string, string>>;

const readTexts = (file: string) => JSON.parse(fs.readFileSync(file, 'utf8')) as Texts;

for (const language of ['en', 'de']) {
	suite(`The walkthrough (${language})`, function () {
		this.bail(true); // Each step stands on the one before.
		const suffix = language === 'en' ? '' : `.${language}`;
		const manifest = readTexts(`package.nls${suffix}.json`);
		const messages = readTexts(`l10n/bundle.l10n${suffix}.json`);
		/** A sentence of the extension, up to its first value. */
		const said = (english: string) => (messages[english] ?? english).split('{')[0] ?? '';
		const workbench = useWorkbench({
			language,
			settings: { ...asTyped, 'iscConnectors.walkthrough.openOnFirstUse': true },
		});

		const page = () => workbench().page;
		const tab = () => workbench().tab('Welcome');
		const step = (id: string) => page().locator(`.getting-started-step[data-step-id$="#start#${id}"]`);
		const done = (id: string) => page().locator(`[data-done-step-id$="#start#${id}"][aria-checked="true"]`);
		const line = (text: string) => page().locator('.view-line:visible', { hasText: text }).first();
		const document = 'source-config.xml';

		/** VS Code shows its welcome page if the tab that is in front already is clicked. */
		async function show(): Promise<void> {
			if (!/\bactive\b/.test((await tab().getAttribute('class')) ?? '')) {
				await tab().click();
			}
		}

		/** The buttons of a step have the texts of its links. */
		async function press(id: string, index = 0): Promise<void> {
			await show();
			if ((await step(id).getAttribute('aria-expanded')) !== 'true') {
				await step(id).click();
			}
			const links = [...(manifest[`walkthrough.${id}.description`] ?? '').matchAll(/^\[(.*?)\]\(/gm)];
			const button: Locator = step(id).getByRole('button', { name: links[index]?.[1] ?? '', exact: true });
			await button.waitFor();
			await workbench().screenshot(`walkthrough-${id}-${language}`);
			await button.click();
		}

		async function isDone(id: string): Promise<void> {
			await show();
			await done(id).waitFor();
		}

		test('opens once, when the view is shown for the first time', async () => {
			await workbench()
				.viewContainer(manifest['category'] ?? '')
				.click();
			await tab().waitFor();
			await step('form').waitFor();
			await workbench().screenshot(`walkthrough-${language}`);
			await workbench().command('View: Close All Editors');
			await workbench().stateIsKept();
			await workbench().reload();
			const open = page()
				.getByRole('button', { name: manifest['command.walkthrough.open'] ?? '' })
				.first();
			await open.waitFor();
			await page().waitForTimeout(1000); // As long as it took to open by itself.
			assert.equal(await tab().count(), 0);
			await open.click();
			await step('form').waitFor();
		});

		test('shows a form beside its text', async () => {
			assert.equal(await done('form').count(), 0);
			await press('form');
			await workbench().tab(document).waitFor();
			await workbench().webview().locator('body').waitFor();
			await workbench().screenshot(`walkthrough-form-done-${language}`);
			await isDone('form');
		});

		test('breaks a form, which a quick fix mends', async () => {
			assert.equal(await done('fix').count(), 0);
			await press('fix');
			await line('type="selct"').waitFor();
			await page().locator('.squiggly-error, .squiggly-warning').first().waitFor();
			await workbench().screenshot(`walkthrough-fix-broken-${language}`);
			await page().keyboard.press('ControlOrMeta+.');
			await page().locator('.action-widget').first().waitFor();
			await workbench().screenshot(`walkthrough-fix-menu-${language}`);
			await page().keyboard.press('Enter');
			await line('type="select"').waitFor();
			await isDone('fix');
		});

		test('has a save in the history', async () => {
			await press('history');
			await line('type="radio"').waitFor();
			await workbench().webview().getByRole('radio', { name: 'Version 1' }).waitFor();
			await workbench().save();
			await workbench().clean();
			assert.equal(await done('history').count(), 0);
			await press('history', 1);
			await workbench().tab(document).click();
			await workbench().screenshot(`walkthrough-history-view-${language}`);
			await page()
				.locator('.pane', { hasText: '' })
				.locator('.monaco-list-row', { hasText: /\d\d:\d\d/ })
				.first()
				.click();
			await page().locator('.monaco-diff-editor').waitFor();
			await workbench().screenshot(`walkthrough-history-done-${language}`);
			await isDone('history');
		});

		test('has a colleague save the same line, which is merged', async () => {
			await press('conflict');
			await workbench().toast(said('A colleague has saved the same line. Save, too.'));
			await workbench().closeToasts();
			await press('conflict'); // Whoever presses twice has the same conflict.
			await workbench().toast(said('A colleague has saved the same line. Save, too.'));
			await workbench().closeToasts();
			await workbench().command('File: Revert File');
			await workbench().clean();
			await show();
			assert.equal(await done('conflict').count(), 0); // Nobody has resolved anything.
			await press('conflict');
			await workbench().toast(said('A colleague has saved the same line. Save, too.'));
			await workbench().closeToasts();
			await workbench().save();
			await page().locator('.merge-editor').waitFor();
			await workbench().screenshot(`walkthrough-conflict-merge-${language}`);
			assert.equal(await done('conflict').count(), 0);
			await workbench().command('Merge Editor: Accept All Current Changes from Right');
			await page()
				.locator('.editor-actions')
				.getByRole('button', { name: manifest['command.document.completeMerge'] ?? '' })
				.click();
			await page().locator('.merge-editor').waitFor({ state: 'detached' });
			await workbench().save();
			await workbench().clean();
			await isDone('conflict');
		});

		test('compares with production, sends there after a question, and undoes that', async () => {
			await press('transfer');
			const production = said('Sample Production');
			const pane = page().locator('.pane', {
				has: page().locator(`.pane-header[aria-label^="${manifest['view.transfer'] ?? ''}"]`),
			});
			const row = (text: string) => pane.locator('.monaco-list-row', { hasText: text }).first();
			await row(document).waitFor();
			await workbench().screenshot(`walkthrough-transfer-compared-${language}`);
			await row('Northwind Badge System')
				.locator('.monaco-tree-checkbox, .codicon-tree-checkbox, .custom-view-tree-node-item-checkbox')
				.first()
				.click();
			const send = pane.locator('.monaco-list-row', { hasText: production }).first();
			await send.click();
			await workbench().modal('', said('Send'));
			await workbench().toast(production);
			await workbench().closeToasts();
			assert.equal(await done('transfer').count(), 0);
			await press('transfer', 1);
			await workbench().quickInput.items.first().click();
			await workbench().modal('', said('Undo'));
			await workbench().toast(production);
			await workbench().closeToasts();
			await isDone('transfer');
		});

		test('ends with an own tenant', async () => {
			const sample = await startSampleTenant();
			try {
				assert.equal(await done('tenant').count(), 0);
				await press('tenant');
				const { quickInput } = workbench();
				await quickInput.answer('(1/6)', sample.url);
				await quickInput.answer('(2/6)', 'acme');
				await quickInput.titled('(3/6)');
				await quickInput.items.first().click();
				await quickInput.titled('(4/6)');
				await quickInput.items.first().click();
				await quickInput.answer('(5/6)', sample.clientId);
				await quickInput.answer('(6/6)', sample.clientSecret);
				await workbench().row('acme').waitFor();
				await isDone('tenant');
			} finally {
				await sample.stop();
			}
		});
	});
}

suite('The walkthrough in a wide window', () => {
	const workbench = useWorkbench({
		settings: { ...asTyped, 'iscConnectors.walkthrough.openOnFirstUse': true },
		size: { width: 1920, height: 1000, scale: 1 },
	});

	const press = (button: string) =>
		workbench().page.getByRole('button', { name: button, exact: true }).click();
	const step = (id: string) =>
		workbench().page.locator(`.getting-started-step[data-step-id$="#start#${id}"]`);

	test('stays beside the document and its form, and no document opens twice', async () => {
		await workbench().viewContainer('ISC Connectors').click();
		await press('Open the Form');
		await workbench().webview().getByText('API Version').first().waitFor();
		await step('fix').click();
		await press('Break It');
		await workbench().toast('Select a fix from the light bulb.');
		await workbench().screenshot('walkthrough-wide');
		assert.equal(await workbench().page.locator('.tab', { hasText: 'source-config.xml' }).count(), 1);
		assert.ok(await step('fix').isVisible());
	});

	test('is done with a conflict for whoever overwrites it, as VS Code offers', async () => {
		await workbench().closeToasts();
		await workbench().command('File: Revert File');
		await step('conflict').click();
		await press('Let a Colleague Save');
		await workbench().toast('A colleague has saved the same line. Save, too.');
		await workbench().command('File: Save');
		await (await workbench().toast('Failed to save')).press('Overwrite');
		await workbench().page.locator('[data-done-step-id$="#start#conflict"][aria-checked="true"]').waitFor();
	});

	test('says what keeps it from going on, and what helps', async () => {
		await workbench().closeToasts();
		await workbench().command('ISC Connectors: Change Tenant Access…');
		await workbench().quickInput.items.filter({ hasText: 'Read-only' }).first().click();
		await workbench().toast('Sample Tenant is read-only.'); // Said once of a tenant by itself.
		await workbench().closeToasts();
		await step('fix').click();
		await press('Break It');
		const toast = await workbench().toast('Sample Tenant is read-only.');
		await toast.press('Change Tenant Access…');
		await workbench().quickInput.items.filter({ hasText: 'Live' }).first().click();
		await press('Break It');
		await workbench().toast('Select a fix from the light bulb.');
	});
});
