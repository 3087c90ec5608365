import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until, useTenant } from './studio';

const run = (command: string, ...args: unknown[]) =>
	Promise.resolve(vscode.commands.executeCommand(`iscConnectors.${command}`, ...args));

suite('What is done with a source', () => {
	const tenant = useTenant({ rateLimit: false });

	function sourceCalled(name: string) {
		return tenant().sample.sources.find(({ fields }) => fields.name === name) ?? assert.fail(name);
	}

	/** What the tree passes to a command, as far as commands look at it. */
	function row(name: string): object {
		const { id, name: tenantName, sample } = tenant();
		const tenantNode = { kind: 'tenant', tenant: { id, name: tenantName, url: sample.url } };
		const connector = { kind: 'connector', parent: tenantNode, connector: { scriptName: 'jdbc-angularsc' } };
		const source = { id: sourceCalled(name).id, name };
		return { kind: 'source', parent: { kind: 'sources', parent: connector }, source };
	}

	test('copies the ID of the one that a program names', async () => {
		const { id } = sourceCalled('Okta');
		await run('source.copyId', { tenant: tenant().id, id });
		assert.equal(await vscode.env.clipboard.readText(), id);
	});

	test('copies the IDs of all selected rows, a line each', async () => {
		const names = ['Payroll Database', 'Warehouse Database'];
		const rows = names.map(row);
		await run('source.copyId', rows[0], rows);
		const ids = names.map(name => sourceCalled(name).id);
		assert.equal(await vscode.env.clipboard.readText(), ids.join('\n'));
		await run('source.copyId', rows[1], [rows[1]]);
		assert.equal(await vscode.env.clipboard.readText(), ids[1]);
	});

	test('says which source the tenant does not have', async () => {
		const message = `${tenant().name} has no source nowhere.`;
		await assert.rejects(run('source.openInBrowser', { tenant: tenant().id, id: 'nowhere' }), { message });
	});

	test('previews the form of its connector with its values, which are read once', async () => {
		const { id } = sourceCalled('Okta');
		await run('source.previewForm', { tenant: tenant().id, id });
		const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
		await until(() => labels().includes(`Okta in ${tenant().name}: Form`), 'the form is there');
		const read = tenant().sample.requests.filter(({ operation }) => operation === 'getSourceConfig');
		assert.deepEqual(
			read.map(({ path }) => path.includes(id)),
			[true],
		);
	});
});
