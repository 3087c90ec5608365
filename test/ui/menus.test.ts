import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { useWorkbench } from './useWorkbench';

suite('Menus', () => {
	const workbench = useWorkbench();
	let acme: SampleTenant;
	let prod: SampleTenant;

	const entries = () => workbench().page.locator('.monaco-menu-container .action-label').allInnerTexts();
	const close = () => workbench().page.keyboard.press('Escape');

	/** The commands that the palette offers for a text. */
	async function offered(text: string): Promise<readonly string[]> {
		await workbench().page.keyboard.press('F1');
		await workbench().quickInput.fill(`>${text}`);
		await workbench().page.waitForTimeout(500);
		const labels = await workbench().quickInput.items.locator('.label-name').allInnerTexts();
		await workbench().quickInput.cancel();
		return labels;
	}

	suiteSetup(async () => {
		[acme, prod] = await Promise.all([startSampleTenant(), startSampleTenant()]);
		await workbench().viewContainer('ISC Connectors').click();
		await workbench().page.locator('.monaco-button', { hasText: 'Add Tenant…' }).waitFor();
	});

	suiteTeardown(() => Promise.all([acme.stop(), prod.stop()]));

	test('in the palette leave out what needs a tenant, as long as there is none', async () => {
		const needTenant = /Delete Connector|Refresh|Clear Filter|Sign Out/;
		let labels: readonly string[];
		do {
			await workbench().page.waitForTimeout(1000); // The keys are set a moment after the start.
			labels = await offered('ISC Connectors: ');
		} while (labels.some(label => needTenant.test(label)));
		await workbench().page.keyboard.press('F1');
		await workbench().quickInput.fill('>ISC Connectors: ');
		await workbench().screenshot('palette-without-tenants');
		await workbench().quickInput.cancel();
		assert.ok(labels.includes('ISC Connectors: Add Tenant…'), labels.join());
	});

	test('in the palette have what works with a tenant', async () => {
		await addTenant(workbench(), 'prod', prod, 'read-only');
		await workbench().toggle(workbench().row('prod'));
		await addTenant(workbench(), 'acme', acme);
		assert.ok((await offered('ISC Connectors: Delete')).includes('ISC Connectors: Delete Connector…'));
		assert.ok(!(await offered('ISC Connectors: Clear')).includes('ISC Connectors: Clear Filter'));
		assert.deepEqual(
			(await offered('ISC Connectors: Compare')).filter(label => /^ISC.*: Compare/.test(label)).sort(),
			[
				'ISC Connectors: Compare Connector with Tenant…',
				'ISC Connectors: Compare Document with Tenant',
				'ISC Connectors: Compare Document with Version…',
				'ISC Connectors: Compare Source with Connector Defaults…',
			],
		);
	});

	for (const theme of ['Dark Modern', 'Light Modern'] as const) {
		const name = theme.slice(0, theme.indexOf(' ')).toLowerCase();

		test(`of a connector, of several and of a document have what they are for (${theme})`, async () => {
			await workbench().setTheme(theme);
			await workbench().contextMenu(workbench().row('Box'));
			const one = await entries();
			await workbench().screenshot(`menu-connector-${name}`);
			await close();
			// The tenant was selected: VS Code offers only what goes for every selected row.
			await workbench()
				.row('Box')
				.click({ modifiers: ['ControlOrMeta'] });
			await workbench().page.keyboard.press('Escape');
			await workbench().page.keyboard.press('Escape');
			await workbench()
				.row('Box')
				.click({ modifiers: ['ControlOrMeta'] });
			await workbench()
				.row('Coupa')
				.click({ modifiers: ['ControlOrMeta'] });
			await workbench().contextMenu(workbench().row('Coupa'));
			const several = await entries();
			await workbench().screenshot(`menu-several-${name}`);
			await close();
			await workbench().page.keyboard.press('Escape');
			for (const each of [
				'Delete Connector…',
				'Export Connector…',
				'Promote Connector…',
				'Check Connector',
			]) {
				assert.ok(one.includes(each) && several.includes(each), each);
			}
			for (const each of [
				'Preview Form',
				'Clone Connector…',
				'Add Language to Connector…',
				'Refresh Connector',
			]) {
				assert.ok(one.includes(each) && !several.includes(each), each);
			}
			await workbench().toggle(workbench().row('Box'));
			await workbench().row('source-config.xml', 'Box').click();
			await workbench().tab('source-config.xml').waitFor();
			await workbench().editor.click({ button: 'right' });
			await workbench().page.locator('.monaco-menu-container .action-item').first().waitFor();
			const document = await entries();
			await workbench().screenshot(`menu-document-${name}`);
			await close();
			const ours = [
				'Preview Form',
				'Edit Translations',
				'Compare Document with Tenant',
				'Show Document History…',
				'Reveal in ISC Connectors View',
			];
			assert.deepEqual(
				document.filter(each => ours.includes(each)),
				ours,
			);
			await workbench().command('View: Close All Editors');
			await workbench().toggle(workbench().row('Box'));
		});

		test(`of a read-only tenant change nothing, and change the access (${theme})`, async () => {
			await workbench().toggle(workbench().row('acme'));
			await workbench().toggle(workbench().row('prod'));
			await workbench().row('Box', 'prod').waitFor();
			await workbench().contextMenu(workbench().row('Box', 'prod'));
			const connector = await entries();
			await workbench().screenshot(`menu-read-only-${name}`);
			await close();
			assert.ok(connector.includes('Change Tenant Access…') && connector.includes('Promote Connector…'));
			assert.ok(!connector.some(each => /Delete|Add Language/.test(each)), connector.join());
			await workbench().toggle(workbench().row('prod'));
			await workbench().toggle(workbench().row('acme'));
		});
	}

	test('meet a read-only tenant with one sentence and the button that changes the access', async () => {
		await workbench().command('ISC Connectors: Create Connector…');
		await workbench().quickInput.items.filter({ hasText: 'prod' }).first().click();
		const toast = await workbench().toast('prod is read-only.');
		await workbench().screenshot('palette-read-only');
		assert.deepEqual(await toast.element.locator('.monaco-button').allInnerTexts(), [
			'Change Tenant Access…',
		]);
		assert.equal(await toast.element.locator('.codicon-error').count(), 0);
		await toast.press('Change Tenant Access…');
		await workbench().quickInput.titled('Change Access of prod');
		await workbench().quickInput.cancel();
	});

	for (const theme of ['Dark Modern', 'Light Modern'] as const) {
		test(`have their settings in groups (${theme})`, async () => {
			await workbench().setTheme(theme);
			await workbench().command('Preferences: Open Settings (UI)');
			await workbench().page.locator('.settings-editor .search-container .view-lines').first().click();
			await workbench().page.keyboard.press('ControlOrMeta+a');
			await workbench().page.keyboard.type('@ext:connectorstudio.isc-connector-studio checks');
			await workbench()
				.page.locator('.setting-item-label', { hasText: 'Label-untranslated' })
				.first()
				.waitFor();
			await workbench().screenshot(`settings-checks-${theme.slice(0, theme.indexOf(' ')).toLowerCase()}`);
			await workbench().page.keyboard.press('ControlOrMeta+a');
			await workbench().page.keyboard.type('@ext:connectorstudio.isc-connector-studio');
			await workbench().page.locator('.setting-item-label', { hasText: 'Automatic' }).first().waitFor();
			await workbench().screenshot(`settings-${theme.slice(0, theme.indexOf(' ')).toLowerCase()}`);
			await close(); // VS Code shows its settings in front of everything else.
		});
	}
});
