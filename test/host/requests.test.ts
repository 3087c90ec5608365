import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { aMoment, asked, closeEditors, folderOf, open, uriOf, useTenant } from './studio';

suite('What is asked of a tenant of 5,000 connectors', () => {
	const tenant = useTenant({ connectors: 5000 });

	test('listing it costs a request for each 250 connectors, once', async () => {
		assert.ok((await vscode.workspace.fs.readDirectory(folderOf(tenant()))).length > 4950);
		await vscode.workspace.fs.readDirectory(folderOf(tenant()));
		assert.deepEqual(
			tenant().sample.requests.map(({ operation }) => operation),
			Array<string>(20).fill('getConnectorList'),
		);
	});

	test('opening a document costs one GET, opening it again at once none', async () => {
		const uri = uriOf(tenant(), 'jdbc-angularsc', 'source-config');
		await open(uri);
		assert.deepEqual(asked(tenant()), ['GET /jdbc-angularsc/source-config']);
		await closeEditors();
		await open(uri);
		await open(uri);
		await aMoment();
		assert.deepEqual(asked(tenant()), ['GET /jdbc-angularsc/source-config']);
	});

	test('switching between open documents costs nothing', async () => {
		const one = await open(uriOf(tenant(), 'servicenow-saas', 'source-config'));
		const other = await open(uriOf(tenant(), 'servicenow-saas', 'source-template'));
		tenant().sample.forgetRequests();
		for (let count = 0; count < 3; count++) {
			await vscode.window.showTextDocument(one);
			await vscode.window.showTextDocument(other);
		}
		await aMoment();
		assert.deepEqual(asked(tenant()), []);
	});
});
