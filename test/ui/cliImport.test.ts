import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { useWorkbench } from './useWorkbench';

suite('What the SailPoint CLI knows', () => {
	const workbench = useWorkbench();
	let sample: SampleTenant;

	suiteSetup(async () => {
		sample = await startSampleTenant();
		const folder = path.join(workbench().folder, 'home/.sailpoint');
		fs.mkdirSync(folder, { recursive: true });
		fs.writeFileSync(
			path.join(folder, 'config.yaml'),
			['activeenvironment: no', 'environments:', '  no:', `    baseurl: ${sample.url}`, ''].join('\n'),
		);
	});

	suiteTeardown(() => sample.stop());

	test('is proposed when a tenant is added, so that only the credentials have to be typed', async () => {
		const { quickInput } = workbench();
		await workbench().viewContainer('ISC Connectors').click();
		await workbench().command('ISC Connectors: Add Tenant…');
		await quickInput.choose('Add Tenant', 'From the SailPoint CLI');
		await quickInput.titled('Add Tenant (1/6)');
		assert.equal(await quickInput.field.inputValue(), sample.url);
		await quickInput.accept();
		await quickInput.titled('Add Tenant (2/6)');
		assert.equal(await quickInput.field.inputValue(), 'no');
		await quickInput.accept();
		await quickInput.choose('Add Tenant (3/6)', 'read-only');
		await quickInput.choose('Add Tenant (4/6)', 'Personal access token');
		await quickInput.answer('Add Tenant (5/6)', sample.clientId);
		await quickInput.answer('Add Tenant (6/6)', sample.clientSecret);
		await workbench().row('no').filter({ hasText: 'read-only' }).waitFor();
		await workbench().row('Active Directory').waitFor();
		await workbench().screenshot('cli-import');
	});
});
