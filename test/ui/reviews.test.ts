import assert from 'node:assert/strict';
import { useTenant } from './useTenant';
import { asTyped, useWorkbench } from './useWorkbench';

suite('A comparison that was to be seen before a save', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench({ settings: asTyped, besides: ['test/ui/writing'] });
	const sample = useTenant(workbench, { access: 'ask', open: 'correlation-config.xml' });

	const question = 'Save correlation-config.xml of JDBC to acme?';
	const stored = () => Buffer.from(sample().connector('jdbc-angularsc').correlationConfig).toString();
	const editor = () => workbench().tab('correlation-config.xml');
	/** The tabs of comparisons whose titles end in these words. */
	const comparisons = (words: string) => workbench().page.locator('.tab', { hasText: words });
	const diffLine = (side: 'original' | 'modified', text: string) =>
		workbench().page.locator(`.monaco-diff-editor .editor.${side} .view-line`, { hasText: text }).first();

	async function typeAndLook(text: string): Promise<void> {
		await editor().click();
		await workbench().typeAtEnd(text);
		await workbench().save();
		await workbench().modal(question, 'Show Changes');
		await diffLine('modified', text).waitFor();
	}

	test('shows what the tenant has now', async () => {
		await typeAndLook('<!-- mine -->');
		sample().change('jdbc-angularsc', connector => {
			connector.correlationConfig = Buffer.from(`${stored().trimEnd()}\n<!-- theirs -->\n`);
		});
		await workbench().command('ISC Connectors: Refresh Document');
		await diffLine('original', 'theirs').waitFor();
		await workbench().screenshot('review-now');
		await editor().click();
		await workbench().command('File: Revert File');
		await workbench().clean();
		await workbench().command('View: Close Other Editors in Group');
	});

	test('is closed by a save from elsewhere, and no other comparison is', async () => {
		await typeAndLook('<!-- elsewhere -->');
		await workbench().command('ISC Connectors: Compare Document with Tenant');
		await comparisons('acme ↔ yours').nth(1).waitFor();
		await editor().click();
		await workbench().save();
		await workbench().modal(question, 'Save');
		await workbench().clean();
		await comparisons('acme ↔ yours').nth(1).waitFor({ state: 'detached' });
		assert.equal(await comparisons('acme ↔ yours').count(), 1);
		await comparisons('acme ↔ yours').first().click();
		await diffLine('original', 'elsewhere').waitFor();
		await workbench().screenshot('review-closed');
		await workbench().command('View: Close Editor');
	});

	test('of what a program writes is closed with its question, whatever the answer', async () => {
		for (const [index, answer] of ['Cancel', 'Send'].entries()) {
			await editor().click();
			await workbench().command('Writing: Add a Comment to the Open Document');
			await workbench().modal('Send correlation-config.xml of JDBC to acme?', 'Show Changes');
			await comparisons('acme ↔ to be sent').first().waitFor();
			await workbench().quickInput.titled('Send correlation-config.xml of JDBC to acme?');
			await workbench().screenshot('review-of-program');
			await workbench().quickInput.pick(answer);
			await comparisons('acme ↔ to be sent').first().waitFor({ state: 'detached' });
			assert.ok(index === 1 || !stored().includes('program'));
		}
		await workbench().page.locator('.view-line', { hasText: 'program' }).first().waitFor();
		assert.match(stored(), /program/);
		await workbench().closeToasts();
	});

	test('of what a program writes beside unsaved text loses neither: it is a change that the editor’s save meets', async () => {
		await editor().click();
		await workbench().typeAtEnd('<!-- unsaved -->');
		await workbench().dirtyTab('correlation-config.xml').waitFor();
		await workbench().command('Writing: Add a Comment to the Open Document');
		await workbench().modal('Send correlation-config.xml of JDBC to acme?', 'Show Changes');
		await workbench().quickInput.titled('Send correlation-config.xml of JDBC to acme?');
		await workbench().quickInput.pick('Send');
		await workbench().page.locator('.statusbar-item', { hasText: 'Changed in acme' }).waitFor();
		const written = /(<!-- program -->){2}/;
		assert.match(stored(), written);
		await editor().click();
		await workbench().save();
		await workbench().page.locator('.merge-editor').waitFor();
		assert.match(stored(), written);
		await workbench().screenshot('conflict-with-program');
		await workbench().command('View: Close Editor');
		await workbench().modal('Do you want to save the changes', "Don't Save");
		await editor().click();
		await workbench().command('File: Revert File');
		await workbench().clean();
	});

	test('of several documents is closed once all of them are saved', async () => {
		await workbench().toggle(workbench().row('translations'));
		await workbench().row('en.properties').dblclick();
		await workbench().tab('en.properties').waitFor();
		await workbench().page.locator('.view-line', { hasText: '=' }).first().waitFor();
		const english = Buffer.from(sample().connector('jdbc-angularsc').translations.en ?? []).toString();
		await workbench().editor.click();
		await workbench().command('Go to Line/Column...');
		const line = english.split('\n').findIndex(each => each.startsWith('menuLabel')) + 1;
		await workbench().quickInput.fill(`:${line}:5`);
		await workbench().quickInput.accept();
		await workbench().quickInput.field.waitFor({ state: 'hidden' });
		await workbench().page.keyboard.press('F2');
		const field = workbench().page.locator('.rename-box input');
		await field.waitFor();
		await field.fill('Renamed_Key');
		await field.press('Enter');
		await workbench()
			.page.locator('.monaco-dialog-box', { hasText: /Send \d+ documents to acme/ })
			.waitFor();
		await workbench().modal('documents to acme?', 'Show Changes');
		await comparisons('To be sent to acme').waitFor();
		await workbench().screenshot('review-of-several');
		await workbench().tab('en.properties').click();
		await workbench().save();
		await workbench().modal('Save translations/en.properties of JDBC to acme?', 'Save');
		await workbench().clean(4);
		await workbench().page.waitForTimeout(500);
		assert.equal(await comparisons('To be sent to acme').count(), 1);
		await workbench().command('File: Save All Files');
		const dialog = workbench().page.locator('.monaco-dialog-box');
		const dirty = workbench().page.locator('.tab.dirty');
		while ((await dirty.count()) > 0) {
			if (await dialog.isVisible()) {
				await dialog.getByRole('button', { name: 'Save', exact: true }).click();
			}
			await workbench().page.waitForTimeout(300);
		}
		await comparisons('To be sent to acme').waitFor({ state: 'detached' });
	});
});
