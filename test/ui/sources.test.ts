import assert from 'node:assert/strict';
import { startSampleTenant } from '../../src/sample/server/sampleTenant';
import { useTenant } from './useTenant';
import { useWorkbench } from './useWorkbench';
import { writtenBy } from './writtenBy';

const secret = 'Tr0ub4dor&3';

suite('Sources', () => {
	const workbench = useWorkbench({ settings: { 'files.hotExit': 'onExit' } });
	const tenant = useTenant(workbench, {
		start: async () => {
			const sample = await startSampleTenant({ rateLimit: false });
			const [first, , third] = sample.sources.filter(({ fields }) => fields.connector === 'jdbc-angularsc');
			sample.changeSource(first!.id, source => {
				source.attributes = { ...source.attributes, password: secret, encrypted: '' };
			});
			sample.changeSource(third!.id, ({ fields }) => {
				Object.assign(fields, { healthy: false, status: 'SOURCE_STATE_ERROR_VA' });
			});
			return sample;
		},
	});
	const folder = () => workbench().row('Sources');
	const lens = (text: string) => workbench().page.locator('.codelens-decoration a', { hasText: text });
	const lists = () => tenant().requests.filter(({ operation }) => operation === 'listSources').length;

	test('are below their connector, each with its health', async () => {
		await folder().waitFor();
		assert.equal(lists(), 0);
		await workbench().toggle(folder());
		const row = workbench().row('Learning Database');
		await row.waitFor();
		assert.match((await folder().getAttribute('aria-label')) ?? '', /^Sources, 3, JDBC, acme/);
		assert.match(
			(await row.getAttribute('aria-label')) ?? '',
			/^Learning Database, source, VA error, JDBC, acme/,
		);
		await row.hover();
		await workbench().screenshot('sources-folder');
		const entries = await (await workbench().contextMenu(row)).allInnerTexts();
		assert.deepEqual(
			entries.filter(entry => entry.trim() !== ''),
			[
				'Open Source in Browser',
				'Preview Form with Its Values',
				'Compare Source with Connector Defaults…',
				'Copy Source ID',
			],
		);
		await workbench().page.keyboard.press('Escape');
		assert.equal(lists(), 1);
	});

	test('are counted beside each field, and a click lists them with their values only if people want that', async () => {
		await workbench().row('source-config.xml').dblclick();
		await workbench().tab('source-config.xml').waitFor();
		await lens('set in 3 of 3 sources').first().waitFor();
		await lens('chosen in 1 source').first().waitFor();
		await workbench().screenshot('sources-codelens');
		const value = tenant()
			.sources.filter(({ fields }) => fields.connector === 'jdbc-angularsc')
			.map(({ attributes }) => attributes?.['schemaName'])
			.find(each => typeof each === 'string' && each !== '');
		const shown = workbench().quickInput.items.filter({ hasText: String(value) });
		await lens('set in 1 of 3 sources').first().click();
		await workbench().quickInput.item('Warehouse Database').waitFor();
		assert.equal(await shown.count(), 0);
		await workbench().page.locator('.quick-input-titlebar a[aria-label="Show Values"]').click();
		await shown.first().waitFor();
		await workbench().screenshot('sources-of-field');
		await workbench().quickInput.item('Warehouse Database').click();
		await workbench()
			.page.locator('.sidebar .monaco-list-row.selected[aria-label^="Warehouse Database"]')
			.waitFor();
	});

	test('tell of a secret field only whether it is set', async () => {
		const { page, quickInput } = workbench();
		await workbench().tab('source-config.xml').click();
		await workbench().editor.click();
		await workbench().command('Go to Line/Column...');
		await quickInput.fill(':31:20');
		await quickInput.accept();
		await quickInput.field.waitFor({ state: 'hidden' });
		await workbench().command('ISC Connectors: Show Sources of Field');
		await quickInput.titled('Show Sources of Field');
		await quickInput.item('Payroll Database').waitFor();
		assert.equal(await page.locator('.quick-input-titlebar a[aria-label="Show Values"]').count(), 0);
		assert.match((await quickInput.field.getAttribute('placeholder')) ?? '', /^password: set in/);
		await workbench().screenshot('sources-of-secret-field');
		await quickInput.cancel();
		await workbench().command('ISC Connectors: Copy Diagnostics');
		await workbench().stateIsKept();
		const found = [...(await writtenBy(workbench()))].filter(([, text]) => text.includes(secret));
		assert.deepEqual(
			found.map(([name]) => name),
			[],
		);
	});

	test('that a token may not read are a row that names the scope, without a toast', async () => {
		tenant().user.missingScopes = ['idn:sources:read'];
		await workbench().command('ISC Connectors: Refresh All Tenants');
		const row = workbench().page.locator('.sidebar .monaco-list-row[aria-label*="idn:sources:read"]');
		await row.waitFor();
		await row.hover();
		await workbench().screenshot('sources-without-scope');
		assert.equal(await workbench().toasts.count(), 0);
		await lens('set in').first().waitFor({ state: 'detached' });
		await row.click();
		await workbench().quickInput.titled('Update Credentials of acme');
		await workbench().quickInput.cancel();
	});
});
