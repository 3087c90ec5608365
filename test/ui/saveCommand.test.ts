import assert from 'node:assert/strict';
import { useTenant } from './useTenant';
import { asTyped, useWorkbench } from './useWorkbench';

suite('Saving with the keyboard where one is asked', function () {
	const workbench = useWorkbench({ settings: asTyped });
	const sample = useTenant(workbench, { access: 'ask' });

	setup(() => sample().forgetRequests());

	teardown('nothing is left unsaved', async () => {
		while (await dialog().isVisible()) {
			await workbench().page.keyboard.press('Escape');
		}
		await workbench().discardAll();
	});

	const question = 'Save correlation-config.xml of JDBC to acme?';
	const dialog = () => workbench().page.locator('.monaco-dialog-box');
	const dirty = (file = 'correlation-config.xml') => workbench().dirtyTab(file);
	const diff = () => workbench().page.locator('.monaco-diff-editor');
	const status = (text: string) => workbench().page.locator('.statusbar-item', { hasText: text });
	const stored = () => Buffer.from(sample().connector('jdbc-angularsc').correlationConfig).toString();
	const asked = () =>
		sample().requests.map(request => `${request.method} ${request.path.replace(/^.*\/connectors/, '')}`);
	const puts = () => asked().filter(request => request.startsWith('PUT'));

	async function assertToasts(count: number): Promise<void> {
		await workbench().page.waitForTimeout(1500);
		assert.deepEqual(
			(await workbench().toasts.locator('.notification-list-item-message').allInnerTexts()).slice(count),
			[],
		);
		assert.equal(await workbench().toasts.count(), count);
	}

	async function open(file = 'correlation-config.xml'): Promise<void> {
		await workbench().row(file).dblclick();
		await workbench().tab(file).waitFor();
		await workbench().page.locator('.editor-instance .view-line').first().waitFor();
	}

	async function typeAndSave(text: string): Promise<void> {
		await open();
		await workbench().typeAtEnd(text);
		await workbench().save();
	}

	test('sends what one has said yes to, without a toast', async () => {
		await typeAndSave('<!-- yes -->');
		await dialog().filter({ hasText: question }).waitFor();
		await workbench().screenshot('save-question');
		await workbench().page.keyboard.press('Enter');
		await workbench().clean();
		await status('Sent to acme').waitFor();
		assert.match(stored(), /yes/);
		assert.equal(puts().length, 1);
		await assertToasts(0);
	});

	test('does nothing at all after Cancel, also with Escape, and asks again the next time', async () => {
		const before = stored();
		await typeAndSave('<!-- no -->');
		await workbench().modal(question, 'Cancel');
		await assertToasts(0);
		await workbench().screenshot('save-cancelled');
		await workbench().save();
		await dialog().filter({ hasText: question }).waitFor();
		await workbench().page.keyboard.press('Escape');
		await dialog().waitFor({ state: 'detached' });
		await assertToasts(0);
		await dirty().waitFor();
		assert.equal(stored(), before);
		assert.deepEqual(puts(), []);
	});

	test('can send from the changes, without a second question', async () => {
		await typeAndSave('<!-- seen -->');
		await workbench().modal(question, 'Show Changes');
		await diff().locator('.view-line', { hasText: 'seen' }).first().waitFor();
		await assertToasts(0);
		await workbench().screenshot('save-changes');
		await titleAction('Send').click();
		await diff().waitFor({ state: 'detached' });
		await workbench().clean();
		assert.equal(await dialog().count(), 0);
		assert.match(stored(), /seen/);
		assert.equal(puts().length, 1);
		await assertToasts(0);
	});

	test('can discard from the changes, after a question, and undo that', async () => {
		const before = stored();
		await typeAndSave('<!-- thrown away -->');
		await workbench().modal(question, 'Show Changes');
		await diff().locator('.view-line', { hasText: 'thrown' }).first().waitFor();
		await workbench().command('ISC Connectors: Discard Changes…');
		await dialog().filter({ hasText: 'Discard your changes' }).waitFor();
		await workbench().screenshot('discard-question');
		await workbench().modal('Discard your changes', 'Discard');
		await diff().waitFor({ state: 'detached' });
		await workbench().clean();
		await assertToasts(0);
		assert.equal(stored(), before);
		await workbench().editor.click();
		await workbench().page.keyboard.press('ControlOrMeta+z');
		await workbench().page.locator('.view-line', { hasText: 'thrown' }).first().waitFor();
		await dirty().waitFor();
	});

	test('asks once if one presses twice, and sends what was typed between', async () => {
		await open();
		await workbench().typeAtEnd('<!-- twice -->');
		await workbench().save();
		await workbench().save();
		await workbench().modal(question, 'Save');
		await workbench().clean();
		await assertToasts(0);
		assert.equal(await dialog().count(), 0);
		assert.equal(puts().length, 1);
	});

	test('saves the right side of a comparison', async () => {
		await open();
		await workbench().typeAtEnd('<!-- right -->');
		await workbench().command('ISC Connectors: Compare Document with Tenant');
		await diff().locator('.view-line', { hasText: 'right' }).first().waitFor();
		await diff().locator('.editor.modified .view-lines').click();
		await workbench().save();
		await workbench().modal(question, 'Save');
		await workbench().clean();
		assert.match(stored(), /right/);
		await assertToasts(0);
	});

	test('saves the document of a split editor once', async () => {
		await open();
		await workbench().command('View: Split Editor');
		await workbench().page.keyboard.press('ControlOrMeta+End');
		await workbench().page.keyboard.type('<!-- split -->');
		await workbench().save();
		await workbench().modal(question, 'Save');
		await workbench().clean();
		assert.equal(puts().length, 1);
		await assertToasts(0);
	});

	test('takes a yes for one save: what a colleague saves while the question is open is another question', async () => {
		await typeAndSave('<!-- over theirs -->');
		await dialog().filter({ hasText: question }).waitFor();
		sample().change('jdbc-angularsc', connector => {
			connector.correlationConfig = Buffer.from(`${stored()}<!-- theirs -->`);
		});
		await workbench().page.waitForTimeout(2100); // After that, the tenant is asked again.
		await workbench().modal(question, 'Save');
		await workbench().page.locator('.merge-editor').waitFor();
		await assertToasts(0);
		assert.deepEqual(puts(), []);
		assert.match(stored(), /theirs/);
		await workbench().command('Merge Editor: Accept All Current Changes from Right');
		await workbench().command('Merge Editor: Complete Merge');
		await workbench().page.locator('.merge-editor').waitFor({ state: 'detached' });
		await dirty().waitFor();
	});

	test('says of malformed text what is wrong, once, and goes there', async () => {
		await typeAndSave('<oops>');
		const toast = await workbench().toast('Not saved: ');
		assert.match(await toast.text(), /^Not saved: <oops> .* \(line \d+, column \d+\)\.$/);
		await assertToasts(1);
		await workbench().screenshot('save-malformed');
		assert.deepEqual(puts(), []);
		await workbench().page.keyboard.press('ControlOrMeta+Home');
		const [, line] = /line (\d+)/.exec(await toast.text()) ?? [];
		await toast.press(`Go to Line ${line}`);
		await status(`Ln ${line}`).waitFor();
	});

	test('of the translation table does nothing at all after Cancel', async () => {
		await workbench().inlineAction(workbench().row('translations'), 'Edit Translations');
		const cell = workbench().webview().locator('[role=row][data-key] [data-locale="de"]').first();
		await cell.click();
		await workbench().page.keyboard.type('Anders');
		await workbench().page.keyboard.press('Enter');
		await dirty('de.properties').waitFor();
		await workbench().page.keyboard.press('ControlOrMeta+s');
		await dialog().waitFor();
		await workbench().screenshot('table-save-asked');
		await workbench().page.keyboard.press('Escape');
		await dialog().waitFor({ state: 'detached' });
		await assertToasts(0);
		assert.ok(await dirty('de.properties').isVisible());
		assert.deepEqual(puts(), []);
	});

	test('asks one for each document, also with Save All, whose Cancel VS Code itself calls an error', async () => {
		await open();
		await workbench().typeAtEnd('<!-- all -->');
		await workbench().command('File: Save All Files');
		await workbench().modal(question, 'Cancel');
		const toast = await workbench().toast('Not saved.');
		await workbench().screenshot('save-all-cancelled');
		assert.match(await toast.text(), /Not saved\./);
		await assertToasts(1);
		await dirty().waitFor();
	});

	test('says that a tenant became read-only while the question was open, once, and changes that', async () => {
		await typeAndSave('<!-- too late -->');
		await dialog().filter({ hasText: question }).waitFor();
		const other = await workbench().anotherWindow();
		await other.showTenant('acme');
		await other.chooseInContextMenu(other.row('acme'), 'Change Tenant Access…');
		await other.quickInput.choose('Change Access of acme', 'read-only');
		await other.page.waitForTimeout(1000);
		await other.page.close();
		await workbench().modal(question, 'Save');
		const toast = await workbench().toast('acme is read-only');
		await workbench().screenshot('save-read-only');
		assert.deepEqual(puts(), []);
		await dirty().waitFor();
		await toast.press('Change Tenant Access…');
		await workbench().quickInput.choose('Change Access of acme', 'ask');
	});

	test('asks once for what a formatter then changes, and again for the next save', async () => {
		await workbench().changeSettings({
			'editor.formatOnSave': true,
			'editor.formatOnSaveMode': 'file',
			'iscConnectors.save.malformed': 'ask',
		});
		await workbench().row('correlation-config.xml').waitFor({ timeout: 30_000 });
		await open();
		await workbench().page.waitForTimeout(4000); // Right after its start, VS Code saves without formatting.
		await workbench().typeAtEnd('\n     <!-- to be formatted -->');
		await workbench().save();
		await workbench().modal(question, 'Save');
		await workbench().clean();
		assert.match(stored(), /\n<!-- to be formatted -->/);
		assert.equal(puts().length, 1);
		assert.equal(await dialog().count(), 0);
		await workbench().typeAtEnd('<!-- next -->');
		await workbench().save();
		await workbench().modal(question, 'Cancel');
		assert.equal(puts().length, 1);
		await assertToasts(0);
	});

	test('asks of malformed text whether to send it, and each question once', async () => {
		await typeAndSave('<oops/>');
		await workbench().modal('Save correlation-config.xml of JDBC to acme anyway?', 'Save Anyway');
		await workbench().modal(question, 'Save');
		await workbench().toast('acme rejected the document');
		await workbench().screenshot('save-anyway-rejected');
		assert.equal(await dialog().count(), 0);
		assert.equal(puts().length, 1);
		await assertToasts(1);
	});

	/** A button with words above the editor. */
	const titleAction = (name: string) =>
		workbench().page.locator('.editor-actions .action-item a.action-label', {
			hasText: new RegExp(`^${name}$`),
		});
});
