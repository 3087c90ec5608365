import assert from 'node:assert/strict';
import { RateLimit } from '../../../src/sample/server/rateLimit';
import { fetchToken, serve, stopTenants } from './http';

suite('the rate limit of the sample tenant', () => {
	teardown(stopTenants);

	test('is a window that slides', () => {
		let now = 0;
		const limit = new RateLimit({ requests: 2, seconds: 10 }, () => now);
		const at = (milliseconds: number) => {
			now = milliseconds;
			return limit.secondsToWait('a');
		};
		assert.equal(at(0), undefined);
		assert.equal(at(4000), undefined);
		assert.equal(at(4000), 6);
		assert.equal(at(8999), 2);
		assert.equal(at(9999), 1);
		assert.equal(at(10_000), undefined);
		assert.equal(at(10_001), 4);
		assert.equal(at(14_000), undefined);
	});

	test('does not count what it refuses', () => {
		let now = 0;
		const limit = new RateLimit({ requests: 1, seconds: 1 }, () => now);
		limit.secondsToWait('a');
		for (now = 100; now < 1000; now += 100) {
			assert.equal(limit.secondsToWait('a'), 1);
		}
		assert.equal(limit.secondsToWait('a'), undefined);
	});

	test('is 100 requests in 10 seconds for each version of the API', async () => {
		const { tenant, call } = await serve({ rateLimit: { requests: 100, seconds: 10 } });
		const answers = await Promise.all(
			Array.from({ length: 101 }, () => call('GET', '/v2024/connectors?limit=0')),
		);
		assert.deepEqual(answers.map(answer => answer.status).sort(), [...Array<number>(100).fill(200), 429]);
		const refused = answers.find(answer => answer.status === 429);
		assert.deepEqual(await refused?.json(), { message: ' Rate Limit Exceeded ' });
		assert.match(refused?.headers.get('Retry-After') ?? '', /^([5-9]|10)$/);
		for (const [path, status] of [
			['/v2024/connectors/nobody', 429],
			['/v2025/connectors?limit=0', 200],
			['/connectors/v1?limit=0', 200],
		] as const) {
			assert.equal((await call('GET', path)).status, status, path);
		}
		await fetchToken(tenant);
	});

	test('ends after as many seconds as Retry-After says', async () => {
		const { call } = await serve({ rateLimit: { requests: 1, seconds: 1 } });
		assert.equal((await call('GET', '/v2024/connectors?limit=0')).status, 200);
		const refused = await call('GET', '/v2024/connectors?limit=0');
		assert.equal(refused.status, 429);
		assert.equal(refused.headers.get('Retry-After'), '1');
		await new Promise(resolve => setTimeout(resolve, 1000));
		assert.equal((await call('GET', '/v2024/connectors?limit=0')).status, 200);
	});

	test('does nothing to a refused PUT', async () => {
		const { tenant, call } = await serve({ rateLimit: { requests: 1, seconds: 60 } });
		const { scriptName } = (
			(await (await call('GET', '/v2024/connectors?limit=1')).json()) as [{ scriptName: string }]
		)[0];
		const before = tenant.connector(scriptName);
		const refused = await call('DELETE', `/v2024/connectors/${scriptName}`);
		assert.equal(refused.status, 429);
		assert.deepEqual(tenant.connector(scriptName), before);
	});
});
