import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ConnectorTree } from '../../src/views/connectorTree';
import { tenantOf, type TreeNode } from '../../src/views/treeNode';
import { operationsOf } from '../unit/core/api/sample';
import { useTenant } from './studio';
import { treeOf } from './treeOfTenant';

suite('The rows of sources in the tree', () => {
	const tenant = useTenant({ rateLimit: false, sources: 600 });
	const disposables: { dispose(): unknown }[] = [];

	setup(() => {
		tenant().sample.user.missingScopes = [];
	});

	teardown(() => disposables.splice(0).forEach(disposable => void disposable.dispose()));

	function start() {
		const { catalog, sources, tree } = treeOf(tenant());
		disposables.push(catalog, sources, tree);
		return { sources, tree, folder: (scriptName: string) => folderIn(tree, scriptName) };
	}

	/** The folder of a connector's sources: the last of its rows. */
	async function folderIn(tree: ConnectorTree, scriptName: string): Promise<TreeNode> {
		const connector = (await tree.connectorNode(tenant().id, scriptName)) ?? assert.fail(scriptName);
		return (await tree.getChildren(connector)).at(-1) ?? assert.fail('no rows');
	}

	const lists = () => operationsOf(tenant().sample).filter(operation => operation === 'listSources').length;
	const spoken = ({ accessibilityInformation }: vscode.TreeItem) => accessibilityInformation?.label;

	test('are fetched when the folder is opened, once for all connectors, and are counted from then on', async () => {
		const { tree, folder } = start();
		const directory = await folder('active-directory-angularsc');
		const item = await tree.getTreeItem(directory);
		assert.equal(item.label, 'Sources');
		assert.equal(item.description, '');
		assert.equal(lists(), 0);
		const shown: (TreeNode | undefined)[] = [];
		disposables.push(tree.onDidChangeTreeData(node => shown.push(node)));
		const rows = await tree.getChildren(directory);
		assert.ok(shown.includes(directory));
		assert.equal((await tree.getTreeItem(directory)).description, String(rows.length));
		const database = await folder('jdbc-angularsc');
		assert.ok(Number((await tree.getTreeItem(database)).description) >= 3);
		await tree.getChildren(database);
		assert.equal(lists(), 3);
	});

	test('say in their icon, in words and to screen readers how a source is', async () => {
		const { sample } = tenant();
		const { tree, folder } = start();
		const states = [
			['Payroll Database', true, 'SOURCE_STATE_HEALTHY'],
			['Learning Database', false, 'SOURCE_STATE_ERROR_VA'],
			['Warehouse Database', false, 'SOURCE_STATE_ON_STRIKE'],
		] as const;
		for (const [name, healthy, status] of states) {
			const found = sample.sources.find(({ fields }) => fields.name === name) ?? assert.fail(name);
			sample.changeSource(found.id, ({ fields }) => Object.assign(fields, { healthy, status }));
		}
		const items = await Promise.all(
			(await tree.getChildren(await folder('jdbc-angularsc'))).map(row => tree.getTreeItem(row)),
		);
		const looks = states.map(([name]) => {
			const item = items.find(({ label }) => label === name) ?? assert.fail(name);
			const { id: icon } = item.iconPath as vscode.ThemeIcon;
			return [icon, item.description, item.contextValue, spoken(item)];
		});
		assert.deepEqual(looks, [
			['pass', 'healthy', 'source', 'Payroll Database, source, healthy, JDBC, prod, Live'],
			['error', 'VA error', 'source', 'Learning Database, source, VA error, JDBC, prod, Live'],
			['error', 'on strike', 'source', 'Warehouse Database, source, on strike, JDBC, prod, Live'],
		]);
	});

	test('have a tooltip with ID, owner and status, and no value of the source', async () => {
		const { tree } = start();
		const { id, fields } = tenant().sample.sources.find(({ fields: { name } }) => name === 'Okta')!;
		const row = (await tree.sourceNode(tenant().id, 'okta-saas', id)) ?? assert.fail('no row');
		const { tooltip } = await tree.resolveTreeItem(await tree.getTreeItem(row), row);
		const text = (tooltip as vscode.MarkdownString).value.replaceAll('\\', '').replaceAll('&nbsp;', ' ');
		for (const part of [id, String(fields.owner?.name), String(fields.status)]) {
			assert.ok(text.includes(part), text);
		}
		assert.equal(text.split('\n\n').length, 6);
	});

	test('are none for a connector without sources, which cannot be opened', async () => {
		const { sample } = tenant();
		sample.add({ ...sample.connector('jdbc-angularsc'), scriptName: 'lonely', name: 'Lonely' });
		const { tree, folder } = start();
		const lonely = await folder('lonely');
		assert.deepEqual(await tree.getChildren(lonely), []);
		const { description, collapsibleState } = await tree.getTreeItem(lonely);
		assert.deepEqual([description, collapsibleState], ['none', vscode.TreeItemCollapsibleState.None]);
	});

	test('name the scope that a token lacks in the row of the folder, whose click updates the credentials', async () => {
		tenant().sample.user.missingScopes = ['idn:sources:read'];
		const { tree, folder } = start();
		const directory = await folder('active-directory-angularsc');
		assert.deepEqual(await tree.getChildren(directory), []);
		const { description, tooltip, command, contextValue } = await tree.getTreeItem(directory);
		assert.equal(description, 'needs scope idn:sources:read');
		assert.ok(typeof tooltip === 'string');
		assert.match(tooltip, /idn:sources:read, and its owner the user level ORG_ADMIN/);
		assert.equal(command?.command, 'iscConnectors.tenant.changeCredentials');
		assert.equal(tenantOf(command.arguments?.[0] as TreeNode).id, tenant().id);
		assert.equal(contextValue, 'sources.refused');
		const asked = lists();
		await tree.getChildren(await folder('jdbc-angularsc'));
		assert.equal(lists(), asked);
	});

	test('are asked for again by a retry, after what failed and what was refused alike', async () => {
		const { sample } = tenant();
		sample.fault({ operation: 'listSources' }, { kind: 'answer', status: 400 });
		const { tree, folder } = start();
		const directory = await folder('active-directory-angularsc');
		assert.deepEqual(await tree.getChildren(directory), []);
		const { command, contextValue } = await tree.getTreeItem(directory);
		assert.deepEqual([command?.command, contextValue], ['iscConnectors.node.retry', 'sources.failed']);
		const isShownAgain = new Promise(resolve => {
			disposables.push(tree.onDidChangeTreeData(resolve));
		});
		tree.retry(directory);
		await isShownAgain;
		assert.ok((await tree.getChildren(directory)).length >= 4);
		assert.equal((await tree.getTreeItem(directory)).contextValue, 'sources');
	});
});
