import assert from 'node:assert/strict';
import { useTenant } from './useTenant';
import { asTyped, useWorkbench } from './useWorkbench';

suite('A save that VS Code does not announce as a person’s', function () {
	this.bail(true); // Each step stands on the one before.
	const settings = {
		...asTyped,
		'[properties]': { 'files.encoding': 'iso88591' },
	};
	const workbench = useWorkbench({ settings });
	const sample = useTenant(workbench, { open: 'correlation-config.xml' });

	const stored = () => Buffer.from(sample().connector('jdbc-angularsc').correlationConfig).toString();
	const puts = () =>
		sample()
			.requests.filter(({ method }) => method === 'PUT')
			.map(({ path }) => path);

	const question = 'Send correlation-config.xml of JDBC to acme?';

	async function typeAndSave(text: string): Promise<void> {
		await workbench().typeAtEnd(text);
		await workbench().unsaved().waitFor();
		await workbench().command('File: Save without Formatting');
	}

	test('can be looked at, also by an Enter that was meant for the text, and is not sent then', async () => {
		await typeAndSave('<!-- one -->');
		const dialog = workbench().page.locator('.monaco-dialog-box', { hasText: question });
		await dialog.waitFor();
		await workbench().screenshot('unannounced');
		await workbench().page.keyboard.press('Enter');
		await dialog.waitFor({ state: 'detached' });
		await workbench().page.locator('.monaco-diff-editor .view-line', { hasText: 'one' }).first().waitFor();
		await workbench().screenshot('unannounced-changes');
		assert.doesNotMatch(stored(), /one/);
		await workbench().command('View: Close Editor');
		await workbench().closeToasts();
	});

	test('is asked about once in a session, if a person has typed the text', async () => {
		await typeAndSave('<!-- two -->');
		await workbench().modal(question, 'Send');
		await workbench().clean();
		assert.match(stored(), /one.*two/);
		await typeAndSave('<!-- three -->');
		await workbench().clean();
		assert.match(stored(), /three/);
	});

	test('is asked about again in the next session, and then no more if they always want it', async () => {
		await workbench().reload();
		await workbench().tab('correlation-config.xml').click();
		await workbench().row('correlation-config.xml').waitFor({ timeout: 30_000 });
		await typeAndSave('<!-- four -->');
		await workbench().modal(question, 'Always Send');
		await workbench().clean();
		await workbench().reload();
		await workbench().tab('correlation-config.xml').click();
		await workbench().row('correlation-config.xml').waitFor({ timeout: 30_000 });
		await typeAndSave('<!-- five -->');
		await workbench().clean();
		assert.match(stored(), /four.*five/);
	});

	test('in another encoding is refused, and the document can be reopened as UTF-8 with what was typed', async () => {
		await workbench().toggle(workbench().row('translations'));
		await workbench().row('en.properties').dblclick();
		await workbench().tab('en.properties').waitFor();
		await workbench().typeAtEnd('\nSize=Größe');
		sample().forgetRequests();
		await workbench().save();
		const toast = await workbench().toast('is not open as UTF-8');
		await workbench().screenshot('other-encoding');
		assert.deepEqual(puts(), []);
		await toast.press('Reopen as UTF-8');
		await workbench().page.locator('.statusbar-item', { hasText: 'UTF-8' }).waitFor();
		await workbench().page.locator('.view-line', { hasText: 'Size=Größe' }).first().waitFor();
		await workbench().save();
		await workbench().clean();
		const text = Buffer.from(sample().connector('jdbc-angularsc').translations.en ?? []).toString();
		assert.match(text, /\nSize=Größe$/);
		await workbench().closeToasts();
	});

	test('to a new translation is one request, with the text', async () => {
		sample().forgetRequests();
		await workbench().tab('en.properties').click();
		await workbench().command('File: Save As...');
		// Until it shows the folder, the dialog writes the present name into its field.
		await workbench().quickInput.item('ja.properties').waitFor();
		await workbench().quickInput.fill('/jdbc-angularsc/translations/nl.properties');
		await workbench().screenshot('save-as');
		await workbench().quickInput.accept();
		await workbench().tab('nl.properties').waitFor();
		await workbench().clean();
		assert.equal(puts().length, 1);
		const text = Buffer.from(sample().connector('jdbc-angularsc').translations.nl ?? []).toString();
		assert.match(text, /\nSize=Größe$/);
	});
});
