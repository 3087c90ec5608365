import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { useWorkbench } from './useWorkbench';

suite('The comparison', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench();
	let dev: SampleTenant;
	let prod: SampleTenant;

	suiteSetup(async () => {
		[dev, prod] = await Promise.all([startSampleTenant(), startSampleTenant()]);
		prod.change('jdbc-angularsc', connector => {
			connector.correlationConfig = Buffer.from('<CorrelationConfig name="other"/>\n');
			delete connector.translations.de;
			connector.translations.sv = Buffer.from('HostURL=Adress\n');
		});
		const door = { ...dev.connector('jdbc-angularsc'), scriptName: 'door', name: 'Door' };
		dev.add({ ...door, type: 'custom Door', custom: true });
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'prod', prod);
		await workbench().toggle(workbench().row('prod'));
		await addTenant(workbench(), 'dev', dev);
		await workbench().toggle(workbench().row('dev'));
		// Rows that are out of sight are not drawn.
		await workbench().page.setViewportSize({ width: 1280, height: 1200 });
	});

	suiteTeardown(() => Promise.all([dev.stop(), prod.stop()]));

	const pane = () =>
		workbench().page.locator('.pane', {
			has: workbench().page.locator('.pane-header[aria-label^="Comparison"]'),
		});
	/** A row by the whole name that a screen reader reads. */
	const named = (name: string): Locator =>
		pane().locator(`.monaco-list-row[aria-label=${JSON.stringify(name)}]`);
	const focused = (name: string): Locator =>
		pane().locator(`.monaco-list:focus-within .monaco-list-row.focused[aria-label=${JSON.stringify(name)}]`);
	const message = (text: string) => pane().locator('.message', { hasText: text }).waitFor();
	const press = (key: string) => workbench().page.keyboard.press(key);
	const puts = () => prod.requests.filter(({ method }) => method === 'PUT').length;

	/** A line on one side of the diff editor that is in front. */
	const diffLine = (side: 'original' | 'modified', text: string) =>
		workbench()
			.page.locator(`.monaco-diff-editor:visible .editor.${side} .view-line`, { hasText: text })
			.first();

	async function withConnector(command: string, scriptName = 'jdbc-angularsc'): Promise<void> {
		const { quickInput } = workbench();
		await workbench().command(`ISC Connectors: ${command}`);
		await quickInput.pick('dev');
		await quickInput.items.filter({ hasText: 'Active Directory' }).first().waitFor();
		await quickInput.fill(scriptName);
		await quickInput.items.filter({ hasText: scriptName }).first().click();
		await quickInput.items.filter({ hasText: 'prod' }).first().click();
	}

	/** Whether nothing of a row's words is cut off. */
	async function isWhole(row: Locator): Promise<boolean> {
		const end = async (part: Locator) => {
			const { x = 0, width = 0 } = (await part.boundingBox()) ?? {};
			return x + width;
		};
		const words = await row.locator('.label-name, .label-description').all();
		const ends = await Promise.all(words.map(end));
		return Math.max(...ends) <= (await end(row.locator('.monaco-icon-label-container'))) + 1;
	}

	test('has a button with words, and a name for each row with its state', async () => {
		await withConnector('Promote Connector…');
		await focused('Send 2 Documents to prod, button').waitFor();
		await message('JDBC of dev → prod. Select what to send: 2 of 2 selected.');
		await named('correlation-config.xml, differs, selected').waitFor();
		await named('translations/de.properties, only in dev, selected').waitFor();
		await named('translations/sv.properties, only in prod').waitFor();
		await named('source-config.xml, same').waitFor();
		assert.equal(await pane().locator('.actions a[aria-label^="Send"]').count(), 1);
		await workbench().screenshot('comparison');
	});

	test('cuts no state off in a sidebar of the usual width', async () => {
		const { width = 0 } = (await workbench().page.locator('.part.sidebar').boundingBox()) ?? {};
		assert.ok(width > 0 && width <= 300, `the sidebar has ${width} px`);
		for (const name of [
			'Send 2 Documents to prod, button',
			'correlation-config.xml, differs, selected',
			'translations/de.properties, only in dev, selected',
			'translations/sv.properties, only in prod',
			'connector-metadata.json, same',
			'JDBC, 3 differences, selected',
		]) {
			assert.ok(await isWhole(named(name)), name);
		}
	});

	test('is used with the keyboard: Space selects, Enter compares, the button says why it cannot be pressed', async () => {
		await press('ArrowDown');
		await press('Space');
		await named('Send to prod, nothing selected, unavailable button').waitFor();
		await message('0 of 2 selected.');
		await workbench().screenshot('comparison-nothing-selected');
		for (let row = 0; row < 3; row++) {
			await press('ArrowDown');
		}
		await focused('correlation-config.xml, differs, not selected').waitFor();
		await press('Space');
		await focused('correlation-config.xml, differs, selected').waitFor();
		await named('Send 1 Document to prod, button').waitFor();
		await press('Enter');
		await diffLine('original', 'name="other"').waitFor();
		await workbench()
			.page.locator('.tab', { hasText: 'correlation-config.xml: prod ↔ JDBC of dev' })
			.dblclick();
	});

	test('opens what is clicked, though Space was pressed before where no row had the focus', async () => {
		await workbench().command('ISC Connectors: Focus on Comparison View');
		await press('Escape');
		await press('Space');
		await workbench().page.waitForTimeout(1500);
		const row = named('translations/de.properties, only in dev, not selected');
		await row.click();
		await workbench().page.locator('.tab', { hasText: 'de.properties' }).first().waitFor();
		assert.equal(await row.count(), 1);
	});

	test('keeps what is selected when it is compared again', async () => {
		await workbench().command('ISC Connectors: Compare Again');
		await message('1 of 2 selected.');
		await named('translations/de.properties, only in dev, not selected').waitFor();
		await named('correlation-config.xml, differs, selected').waitFor();
	});

	test('sends with Enter on the button, with one message, and shows what is left', async () => {
		await named('Send 1 Document to prod, button').click();
		await workbench().modal('Send 1 document to JDBC in prod?', 'Send');
		const toast = await workbench().toast('Sent 1 document to prod.');
		await workbench().toasts.nth(1).waitFor({ state: 'detached' }); // The progress stays for a moment.
		assert.equal(await workbench().toasts.count(), 1);
		await named('correlation-config.xml, sent').waitFor();
		await message('0 of 1 selected.');
		await workbench().screenshot('comparison-sent');
		await toast.press('Open');
		await workbench().tab('correlation-config.xml').waitFor();
		assert.equal(puts(), 1);
	});

	test('shows in its diffs what the tenant has now', async () => {
		await workbench().page.locator('.tab', { hasText: 'prod ↔ JDBC of dev' }).first().click();
		await diffLine('original', 'AttributeAssignments').waitFor();
		assert.equal(await diffLine('original', 'name="other"').count(), 0);
		await workbench().screenshot('comparison-diff-after-send');
	});

	test('is true after an undo, with what was selected', async () => {
		await workbench().command('ISC Connectors: Undo Last Transfer…');
		await workbench().quickInput.items.first().click();
		await workbench().modal('1 document returns to its previous version', 'Undo');
		await workbench().toast('Undone in prod: 1 document.');
		await named('correlation-config.xml, differs, selected').waitFor();
		await message('1 of 2 selected.');
		await workbench().toasts.nth(1).waitFor({ state: 'detached' });
		assert.equal(await workbench().toasts.count(), 1);
		await workbench().page.locator('.tab', { hasText: 'prod ↔ JDBC of dev' }).first().click();
		await diffLine('original', 'name="other"').waitFor();
		await workbench().closeToasts();
	});

	test('shows in its diffs what is to be sent now, once it is compared again', async () => {
		dev.change('jdbc-angularsc', connector => {
			connector.correlationConfig = Buffer.from('<CorrelationConfig name="later"/>\n');
		});
		await workbench().command('ISC Connectors: Compare Again');
		await diffLine('modified', 'name="later"').waitFor();
		await diffLine('original', 'name="other"').waitFor();
	});

	test('closes what compares with a connector that is not there, once it is', async () => {
		await withConnector('Promote Connector…', 'door');
		const row = named('correlation-config.xml, only in dev, selected');
		await row.click();
		const tab = workbench().page.locator('.tab', { hasText: 'prod ↔ Door of dev' });
		await tab.waitFor();
		await workbench().screenshot('comparison-absent');
		await pane().locator('.monaco-list-row[aria-label^="Create Door in prod"]').click();
		await workbench().modal('Create Door in prod', 'Send');
		await workbench().toast('Created Door in prod');
		await tab.waitFor({ state: 'detached' });
		await workbench().page.locator('.tab', { hasText: 'prod ↔ JDBC of dev' }).first().waitFor();
		await workbench().closeToasts();
		await withConnector('Promote Connector…');
		await focused('Send 2 Documents to prod, button').waitFor();
	});

	for (const theme of ['Light Modern', 'Dark High Contrast', 'Light High Contrast'] as const) {
		test(`has a picture in ${theme}`, async () => {
			await workbench().setTheme(theme);
			await workbench().screenshot(`comparison-${theme.toLowerCase().replaceAll(' ', '-')}`);
		});
	}

	test('has a picture at 200 %', async () => {
		await workbench().setTheme('Dark Modern');
		await workbench().page.setViewportSize({ width: 640, height: 400 });
		await workbench().screenshot('comparison-200-percent');
		await workbench().page.setViewportSize({ width: 1280, height: 1200 });
	});

	test('with a tenant that is read-only says so once, not as an error, and offers to change that', async () => {
		await workbench().command('ISC Connectors: Change Tenant Access…');
		await workbench().quickInput.pick('prod');
		await workbench()
			.quickInput.items.filter({ hasText: /read-only/i })
			.first()
			.click();
		await named('Send to prod, read-only, unavailable button').waitFor();
		await workbench()
			.closeToasts()
			.catch(() => undefined);
		await withConnector('Promote Connector…');
		const toast = await workbench().toast('prod is read-only.');
		assert.equal(await workbench().toasts.count(), 1);
		assert.equal(await toast.element.locator('.codicon-info').count(), 1);
		await workbench().screenshot('comparison-read-only');
		await toast.press('Change Tenant Access…');
		await workbench().quickInput.items.filter({ hasText: /live/i }).first().waitFor();
		await workbench().quickInput.cancel();
	});
});
