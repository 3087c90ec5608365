import assert from 'node:assert/strict';
import { useTenant } from './useTenant';
import { asTyped, useWorkbench } from './useWorkbench';

suite('Auto Save', function () {
	this.bail(true); // Each step stands on the one before.
	const settings = {
		...asTyped,
		'files.autoSave': 'afterDelay',
		'files.autoSaveDelay': 300,
	};
	const workbench = useWorkbench({ settings });
	const sample = useTenant(workbench);

	const puts = () => sample().requests.filter(({ method }) => method === 'PUT').length;
	const messages = () => workbench().toasts.locator('.notification-list-item-message').allInnerTexts();
	/** Long enough for Auto Save, and for what would come of it. */
	const aPause = () => workbench().page.waitForTimeout(1500);

	async function open(file: string): Promise<void> {
		await workbench().row(file).waitFor({ timeout: 30_000 });
		await workbench().row(file).dblclick();
		await workbench().tab(file).waitFor();
		await workbench().page.locator('.editor-instance .view-line').first().waitFor();
	}

	async function typeIn(file: string, text: string): Promise<void> {
		await workbench().tab(file).click();
		await workbench().typeAtEnd(text);
		const sent = puts();
		await aPause();
		assert.equal(puts(), sent, 'Auto Save has sent nothing');
		await workbench().dirtyTab(file).waitFor();
	}

	test('is said to send nothing when the first document is opened, and nothing more in the session', async () => {
		await open('correlation-config.xml');
		await workbench().toast('Auto Save is on.');
		await workbench().screenshot('auto-save');
		await open('source-template.xml');
		await aPause();
		assert.deepEqual(await messages(), [
			'Auto Save is on. Connector documents are sent to the tenant only when you save them yourself.',
		]);
	});

	test('is turned off for connector documents with the button: no pause shows anything more', async () => {
		const toast = await workbench().toast('Auto Save is on.');
		await toast.press('Auto Save Only Workspace Files');
		await toast.element.waitFor({ state: 'detached' });
		await aPause(); // The workbench does not show as unsaved what it is about to save by the old setting.
		for (const text of ['<!-- one -->', '<!-- two -->']) {
			await typeIn('correlation-config.xml', text);
			await typeIn('source-template.xml', text);
		}
		assert.deepEqual(await messages(), []);
		assert.equal(puts(), 0);
		await workbench().save();
		await workbench().dirtyTab('source-template.xml').waitFor({ state: 'detached' });
		await typeIn('source-template.xml', '<!-- three -->');
		assert.deepEqual(await messages(), []);
		assert.equal(puts(), 1);
		await workbench().screenshot('auto-save-off');
		await workbench().save();
		await workbench().tab('correlation-config.xml').click();
		await workbench().save();
		await workbench().clean();
	});

	test('is an error of VS Code once for a document, not at each pause, if nobody answers', async () => {
		await workbench().changeSettings({ 'files.autoSaveWorkspaceFilesOnly': false });
		await workbench().toast('Auto Save is on.', 30_000); // A window that has reloaded comes to it late on a slow machine.
		for (const text of ['<!-- four -->', '<!-- five -->', '<!-- six -->']) {
			await typeIn('correlation-config.xml', text);
		}
		// VS Code hides the information after a while.
		const errors = (await messages()).filter(each => !each.startsWith('Auto Save is on.'));
		assert.equal(errors.length, 1, errors.join('\n'));
		assert.match(errors[0] ?? '', /Not sent: Auto Save is ignored for connector documents\./);
		await workbench().screenshot('auto-save-ignored');
	});
});
