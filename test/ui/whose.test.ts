import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addNamedTenants } from './namedTenants';
import { useWorkbench } from './useWorkbench';

suite('Whose a document is', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench({
		settings: { 'workbench.editor.enablePreview': false, 'iscConnectors.sampleTenant.enabled': true },
	});
	const samples: SampleTenant[] = [];
	const labels = {
		prod: 'acme.api.identitynow.com',
		sandbox: 'acme-sb.api.identitynow.com',
		'Sample Tenant': 'Sample Tenant',
	};
	const whose = new RegExp(
		`^(${Object.values(labels).join('|')}) › [\\w-]+ › [a-z-]+\\.(xml|json)`.replaceAll('.api.', '\\.api\\.'),
	);

	suiteSetup(async () => {
		samples.push(await startSampleTenant(), await startSampleTenant());
		await addNamedTenants(workbench(), [
			{ name: 'prod', id: labels.prod, sample: samples[0]! },
			{ name: 'sandbox', id: labels.sandbox, access: 'ask', sample: samples[1]! },
		]);
	});

	suiteTeardown(() => Promise.all(samples.map(sample => sample.stop())));

	const tabs = () => workbench().page.locator('.tab');
	const ariaOf = async (selector: string) => {
		const found = await workbench().page.locator(selector).all();
		return Promise.all(found.map(async each => (await each.getAttribute('aria-label')) ?? ''));
	};
	const colorOf = (element: Locator) =>
		element.first().evaluate((found: unknown): string => {
			const page = globalThis as unknown as { getComputedStyle(of: unknown): { readonly color: string } };
			return page.getComputedStyle(found).color;
		});

	async function openDocuments(tenant: string, connector: string): Promise<void> {
		await workbench().row(connector, tenant).click();
		const files = [
			'source-config.xml',
			'source-template.xml',
			'correlation-config.xml',
			'connector-metadata.json',
		];
		for (const file of files) {
			await workbench().row(file, connector).click();
		}
		await workbench().toggle(workbench().row(connector, tenant));
		await workbench().row('source-config.xml').waitFor({ state: 'detached' });
	}

	test('is seen in the tree: live as a warning, the sample tenant as nothing of the kind', async () => {
		const color = (tenant: string) =>
			colorOf(workbench().row(tenant).locator('.custom-view-tree-node-item-icon'));
		assert.notEqual(await color('prod'), await color('sandbox'));
		assert.equal(await color('Sample Tenant'), await color('sandbox'));
		assert.equal(await workbench().row('prod').getAttribute('aria-label'), 'prod, tenant, Live');
		await workbench().screenshot('whose-tree');
	});

	test('is said by each of 36 tabs of three tenants, and by its accessible name', async () => {
		for (const tenant of Object.keys(labels)) {
			await workbench().toggle(workbench().row(tenant));
			for (const connector of ['Active Directory', 'Box', 'JDBC']) {
				await openDocuments(tenant, connector);
			}
			await workbench().toggle(workbench().row(tenant));
		}
		assert.equal(await tabs().count(), 36);
		const names = await ariaOf('.tab');
		assert.deepEqual(
			names.filter(name => !whose.test(name)),
			[],
		);
		await workbench().screenshot('whose-36-tabs');
		assert.match(
			await workbench().page.title(),
			/^Sample Tenant › jdbc-angularsc › connector-metadata\.json/,
		);
	});

	test('is said by each entry of Ctrl+Tab', async () => {
		await workbench().command('View: Quick Open Previous Recently Used Editor in Group');
		await workbench().quickInput.items.first().waitFor();
		const entries = await ariaOf('.quick-input-list .monaco-list-row');
		assert.ok(entries.length > 5);
		assert.deepEqual(
			entries.filter(entry => !whose.test(entry)),
			[],
		);
		await workbench().screenshot('whose-ctrl-tab');
		await workbench().quickInput.cancel();
	});

	test('is said by each row of the Problems view, and an error takes neither the badge nor the words', async () => {
		await workbench().tab(`${labels.prod} › jdbc-angularsc › source-config.xml`).click();
		await workbench().page.locator('.view-line', { hasText: '<Form' }).first().waitFor();
		await workbench().typeAtEnd('<');
		await workbench().page.keyboard.press('ControlOrMeta+Shift+M');
		const problems = workbench().page.locator('.markers-panel .monaco-list-row', {
			hasText: 'source-config.xml',
		});
		await problems.first().waitFor();
		assert.ok((await problems.first().innerText()).includes(labels.prod));
		const tab = workbench().dirtyTab('source-config.xml');
		const label = tab.locator('.monaco-icon-label').first();
		assert.match(
			(await label.getAttribute('aria-label')) ?? '',
			/JDBC in prod\. Live: saves go to the tenant immediately/,
		);
		await workbench().screenshot('whose-problems');
		await workbench().toggle(workbench().row('prod'));
		await workbench().row('JDBC').click();
		await workbench().row('source-config.xml').waitFor();
		await workbench().screenshot('whose-error-in-tree');
		await workbench().toggle(workbench().row('prod'));
		await workbench().page.keyboard.press('ControlOrMeta+Shift+M');
	});

	test('is seen by the color that people choose, on tabs, in the tree and in the status bar', async () => {
		await workbench().tab(`${labels.sandbox} › jdbc-angularsc › source-config.xml`).click();
		await workbench().chooseInContextMenu(workbench().row('sandbox'), 'Change Tenant Color…');
		await workbench().quickInput.titled('Change Color of sandbox');
		await workbench().screenshot('whose-colors');
		await workbench().quickInput.pick('Purple');
		const item = workbench().page.locator('.statusbar-item', { hasText: 'sandbox · Confirm' });
		const purple = 'rgb(207, 173, 247)';
		const colors = async () => [
			await colorOf(workbench().page.locator('.tab.active .label-name')),
			await colorOf(item.locator('a')),
		];
		for (let tries = 0; tries < 50 && (await colors()).some(color => color !== purple); tries++) {
			await workbench().page.waitForTimeout(100);
		}
		assert.deepEqual(await colors(), [purple, purple]);
	});

	for (const theme of ['Light Modern', 'Dark High Contrast', 'Light High Contrast', 'Dark Modern'] as const) {
		test(`is seen in ${theme}`, async () => {
			await workbench().setTheme(theme);
			await workbench().screenshot(`whose-${theme.toLowerCase().replaceAll(' ', '-')}`);
		});
	}

	test('is seen at 200 %', async () => {
		await workbench().page.setViewportSize({ width: 640, height: 400 });
		await workbench().screenshot('whose-200-percent');
		await workbench().page.setViewportSize({ width: 1280, height: 800 });
	});
});

