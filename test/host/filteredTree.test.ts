import assert from 'node:assert/strict';
import { Catalog } from '../../src/catalog/catalog';
import { CatalogMemory } from '../../src/catalog/catalogMemory';
import { TenantSources } from '../../src/catalog/tenantSources';
import { initialSettings, type Tenant } from '../../src/core/api/tenant';
import type { Tenants } from '../../src/tenants/tenants';
import { ConnectorTree } from '../../src/views/connectorTree';
import { clientOf } from '../unit/core/api/sample';
import { Memory } from './memory';
import { useTenant } from './studio';

suite('The tree of a tenant with a filter', () => {
	const tenant = useTenant({ rateLimit: false });
	let memory: Memory;
	let catalog: Catalog;
	let tree: ConnectorTree;
	let changes: unknown[];
	const disposables: { dispose(): unknown }[] = [];

	setup(() => {
		memory = new Memory();
		start();
	});

	teardown(() => disposables.splice(0).forEach(disposable => void disposable.dispose()));

	/** As after a restart, over the same memory. */
	function start(): void {
		const { id, name, sample } = tenant();
		const all: Tenant[] = [{ id, name, url: sample.url, ...initialSettings }];
		const tenants = {
			all: () => all,
			get: (wanted: string) => all.find(each => each.id === wanted),
			nameOf: () => name,
			onDidChange: () => ({ dispose: () => undefined }),
		} as unknown as Tenants;
		const client = () => Promise.resolve(clientOf(sample));
		catalog = new Catalog(client, new CatalogMemory(memory));
		const sources = () => Promise.resolve(new TenantSources(client));
		tree = new ConnectorTree(tenants, catalog, sources, memory, () => undefined);
		changes = [];
		disposables.push(
			catalog,
			tree,
			tree.onDidChangeTreeData(node => void changes.push(node)),
		);
	}

	const tenantNode = () => tree.tenantNode(tenant().id) ?? assert.fail('no tenant');
	const look = () => tree.getTreeItem(tenantNode());
	const tooltip = async () => (await tree.resolveTreeItem(await look(), tenantNode())).tooltip as string;
	const names = async () =>
		(await tree.getChildren(tenantNode())).map(node =>
			node.kind === 'connector' ? node.connector.scriptName : '',
		);

	test('shows what the filter lets through, and says so', async () => {
		await catalog.setFilter(tenant().id, 'name co "jdbc"');
		assert.ok((await names()).includes('jdbc-angularsc'));
		assert.ok(!(await names()).includes('workday'));
		assert.equal((await look()).description, 'Live · filter: name co "jdbc"');
		assert.match(await tooltip(), /Filter: name co "jdbc"/);
		assert.equal((await look()).contextValue, 'tenant.filtered');
	});

	test('says it when nothing matches, once', async () => {
		const filter = 'name co "nothing of the kind"';
		await catalog.setFilter(tenant().id, filter);
		assert.equal((await look()).description, `Live · filter: ${filter}`);
		changes = [];
		assert.deepEqual([await names(), await names()], [[], []]);
		assert.equal((await look()).description, `Live · no matches · filter: ${filter}`);
		assert.deepEqual(changes, [tenantNode()]);
		await catalog.setFilter(tenant().id, 'name co "jdbc"');
		assert.equal((await look()).description, 'Live · filter: name co "jdbc"', 'It is not known yet.');
		await names();
		assert.equal((await look()).description, 'Live · filter: name co "jdbc"');
		await catalog.setFilter(tenant().id, undefined);
		const item = await look();
		assert.deepEqual([item.description, item.contextValue], ['Live', 'tenant']);
	});

	test('keeps the filter over a refresh and a restart', async () => {
		await catalog.setFilter(tenant().id, 'name co "jdbc"');
		const before = await names();
		catalog.refresh({ tenant: tenant().id });
		assert.deepEqual(await names(), before);
		start();
		assert.deepEqual(await names(), before);
	});

	test('shows an unlisted connector with its status, whatever the filter, over a refresh and a restart', async () => {
		const scriptName = 'northwind-parking-8842';
		const { sample, id } = tenant();
		sample.change(scriptName, connector => (connector.status = 'DEMO'));
		await catalog.open(id, scriptName);
		const row = async () => {
			const node = await tree.connectorNode(id, scriptName);
			return node && tree.getTreeItem(node);
		};
		const seesIt = async () => {
			const item = await row();
			assert.equal(item?.description, 'DEMO · custom');
			assert.equal(item.contextValue, 'connector.unlisted.custom');
		};
		await seesIt();
		await catalog.setFilter(id, 'name co "jdbc"');
		await seesIt();
		catalog.refresh({ tenant: id });
		await seesIt();
		start();
		await seesIt();
		sample.fault({ operation: 'getConnector' }, { kind: 'answer', status: 403 });
		catalog.refresh({ tenant: id });
		assert.equal((await row())?.description, 'not listed');
		changes = [];
		catalog.refresh({ tenant: id, scriptName });
		assert.deepEqual(changes, [tenantNode()], 'Its row is made anew.');
		await seesIt();

		sample.change(scriptName, connector => (connector.status = 'RELEASED'));
		catalog.refresh({ tenant: id });
		assert.equal(await row(), undefined, 'The filter decides about a connector that is listed.');
		await catalog.setFilter(id, undefined);
		assert.equal((await row())?.contextValue, 'connector.custom');
		assert.deepEqual(catalog.unlistedNames(id), []);
	});

	test('no longer shows an unlisted connector that is gone', async () => {
		const { sample, id } = tenant();
		const gone = { ...sample.connector('workday'), scriptName: 'gone', name: 'Gone' };
		sample.add({ ...gone, status: 'DEVELOPMENT' });
		await catalog.open(id, 'gone');
		assert.ok((await names()).includes('gone'));
		sample.remove('gone');
		catalog.refresh({ tenant: id });
		assert.ok(!(await names()).includes('gone'));
		assert.deepEqual(catalog.unlistedNames(id), []);
	});

	test('keeps nothing of a connector if the person has left meanwhile', async () => {
		const { sample, id } = tenant();
		const left = new AbortController();
		sample.change('workday', connector => (connector.status = 'DEVELOPMENT'));
		const opening = catalog.open(id, 'workday', left.signal);
		left.abort();
		await assert.rejects(opening, { name: 'AbortError' });
		assert.deepEqual(catalog.unlistedNames(id), []);
		sample.change('workday', connector => (connector.status = 'RELEASED'));
	});

	test('knows a connector’s locales without asking once it has been opened', async () => {
		const { sample, id } = tenant();
		assert.equal(await catalog.knownOutline(id, 'jdbc-angularsc'), undefined);
		await catalog.outline(id, 'jdbc-angularsc');
		sample.forgetRequests();
		const known = await catalog.knownOutline(id, 'jdbc-angularsc');
		assert.deepEqual(
			[...(known?.locales ?? [])].sort(),
			Object.keys(sample.connector('jdbc-angularsc').translations).sort(),
		);
		assert.equal(sample.requests.length, 0);
	});
});
