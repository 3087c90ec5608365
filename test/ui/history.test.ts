import assert from 'node:assert/strict';
import { useTenant } from './useTenant';
import { asTyped, useWorkbench } from './useWorkbench';

suite('The history of a document', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench({ settings: asTyped });
	const sample = useTenant(workbench, { open: 'correlation-config.xml' });

	const stored = () => Buffer.from(sample().connector('jdbc-angularsc').correlationConfig).toString();
	const dirty = () => workbench().dirtyTab('correlation-config.xml');
	const diffLine = (text: string) =>
		workbench().page.locator('.monaco-diff-editor .view-line', { hasText: text }).first();

	async function saveWith(text: string): Promise<void> {
		await workbench().typeAtEnd(text);
		await dirty().waitFor();
		await workbench().save();
		await workbench().clean();
	}

	test('is empty before the first save from this computer, and says what will be in it', async () => {
		await workbench().chooseInContextMenu(workbench().row('correlation-config.xml'), 'Show Document History');
		const toast = await workbench().toast('No history yet');
		assert.match(await toast.text(), /A version is kept each time you save/);
		await workbench().closeToasts();
	});

	test('has what the tenant had before each save, compared with what it has now while one chooses', async () => {
		for (const text of ['<!-- one -->', '<!-- two -->', '<!-- three -->']) {
			await saveWith(text);
		}
		await workbench().command('ISC Connectors: Show Document History…');
		const { items } = workbench().quickInput;
		await items.nth(2).waitFor();
		assert.equal(await items.count(), 3);
		await diffLine('three').waitFor();
		await workbench().page.keyboard.press('ArrowDown');
		await workbench().page.keyboard.press('ArrowDown');
		await workbench().page.locator('.tab', { hasText: 'before' }).first().waitFor();
		await workbench().screenshot('history');
		assert.match(await items.first().innerText(), /saved · .*bytes/);
	});

	test('gives a version back, which can be looked at first, by a save with its own history entry', async () => {
		await workbench().quickInput.accept();
		await workbench().page.locator('.monaco-diff-editor').waitFor();
		await workbench().screenshot('history-compared');
		await workbench()
			.page.locator('.editor-actions a[aria-label^="Restore Document Version"]')
			.first()
			.click();
		await workbench()
			.page.locator('.monaco-dialog-box', { hasText: 'Restore correlation-config.xml of JDBC' })
			.waitFor();
		await workbench().screenshot('history-restore');
		await workbench().modal('Restore correlation-config.xml of JDBC', 'Restore');
		await workbench().toast('Restored correlation-config.xml of JDBC in acme (version before');
		assert.ok(!stored().includes('one'), 'the text from before the first save');
		await workbench().closeToasts();
		await workbench().command('ISC Connectors: Show Document History…');
		await workbench().quickInput.items.nth(3).waitFor();
		await workbench().quickInput.cancel();
	});

	test('can be compared with, like the text as it was opened and other connectors', async () => {
		await workbench().row('correlation-config.xml').click();
		await workbench().command('ISC Connectors: Compare Document with Version…');
		await workbench().quickInput.titled('Compare correlation-config.xml of JDBC');
		await workbench().screenshot('compare-with');
		await workbench().quickInput.items.filter({ hasText: 'Another Connector' }).click();
		await workbench().quickInput.items.filter({ hasText: 'Active Directory' }).first().waitFor();
		await workbench().quickInput.fill('servicenow-saas');
		await workbench().quickInput.items.filter({ hasText: 'servicenow-saas' }).first().click();
		await workbench().page.locator('.tab', { hasText: 'in acme ↔ yours' }).waitFor();
		await workbench().screenshot('compared-connectors');
	});

	test('is a folder that can be shown', async () => {
		await workbench().command('ISC Connectors: Open History Folder');
		await workbench().page.locator('.quick-input-widget:visible').waitFor();
		await workbench().quickInput.items.filter({ hasText: /127/ }).first().waitFor();
		await workbench().screenshot('history-folder');
		await workbench().quickInput.cancel();
	});

	test('says in its view what it lists while no document is in front, and that it has kept nothing only of a document', async () => {
		const welcome = (text: string) =>
			workbench().page.locator('.welcome-view:visible', { hasText: text }).waitFor();
		await workbench().command('View: Close All Editors');
		await workbench().command('ISC Connectors: Focus on History View');
		await welcome('Open a document of a connector to see its versions.');
		await workbench().row('source-template.xml').click();
		await welcome('No history yet. A version is kept each time you save.');
		await workbench().command('View: Close All Editors');
		await welcome('Open a document of a connector to see its versions.');
	});

	for (const theme of ['Light Modern', 'Dark High Contrast'] as const) {
		test(`has pictures in ${theme}`, async () => {
			await workbench().setTheme(theme);
			await workbench().row('correlation-config.xml').click();
			await workbench().command('ISC Connectors: Show Document History…');
			await workbench().quickInput.items.nth(2).waitFor();
			await diffLine('CorrelationConfig').waitFor();
			await workbench().screenshot(`history-${theme.toLowerCase().replaceAll(' ', '-')}`);
			await workbench().quickInput.cancel();
		});
	}
});
