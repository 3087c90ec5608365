import assert from 'node:assert/strict';
import type { V3ConnectorDto } from '../../../src/core/api/wire';
import { aConnector, assertRefused, serve, stopTenants, type Served } from './http';

async function list(served: Served, query = ''): Promise<V3ConnectorDto[]> {
	const response = await served.call('GET', `/v2024/connectors${query}`);
	assert.equal(response.status, 200);
	return (await response.json()) as V3ConnectorDto[];
}

suite('the list of connectors', () => {
	let served: Served;
	setup(async () => {
		served = await serve({ connectors: 300 });
	});
	teardown(stopTenants);

	test('has 250 rows in the order of their names, unless asked for less', async () => {
		const rows = await list(served);
		assert.equal(rows.length, 250);
		const names = rows.map(row => row.name?.toLowerCase() ?? '');
		assert.deepEqual(names, [...names].sort());
	});

	test('pages do not overlap and hold everything that is released', async () => {
		const pages = await Promise.all(
			[0, 100, 200, 300, 400].map(offset => list(served, `?limit=100&offset=${offset}`)),
		);
		const scriptNames = pages.flat().map(row => row.scriptName);
		assert.equal(new Set(scriptNames).size, scriptNames.length);
		const response = await served.call('GET', '/v2024/connectors?count=true&limit=0');
		assert.deepEqual(await response.json(), []);
		assert.equal(response.headers.get('X-Total-Count'), String(scriptNames.length));
		assert.ok(scriptNames.length > 250);
	});

	test('is not counted unless asked', async () => {
		for (const query of ['', '?count=false']) {
			const response = await served.call('GET', `/v2024/connectors${query}`);
			assert.equal(response.headers.get('X-Total-Count'), null);
		}
	});

	test('has only what is released', async () => {
		for (const status of ['DEVELOPMENT', 'DEMO', 'DEPRECATED'] as const) {
			served.tenant.add(aConnector({ scriptName: status, name: `Hidden ${status}`, status }));
			assert.equal((await served.call('GET', `/v2024/connectors/${status}`)).status, 200);
		}
		assert.deepEqual(await list(served, '?filters=name sw "Hidden"'), []);
		served.tenant.change('DEMO', connector => {
			connector.status = 'RELEASED';
		});
		assert.deepEqual(
			(await list(served, '?filters=name sw "Hidden"')).map(row => row.scriptName),
			['DEMO'],
		);
	});

	test('has rows as the specification words them', async () => {
		served.tenant.add(aConnector({ className: null, features: null }));
		assert.deepEqual(await list(served, '?filters=name sw "Tested"'), [
			{
				name: 'Tested',
				type: 'tested type',
				scriptName: 'tested',
				className: null,
				features: null,
				directConnect: true,
				connectorMetadata: { platform: 'ccg' },
				status: 'RELEASED',
			},
		]);
	});

	test('counts what its filters leave', async () => {
		served.tenant.add(aConnector());
		const filters = encodeURIComponent('labels ca ("ALPHA","beta") and not directConnect eq "false"');
		const response = await served.call('GET', `/v2024/connectors?filters=${filters}&count=true`);
		assert.deepEqual(
			((await response.json()) as V3ConnectorDto[]).map(row => row.scriptName),
			['tested'],
		);
		assert.equal(response.headers.get('X-Total-Count'), '1');
	});

	for (const [query, message] of [
		['limit=251', /limit must be a whole number from 0 to 250, not "251"/],
		['limit=-1', /limit/],
		['limit=ten', /limit/],
		['limit=1.5', /limit/],
		['limit=', /limit/],
		['offset=-1', /offset/],
		['offset=x', /offset/],
		['count=yes', /count must be true or false/],
		['locale=xx', /The locale "xx" is not supported/],
		['filters=name eq "x"', /"name" does not support the operator "eq"/],
	] as const) {
		test(`refuses ${query}`, async () => {
			await assertRefused(await served.call('GET', `/v2024/connectors?${query}`), 400, message);
		});
	}

	test('takes every locale of the API', async () => {
		assert.equal((await list(served, '?limit=1&locale=zh-TW')).length, 1);
	});
});
