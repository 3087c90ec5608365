import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { useWorkbench } from './useWorkbench';

suite('Whole connectors', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench();
	let acme: SampleTenant;
	let prod: SampleTenant;

	suiteSetup(async () => {
		[acme, prod] = await Promise.all([startSampleTenant(), startSampleTenant()]);
		prod.change('jdbc-angularsc', connector => {
			connector.correlationConfig = Buffer.from(
				Buffer.from(connector.correlationConfig).toString().replace('employee_no', 'employee_id'),
			);
			delete connector.translations.de;
			connector.translations.sv = Buffer.from('HostURL=Adress\n');
		});
		await workbench().page.setViewportSize({ width: 1280, height: 1200 });
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'prod', prod);
		await workbench().toggle(workbench().row('prod')); // So that the rows that are spoken of are acme's.
		await addTenant(workbench(), 'acme', acme);
	});

	suiteTeardown(() => Promise.all([acme.stop(), prod.stop()]));

	/** A row of the view that compares. */
	const compared = (label: string): Locator =>
		workbench()
			.page.locator('.pane', { has: workbench().page.locator('.pane-header[aria-label^="Comparison"]') })
			.locator('.monaco-list-row', { hasText: label })
			.first();
	const titleAction = (title: string) =>
		workbench()
			.page.locator(`.pane-header .actions a[aria-label^=${JSON.stringify(title)}]`)
			.first();

	/** Runs a command on acme's JDBC without touching the tree. */
	async function withJdbc(command: string): Promise<void> {
		await workbench().command(`ISC Connectors: ${command}`);
		await workbench().quickInput.pick('acme');
		await workbench().quickInput.items.filter({ hasText: 'Active Directory' }).first().waitFor();
		await workbench().quickInput.fill('jdbc-angularsc');
		await workbench().quickInput.items.filter({ hasText: 'jdbc-angularsc' }).first().click();
	}

	test('are created by answering questions; a wrong answer is told while one types', async () => {
		const { quickInput } = workbench();
		await workbench().chooseInContextMenu(workbench().row('acme'), 'Create Connector');
		await quickInput.titled('Create Connector in acme (1/5)');
		await workbench().page.keyboard.type('JDBC');
		await quickInput.message.filter({ hasText: 'A connector named JDBC already exists' }).waitFor();
		await workbench().screenshot('create-name-taken');
		await quickInput.answer('Create Connector in acme (1/5)', 'Door Counter');
		await quickInput.answer('Create Connector in acme (2/5)', 'sailpoint.connector.OpenConnectorAdapter');
		await quickInput.answer('Create Connector in acme (3/5)', '');
		await quickInput.choose('Create Connector in acme (4/5)', 'Yes');
		await quickInput.titled('Create Connector in acme (5/5)');
		await workbench().screenshot('create-status');
		await quickInput.choose('Create Connector in acme (5/5)', 'DEVELOPMENT');
		await workbench().row('Door Counter').waitFor();
		await workbench().tab('source-config.xml').waitFor();
		await workbench().page.locator('.view-line', { hasText: '<Form' }).first().waitFor();
		await workbench().screenshot('created');
		assert.match(await workbench().row('Door Counter').innerText(), /DEVELOPMENT · custom/);
	});

	test('are cloned with their documents', async () => {
		const { quickInput } = workbench();
		await workbench().chooseInContextMenu(workbench().row('JDBC'), 'Clone Connector');
		await quickInput.choose('Clone JDBC', 'acme');
		await quickInput.answer('Clone JDBC into acme (1/5)', 'JDBC Copy');
		for (const step of [2, 3]) {
			await quickInput.titled(`Clone JDBC into acme (${step}/5)`);
			await quickInput.accept();
		}
		await quickInput.choose('Clone JDBC into acme (4/5)', 'Yes');
		await quickInput.choose('Clone JDBC into acme (5/5)', 'DEVELOPMENT');
		const toast = await workbench().toast('Created JDBC Copy in acme');
		await workbench().screenshot('cloned');
		assert.match(await toast.text(), /^Created JDBC Copy in acme and sent \d+ documents\.$/);
		assert.deepEqual(
			Buffer.from(acme.connector('jdbc-copy').sourceConfig),
			Buffer.from(acme.connector('jdbc-angularsc').sourceConfig),
		);
		await workbench().closeToasts();
	});

	test('are compared with another tenant, document by document', async () => {
		await workbench().chooseInContextMenu(workbench().row('JDBC'), 'Compare Connector with Tenant');
		await workbench().quickInput.choose('Compare JDBC of acme with', 'prod');
		await compared('correlation-config.xml').waitFor();
		await compared('correlation-config.xml').filter({ hasText: 'differs' }).waitFor();
		await compared('source-config.xml').filter({ hasText: 'same' }).waitFor();
		await compared('de.properties').filter({ hasText: 'only in acme' }).waitFor();
		await compared('sv.properties').filter({ hasText: 'only in prod' }).waitFor();
		// The view takes the focus when it is ready; a click before that hits rows that are drawn again.
		await workbench()
			.page.locator('.monaco-list:focus-within .monaco-list-row.focused', { hasText: 'JDBC' })
			.waitFor();
		await compared('correlation-config.xml').locator('.label-name').click();
		await workbench()
			.page.locator('.monaco-diff-editor .view-line', { hasText: 'employee_id' })
			.first()
			.waitFor();
		await workbench().screenshot('compared');
	});

	test('are promoted by sending what is selected, after a question', async () => {
		await withJdbc('Promote Connector…');
		await workbench().quickInput.choose('Promote JDBC of acme to', 'prod');
		await workbench().page.locator('.pane .message', { hasText: '2 of 2 selected' }).waitFor();
		await titleAction('Send Selected Documents').click();
		await workbench()
			.page.locator('.monaco-dialog-box', { hasText: 'Send 2 documents to JDBC in prod?' })
			.waitFor();
		await workbench().screenshot('promote-question');
		await workbench().modal('Send 2 documents to JDBC in prod?', 'Send');
		await workbench().toast('Sent 2 documents to prod.');
		await workbench().toasts.nth(1).waitFor({ state: 'detached' }); // The progress stays for a moment.
		assert.equal(await workbench().toasts.count(), 1);
		await workbench().screenshot('promoted');
		assert.ok(Buffer.from(prod.connector('jdbc-angularsc').correlationConfig).includes('employee_no'));
		assert.ok(prod.connector('jdbc-angularsc').translations.de);
		await compared('correlation-config.xml').filter({ hasText: 'sent' }).waitFor();
	});

	test('have one undo for the whole promotion', async () => {
		await (await workbench().toast('Sent 2 documents to prod.')).press('Undo');
		const question = workbench().page.locator('.monaco-dialog-box', {
			hasText: 'Undo "JDBC of acme → prod"?',
		});
		await question.filter({ hasText: '2 documents return to their previous version' }).waitFor();
		await workbench().screenshot('undo-question');
		await workbench().modal('Undo', 'Undo');
		const toast = await workbench().toast('Undone in prod: 1 document.');
		assert.match(
			await toast.text(),
			/Not undone, because translations cannot be deleted: translations\/de.properties of JDBC\./,
		);
		assert.ok(Buffer.from(prod.connector('jdbc-angularsc').correlationConfig).includes('employee_id'));
		await workbench().toasts.nth(1).waitFor({ state: 'detached' }); // The progress stays for a moment.
		assert.equal(await workbench().toasts.count(), 1);
		await workbench().screenshot('undone');
		await workbench().closeToasts();
	});

	test('that fail to be promoted say so at the document, and go on from there', async () => {
		await withJdbc('Promote Connector…');
		await workbench().quickInput.choose('Promote JDBC of acme to', 'prod');
		await workbench().page.locator('.pane .message', { hasText: '1 of 1 selected' }).waitFor();
		prod.fault(
			{ operation: 'putConnectorCorrelationConfig' },
			{ kind: 'answer', status: 400, body: JSON.stringify({ messages: [{ text: 'Not on a Tuesday.' }] }) },
		);
		await titleAction('Send Selected Documents').click();
		await workbench().modal('Send 1 document to JDBC in prod?', 'Send');
		const toast = await workbench().toast('Nothing was sent to prod. correlation-config.xml: ');
		assert.match(await toast.text(), /Not on a Tuesday/);
		await workbench().screenshot('promotion-failed');
		await compared('correlation-config.xml').filter({ hasText: 'failed' }).waitFor();
		await workbench().closeToasts();
		await titleAction('Send Selected Documents').click();
		await workbench().modal('Send 1 document to JDBC in prod?', 'Send');
		await workbench().toast('Sent 1 document to prod.');
		await workbench().closeToasts();
		await titleAction('Close Comparison').click();
		await compared('correlation-config.xml').waitFor({ state: 'detached' });
	});

	test('are deleted once their name is typed, and come back', async () => {
		const { quickInput } = workbench();
		await workbench().chooseInContextMenu(workbench().row('Door Counter'), 'Delete Connector');
		await quickInput.titled('Delete Door Counter from acme');
		await quickInput.answer('Delete Door Counter from acme', 'Door');
		await quickInput.message.filter({ hasText: 'The name does not match.' }).waitFor();
		await workbench().screenshot('delete-question');
		await quickInput.answer('Delete Door Counter from acme', 'Door Counter');
		const toast = await workbench().toast('Deleted Door Counter from acme. A backup is kept.');
		await workbench().row('Door Counter').waitFor({ state: 'detached' });
		await workbench().screenshot('deleted');
		await toast.press('Restore');
		await workbench().toast('Restored Door Counter in acme');
		await workbench().row('Door Counter').waitFor();
		await workbench().screenshot('restored');
		await workbench().closeToasts();
	});

	test('get a translation from the list of locales', async () => {
		const { quickInput } = workbench();
		await withJdbc('Add Language to Connector…');
		await quickInput.titled('Add Language to JDBC');
		await workbench().screenshot('add-translation');
		await quickInput.choose('Add Language to JDBC', 'Finnish');
		await quickInput.choose('Add Finnish to JDBC', 'Copy from English');
		await workbench().tab('fi.properties').waitFor();
		assert.ok(acme.connector('jdbc-angularsc').translations.fi);
	});

	for (const theme of ['Light Modern', 'Dark High Contrast'] as const) {
		test(`have pictures in ${theme}`, async () => {
			await workbench().setTheme(theme);
			prod.change(
				'jdbc-angularsc',
				each => (each.sourceConfig = Buffer.concat([each.sourceConfig, Buffer.from('\n')])),
			);
			await withJdbc('Compare Connector with Tenant…');
			await workbench().quickInput.choose('Compare JDBC of acme with', 'prod');
			await compared('correlation-config.xml').waitFor();
			await workbench().screenshot(`compared-${theme.toLowerCase().replaceAll(' ', '-')}`);
		});
	}
});
