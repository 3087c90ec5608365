import assert from 'node:assert/strict';
import { fetchToken, requestToken, serve, stopTenants } from './http';

const list = '/v2024/connectors?limit=1';

async function assertUnauthorized(response: Response, reason: RegExp): Promise<void> {
	assert.equal(response.status, 401);
	assert.match(((await response.json()) as { error: string }).error, reason);
}

suite('access tokens of the sample tenant', () => {
	teardown(stopTenants);

	test('a client with its secret gets one, and may then ask', async () => {
		const { tenant, call } = await serve();
		const token = (await (await requestToken(tenant)).json()) as Record<string, unknown>;
		assert.equal(token['token_type'], 'bearer');
		assert.equal(token['expires_in'], 749);
		assert.equal(typeof token['scope'], 'string');
		const [header, claims, signature] = String(token['access_token']).split('.');
		const decoded = JSON.parse(Buffer.from(claims!, 'base64url').toString()) as Record<string, unknown>;
		for (const claim of ['tenant_id', 'org', 'user_name', 'authorities', 'scope', 'exp']) {
			assert.ok(decoded[claim], claim);
		}
		assert.ok(Math.abs(Number(decoded['exp']) - Date.now() / 1000 - 749) < 5);
		assert.deepEqual(JSON.parse(Buffer.from(header!, 'base64url').toString()), { alg: 'HS256', typ: 'JWT' });
		assert.equal(signature?.length, 43);
		assert.equal((await call('GET', list)).status, 200);
	});

	for (const [what, form, status, error] of [
		['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client'],
		['an unknown client', { client_id: 'wrong' }, 401, 'invalid_client'],
		['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
	] as const) {
		test(`${what} gets none`, async () => {
			const { tenant } = await serve();
			const response = await requestToken(tenant, form);
			assert.equal(response.status, status);
			const body = (await response.json()) as Record<string, unknown>;
			assert.equal(body['error'], error);
			assert.equal(typeof body['error_description'], 'string');
		});
	}

	for (const [what, init] of Object.entries<RequestInit>({
		'an empty request': {},
		'a form without a grant': { body: new URLSearchParams({ client_id: 'a' }) },
		JSON: { body: '{"grant_type":"client_credentials"}', headers: { 'Content-Type': 'application/json' } },
	})) {
		test(`${what} gets none`, async () => {
			const { tenant } = await serve();
			const response = await fetch(`${tenant.url}/oauth/token`, { method: 'POST', ...init });
			assert.equal(response.status, 400);
			assert.equal(((await response.json()) as { error: string }).error, 'invalid_request');
		});
	}

	test('client id and secret are random, or those that were asked for', async () => {
		const [one, other] = [await serve(), await serve()];
		assert.notEqual(one.tenant.clientId, other.tenant.clientId);
		assert.notEqual(one.tenant.clientSecret, other.tenant.clientSecret);
		const { tenant } = await serve({ clientId: 'me', clientSecret: 'mine' });
		assert.deepEqual([tenant.clientId, tenant.clientSecret], ['me', 'mine']);
	});

	test('without one, or with one that somebody else handed out, nothing is answered', async () => {
		const { tenant } = await serve();
		await assertUnauthorized(await fetch(tenant.url + list), /JWT is missing/);
		for (const authorization of ['Basic abc', 'Bearer', 'Bearer  ']) {
			const response = await fetch(tenant.url + list, { headers: { Authorization: authorization } });
			await assertUnauthorized(response, /JWT is missing/);
		}
		const foreign = await fetchToken((await serve()).tenant);
		const response = await fetch(tenant.url + list, { headers: { Authorization: `Bearer ${foreign}` } });
		await assertUnauthorized(response, /^JWT validation failed: JWT signature does not match$/);
	});

	test('they expire after their lifetime', async () => {
		const { call } = await serve({ tokenLifetime: 0.2 });
		assert.equal((await call('GET', list)).status, 200);
		await new Promise(resolve => setTimeout(resolve, 250));
		await assertUnauthorized(await call('GET', list), /^JWT validation failed: JWT is expired$/);
	});

	test('they all expire when told to, and the next one is good', async () => {
		const { tenant, call } = await serve();
		tenant.expireTokens();
		await assertUnauthorized(await call('GET', list), /JWT is expired/);
		const headers = { Authorization: `bearer ${await fetchToken(tenant)}` };
		assert.equal((await fetch(tenant.url + list, { headers })).status, 200);
	});

	test('what the tenant is called can be asked without one', async () => {
		const { tenant } = await serve();
		const response = await fetch(`${tenant.url}/oauth/info`);
		assert.equal(response.status, 200);
		assert.equal(((await response.json()) as { tenantName: string }).tenantName, 'sample');
	});
});
