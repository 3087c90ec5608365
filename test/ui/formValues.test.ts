import assert from 'node:assert/strict';
import { secretDots } from '../../src/core/sources/enteredValues';
import { cipherMark } from '../../src/sample/data/sources/sampleValues';
import { hostileSources } from '../hostileSources';
import { operationsOf } from '../unit/core/api/sample';
import { useTenant } from './useTenant';
import { asTyped, useWorkbench } from './useWorkbench';
import { seriousViolations } from './webviewFrame';

suite('The form preview with the values of a source', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench({ settings: { ...asTyped, 'iscConnectors.sources.codeLens': false } });
	const sample = useTenant(workbench, { open: 'source-config.xml' });

	const inPage = (selector: string) => workbench().webview().locator(selector);
	const input = (name: string) => inPage(`.field[data-name="${name}"] :is(input, select, textarea)`).first();
	const choice = () => inPage('select[name=source]');
	async function hasValue(name: string, value: string): Promise<void> {
		for (const end = Date.now() + 10_000; Date.now() < end && (await input(name).inputValue()) !== value;) {
			await workbench().page.waitForTimeout(50);
		}
		assert.equal(await input(name).inputValue(), value);
	}

	function sourceCalled(name: string) {
		return sample().sources.find(({ fields }) => fields.name === name) ?? assert.fail(name);
	}

	suiteSetup(async () => {
		sample().changeSource(sourceCalled('Warehouse Database').id, source => {
			source.attributes = {
				...source.attributes,
				schemaName: 'stock',
				retiredOption: 'still here',
				apiToken: 'plain',
				driverFiles: null,
				authenticationType: 'wallet',
				walletPassword: 'SAMPLECIPHER without a list of encrypted keys',
				encrypted: '',
			};
		});
		await workbench().command('View: Close Primary Side Bar');
		await workbench().page.locator('.editor-actions a[aria-label^="Preview Form"]').first().click();
		await choice().waitFor();
	});

	test('lists the sources of the connector when the choice is opened', async () => {
		assert.ok(!operationsOf(sample()).includes('listSources'));
		await choice().focus();
		await choice().locator('option').filter({ hasText: 'Warehouse Database' }).waitFor({ state: 'attached' });
		assert.deepEqual(await choice().locator('option').allInnerTexts(), [
			'None',
			'Learning Database',
			'Payroll Database',
			'Warehouse Database',
		]);
	});

	test('shows its values, dots for secrets, and what is required and empty', async () => {
		await choice().selectOption('Warehouse Database');
		await hasValue('schemaName', 'stock');
		await hasValue('connectionUrl', 'jdbc:sqlserver://wh.example.com:1433;databaseName=stock');
		assert.ok(operationsOf(sample()).includes('getSourceConfig'));
		await inPage('.field[data-name=driverFiles].is-wanting').waitFor();
		assert.equal(await input('walletPassword').inputValue(), secretDots);
		await workbench().screenshot('values-dark');
	});

	test('lists the keys without a field below the form', async () => {
		await inPage('.without-field summary').click();
		const keys = inPage('.without-field-key');
		await keys.first().waitFor();
		assert.match(await keys.filter({ hasText: 'retiredOption' }).innerText(), /still here/);
		assert.match(await keys.filter({ hasText: 'apiToken' }).innerText(), new RegExp(secretDots));
		assert.deepEqual(await seriousViolations(workbench().page), []);
		await keys.first().scrollIntoViewIfNeeded();
		await workbench().screenshot('values-keys');
	});

	test('follows unsaved edits, and asks the tenant nothing for that', async () => {
		sample().forgetRequests();
		const text = Buffer.from(sample().connector('jdbc-angularsc').sourceConfig).toString();
		const line = text.split('\n').findIndex(each => each.includes('name="schemaName"')) + 1;
		await workbench().editor.click();
		await workbench().command('Go to Line/Column...');
		await workbench().quickInput.fill(`:${line}:1`);
		await workbench().quickInput.accept();
		await workbench().quickInput.field.waitFor({ state: 'hidden' });
		await workbench().page.keyboard.type('<Field name="retiredOption" type="text"/>');
		await input('retiredOption').waitFor();
		await hasValue('retiredOption', 'still here');
		assert.equal(await inPage('.without-field-key').filter({ hasText: 'retiredOption' }).count(), 0);
		assert.deepEqual(operationsOf(sample()), []);
		await inPage('.field[data-name=retiredOption]').scrollIntoViewIfNeeded();
		await workbench().screenshot('values-edited');
	});

	test('has what is typed over the values until that is cleared, and the defaults without a source', async () => {
		await input('schemaName').fill('mine');
		await inPage('.clear').click();
		await hasValue('schemaName', 'stock');
		await input('schemaName').fill('mine');
		await choice().selectOption('None');
		await hasValue('schemaName', '');
		assert.equal(await inPage('.without-field').count(), 0);
	});

	test('shows a source whose source-config may not be read', async () => {
		hostileSources['403 for the source-config alone'](sample(), sourceCalled('Payroll Database').id);
		await choice().selectOption('Payroll Database');
		await hasValue('connectionUrl', String(sourceCalled('Payroll Database').attributes?.['connectionUrl']));
		assert.equal(await inPage('.status').count(), 0);
		await inPage('[data-toggle=showJson]').click();
		assert.ok(!(await inPage('body').innerText()).includes(cipherMark));
		await inPage('[data-toggle=showJson]').click();
	});

	test('reads the values again when people refresh, and shows the old ones until then', async () => {
		await choice().selectOption('Warehouse Database');
		await hasValue('schemaName', 'stock');
		sample().changeSource(sourceCalled('Warehouse Database').id, source => {
			source.attributes = { ...source.attributes, schemaName: 'sold' };
		});
		sample().forgetRequests();
		await workbench().command('ISC Connectors: Refresh All Tenants');
		await hasValue('schemaName', 'sold');
		assert.equal(await choice().locator('option:checked').innerText(), 'Warehouse Database');
		assert.equal(operationsOf(sample()).filter(operation => operation === 'listSources').length, 1);
		sample().changeSource(sourceCalled('Warehouse Database').id, source => {
			source.attributes = { ...source.attributes, schemaName: 'stock' };
		});
		await workbench().command('ISC Connectors: Refresh All Tenants');
	});

	test('has the same source after a reload of the window', async () => {
		await choice().selectOption('Warehouse Database');
		await hasValue('schemaName', 'stock');
		await workbench().stateIsKept();
		await workbench().reload();
		await hasValue('schemaName', 'stock');
		assert.equal(await choice().locator('option:checked').innerText(), 'Warehouse Database');
	});

	test('says which scope it needs, and shows the defaults', async () => {
		await choice().selectOption('None');
		sample().user.missingScopes = ['idn:sources:read'];
		await workbench().reload();
		await choice().focus();
		await inPage('.status').filter({ hasText: 'scope idn:sources:read' }).waitFor();
		assert.equal(await workbench().toasts.count(), 0);
		await workbench().page.setViewportSize({ width: 640, height: 700 });
		await workbench().screenshot('values-narrow-without-scope');
	});
});
