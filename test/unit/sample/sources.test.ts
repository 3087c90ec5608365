import assert from 'node:assert/strict';
import type { CorrelationConfigDto, SchemaDto, SourceDto } from '../../../src/core/api/sourcesWire';
import type { ConnectorDetail } from '../../../src/core/api/wire';
import { assertRefused, serve, stopTenants, type Served } from './http';

suite('sources of the sample tenant', () => {
	let served: Served;
	setup(async () => {
		served = await serve();
	});
	teardown(stopTenants);

	async function read<T>(path: string): Promise<T> {
		const response = await served.call('GET', `/v2024/sources${path}`);
		assert.equal(response.status, 200, path);
		return (await response.json()) as T;
	}
	const list = (query = '') => read<SourceDto[]>(query);
	const idOf = (name: string) =>
		served.tenant.sources.find(({ fields }) => fields.name === name)?.id ?? assert.fail(name);
	const names = (sources: readonly SourceDto[]) => sources.map(({ name }) => name);

	test('are of at least eight connectors, several of which have three or more', async () => {
		const counts = new Map<string, number>();
		for (const { connector } of await list()) {
			counts.set(connector ?? '', (counts.get(connector ?? '') ?? 0) + 1);
		}
		const present = [...counts].filter(([connector]) => isThere(connector));
		assert.ok(present.length >= 8, `${present.length}`);
		assert.ok(present.filter(([, count]) => count >= 3).length >= 4);
		assert.deepEqual(
			[...counts.keys()].filter(connector => !isThere(connector)),
			['retired-mainframe-7781'],
		);
	});

	function isThere(connector: string): boolean {
		try {
			return served.tenant.connector(connector).scriptName === connector;
		} catch {
			return false;
		}
	}

	test('are served below each year and in the layout that replaces the years', async () => {
		const id = idOf('Payroll Database');
		for (const root of ['/v2024/sources', '/v2025/sources', '/v2026/sources', '/sources/v1']) {
			for (const path of [
				'?limit=1',
				`/${id}`,
				`/${id}/schemas`,
				`/${id}/correlation-config`,
				`/${id}/connectors/source-config`,
			]) {
				assert.equal((await served.call('GET', root + path)).status, 200, root + path);
			}
		}
		assert.deepEqual(
			[...new Set(served.tenant.requests.map(({ operation }) => operation))],
			['token', 'listSources', 'getSource', 'getSourceSchemas', 'getCorrelationConfig', 'getSourceConfig'],
		);
		await assertRefused(await served.call('GET', '/sources/v2'), 404, /nothing/);
		await assertRefused(await served.call('GET', `/v2024/sources/${id}/connectors`), 404, /nothing/);
		await assertRefused(await served.call('GET', '/v2024/sources/none'), 404, /no source/);
		assert.equal((await served.call('PUT', `/v2024/sources/${id}`)).headers.get('Allow'), 'GET');
	});

	test('come in pages, sorted, filtered and counted', async () => {
		const all = await list('?sorters=id');
		const ids = all.map(({ id }) => id);
		assert.deepEqual(ids, [...ids].sort());
		const page = await served.call('GET', '/v2024/sources?sorters=-id&limit=3&offset=1&count=true');
		assert.equal(page.headers.get('X-Total-Count'), String(all.length));
		assert.deepEqual(
			((await page.json()) as SourceDto[]).map(({ id }) => id),
			[...ids].reverse().slice(1, 4),
		);
		const counted = await served.call('GET', '/v2024/sources?limit=0&count=true');
		assert.equal(counted.headers.get('X-Total-Count'), String(all.length));
		assert.deepEqual(await counted.json(), []);
		const found = await list(
			`?filters=${encodeURIComponent('name in ("Okta","Workday") and authoritative eq true')}`,
		);
		assert.deepEqual(names(found), ['Workday']);
		await assertRefused(await served.call('GET', '/v2024/sources?limit=251'), 400, /limit/);
		await assertRefused(
			await served.call('GET', '/v2024/sources?sorters=connector'),
			400,
			/sorted by "connector"/,
		);
		await assertRefused(
			await served.call('GET', `/v2024/sources?filters=${encodeURIComponent('connector eq "a"')}`),
			400,
			/cannot be filtered by/,
		);
	});

	test('leave the service itself out unless it is asked for', async () => {
		assert.ok(!names(await list()).includes('IdentityNow'));
		const all = await list('?includeIDNSource=true');
		assert.equal(all.find(({ name }) => name === 'IdentityNow')?.owner, null);
	});

	test('hold what the form asks for, and what the service adds at each reading', async () => {
		const path = `/${idOf('Payroll Database')}`;
		const [first, second] = [await read<SourceDto>(path), await read<SourceDto>(path)];
		const attributes = first.connectorAttributes ?? {};
		assert.equal(attributes['databaseType'], 'postgresql');
		assert.equal(attributes['poolSize'], 8);
		assert.equal(attributes['healthy'], first.healthy);
		assert.match(String(attributes['password']), /SAMPLECIPHER/);
		assert.match(String(attributes['encrypted']), /\bpassword\b/);
		assert.notEqual(attributes['cloudCacheUpdate'], second.connectorAttributes?.['cloudCacheUpdate']);
		const unnamed = await read<SourceDto>(`/${idOf('Learning Database')}`);
		assert.match(String(unnamed.connectorAttributes?.['walletPassword']), /SAMPLECIPHER/);
		assert.equal(unnamed.connectorAttributes?.['encrypted'], undefined);
		const other = await read<SourceDto>(`/${idOf('Warehouse Database')}`);
		assert.equal(other.connectorAttributes?.['databaseType'], 'sqlserver');
		assert.equal(other.connectorAttributes['poolSize'], '16');
	});

	test('have the schemas and the correlation of their connector, but for differences in a few', async () => {
		const schemas = await read<SchemaDto[]>(`/${idOf('Corporate Directory')}/schemas`);
		const branch = await read<SchemaDto[]>(`/${idOf('Branch Directory')}/schemas`);
		const attributesOf = ([account]: readonly SchemaDto[]) =>
			(account?.attributes ?? []).map(({ name }) => name);
		assert.deepEqual(attributesOf(branch), [...attributesOf(schemas), 'extensionAttribute7']);
		const groups = await read<SchemaDto[]>(`/${idOf('Corporate Directory')}/schemas?include-types=group`);
		assert.deepEqual(
			groups.map(({ name }) => name),
			['group'],
		);
		const correlation = await read<CorrelationConfigDto>(
			`/${idOf('Corporate Directory')}/correlation-config`,
		);
		const turned = await read<CorrelationConfigDto>(`/${idOf('Directory Test Forest')}/correlation-config`);
		assert.deepEqual(turned.attributeAssignments, [...(correlation.attributeAssignments ?? [])].reverse());
		await assertRefused(
			await served.call('GET', `/v2024/sources/${idOf('ServiceNow Training')}/correlation-config`),
			404,
			/no correlation/,
		);
	});

	test('have the form of their connector with their values in it', async () => {
		const path = `/${idOf('Warehouse Database')}/connectors/source-config`;
		const { scriptName, sourceConfigXml } = await read<ConnectorDetail>(`${path}?locale=no`);
		assert.equal(scriptName, 'jdbc-angularsc');
		assert.match(sourceConfigXml ?? '', /<Field name="databaseType"[^>]* value="sqlserver">/);
		const payroll = await read<ConnectorDetail>(`/${idOf('Payroll Database')}/connectors/source-config`);
		assert.match(payroll.sourceConfigXml ?? '', /<Field name="password"[^>]* value="1:ACP:SAMPLECIPHER/);
		await assertRefused(await served.call('GET', `/v2024/sources${path}?locale=xx`), 400, /locale/);
		await assertRefused(
			await served.call('GET', `/v2024/sources/${idOf('Old Mainframe')}/connectors/source-config`),
			404,
			/retired-mainframe-7781/,
		);
	});

	test('may hold what no longer fits the form', async () => {
		const { connectorAttributes = {} } = await read<SourceDto>(`/${idOf('Legacy Directory')}`);
		const form = Buffer.from(served.tenant.connector('active-directory-angularsc').sourceConfig).toString();
		assert.ok(!form.includes('"ldapHost"') && connectorAttributes?.['ldapHost']);
		assert.match(form, /name="pageSize"[^>]* type="number"/);
		assert.equal(connectorAttributes['pageSize'], 'five hundred');
		assert.ok(!form.includes('value="children"'));
		assert.equal(connectorAttributes['searchDepth'], 'children');
	});

	test('have the script name that the service puts in the place of another one', async () => {
		const { fields } = served.tenant.createSource({ name: 'Interns', connector: 'delimited-file' });
		assert.equal(fields.connector, 'delimited-file-angularsc');
		assert.equal(fields.connectorId, 'delimited-file');
		assert.ok(names(await list()).includes('Interns'));
	});

	test('can be refused, one or all, by the user level and by the scopes of the token', async () => {
		const { tenant, call } = served;
		const get = (path: string) => call('GET', `/v2024/sources${path}`);
		const refused = `/${idOf('Executive Directory')}`;
		await assertRefused(await get(refused), 403, /refuses to authorize/);
		await assertRefused(await get(`${refused}/connectors/source-config`), 403, /refuses to authorize/);
		tenant.user.level = 'SOURCE_ADMIN';
		const path = `/${idOf('Okta')}`;
		await assertRefused(await get(`${path}/connectors/source-config`), 403, /refuses to authorize/);
		assert.equal((await get(path)).status, 200);
		tenant.user.level = 'SOURCE_SUBADMIN';
		await assertRefused(await get(''), 403, /refuses to authorize/);
		const mine = await list('?for-subadmin=me');
		assert.ok(mine.length > 0 && mine.length < 10);
		assert.equal((await get(`/${mine[0]?.id ?? ''}`)).status, 200);
		const other = tenant.sources.find(({ isOfSubadmin }) => !isOfSubadmin);
		await assertRefused(await get(`/${other?.id ?? ''}`), 403, /refuses to authorize/);
		tenant.user.level = 'ORG_ADMIN';
		tenant.user.missingScopes = ['idn:sources:read'];
		await assertRefused(await get(''), 403, /refuses to authorize/);
		assert.equal((await get(`${path}/schemas`)).status, 200);
	});

	test('can be changed, added and removed behind the client', async () => {
		const { tenant } = served;
		const id = idOf('Okta');
		tenant.changeSource(id, source => {
			source.fields.name = 'Okta Workforce';
			source.attributes = null;
		});
		const { name, connectorAttributes } = await read<SourceDto>(`/${id}`);
		assert.deepEqual([name, connectorAttributes], ['Okta Workforce', null]);
		tenant.addSource({ ...tenant.source(id), id: 'odd/id' });
		assert.equal((await read<SourceDto>('/odd%2Fid')).name, 'Okta Workforce');
		tenant.removeSource(id);
		assert.equal((await served.call('GET', `/v2024/sources/${id}`)).status, 404);
		assert.throws(() => tenant.source(id), /no source/);
	});

	test('keep what they have when their connector changes', async () => {
		const path = `/${idOf('Okta')}/schemas`;
		const before = await read(path);
		served.tenant.change('okta-saas', connector => {
			connector.sourceTemplate = Buffer.from('<Application name="Okta"/>');
		});
		assert.deepEqual(await read(path), before);
	});

	test('can be answered otherwise than they are', async () => {
		const change = (json: unknown) => [json, json].flat();
		served.tenant.fault(
			{ operation: 'listSources' },
			{ kind: 'change', json: change, headers: { 'X-Total-Count': undefined } },
		);
		const answer = await served.call('GET', '/v2024/sources?limit=1&count=true');
		assert.equal(answer.headers.get('X-Total-Count'), null);
		const [first, again, ...none] = (await answer.json()) as SourceDto[];
		assert.deepEqual([again, none], [first, []]);
	});

	test('are as many as asked for, all different', async () => {
		await stopTenants();
		served = await serve({ sources: 600 });
		const { sources } = served.tenant;
		assert.equal(sources.filter(({ isInternal }) => !isInternal).length, 600);
		assert.equal(new Set(sources.map(({ id }) => id)).size, 601);
		assert.ok(new Set(sources.map(({ fields }) => fields.connector)).size > 40);
		assert.equal((await list()).length, 250);
	});
});
