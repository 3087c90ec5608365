import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { axeViolations } from './axe';
import { asTyped, useWorkbench } from './useWorkbench';

suite('The views of the sidebar, for everybody', () => {
	const workbench = useWorkbench({
		settings: asTyped,
	});
	const samples: SampleTenant[] = [];
	const statusItems = '.statusbar-item[id*="iscConnectors"]';
	const views = '.part.sidebar .pane-body .monaco-list';

	suiteSetup(async () => {
		samples.push(await startSampleTenant(), await startSampleTenant());
		const [dev, prod] = samples;
		prod!.change(
			'jdbc-angularsc',
			connector => (connector.correlationConfig = Buffer.from('<CorrelationConfig/>')),
		);
		await workbench().page.setViewportSize({ width: 1280, height: 1600 });
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'prod', prod!);
		await workbench().toggle(workbench().row('prod'));
		await addTenant(workbench(), 'dev', dev!);
		await workbench().row('JDBC').click();
		await workbench().row('correlation-config.xml').click();
		await workbench().typeAtEnd('<!-- kept -->');
		await workbench().save();
		await workbench().clean();
		await workbench().page.locator('.pane-header[aria-label^="History"]').click();
		await workbench().command('ISC Connectors: Compare Connector with Tenant…');
		await workbench().quickInput.pick('dev');
		await workbench().quickInput.items.filter({ hasText: 'Active Directory' }).first().waitFor();
		await workbench().quickInput.fill('jdbc-angularsc');
		await workbench().quickInput.items.filter({ hasText: 'jdbc-angularsc' }).first().click();
		await workbench().quickInput.choose('Compare JDBC of dev with', 'prod');
		await workbench()
			.page.locator('.monaco-list-row[aria-label^="correlation-config.xml, differs"]')
			.waitFor();
		await workbench().command('ISC Connectors: Search in Connector Documents…');
		await workbench().quickInput.pick('dev');
		await workbench().quickInput.fill('employeeNumber');
		await workbench().quickInput.accept();
		await rowsOf('Search Results').first().waitFor();
	});

	suiteTeardown(() => Promise.all(samples.map(sample => sample.stop())));

	const rowsOf = (view: string) =>
		workbench()
			.page.locator('.part.sidebar .pane', {
				has: workbench().page.locator(`.pane-header[aria-label^=${JSON.stringify(view)}]`),
			})
			.locator('.monaco-list-row');

	test('name every row with more than its label', async () => {
		for (const view of ['Tenants', 'History', 'Comparison', 'Search Results']) {
			const rows = await rowsOf(view).all();
			const names = await Promise.all(rows.map(async row => (await row.getAttribute('aria-label')) ?? ''));
			assert.ok(names.length > 0, view);
			assert.deepEqual(
				names.filter(name => !/^.{3,}, .+|^.+, button$/.test(name)),
				[],
				view,
			);
		}
		await workbench().screenshot('views');
	});

	for (const key of ['Alt+F1', 'Shift+Alt+F1']) {
		test(`are explained by ${key} in a document that screen readers read, and nobody changes`, async () => {
			for (const view of ['Tenants', 'History', 'Comparison', 'Search Results']) {
				await rowsOf(view).first().click();
				await workbench().page.keyboard.press(key);
				await workbench().tab('Accessibility Help.md').waitFor();
				await workbench().page.locator('.editor-instance textarea, .native-edit-context').first().waitFor();
				await workbench().page.keyboard.type('mine');
				assert.match(await workbench().editorText(), /^# Accessibility Help of ISC Connectors/);
				await workbench().command('View: Close Editor');
				await workbench().tab('Accessibility Help.md').waitFor({ state: 'detached' });
			}
		});
	}

	for (const theme of ['Light Modern', 'Dark High Contrast', 'Light High Contrast', 'Dark Modern'] as const) {
		test(`have nothing against WCAG in ${theme}`, async () => {
			await workbench().setTheme(theme);
			const found = await axeViolations(workbench().page, views);
			// The name of a row has its label, its description and its badge, but not as they stand side by side. VS Code's icons in
			// rows are smaller than 24 pixels, but the row's menu has all of them.
			assert.deepEqual(
				found.filter(line => !/^label-content-name-mismatch|^target-size: <a class="action-label/.test(line)),
				[],
			);
			assert.deepEqual(await axeViolations(workbench().page, statusItems), []);
			await workbench().screenshot(`views-${theme.toLowerCase().replaceAll(' ', '-')}`);
		});
	}

	test('name the status items by the tenant and what it does with changes, and by a conflict', async () => {
		await workbench().row('source-config.xml').click();
		const { page } = workbench();
		const item = page.locator(`${statusItems} a`);
		await item.first().waitFor();
		assert.match((await item.first().getAttribute('aria-label')) ?? '', /dev · Live/);
	});
});
