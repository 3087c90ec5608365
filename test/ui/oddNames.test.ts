import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { asTyped, useWorkbench } from './useWorkbench';

suite('A connector in the tree', () => {
	const workbench = useWorkbench({ settings: asTyped });
	let sample: SampleTenant;
	const scriptNames = [
		'with space',
		'100%',
		'a/b',
		'c?d#e',
		'Größe-ж-漢',
		'3f2504e0-4f89-41d3-9a0c-0305e82c3301',
	];

	suiteSetup(async () => {
		sample = await startSampleTenant({ rateLimit: false });
		for (const scriptName of scriptNames) {
			sample.add({ ...sample.connector('jdbc-angularsc'), scriptName, name: `AA ${scriptName}` });
		}
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'acme', sample);
	});

	suiteTeardown(() => sample.stop());

	for (const scriptName of scriptNames) {
		test(`opens, and is saved, whose script name is ${scriptName}`, async () => {
			const row = workbench().row(`AA ${scriptName}`);
			await row.click();
			await workbench().row('source-config.xml').click();
			await workbench().tab('source-config.xml').waitFor();
			await workbench().page.locator('.view-line', { hasText: '<Form' }).first().waitFor();
			await workbench().typeAtEnd('<!-- here -->');
			await workbench().dirtyTab('source-config.xml').waitFor();
			await workbench().save();
			await workbench().clean();
			assert.ok(Buffer.from(sample.connector(scriptName).sourceConfig).toString().endsWith('<!-- here -->'));
			await workbench().command('View: Close All Editors');
			await workbench().toggle(row);
			await workbench().row('source-config.xml').waitFor({ state: 'detached' });
		});
	}
});
