import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import type { OpenWorkbench } from './openWorkbench';
import { asTyped, useWorkbench } from './useWorkbench';

suite('A new user', function () {
	this.bail(true); // Each step stands on the one before.

	// VS Code closes a comment or not, depending on whether it has coloured the line by then.
	const settings = asTyped;
	const opened = useWorkbench({ settings });
	let workbench: OpenWorkbench;
	let sample: SampleTenant;

	suiteSetup(async () => {
		workbench = opened();
		sample = await startSampleTenant();
	});

	suiteTeardown(() => sample.stop());

	const stored = () => Buffer.from(sample.connector('jdbc-angularsc').sourceConfig).toString();

	test('is welcomed with what can be done', async () => {
		await workbench.viewContainer('ISC Connectors').click();
		await workbench.page.getByRole('button', { name: 'Try the Sample Tenant' }).waitFor();
		await workbench.screenshot('welcome');
	});

	test('adds a tenant by hand, and corrects a wrong secret without starting again', async () => {
		const { quickInput, page } = workbench;
		await page.locator('.welcome-view .monaco-button', { hasText: 'Add Tenant…' }).click();
		await quickInput.answer('Add Tenant (1/6)', 'http://acme.identitynow.com');
		await quickInput.message.filter({ hasText: 'must start with https://' }).waitFor();
		await workbench.screenshot('add-tenant-not-https');
		await quickInput.answer('Add Tenant (1/6)', 'http://127.0.0.1:9');
		await quickInput.message.filter({ hasText: 'refused the connection' }).waitFor();
		await quickInput.message.filter({ hasText: 'Press Enter again to use it anyway.' }).waitFor();
		await workbench.screenshot('add-tenant-nobody-there');
		await quickInput.answer('Add Tenant (1/6)', sample.url);
		await quickInput.answer('Add Tenant (2/6)', 'acme');
		await quickInput.titled('Add Tenant (3/6)');
		await workbench.screenshot('add-tenant-access');
		await quickInput.choose('Add Tenant (3/6)', 'live');
		await quickInput.choose('Add Tenant (4/6)', 'Personal access token');
		await quickInput.answer('Add Tenant (5/6)', sample.clientId);
		await quickInput.titled('Add Tenant (6/6)');
		assert.equal(await quickInput.field.getAttribute('type'), 'password');
		await quickInput.answer('Add Tenant (6/6)', 'wrong');
		await quickInput.message.filter({ hasText: 'rejected the client ID or client secret' }).waitFor();
		await workbench.screenshot('add-tenant-wrong-secret');
		await quickInput.answer('Add Tenant (6/6)', sample.clientSecret);
		await workbench.row('acme').waitFor();
		await workbench.row('Active Directory').waitFor();
	});

	test('finds the connectors of the tenant, and the documents of a connector', async () => {
		await workbench.screenshot('connectors');
		const row = workbench.row('JDBC');
		await row.scrollIntoViewIfNeeded();
		await row.click();
		await workbench.row('source-config.xml').waitFor();
		await workbench.toggle(workbench.row('translations'));
		await workbench.row('en.properties').waitFor();
		await workbench.screenshot('documents');
	});

	test('sees what a connector is by pointing at it', async () => {
		await workbench.row('JDBC').hover();
		await workbench.page.locator('.workbench-hover', { hasText: 'Script name: jdbc-angularsc' }).waitFor();
		await workbench.screenshot('tooltip');
		await workbench.page.mouse.move(900, 500);
	});

	test('opens a document, types, presses Ctrl+S, and the tenant has the text', async () => {
		await workbench.row('source-config.xml').click();
		await workbench.tab('source-config.xml').waitFor();
		await workbench.page.locator('.view-line', { hasText: '<Form' }).first().waitFor();
		await workbench.typeAtEnd('<!-- typed by a person -->');
		await workbench.dirtyTab('source-config.xml').waitFor();
		await workbench.screenshot('typed');
		await workbench.save();
		await workbench.clean();
		assert.ok(stored().endsWith('<!-- typed by a person -->'));
	});

	test('is shown the words of the tenant when it refuses a save, and keeps the text', async () => {
		const before = stored();
		await workbench.typeAtEnd('<!-- refused -->');
		const refusal = { status: 'ERROR', message: 'unsupported xsd version' };
		sample.fault({ method: 'PUT' }, { kind: 'answer', status: 200, body: JSON.stringify(refusal) });
		await workbench.save();
		const toast = await workbench.toast('Failed to save');
		const text = await toast.text();
		await workbench.screenshot('refused');
		assert.match(text, /acme rejected the document: unsupported xsd version/);
		await workbench.dirtyTab('source-config.xml').waitFor();
		assert.equal(stored(), before);
		await workbench.closeToasts();
		await workbench.command('File: Revert File');
		await workbench.clean();
	});

	test('sees which tenant failed and why, and tries again', async () => {
		sample.fault(
			{ operation: 'getConnectorList' },
			{ kind: 'answer', status: 500, body: '{"trackingId":"e7eab609"}' },
		);
		await workbench.inlineAction(workbench.row('acme'), 'Refresh Tenant');
		await workbench.row('acme').filter({ hasText: 'failed with status 500' }).waitFor();
		await workbench.page.mouse.move(900, 500);
		await workbench.row('acme').hover();
		await workbench.page.locator('.workbench-hover', { hasText: 'tracking ID e7eab609' }).waitFor();
		await workbench.screenshot('failed-tenant');
		await workbench.inlineAction(workbench.row('acme'), 'Retry');
		await workbench.row('JDBC').waitFor();
		assert.ok(!(await workbench.row('acme').innerText()).includes('failed'));
	});

	test('finds the tree as it was after a reload of the window', async () => {
		await workbench.reload();
		await workbench.row('source-config.xml').waitFor();
		await workbench.row('en.properties').waitFor();
	});

	test('gets the sample tenant beside it, whose edits survive a reload of the window', async () => {
		await workbench.command('View: Close All Editors');
		await workbench.toggle(workbench.row('acme'));
		await workbench.row('JDBC').waitFor({ state: 'detached' });
		await workbench.command('ISC Connectors: Try the Sample Tenant');
		await workbench.row('Active Directory', 'Sample Tenant').click();
		await workbench.row('source-config.xml', 'Active Directory').click();
		await workbench.tab('source-config.xml').waitFor();
		await workbench.page.locator('.view-line', { hasText: '<Form' }).first().waitFor();
		await workbench.typeAtEnd('<!-- kept -->');
		await workbench.saveToTheEnd();
		await workbench.reload();
		await workbench.command('View: Close All Editors');
		// Not by the tree: VS Code need not have written down yet which rows were open.
		await workbench.command('ISC Connectors: Open Document…');
		const { quickInput } = workbench;
		await quickInput.fill('Active Directory');
		await quickInput.items
			.filter({ hasText: 'Sample Tenant' })
			.filter({ hasText: 'source-config.xml' })
			.first()
			.click();
		await workbench.tab('source-config.xml').waitFor();
		await workbench.goTo('End');
		await workbench.page.locator('.view-line', { hasText: '<!-- kept -->' }).first().waitFor();
		await workbench.screenshot('sample-tenant');
	});

	test('opens a connector as a workspace folder', async () => {
		await workbench.chooseInContextMenu(workbench.row('Active Directory'), 'Add to Workspace');
		await workbench.page.waitForURL(/workspace=/);
		await workbench.page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });
		const file = workbench.page.locator('.explorer-folders-view .monaco-list-row', {
			hasText: 'correlation-config.xml',
		});
		await workbench.command('View: Show Explorer');
		// A window in a browser at times opens the new workspace before it has been written, and shows it empty.
		await file.waitFor({ timeout: 5000 }).catch(() => workbench.reload());
		await file.waitFor();
		await workbench.screenshot('workspace-folder');
	});
});
