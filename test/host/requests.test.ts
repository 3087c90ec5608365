import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { aMoment, append, asked, closeEditors, folderOf, open, until, uriOf, useTenant } from './studio';

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

	test('opening a document costs its GET, that of its connector and a list of sources; opening it again at once none', async () => {
		const uri = uriOf(tenant(), 'jdbc-angularsc', 'source-config');
		const once = ['getConnector', 'getConnectorSourceConfig', 'listSources'];
		const operations = () =>
			tenant()
				.sample.requests.map(({ operation }) => operation ?? '')
				.sort();
		await open(uri);
		await until(() => once.every(each => operations().includes(each)), 'all is asked for');
		assert.deepEqual(operations(), once);
		await closeEditors();
		await open(uri);
		await open(uri);
		await aMoment();
		assert.deepEqual(operations(), once);
	});

	test('switching between open documents costs nothing', async () => {
		const one = await open(uriOf(tenant(), 'servicenow-saas', 'source-config'));
		const other = await open(uriOf(tenant(), 'servicenow-saas', 'source-template'));
		// The connector itself is asked for once, for the tree or by who looks at its documents.
		await vscode.workspace.fs.readDirectory(
			vscode.Uri.joinPath(folderOf(tenant(), 'servicenow-saas'), 'translations'),
		);
		tenant().sample.forgetRequests();
		for (let count = 0; count < 3; count++) {
			await vscode.window.showTextDocument(one);
			await vscode.window.showTextDocument(other);
		}
		await aMoment();
		assert.deepEqual(asked(tenant()), []);
	});

	test('what a connector’s documents have to do with each other costs one GET, however much is typed', async () => {
		const document = await open(uriOf(tenant(), 'workday', 'source-config'));
		await until(() => asked(tenant()).includes('GET /workday'), 'the connector is asked for');
		for (let count = 0; count < 3; count++) {
			await append(document, ' ');
			await aMoment();
		}
		assert.deepEqual(asked(tenant()), ['GET /workday/source-config', 'GET /workday']);
	});
});
