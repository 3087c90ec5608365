import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import type { TenantSettings } from '../../src/core/api/tenant';
import type { ConnectorTree } from '../../src/views/connectorTree';
import type { TreeNode } from '../../src/views/treeNode';
import { Memory } from './memory';
import { useTenant } from './studio';
import { treeOf } from './treeOfTenant';

suite('The rows of the tree', () => {
	const tenant = useTenant({ rateLimit: false });
	const disposables: { dispose(): unknown }[] = [];

	teardown(() => disposables.splice(0).forEach(disposable => void disposable.dispose()));

	function start(settings: Partial<TenantSettings> = {}, memory = new Memory()) {
		const { catalog, sources, tree } = treeOf(tenant(), settings, memory);
		disposables.push(catalog, sources, tree);
		const tenantNode = tree.tenantNode(tenant().id) ?? assert.fail('no tenant');
		return {
			catalog,
			tree,
			tenantItem: () => tree.getTreeItem(tenantNode),
			connectors: async () =>
				Promise.all((await tree.getChildren(tenantNode)).map(row => tree.getTreeItem(row))),
		};
	}

	/** The rows from the tenant down to a document of the connector. */
	async function path(tree: ConnectorTree, scriptName: string): Promise<readonly TreeNode[]> {
		const document = await tree.documentNode({ tenant: tenant().id, scriptName, part: 'translations/en' });
		const rows: TreeNode[] = [];
		for (let row: TreeNode | undefined = document; row; row = tree.getParent(row)) {
			rows.unshift(row);
		}
		return rows;
	}

	const items = async (tree: ConnectorTree, rows: readonly TreeNode[]) =>
		Promise.all(rows.map(row => tree.getTreeItem(row)));
	const contexts = async (tree: ConnectorTree, rows: readonly TreeNode[]) =>
		(await items(tree, rows)).map(({ contextValue }) => contextValue);
	const spoken = ({ accessibilityInformation }: vscode.TreeItem) => accessibilityInformation?.label;
	const named = (rows: readonly vscode.TreeItem[], label: string) => rows.find(row => row.label === label);

	test('say to menus what they are, whether the connector is custom, and whether the tenant is read-only', async () => {
		const live = start().tree;
		const standard = ['tenant', 'connector', 'translations', 'document'];
		assert.deepEqual(await contexts(live, await path(live, 'jdbc-angularsc')), standard);
		const readOnly = start({ access: 'read-only' }).tree;
		assert.deepEqual(await contexts(readOnly, await path(readOnly, 'northwind-parking-8842')), [
			'tenant.readonly',
			'connector.custom.readonly',
			'translations.readonly',
			'document.readonly',
		]);
	});

	test('say to menus what failed, last of all', async () => {
		const { tree } = start({ access: 'read-only' });
		const [tenantRow, connectorRow] = await path(tree, 'northwind-parking-8842');
		tenant().sample.fault({ operation: 'getConnector' }, { kind: 'answer', status: 403 }, 9);
		const failing = start({ access: 'read-only' }).tree;
		await failing.getChildren(connectorRow);
		assert.deepEqual(await contexts(failing, [tenantRow!, connectorRow!]), [
			'tenant.readonly',
			'connector.custom.readonly.failed',
		]);
	});

	test('say to screen readers whose they are', async () => {
		const { tree } = start({ access: 'read-only' });
		const form = await tree.documentNode({
			tenant: tenant().id,
			scriptName: 'jdbc-angularsc',
			part: 'source-config',
		});
		const rows = await items(tree, [...(await path(tree, 'northwind-parking-8842')), form!]);
		const languages = String(rows[2]?.description);
		assert.deepEqual(rows.map(spoken), [
			'prod, tenant, Read-only',
			'Northwind Parking, connector, custom, prod, Read-only',
			`translations, ${languages}, Northwind Parking, prod, Read-only`,
			'en.properties, translation, English, Northwind Parking, prod, Read-only',
			'source-config.xml, form, JDBC, prod, Read-only',
		]);
	});

	test('do not say the same word twice, and tell custom connectors from standard ones', async () => {
		const rows = await start().connectors();
		assert.equal(named(rows, 'Box')?.description, '');
		assert.equal(named(rows, 'JDBC')?.description, '');
		assert.equal(named(rows, 'Active Directory')?.description, 'Active Directory - Direct');
		assert.equal(named(rows, 'Northwind Badge System')?.description, 'custom');
		assert.deepEqual(
			rows.filter(({ label, description }) => label === description),
			[],
		);
	});

	test('count a connector as custom that was created from this computer, until it is deleted or the tenant is removed', async () => {
		const memory = new Memory();
		const { catalog } = start({}, memory);
		const { id } = tenant();
		const states = async () => {
			const rows = await start({}, memory).connectors();
			return ['JDBC', 'Workday'].map(label => named(rows, label)?.contextValue);
		};
		assert.deepEqual(await states(), ['connector', 'connector']);
		await catalog.custom.add(id, 'jdbc-angularsc');
		await catalog.custom.add(id, 'workday');
		assert.deepEqual(await states(), ['connector.custom', 'connector.custom']);
		assert.equal(named(await start({}, memory).connectors(), 'JDBC')?.description, 'custom');
		await catalog.forgetDeleted(id, 'workday');
		assert.deepEqual(await states(), ['connector.custom', 'connector']);
		await catalog.custom.forget(id);
		assert.deepEqual(await states(), ['connector', 'connector']);
	});

	test('come with the favorites first, over a restart', async () => {
		const memory = new Memory();
		const { catalog, connectors } = start({}, memory);
		const { id } = tenant();
		const before = (await connectors()).map(({ label }) => label);
		await catalog.setFavorites(id, ['workday', 'jdbc-angularsc'], true);
		await catalog.setFilter(id, 'name co "o"');
		await catalog.setFilter(id, undefined);
		const again = start({}, memory);
		const rows = await again.connectors();
		const rest = before.filter(label => label !== 'JDBC' && label !== 'Workday');
		assert.deepEqual(
			rows.map(({ label }) => label),
			['JDBC', 'Workday', ...rest],
		);
		assert.equal(rows[0]?.contextValue, 'connector.favorite');
		assert.equal(spoken(rows[0]), 'JDBC, connector, favorite, prod, Live');
		await again.catalog.setFavorites(id, ['workday', 'jdbc-angularsc'], false);
		assert.deepEqual(
			(await again.connectors()).map(({ label }) => label),
			before,
		);
	});

	test('are those of custom connectors only if people want that, and the tenant says how many there are', async () => {
		const memory = new Memory();
		const { tree, connectors, tenantItem } = start({}, memory);
		const all = await connectors();
		const custom = all.filter(({ contextValue }) => contextValue === 'connector.custom');
		assert.equal((await tenantItem()).description, 'Live');
		await tree.showCustomOnly(true);
		const again = start({}, memory);
		assert.deepEqual(
			(await again.connectors()).map(({ label }) => label),
			custom.map(({ label }) => label),
		);
		assert.equal((await again.tenantItem()).description, `Live · ${custom.length} of ${all.length}`);
		await again.catalog.setFilter(tenant().id, 'name co "jdbc"');
		assert.deepEqual(await again.connectors(), []);
		assert.equal(
			(await again.tenantItem()).description,
			'Live · no custom connectors · filter: name co "jdbc"',
		);
		await again.catalog.setFilter(tenant().id, undefined);
		await again.tree.showCustomOnly(false);
		assert.equal((await again.connectors()).length, all.length);
		assert.equal((await again.tenantItem()).description, 'Live');
	});
});
