import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { asTyped, useWorkbench } from './useWorkbench';

suite('What may be done with a tenant', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench({ settings: asTyped });
	let sample: SampleTenant;

	suiteSetup(async () => {
		sample = await startSampleTenant();
	});

	suiteTeardown(() => sample.stop());

	const status = (text: string) => workbench().page.locator('.statusbar-item', { hasText: text });
	const stored = () => Buffer.from(sample.connector('jdbc-angularsc').sourceConfig).toString();
	const dirty = () => workbench().dirtyTab('source-config.xml');

	async function change(from: string, to: string): Promise<void> {
		await status(`acme · ${from}`).click();
		await workbench().quickInput.choose('Change Access of acme', to);
		await status(`acme · ${to}`).waitFor();
	}

	test('is asked when it is added, and shown beside its name and its documents', async () => {
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'acme', sample, 'ask');
		await workbench().row('acme').filter({ hasText: 'Confirm' }).waitFor();
		await workbench().row('JDBC').click();
		await workbench().row('source-config.xml').click();
		await workbench().page.locator('.view-line', { hasText: '<Form' }).first().waitFor();
		await status('acme · Confirm').waitFor();
	});

	test('"ask": nothing is sent if the person would rather not', async () => {
		const before = stored();
		await workbench().typeAtEnd('<!-- asked -->');
		await workbench().save();
		await workbench().page.locator('.monaco-dialog-box', { hasText: 'to acme?' }).waitFor();
		await workbench().screenshot('ask');
		await workbench().modal('to acme?', 'Cancel');
		assert.equal(stored(), before);
		await dirty().waitFor();
		assert.equal(await workbench().toasts.count(), 0);
	});

	test('"ask": the changes can be looked at, and then be sent', async () => {
		const before = stored();
		await workbench().save();
		await workbench().modal('to acme?', 'Show Changes');
		await workbench().page.locator('.monaco-diff-editor').waitFor();
		await workbench().page.locator('.monaco-diff-editor .view-line', { hasText: 'asked' }).first().waitFor();
		await workbench().screenshot('ask-changes');
		assert.equal(stored(), before);
		assert.equal(await workbench().toasts.count(), 0);
		await workbench().save();
		await workbench().modal('to acme?', 'Save');
		await workbench().clean();
		assert.ok(stored().includes('<!-- asked -->'));
		await workbench().command('View: Close Editor');
	});

	test('"read-only": typing is refused, and two clicks unlock it', async () => {
		await workbench().row('source-config.xml').click();
		await status('acme · Confirm').waitFor();
		await change('Confirm', 'Read-only');
		const toast = await workbench().toast('acme is read-only.');
		await toast.element.locator('.monaco-button', { hasText: 'Change Tenant Access…' }).waitFor();
		assert.equal(await workbench().toasts.count(), 1);
		await workbench().screenshot('read-only');
		await workbench().closeToasts();
		await workbench().typeAtEnd('<!-- refused -->');
		await workbench().page.locator('.monaco-editor-overlaymessage').waitFor();
		await workbench().screenshot('read-only-typed');
		assert.equal(await dirty().count(), 0);
		for (const badge of await workbench()
			.page.locator('.sidebar .monaco-list-row', { hasText: '.xml' })
			.allInnerTexts()) {
			assert.doesNotMatch(badge, /\?/);
		}
		await change('Read-only', 'Live');
		await workbench().typeAtEnd('<!-- unlocked -->');
		await dirty().waitFor();
		await workbench().save();
		await workbench().clean();
		assert.ok(stored().includes('<!-- unlocked -->') && !stored().includes('refused'));
		await workbench().screenshot('live');
	});

	test('a credential that stopped working is replaced where the failure is seen', async () => {
		sample.expireTokens();
		sample.fault(
			{ operation: 'token' },
			{ kind: 'answer', status: 401, body: '{"error":"invalid_client"}' },
			9,
		);
		await workbench().inlineAction(workbench().row('acme'), 'Refresh Tenant');
		await workbench().row('acme').filter({ hasText: 'credentials rejected' }).waitFor();
		await workbench().screenshot('credentials-refused');
		sample.clearFaults();
		await workbench().inlineAction(workbench().row('acme'), 'Update Credentials');
		const { quickInput } = workbench();
		await quickInput.choose('Update Credentials of acme (1/3)', 'Personal access token');
		await quickInput.answer('Update Credentials of acme (2/3)', sample.clientId);
		await quickInput.answer('Update Credentials of acme (3/3)', sample.clientSecret);
		await workbench().row('JDBC').waitFor();
	});

	test('a tenant is renamed, and removed after a question', async () => {
		await workbench().chooseInContextMenu(workbench().row('acme'), 'Rename Tenant');
		await workbench().quickInput.answer('Rename Tenant', 'acme sandbox');
		await workbench().row('acme sandbox').waitFor();
		await workbench().chooseInContextMenu(workbench().row('acme sandbox'), 'Remove Tenant');
		await workbench().modal('Remove acme sandbox?', 'Remove');
		await workbench().row('acme sandbox').waitFor({ state: 'detached' });
		await workbench().page.locator('.welcome-view .monaco-button', { hasText: 'Add Tenant…' }).waitFor();
	});
});
