import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { useWorkbench } from './useWorkbench';

suite('The comparison of a source with the defaults of its connector', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench();
	let sample: SampleTenant;

	suiteSetup(async () => {
		sample = await startSampleTenant();
		const { id } = sourceNamed('Warehouse Database');
		sample.changeSource(id, source => {
			source.fields.features = ['PROVISIONING', 'ENABLE', 'SEARCH', 'UNLOCK', 'DIRECT_PERMISSIONS'];
			source.schemas = source.schemas.map(schema =>
				schema.name === 'account'
					? {
							...schema,
							displayAttribute: 'email',
							attributes: (schema.attributes ?? [])
								.filter(({ name }) => name !== 'phone')
								.map(each => (each.name === 'valid_to' ? { ...each, type: 'STRING', isMulti: true } : each)),
						}
					: schema,
			);
		});
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'dev', sample);
		await workbench().toggle(workbench().row('dev'));
		// Rows that are out of sight are not drawn.
		await workbench().page.setViewportSize({ width: 1280, height: 1000 });
	});

	suiteTeardown(() => sample.stop());

	const sourceNamed = (name: string) => {
		const found = sample.sources.find(({ fields }) => fields.name === name);
		assert.ok(found, name);
		return found;
	};
	const pane = () =>
		workbench().page.locator('.pane', {
			has: workbench().page.locator('.pane-header[aria-label^="Comparison"]'),
		});
	/** A row by the whole name that a screen reader reads. */
	const named = (name: string): Locator =>
		pane().locator(`.monaco-list-row[aria-label=${JSON.stringify(name)}]`);
	const message = (text: string) => pane().locator('.message', { hasText: text }).waitFor();
	const diffLine = (side: 'original' | 'modified', text: string) =>
		workbench()
			.page.locator(`.monaco-diff-editor:visible .editor.${side} .view-line`, { hasText: text })
			.first();

	async function compare(connector: string, source: string): Promise<void> {
		const { quickInput } = workbench();
		await workbench().command('ISC Connectors: Compare Source with Connector Defaults…');
		await quickInput.item('Active Directory').waitFor();
		await quickInput.fill(connector); // Rows that are out of sight are not drawn.
		await quickInput.pick(connector);
		await quickInput.pick(source);
	}

	test('lists what differs in groups, and apart from it what cannot be compared', async () => {
		await compare('JDBC', 'Warehouse Database');
		await message('JDBC: defaults ↔ Warehouse Database. 7 differences.');
		await named('Schema account, 4 differences').waitFor();
		await named('displayAttribute, full_name ↔ email').waitFor();
		await named('phone, only in defaults').waitFor();
		await named('valid_to › type, date ↔ string').waitFor();
		await named('valid_to › multi, not set ↔ true').waitFor();
		await named('Features, 2 differences').waitFor();
		await named('UNLOCK, only in Warehouse Database').waitFor();
		await named('Correlation, 1 difference').waitFor();
		await named('Not Comparable, 3').waitFor();
		assert.equal(await pane().locator('.actions a[aria-label^="Send"]').count(), 0);
		await workbench().screenshot('source-defaults');
	});

	test('opens both sides in one text, at the difference', async () => {
		await named('valid_to › type, date ↔ string').click();
		await workbench().page.locator('.tab', { hasText: 'JDBC: defaults ↔ Warehouse Database' }).waitFor();
		await diffLine('original', 'type: date').waitFor();
		await diffLine('modified', 'attribute valid_to:').waitFor();
		await workbench().screenshot('source-defaults-diff');
	});

	test('follows what the source has when it is compared again, also in the open diff', async () => {
		sample.changeSource(sourceNamed('Warehouse Database').id, source => {
			source.schemas = source.schemas.map(schema => ({
				...schema,
				attributes: (schema.attributes ?? []).map(each =>
					each.name === 'valid_to' && each.isMulti ? { ...each, type: 'LONG' } : each,
				),
			}));
		});
		await workbench().command('ISC Connectors: Compare Again');
		await named('valid_to › type, date ↔ long').waitFor();
		await diffLine('modified', 'type: long').waitFor();
	});

	test('says that a source has no differences', async () => {
		await compare('JDBC', 'Learning Database');
		await message('JDBC: defaults ↔ Learning Database. No differences.');
		await named('Not Comparable, 3').waitFor();
		await workbench().screenshot('source-defaults-none');
	});

	test('closes, and is opened from the row of a source', async () => {
		await workbench().command('ISC Connectors: Close Comparison');
		await pane().waitFor({ state: 'detached' });
		await workbench().toggle(workbench().row('dev'));
		await workbench().toggle(workbench().row('Active Directory'));
		await workbench().toggle(workbench().row('Sources'));
		await workbench().chooseInContextMenu(
			workbench().row('Branch Directory'),
			'Compare Source with Connector Defaults…',
		);
		await message('Active Directory: defaults ↔ Branch Directory. 1 difference.');
		await named('extensionAttribute7, only in Branch Directory').waitFor();
		await workbench().screenshot('source-defaults-from-tree');
	});
});
