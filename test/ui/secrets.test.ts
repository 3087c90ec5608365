import assert from 'node:assert/strict';
import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';
import { addTenant } from './addTenant';
import { useWorkbench } from './useWorkbench';
import { writtenBy } from './writtenBy';

suite('Secrets', () => {
	const workbench = useWorkbench({ settings: { 'files.hotExit': 'onExit' } });
	let sample: SampleTenant;

	suiteSetup(async () => {
		sample = await startSampleTenant();
	});

	suiteTeardown(() => sample.stop());

	test('are nowhere in what a session writes, whether things go well or not', async () => {
		await workbench().viewContainer('ISC Connectors').click();
		await addTenant(workbench(), 'acme', sample);
		await workbench().row('JDBC').click();
		await workbench().row('source-config.xml').click();
		await workbench().tab('source-config.xml').waitFor();
		await workbench().type('<');
		await workbench().save();
		await workbench().toast('Not saved');
		for (const status of [401, 403, 500]) {
			sample.fault({ operation: 'getConnectorList' }, { kind: 'answer', status, body: '{}' }, 2);
			await workbench().command('ISC Connectors: Refresh All Tenants');
			await workbench().page.waitForTimeout(500);
		}
		await workbench().command('ISC Connectors: Copy Diagnostics');
		await workbench().command('ISC Connectors: Show Log');
		await workbench().stateIsKept();
		const tokens = sample.requests.map(
			({ headers }) => /^Bearer (.+)$/.exec(String(headers.authorization))?.[1],
		);
		const secrets = new Set([sample.clientSecret, ...tokens.filter(token => token !== undefined)]);
		assert.ok(secrets.size >= 2);
		const all = await writtenBy(workbench());
		const log = [...all].find(([name, text]) => name.endsWith('.log') && text.includes('/v2024/connectors'));
		const entries = Buffer.from(log?.[1] ?? '', 'latin1')
			.toString()
			.split('\n')
			.filter(line => /^\d{4}-.* \[(info|warning|error)\]/.test(line));
		assert.ok(
			entries.some(line => / \[info\] acme · GET \/v2024\/connectors 200 \d+ ms/.test(line)),
			'requests',
		);
		assert.ok(
			entries.filter(line => line.includes('[error] acme · ')).length >= 3,
			'and errors are in the log',
		);
		assert.deepEqual(
			entries.filter(line => !line.includes('] acme · ')),
			[],
			'each line names the tenant',
		);
		assert.ok(
			[...all.values()].some(text => text.includes('iscConnectors.tenants')),
			'the global state is, too',
		);
		for (const [name, text] of all) {
			for (const secret of secrets) {
				assert.ok(!text.includes(secret), `${name} holds a secret`);
			}
		}
	});
});
