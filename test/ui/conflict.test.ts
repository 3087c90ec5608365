import assert from 'node:assert/strict';
import { useTenant } from './useTenant';
import { asTyped, useWorkbench } from './useWorkbench';

suite('A colleague saved, too,', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench({ settings: asTyped });
	const sample = useTenant(workbench, { open: 'correlation-config.xml' });

	const stored = () => Buffer.from(sample().connector('jdbc-angularsc').correlationConfig).toString();
	const dirty = () => workbench().dirtyTab('correlation-config.xml');

	/** A change that leaves the length as it is. */
	function colleagueSaves(from: string, to: string): void {
		const text = stored().replace(from, to);
		assert.notEqual(text, stored());
		assert.equal(text.length, stored().length);
		sample().change('jdbc-angularsc', connector => {
			connector.correlationConfig = Buffer.from(text);
		});
	}

	test('and a save is held back, though the length is the same: both texts can be compared', async () => {
		await workbench().typeAtEnd('<!-- mine -->');
		colleagueSaves('AttributeAssignments', 'AttributeAssignmentz');
		const theirs = stored();
		await workbench().command('File: Save');
		const toast = await workbench().toast('Failed to save');
		await workbench().screenshot('conflict');
		await toast.press('Compare');
		await workbench().page.locator('.monaco-diff-editor').waitFor();
		await workbench()
			.page.locator('.monaco-diff-editor .view-line', { hasText: 'Assignmentz' })
			.first()
			.waitFor();
		await workbench().page.locator('.monaco-diff-editor .view-line', { hasText: 'mine' }).first().waitFor();
		await workbench().screenshot('conflict-compared');
		assert.equal(stored(), theirs);
	});

	test('and the person may overwrite, having seen it', async () => {
		await workbench().command('View: Close All Editors in Group');
		const dialog = workbench().page.locator('.monaco-dialog-box');
		if (await dialog.isVisible()) {
			await workbench().modal('', 'Cancel');
		}
		await workbench().row('correlation-config.xml').click();
		await dirty().waitFor();
		await workbench().command('File: Save');
		const toast = await workbench().toast('Failed to save');
		await toast.press('Overwrite');
		await workbench().clean();
		assert.ok(stored().includes('<!-- mine -->') && !stored().includes('Assignmentz'));
	});

	test('and a text that was unsaved over a reload of the window is held back as well: Ctrl+S leads to the merge', async () => {
		await workbench().typeAtEnd('<!-- unsaved -->');
		await dirty().waitFor();
		await workbench().page.waitForTimeout(3000); // VS Code backs up what is unsaved every second.
		colleagueSaves('AttributeAssignments', 'AttributeAssignmentx');
		const theirs = stored();
		await workbench().reload();
		await workbench().row('correlation-config.xml').click();
		await dirty().waitFor();
		await workbench().page.locator('.view-line', { hasText: '<!-- unsaved -->' }).first().waitFor();
		await workbench().save(); // The tree has the focus.
		await workbench()
			.page.getByPlaceholder('Select the text to keep in line 4 (the common earlier version is unknown)')
			.waitFor();
		await workbench().screenshot('conflict-after-reload');
		assert.equal(stored(), theirs);
	});
});

suite('Resolving a conflict', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench({ settings: asTyped });
	const sample = useTenant(workbench, { open: 'correlation-config.xml' });

	const stored = () => Buffer.from(sample().connector('jdbc-angularsc').correlationConfig).toString();
	const dirty = () => workbench().dirtyTab('correlation-config.xml');
	const behind = () => workbench().page.locator('.statusbar-item', { hasText: 'Changed in acme' });
	const puts = () => sample().requests.filter(({ method }) => method === 'PUT').length;

	function colleagueSaves(change: (text: string) => string): void {
		const text = change(stored());
		assert.notEqual(text, stored());
		sample().change('jdbc-angularsc', connector => {
			connector.correlationConfig = Buffer.from(text);
		});
	}

	/** The status bar tells of the change, and leads to the merge. */
	async function resolve(): Promise<void> {
		await workbench().chooseInContextMenu(workbench().row('correlation-config.xml'), 'Refresh');
		await behind().waitFor();
		sample().forgetRequests();
		await workbench().screenshot('conflict-status');
		await behind().click();
	}

	test('merges what does not touch, says so once, and sends nothing', async () => {
		await workbench().typeAtEnd('<!-- mine -->');
		await dirty().waitFor();
		colleagueSaves(text => text.replace('<AttributeAssignments>', '<AttributeAssignments><!-- theirs -->'));
		await resolve();
		const toast = await workbench().toast('Merged the changes in acme into your text');
		await workbench().page.locator('.view-line', { hasText: '<!-- theirs -->' }).first().waitFor();
		assert.equal(await workbench().toasts.count(), 1);
		await workbench().screenshot('conflict-merged');
		await toast.press('Show Changes');
		await workbench().tab('correlation-config.xml of JDBC: acme ↔ yours').waitFor();
		await workbench().screenshot('conflict-merged-compared');
		await workbench().command('View: Close Editor');
		assert.equal(puts(), 0);
		assert.equal(await behind().count(), 0);
		await workbench().save();
		await workbench().clean();
		assert.match(stored(), /<!-- theirs -->[^]*<!-- mine -->/);
	});

	test('asks in the merge editor about what touches, and leaves one unsaved text', async () => {
		await workbench().typeAtEnd('<!-- mine again -->');
		await dirty().waitFor();
		colleagueSaves(text => text.replace('<!-- mine -->', '<!-- theirs again -->'));
		sample().forgetRequests();
		await workbench().save();
		await workbench().page.locator('.merge-editor').waitFor();
		await workbench().page.locator('.merge-editor .view-line', { hasText: 'mine again' }).first().waitFor();
		await workbench().screenshot('conflict-merge-editor');
		await workbench().command('Merge Editor: Accept All Current Changes from Right');
		await workbench().screenshot('conflict-decided');
		await workbench().page.locator('.editor-actions').getByRole('button', { name: 'Complete Merge' }).click();
		await workbench().page.locator('.merge-editor').waitFor({ state: 'detached' });
		await dirty().waitFor();
		await workbench().page.locator('.view-line', { hasText: 'mine again' }).first().waitFor();
		await workbench().screenshot('conflict-resolved');
		assert.equal(puts(), 0);
		await workbench().save();
		await workbench().clean();
		assert.ok(stored().includes('<!-- mine --><!-- mine again -->'));
		assert.equal(await workbench().toasts.count(), 0);
	});
});
