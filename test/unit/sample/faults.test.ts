import assert from 'node:assert/strict';
import type { SampleTenant } from '../../../src/sample/server/sampleTenant';
import {
	aConnector,
	bytesOf,
	form,
	formWith,
	put,
	requestToken,
	serve,
	stopTenants,
	type Served,
} from './http';

const path = '/v2024/connectors/tested/source-config';
const changed = `${form}<!-- changed -->`;

function stored(tenant: SampleTenant): string {
	return Buffer.from(tenant.connector('tested').sourceConfig).toString();
}

suite('faults of the sample tenant', () => {
	let served: Served;
	setup(async () => {
		served = await serve();
		served.tenant.add(aConnector());
		served.tenant.forgetRequests();
	});
	teardown(stopTenants);

	test('an answer comes instead of what the request asks for', async () => {
		const headers = { 'Content-Type': 'text/html', 'Retry-After': '7' };
		served.tenant.fault({ method: 'PUT' }, { kind: 'answer', status: 503, headers, body: '<h1>Sörry</h1>' });
		const response = await served.call('PUT', path, { body: formWith(changed) });
		assert.equal(response.status, 503);
		assert.equal(response.headers.get('Retry-After'), '7');
		assert.equal(response.headers.get('Content-Type'), 'text/html');
		assert.equal(await response.text(), '<h1>Sörry</h1>');
		assert.equal(stored(served.tenant), form);
		assert.equal(served.tenant.requests[0]?.status, 503);
		assert.equal((await put(served, path, changed)).status, 'UPDATED');
	});

	test('an answer may have bytes for a body, or none', async () => {
		served.tenant.fault({}, { kind: 'answer', status: 200, body: Uint8Array.of(0xff, 0) });
		assert.deepEqual([...(await bytesOf(await served.call('GET', path)))], [0xff, 0]);
		served.tenant.fault({}, { kind: 'answer', status: 502 });
		const response = await served.call('GET', path);
		assert.equal(response.status, 502);
		assert.equal(await response.text(), '');
		served.tenant.fault({}, { kind: 'answer', status: 204 });
		assert.equal((await served.call('GET', path)).status, 204);
	});

	test('a reset before leaves things as they were', async () => {
		served.tenant.fault({}, { kind: 'reset-before' });
		await assert.rejects(served.call('PUT', path, { body: formWith(changed) }));
		assert.equal(stored(served.tenant), form);
		assert.deepEqual(
			served.tenant.requests.map(request => request.status),
			[0],
		);
	});

	test('a reset after has done what was asked', async () => {
		served.tenant.fault({}, { kind: 'reset-after' });
		await assert.rejects(served.call('PUT', path, { body: formWith(changed) }));
		assert.equal(stored(served.tenant), changed);
		assert.deepEqual(
			served.tenant.requests.map(request => request.status),
			[0],
		);
	});

	test('a stalled request is never answered, and nothing is done', async () => {
		served.tenant.fault({}, { kind: 'stall' });
		const signal = AbortSignal.timeout(150);
		await assert.rejects(served.call('PUT', path, { body: formWith(changed), signal }), {
			name: 'TimeoutError',
		});
		assert.equal(stored(served.tenant), form);
		assert.equal(served.tenant.requests[0]?.status, 0);
	});

	test('a cut answer ends in the middle of its body', async () => {
		served.tenant.fault({}, { kind: 'cut' });
		const response = await served.call('GET', path);
		assert.equal(response.status, 200);
		assert.equal(response.headers.get('Content-Length'), String(form.length));
		let received = 0;
		await assert.rejects(async () => {
			for await (const chunk of response.body ?? []) {
				received += (chunk as Uint8Array).length;
			}
		});
		assert.equal(received, form.length >> 1);
		assert.equal(served.tenant.requests[0]?.status, 0);
	});

	test('a PUT whose answer is cut took effect', async () => {
		served.tenant.fault({}, { kind: 'cut' });
		const response = await served.call('PUT', path, { body: formWith(changed) });
		await assert.rejects(response.text());
		assert.equal(stored(served.tenant), changed);
	});

	test('a rewrite stores something else than was sent', async () => {
		served.tenant.fault({}, { kind: 'rewrite', change: text => text.replace('changed', 'rewritten') });
		assert.equal(await (await served.call('GET', path)).text(), form);
		assert.equal((await put(served, path, changed)).status, 'UPDATED');
		assert.equal(stored(served.tenant), changed.replace('changed', 'rewritten'));
		served.tenant.fault({}, { kind: 'rewrite', change: () => form });
		assert.equal((await put(served, '/v2024/connectors/tested/translations/de', 'a=b')).status, 'UPDATED');
		assert.equal(Buffer.from(served.tenant.connector('tested').translations.de!).toString(), form);
	});

	test('a rewrite does not make malformed XML acceptable', async () => {
		served.tenant.fault({}, { kind: 'rewrite', change: () => form });
		assert.equal((await put(served, path, '<Form>')).status, 'ERROR');
	});

	test('befall the requests that match, as often as told', async () => {
		const { tenant } = served;
		tenant.fault(
			{ operation: 'getConnectorSourceConfig', path: /tested\/source/g },
			{ kind: 'answer', status: 500 },
			2,
		);
		tenant.fault({ method: 'GET', path: /limit=1$/ }, { kind: 'answer', status: 404 });
		const statuses = [];
		for (const asked of [
			'/v2024/connectors/tested',
			path,
			'/v2024/connectors?limit=1',
			path,
			path,
			'/v2024/connectors?limit=1',
		]) {
			statuses.push((await served.call('GET', asked)).status);
		}
		assert.deepEqual(statuses, [200, 500, 404, 500, 200, 200]);
	});

	test('befall in the order in which they were asked for', async () => {
		served.tenant.fault({}, { kind: 'answer', status: 500 });
		served.tenant.fault({ method: 'GET' }, { kind: 'answer', status: 502 });
		assert.equal((await served.call('GET', path)).status, 500);
		assert.equal((await served.call('GET', path)).status, 502);
	});

	test('befall requests for a token too', async () => {
		served.tenant.fault({ operation: 'token' }, { kind: 'answer', status: 500 });
		assert.equal((await served.call('GET', path)).status, 200);
		assert.equal((await requestToken(served.tenant)).status, 500);
	});

	test('are gone when they are cleared', async () => {
		served.tenant.fault({}, { kind: 'reset-before' }, 100);
		served.tenant.clearFaults();
		assert.equal((await served.call('GET', path)).status, 200);
	});

	test('a client that goes away before its answer leaves a request without a status', async () => {
		served.tenant.latency = 200;
		const signal = AbortSignal.timeout(80);
		await assert.rejects(served.call('PUT', path, { body: formWith(changed), signal }));
		await new Promise(resolve => setTimeout(resolve, 250));
		assert.equal(served.tenant.requests[0]?.status, 0);
		assert.equal(stored(served.tenant), changed);
	});
});
