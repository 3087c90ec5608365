import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { get } from 'node:https';
import { startSampleTenant } from '../../../src/sample/server/sampleTenant';
import { aConnector, assertRefused, bytesOf, fetchToken, form, put, serve, stopTenants } from './http';
import { tls } from '../../tls';

const oddNames = [
	'a/b',
	'100%',
	'what?',
	'#1',
	'two words',
	'größe',
	'名前',
	'😀',
	'a+b&c=d',
	'%2F',
	'__proto__',
	'connectors',
	'v1',
	'3f2b9f0e-5d1c-4a53-9d0c-1f4f5a0d6f11',
	'Contoso-Directory',
	'.hidden',
	'a\\b"c',
];

suite('paths of the sample tenant', () => {
	teardown(stopTenants);

	for (const base of ['/v2024/connectors', '/v2025/connectors', '/v2026/connectors', '/connectors/v1']) {
		test(`all operations are below ${base}`, async () => {
			const served = await serve();
			served.tenant.add(aConnector());
			assert.equal((await served.call('GET', `${base}?limit=1`)).status, 200);
			assert.equal((await served.call('GET', `${base}/tested`)).status, 200);
			assert.equal((await served.call('GET', `${base}/tested/translations/en`)).status, 200);
			assert.equal((await put(served, `${base}/tested/source-config`, `${form}\n`)).status, 'UPDATED');
			assert.equal((await served.call('DELETE', `${base}/tested`)).status, 204);
		});
	}

	for (const scriptName of oddNames) {
		test(`a connector may be called ${scriptName}`, async () => {
			const served = await serve();
			served.tenant.add(aConnector({ scriptName, name: `Odd ${scriptName}` }));
			const path = `/v2024/connectors/${encodeURIComponent(scriptName)}`;
			const detail = (await (await served.call('GET', path)).json()) as { scriptName: string };
			assert.equal(detail.scriptName, scriptName);
			assert.equal((await put(served, `${path}/source-config`, `${form}\n`)).scriptName, scriptName);
			const changed = await bytesOf(await served.call('GET', `${path}/source-config`));
			assert.equal(changed.toString(), `${form}\n`);
		});
	}

	for (const path of [
		'/',
		'/v2023/connectors',
		'/v3/connectors',
		'/connectors',
		'/connectors/v2',
		'/v2024/connectors/',
		'/v2024/connectors/tested/',
		'/v2024/connectors/tested/source',
		'/v2024/connectors/tested/translations',
		'/v2024/connectors/tested/translations/en/more',
		'/v2024/accounts',
		'/oauth',
		'/v2024/oauth/token',
	]) {
		test(`there is nothing at ${path}`, async () => {
			const { call, tenant } = await serve();
			tenant.add(aConnector());
			await assertRefused(await call('GET', path), 404, /nothing at this path/);
		});
	}

	for (const [method, path, allowed] of [
		['DELETE', '/v2024/connectors', 'GET, POST'],
		['PUT', '/v2024/connectors/tested', 'GET, PATCH, DELETE'],
		['POST', '/v2024/connectors/tested/source-config', 'GET, PUT'],
		['PATCH', '/v2024/connectors/tested/translations/en', 'GET, PUT'],
		['GET', '/oauth/token', 'POST'],
		['POST', '/oauth/info', 'GET'],
	] as const) {
		test(`${path} does not take ${method}`, async () => {
			const { call } = await serve();
			const response = await call(method, path);
			assert.equal(response.headers.get('Allow'), allowed);
			await assertRefused(response, 405, /does not take that method/);
		});
	}

	test('a path that is not percent-encoded as it should be is refused', async () => {
		const { call } = await serve();
		await assertRefused(await call('GET', '/v2024/connectors/100%'), 400, /percent-encoded/);
		await assertRefused(await call('GET', '/v2024/connectors/%ff'), 400, /percent-encoded/);
	});
});

