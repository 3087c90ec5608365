import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { useWorkbench } from './useWorkbench';

suite('A tenant of 5,000 connectors in the tree', function () {
	this.bail(true); // Each step stands on the one before.
	const workbench = useWorkbench();
	let sample: SampleTenant;

	suiteSetup(async () => {
		sample = await startSampleTenant({ connectors: 5000 });
	});

	suiteTeardown(() => sample.stop());

	const operations = () => sample.requests.map(({ operation }) => operation);

	/** Long enough for a request that should not be made to be seen. */
	const aMoment = () => workbench().page.waitForTimeout(500);

	test('is looked at, and added with one token and one request, and expanded with one for each 250', async () => {
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'large', sample);
		await workbench().row('Active Directory').waitFor();
		await aMoment();
		assert.equal(sample.requests[0]?.path, '/oauth/info');
		assert.deepEqual(operations().slice(1), ['token', ...Array<string>(1 + 20).fill('getConnectorList')]);
		assert.ok(sample.requests.every(({ status }) => status === 200));
	});

	test('asks for one thing more when a connector is expanded, and for nothing when it is expanded again', async () => {
		sample.forgetRequests();
		const row = workbench().row('Active Directory');
		for (let times = 0; times < 2; times++) {
			await workbench().toggle(row);
			await workbench().row('source-config.xml').waitFor();
			await workbench().toggle(row);
			await workbench().row('source-config.xml').waitFor({ state: 'detached' });
		}
		await aMoment();
		assert.deepEqual(operations(), ['getConnector']);
	});

	test('asks again after a restart for no more than was expanded', async () => {
		await workbench().toggle(workbench().row('Active Directory'));
		await workbench().row('source-config.xml').waitFor();
		await workbench().stateIsKept();
		sample.forgetRequests();
		await workbench().reload();
		await workbench().showTenant('large');
		await workbench().row('source-config.xml').waitFor();
		await aMoment();
		assert.deepEqual(operations().sort(), [
			'getConnector',
			...Array<string>(20).fill('getConnectorList'),
			'token',
		]);
	});

	test('asks for a document once, however often it is opened within a moment', async () => {
		sample.forgetRequests();
		for (let times = 0; times < 2; times++) {
			await workbench().row('source-template.xml').click();
			await workbench().tab('source-template.xml').waitFor();
			await workbench().command('View: Close All Editors');
			await workbench().tab('source-template.xml').waitFor({ state: 'detached' });
		}
		await aMoment();
		assert.deepEqual(operations(), ['getConnectorSourceTemplate']);
	});
});