suite('What a person wants to see of a tenant', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench({ settings: { 'iscConnectors.sampleTenant.enabled': true } });
	/** The order of the elements is not that of the rows. */
	const first = (name: string) =>
		workbench()
			.page.locator('.sidebar .monaco-list-row[aria-level="2"][aria-posinset="1"]', { hasText: name })
			.waitFor();

	test('is its favorites first', async () => {
		await workbench().viewContainer('ISC Connectors').click();
		await workbench().toggle(workbench().row('Sample Tenant'));
		await workbench().inlineAction(workbench().row('Box'), 'Add Connector to Favorites');
		await first('Box');
		await workbench().screenshot('favorites');
		const { quickInput } = workbench();
		const row = workbench().page.locator('.quick-input-list .monaco-list-row[data-index="0"]');
		for (const command of ['Open Connector…', 'Open Document…', 'Preview Form']) {
			await workbench().command(`ISC Connectors: ${command}`);
			await row.filter({ hasText: 'Box' }).waitFor();
			await quickInput.items.filter({ hasText: 'Active Directory' }).first().waitFor();
			await workbench().screenshot(`favorites-${command.toLowerCase().replace(/\W+/g, '-')}`);
			await quickInput.cancel();
		}
	});

	test('is its favorites alone where one is asked for, and a sentence where there is none', async () => {
		const { items } = workbench().quickInput;
		const item = (label: string) => workbench().quickInput.item(label);
		await workbench().command('ISC Connectors: Add Connector to Favorites');
		await item('BambooHR').waitFor();
		assert.equal(await item('Box').count(), 0);
		await workbench().quickInput.cancel();
		await workbench().command('ISC Connectors: Remove Connector from Favorites');
		await item('Box').waitFor();
		assert.equal(await items.count(), 1);
		await workbench().quickInput.accept();
		await first('Active Directory');
		await workbench().command('ISC Connectors: Remove Connector from Favorites');
		await workbench().toast('Sample Tenant has no favorites.');
		await workbench().closeToasts();
	});

	test('is custom connectors only, with what is hidden said', async () => {
		const button = (title: string) =>
			workbench().page.locator(`.sidebar .actions-container a[aria-label="${title}"]`).first();
		await button('Show Custom Connectors Only').click();
		await workbench().row('Box').waitFor({ state: 'detached' });
		await workbench()
			.row('Sample Tenant')
			.filter({ hasText: /\d+ of \d+/ })
			.waitFor();
		await workbench().screenshot('custom-only');
		await button('Show All Connectors').click();
		await workbench().row('Box').waitFor();
	});
});