suite('the sample tenant as a server', () => {
	teardown(stopTenants);

	test('keeps a connection for one request after another, refused ones and large bodies included', async () => {
		const { tenant } = await serve();
		tenant.add(aConnector());
		const agent = new Agent({ keepAlive: true, maxSockets: 1 });
		const authorization = `Bearer ${await fetchToken(tenant)}`;
		const ask = (method: string, path: string, body: Uint8Array) =>
			new Promise((resolve, reject) => {
				const headers = { Authorization: authorization, 'Content-Length': body.length };
				request(tenant.url + path, { method, agent, headers }, response => {
					response.resume().once('end', () => resolve(response.statusCode));
				})
					.on('error', reject)
					.end(body);
			});
		const before = tenant.connections;
		for (const [method, path, size, status] of [
			['GET', '/v2024/connectors', 0, 200],
			['PUT', '/nowhere', 1_000_000, 404],
			['PUT', '/v2024/connectors/tested/source-config', 1_000_000, 400],
			['PUT', '/v2024/connectors/tested/source-config', 33 * 1024 * 1024, 413],
			['DELETE', '/v2024/connectors/tested', 0, 204],
			['GET', '/v2024/connectors/tested', 0, 404],
		] as const) {
			assert.equal(await ask(method, path, Buffer.alloc(size)), status);
		}
		assert.equal(tenant.connections, before + 1);
		agent.destroy();
	});

	test('records what it was asked, and forgets it when told to', async () => {
		const served = await serve();
		served.tenant.add(aConnector());
		served.tenant.forgetRequests();
		await (await served.call('GET', '/v2024/connectors?limit=1')).arrayBuffer();
		await (await served.call('PUT', '/nowhere', { body: 'ü', headers: { 'X-Test': '1' } })).arrayBuffer();
		await put(served, '/v2024/connectors/tested/translations/de', '');
		assert.deepEqual(
			served.tenant.requests.map(({ method, path, operation, status }) => [method, path, operation, status]),
			[
				['GET', '/v2024/connectors?limit=1', 'getConnectorList', 200],
				['PUT', '/nowhere', undefined, 404],
				['PUT', '/v2024/connectors/tested/translations/de', 'putConnectorTranslations', 200],
			],
		);
		assert.equal(Buffer.from(served.tenant.requests[1]!.body).toString(), 'ü');
		assert.equal(served.tenant.requests[1]?.headers['x-test'], '1');
		served.tenant.forgetRequests();
		assert.deepEqual(served.tenant.requests, []);
	});

	test('notes requests for a token as such', async () => {
		const { tenant } = await serve();
		assert.deepEqual(
			tenant.requests.map(({ path, operation, status }) => [path, operation, status]),
			[['/oauth/token', 'token', 200]],
		);
	});

	test('calls onRequest before it handles a request', async () => {
		const { tenant, call } = await serve();
		tenant.onRequest = ({ method, path, operation }) => {
			assert.deepEqual([method, path, operation], ['GET', '/v2024/connectors/tested', 'getConnector']);
			tenant.onRequest = undefined;
			tenant.add(aConnector());
		};
		assert.equal((await call('GET', '/v2024/connectors/tested')).status, 200);
	});

	test('waits as long as its latency before each answer', async () => {
		const { tenant, call } = await serve();
		tenant.latency = 120;
		const start = performance.now();
		await call('GET', '/v2024/connectors?limit=1');
		assert.ok(performance.now() - start >= 115);
		tenant.latency = 0;
		assert.equal(tenant.latency, 0);
	});

	test('hands out copies of its connectors and complains about those that are missing', async () => {
		const { tenant } = await serve();
		tenant.add(aConnector());
		tenant.connector('tested').sourceConfig.fill(0);
		assert.equal(Buffer.from(tenant.connector('tested').sourceConfig).toString(), form);
		tenant.remove('tested');
		assert.throws(() => tenant.connector('tested'), /no connector tested/);
		assert.throws(() => tenant.remove('tested'), /no connector tested/);
		assert.throws(() => tenant.change('tested', () => undefined), /no connector tested/);
		tenant.add(aConnector());
		assert.throws(() => tenant.add(aConnector()), /a connector tested already/);
		assert.throws(
			() =>
				tenant.change('tested', connector => {
					connector.scriptName = 'other';
				}),
			/keeps its script name/,
		);
	});

	test('stops at once, whatever is under way', async () => {
		const { tenant, call } = await serve();
		tenant.fault({}, { kind: 'stall' });
		const stalled = call('GET', '/v2024/connectors').then(
			() => 'answered',
			() => 'failed',
		);
		while (tenant.requests.length < 2) {
			await new Promise(resolve => setTimeout(resolve, 5));
		}
		await tenant.stop();
		assert.equal(await stalled, 'failed');
		await assert.rejects(call('GET', '/v2024/connectors'));
		await tenant.stop();
	});

	test('serves https with a key and a certificate', async () => {
		const tenant = await startSampleTenant({ tls });
		assert.match(tenant.url, /^https:\/\/127\.0\.0\.1:\d+$/);
		const status = await new Promise((resolve, reject) => {
			get(`${tenant.url}/oauth/info`, { rejectUnauthorized: false, agent: false }, response => {
				response.resume();
				resolve(response.statusCode);
			}).on('error', reject);
		});
		assert.equal(status, 200);
		assert.equal(tenant.connections, 1);
		await tenant.stop();
	});
});
