import assert from 'node:assert/strict';
import { Catalog } from '../../src/catalog/catalog';
import { CatalogMemory } from '../../src/catalog/catalogMemory';
import { initialSettings, type Tenant, type TenantSettings } from '../../src/core/api/tenant';
import type { Tenants } from '../../src/tenants/tenants';
import { ConnectorTree } from '../../src/views/connectorTree';
import type { TreeNode } from '../../src/views/treeNode';
import { clientOf } from '../unit/core/api/sample';
import { Memory } from './memory';
import { useTenant } from './studio';

suite('The rows of the tree', () => {
	const tenant = useTenant({ rateLimit: false });
	const disposables: { dispose(): unknown }[] = [];

	teardown(() => disposables.splice(0).forEach(disposable => void disposable.dispose()));

	/** A tree with the tenant alone. */
	function treeOf(settings: Partial<TenantSettings> = {}, name = 'prod'): ConnectorTree {
		const { id, sample } = tenant();
		const all: Tenant[] = [{ id, name, url: sample.url, ...initialSettings, ...settings }];
		const tenants = {
			all: () => all,
			get: (wanted: string) => all.find(each => each.id === wanted),
			nameOf: () => name,
			onDidChange: () => ({ dispose: () => undefined }),
		} as unknown as Tenants;
		const memory = new Memory();
		const catalog = new Catalog(() => Promise.resolve(clientOf(sample)), new CatalogMemory(memory));
		const tree = new ConnectorTree(tenants, catalog, memory, () => undefined);
		disposables.push(catalog, tree);
		return tree;
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

	const contexts = (tree: ConnectorTree, rows: readonly TreeNode[]) =>
		rows.map(row => tree.getTreeItem(row).contextValue);

	test('say to menus what they are, whether the connector is custom, and whether the tenant is read-only', async () => {
		const live = treeOf();
		const standard = ['tenant', 'connector', 'translations', 'document'];
		assert.deepEqual(contexts(live, await path(live, 'jdbc-angularsc')), standard);
		const readOnly = treeOf({ access: 'read-only' });
		assert.deepEqual(contexts(readOnly, await path(readOnly, 'northwind-parking-8842')), [
			'tenant.readonly',
			'connector.custom.readonly',
			'translations.readonly',
			'document.readonly',
		]);
	});

	test('say to menus what failed, last of all', async () => {
		const tree = treeOf({ access: 'read-only' });
		const [tenantRow, connectorRow] = await path(tree, 'northwind-parking-8842');
		tenant().sample.fault({ operation: 'getConnector' }, { kind: 'answer', status: 403 }, 9);
		const failing = treeOf({ access: 'read-only' });
		await failing.getChildren(connectorRow);
		assert.deepEqual(contexts(failing, [tenantRow!, connectorRow!]), [
			'tenant.readonly',
			'connector.custom.readonly.failed',
		]);
	});
});
