import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { useTenant } from './useTenant';
import { useWorkbench } from './useWorkbench';

suite('What the editor understands', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench();
	const sample = useTenant(workbench, { open: 'source-config.xml' });

	const line = (text: string): Locator =>
		workbench().page.locator('.editor-instance .view-line', { hasText: text }).first();
	const press = (key: string) => workbench().page.keyboard.press(key);

	/** Both count from 1. */
	async function goTo(lineNumber: number, column: number): Promise<void> {
		await workbench().command('Go to Line/Column...');
		await workbench().quickInput.fill(`:${lineNumber}:${column}`);
		await workbench().quickInput.accept();
		await workbench().quickInput.field.waitFor({ state: 'hidden' });
	}

	test('shows the texts of the labels beside their keys', async () => {
		await line('label="menuLabel_connection"').filter({ hasText: 'Connection>' }).waitFor();
		await workbench().screenshot('language-labels');
	});

	test('shows them in the language that one chooses', async () => {
		await workbench().command('ISC Connectors: Change Language of Labels…');
		await workbench().quickInput.item('German').waitFor();
		await workbench().screenshot('language-choose');
		await workbench().quickInput.item('German').click();
		await line('label="menuLabel_connection"').filter({ hasText: 'Verbindung>' }).waitFor();
		await workbench().command('ISC Connectors: Change Language of Labels…');
		await workbench().quickInput.item('English').click();
		await line('label="menuLabel_connection"').filter({ hasText: 'Connection>' }).waitFor();
	});

	const hover = (): Locator =>
		workbench().page.locator('.monaco-hover:visible', { hasText: 'Language' }).first();

	test('shows the texts of a label in all languages, and edits the one that is clicked', async () => {
		await line('label="menuLabel_connection"').getByText('menuLabel_connection').first().hover();
		const german = hover().getByRole('link', { name: 'Verbindung', exact: true });
		await german.waitFor();
		await workbench().screenshot('language-label-hover');
		await german.click();
		const { field } = workbench().quickInput;
		await field.waitFor();
		assert.equal(await field.inputValue(), 'Verbindung');
		await workbench().screenshot('language-label-edit');
		sample().forgetRequests();
		await workbench().quickInput.fill('Verbinden');
		await workbench().quickInput.accept();
		await workbench().dirtyTab('de.properties').waitFor();
		assert.deepEqual(
			sample()
				.requests.filter(({ method }) => method !== 'GET')
				.map(({ path }) => path),
			[],
		);
	});

	test('edits the text in the language of the labels from the light bulb, and from the text beside the key', async () => {
		await goTo(6, 45);
		await press('ControlOrMeta+.');
		const action = workbench().page.locator('.action-widget .monaco-list-row', { hasText: 'Edit Text of' });
		await action.waitFor();
		await workbench().screenshot('language-label-action');
		await action.click();
		await workbench().quickInput.field.waitFor();
		await workbench().quickInput.fill('Connect');
		await workbench().quickInput.accept();
		await line('label="menuLabel_connection"').filter({ hasText: 'Connect>' }).waitFor();
		const hint = line('label="menuLabel_connection"').getByText('Connect', { exact: true });
		await hint.hover();
		await hover().waitFor();
		await workbench().screenshot('language-label-hint');
		await hint.click({ modifiers: ['ControlOrMeta'] });
		await workbench().quickInput.field.waitFor();
		assert.equal(await workbench().quickInput.field.inputValue(), 'Connect');
		await press('Escape');
		await workbench().quickInput.field.waitFor({ state: 'hidden' });
	});

	test('goes from a label to its text in the language of the labels', async () => {
		await goTo(6, 45);
		await press('F12');
		await workbench().page.locator('.tab.active[aria-label*="en.properties"]').waitFor();
		await workbench().screenshot('language-label-definition');
		for (const file of ['en.properties', 'de.properties']) {
			await workbench().tab(file).click();
			await workbench().command('File: Revert File');
			await workbench().dirtyTab(file).waitFor({ state: 'detached' });
		}
		await workbench().tab('source-config.xml').click();
	});

	test('underlines a problem, and mends it', async () => {
		await goTo(20, 26);
		await workbench().page.keyboard.type('a & b');
		await workbench().page.locator('.squiggly-error').first().waitFor();
		await workbench().command('Format Document');
		await workbench()
			.page.locator('.statusbar-item', { hasText: 'Not formatted: the XML is not well-formed (line 20).' })
			.waitFor();
		await press('ArrowLeft');
		await press('ArrowLeft');
		await press('ControlOrMeta+.');
		const fix = workbench().page.locator('.action-widget .monaco-list-row', { hasText: '&amp;' });
		await fix.waitFor();
		await workbench().screenshot('language-problem');
		await fix.click();
		await workbench().page.locator('.squiggly-error').first().waitFor({ state: 'detached' });
		await line('a &amp; bschemaName').waitFor();
	});

	test('completes what is half-typed', async () => {
		await goTo(20, 13);
		await workbench().page.keyboard.type('<F');
		const item = workbench().page.locator('.suggest-widget .monaco-list-row', { hasText: 'Field' }).first();
		await item.waitFor();
		await workbench().screenshot('language-completion');
		await press('Escape');
		await workbench().command('File: Revert File');
		await workbench().dirtyTab('source-config.xml').waitFor({ state: 'detached' });
	});

	test('renames a label key in the form and all languages, and shows the changes before', async () => {
		sample().forgetRequests();
		await goTo(6, 45);
		await press('F2');
		const name = workbench().page.locator('.rename-box input');
		await name.waitFor();
		await name.fill('menuLabel_link');
		await press('ControlOrMeta+Enter');
		const preview = workbench().page.locator('.part.panel');
		for (const file of ['source-config.xml', 'de.properties', 'en.properties']) {
			await preview.locator('.monaco-list-row', { hasText: file }).first().waitFor();
		}
		await workbench().screenshot('language-rename');
		await preview.locator('.monaco-button', { hasText: 'Apply' }).click();
		await line('label="menuLabel_link"').waitFor();
		// VS Code saves what a rename changes by itself.
		await workbench().page.locator('.monaco-dialog-box', { hasText: 'documents to' }).waitFor();
		await workbench().screenshot('language-renamed');
		await workbench().modal('documents to', 'Cancel');
		await workbench().toast('Not saved (5 of 5 documents)');
		await workbench().closeToasts();
		assert.deepEqual(
			sample()
				.requests.filter(({ method }) => method !== 'GET')
				.map(({ path }) => path),
			[],
		);
		await workbench().dirtyTab('source-config.xml').waitFor();
	});

	test('checks a connector, and lists what it finds', async () => {
		await workbench().command('File: Revert File');
		await workbench().chooseInContextMenu(workbench().row('JDBC'), 'Check Connector');
		await workbench()
			.page.locator('.statusbar-item', { hasText: /(problems?|hints?) in JDBC\./ })
			.waitFor();
		await workbench().command('Problems: Focus on Problems View');
		await workbench().screenshot('language-check');
	});

	for (const theme of ['Light Modern', 'Dark High Contrast', 'Light High Contrast'] as const) {
		test(`has pictures in ${theme}`, async () => {
			await workbench().setTheme(theme);
			await goTo(20, 13);
			await workbench().page.keyboard.type('<F');
			await workbench().page.locator('.suggest-widget .monaco-list-row').first().waitFor();
			await workbench().screenshot(`language-${theme.toLowerCase().replaceAll(' ', '-')}`);
			await press('Escape');
			await workbench().command('File: Revert File');
			await workbench().dirtyTab('source-config.xml').waitFor({ state: 'detached' });
		});
	}
});
