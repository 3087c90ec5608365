import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { useWorkbench } from './useWorkbench';

suite('Finding connectors and documents', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench();
	let sample: SampleTenant;

	suiteSetup(async () => {
		sample = await startSampleTenant();
		sample.change('workday', connector => (connector.status = 'DEMO'));
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'acme', sample);
		await workbench().row('JDBC').waitFor();
	});

	suiteTeardown(() => sample.stop());

	const dialog = 'Filter Connectors of acme';

	test('by a filter that is built by choosing', async () => {
		const { quickInput } = workbench();
		await workbench().chooseInContextMenu(workbench().row('acme'), 'Filter Connectors');
		await quickInput.titled(dialog);
		await workbench().screenshot('filter-conditions');
		await quickInput.items.filter({ hasText: 'Name contains…' }).first().click();
		await quickInput.items.first().waitFor({ state: 'detached' });
		await quickInput.fill('service');
		await quickInput.accept();
		await quickInput.items.filter({ hasText: 'Apply: name co "service"' }).first().waitFor();
		await workbench().screenshot('filter-built');
		await quickInput.items.filter({ hasText: 'Apply: name co "service"' }).first().click();
		await workbench().row('JDBC').waitFor({ state: 'detached' });
		await workbench().row('ServiceNow').waitFor();
		assert.match(await workbench().row('acme').innerText(), /filter: name co "service"/);
		await workbench().screenshot('filtered');
	});

	test('by a filter as text; what the service refuses is told, and the text stays to be corrected', async () => {
		const { quickInput } = workbench();
		await workbench().chooseInContextMenu(workbench().row('acme'), 'Filter Connectors');
		await quickInput.items.filter({ hasText: 'Enter Manually…' }).first().click();
		await quickInput.items.first().waitFor({ state: 'detached' });
		await quickInput.fill('name eq "ServiceNow"');
		await quickInput.accept();
		await quickInput.message.filter({ hasText: 'does not support the operator' }).waitFor();
		await workbench().screenshot('filter-refused');
		assert.equal(await quickInput.field.inputValue(), 'name eq "ServiceNow"');
		await quickInput.fill('name sw "JD"');
		await quickInput.accept();
		await workbench().row('JDBC').waitFor();
		await workbench().row('ServiceNow').waitFor({ state: 'detached' });
	});

	test('after the filter is cleared in one click', async () => {
		await workbench().inlineAction(workbench().row('acme'), 'Clear Filter');
		await workbench().row('Active Directory').waitFor();
		assert.doesNotMatch(await workbench().row('acme').innerText(), /filter/);
	});

	test('by a script name, which the list does not show', async () => {
		const { quickInput } = workbench();
		await workbench().command('ISC Connectors: Open Connector by Script Name…');
		await quickInput.field.waitFor();
		await quickInput.fill('Workday');
		await quickInput.accept();
		await quickInput.message.filter({ hasText: 'Workday' }).waitFor();
		await workbench().screenshot('script-name-unknown');
		await quickInput.fill('workday');
		await quickInput.accept();
		await workbench().row('Workday').waitFor();
		await workbench().tab('source-config.xml').waitFor();
		assert.match(await workbench().row('Workday').innerText(), /DEMO/);
		await workbench().screenshot('script-name-opened');
	});

	test('by a part of their name, what was opened last first', async () => {
		const { quickInput } = workbench();
		await workbench().command('ISC Connectors: Open Document…');
		await quickInput.items.filter({ hasText: 'Active Directory' }).first().waitFor();
		await workbench().screenshot('open-document');
		assert.match(await quickInput.items.first().innerText(), /source-config\.xml[\s\S]*Workday/);
		await quickInput.cancel();
		await workbench().command('ISC Connectors: Open Connector…');
		await quickInput.fill('jdbc');
		await quickInput.items.filter({ hasText: 'jdbc-angularsc' }).first().click();
		await workbench().page.locator('.view-line', { hasText: 'databaseType' }).first().waitFor();
	});

	test('by what is in them; a click opens the place', async () => {
		const { quickInput, page } = workbench();
		await workbench().command('ISC Connectors: Search in Connector Documents…');
		await quickInput.items.filter({ hasText: 'acme' }).first().click();
		await quickInput.titled('Search in acme');
		await workbench().screenshot('search-question');
		await quickInput.fill('employeeNumber');
		await quickInput.accept();
		const results = page.locator('.pane', {
			has: page.locator('.pane-header[aria-label^="Search Results"]'),
		});
		await results
			.locator('.message', { hasText: /\d+ results in \d+ documents/ })
			.waitFor({ timeout: 30_000 });
		const match = results.locator('.monaco-list-row', { hasText: 'employeeNumber' }).first();
		const line = page.locator('.editor-instance .view-line', { hasText: 'employeeNumber' }).first();
		const isShown = () =>
			line.waitFor({ timeout: 5000 }).then(
				() => true,
				() => false,
			);
		do {
			await match.locator('.label-name').click(); // Another row may stand there a moment before all are shown.
		} while (!(await isShown()));
		await workbench().screenshot('search-results');
	});

	for (const theme of ['Light Modern', 'Dark High Contrast'] as const) {
		test(`has pictures in ${theme}`, async () => {
			await workbench().setTheme(theme);
			await workbench().screenshot(`search-results-${theme.toLowerCase().replaceAll(' ', '-')}`);
		});
	}

	test('from the editor back to the tree, and by a link', async () => {
		await workbench().command('ISC Connectors: Clear Search Results');
		await workbench().command('ISC Connectors: Reveal in ISC Connectors View');
		await workbench()
			.page.locator('.sidebar .monaco-list-row.selected', { hasText: /\.(xml|properties)/ })
			.first()
			.waitFor();
		await workbench().screenshot('revealed');
		await workbench().command('ISC Connectors: Copy Link to Document');
		await workbench().page.locator('.statusbar-item', { hasText: 'Link copied.' }).first().waitFor();
	});
});
