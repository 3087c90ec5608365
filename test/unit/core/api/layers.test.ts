import assert from 'node:assert/strict';
import type { ApiRequest, ApiResponse, Send } from '../../../../src/core/api/send/http';
import { UnreachableError } from '../../../../src/core/api/errors';
import { withPace } from '../../../../src/core/api/send/pace';
import { withRetry } from '../../../../src/core/api/send/retry';
import { startSampleTenant } from '../../../../src/sample/server/sampleTenant';
import { clientOf, operationsOf, useSampleTenant } from './sample';

function request(method: ApiRequest['method'], name = ''): ApiRequest {
	return { operation: 'getConnector', method, url: new URL(`http://acme.test/${name}`) };
}

function response(status: number, headers: Record<string, string> = {}): ApiResponse {
	return { status, headers: new Headers(headers), body: new Uint8Array() };
}

/** Answers one after another; a reason is a connection that failed. */
function answers(...outcomes: (ApiResponse | UnreachableError)[]): Send & { readonly asked: ApiRequest[] } {
	const asked: ApiRequest[] = [];
	const send = (asking: ApiRequest) => {
		asked.push(asking);
		const outcome = outcomes.shift() ?? response(200);
		return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
	};
	return Object.assign(send, { asked });
}

const lost = () => new UnreachableError('acme.test', 'interrupted');

suite('Retry', () => {
	const patient = () => {
		const waits: number[] = [];
		return { waits, retries: 2, wait: (ms: number) => Promise.resolve(void waits.push(ms)) };
	};

	for (const status of [502, 503, 504]) {
		test(`a GET is repeated after ${status}, a little later each time`, async () => {
			const send = answers(response(status), response(status));
			const options = patient();
			assert.equal((await withRetry(send, options)(request('GET'))).status, 200);
			assert.deepEqual(options.waits, [300, 600]);
		});
	}

	test('a GET is repeated after a lost connection', async () => {
		assert.equal((await withRetry(answers(lost()), patient())(request('GET'))).status, 200);
	});

	test('the last failure is handed on', async () => {
		const send = answers(response(503), response(503), response(503));
		assert.equal((await withRetry(send, patient())(request('GET'))).status, 503);
		assert.equal(send.asked.length, 3);
		await assert.rejects(
			withRetry(answers(lost(), lost(), lost()), patient())(request('GET')),
			UnreachableError,
		);
	});

	for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
		test(`a ${method} is never repeated: it may have arrived`, async () => {
			const send = answers(response(503));
			assert.equal((await withRetry(send, patient())(request(method))).status, 503);
			assert.equal(send.asked.length, 1);
			await assert.rejects(withRetry(answers(lost()), patient())(request(method)), UnreachableError);
		});
	}

	for (const status of [400, 401, 403, 404, 429, 500]) {
		test(`${status} is not repeated`, async () => {
			const send = answers(response(status));
			assert.equal((await withRetry(send, patient())(request('GET'))).status, status);
			assert.equal(send.asked.length, 1);
		});
	}

	for (const reason of ['unknown-host', 'certificate', 'timeout', 'proxy-authentication'] as const) {
		test(`a connection that failed for ${reason} is not repeated`, async () => {
			const send = answers(new UnreachableError('acme.test', reason));
			await assert.rejects(withRetry(send, patient())(request('GET')), UnreachableError);
			assert.equal(send.asked.length, 1);
		});
	}
});

suite('Pace', () => {
	/** Holds each request until it is released. */
	function held() {
		const waiting: (() => void)[] = [];
		const names: string[] = [];
		const send: Send = asked => {
			names.push(asked.url.pathname.slice(1));
			return new Promise(resolve => waiting.push(() => resolve(response(200))));
		};
		return { send, names, release: () => waiting.shift()?.() };
	}
	const soon = () => new Promise(resolve => setTimeout(resolve, 5));

	test('no more requests are under way than allowed, and they start in the order of the calls', async () => {
		const { send, names, release } = held();
		const paced = withPace(send, { underWay: 3, requests: 100, milliseconds: 1000 });
		const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map(name => paced(request('GET', name))));
		await soon();
		assert.deepEqual(names, ['a', 'b', 'c']);
		release();
		await soon();
		assert.deepEqual(names, ['a', 'b', 'c', 'd']);
		for (let count = 0; count < 4; count++) {
			release();
			await soon();
		}
		await all;
		assert.deepEqual(names, ['a', 'b', 'c', 'd', 'e']);
	});

	test('no span of time sees more starts than allowed', async () => {
		const starts: number[] = [];
		const paced = withPace(
			() => {
				starts.push(performance.now());
				return Promise.resolve(response(200));
			},
			{ underWay: 8, requests: 5, milliseconds: 60 },
		);
		await Promise.all(Array.from({ length: 18 }, () => paced(request('GET'))));
		starts.forEach((start, index) => {
			const later = starts[index + 5];
			assert.ok(later === undefined || later - start >= 59, `6 starts within ${(later ?? 0) - start} ms`);
		});
	});

	test('after a 429 everything waits as long as asked, and the refused request goes first, whatever its method', async () => {
		const asked: { name: string; at: number }[] = [];
		const outcomes = [response(429, { 'Retry-After': '0.08' })];
		const paced = withPace(
			({ url }) => {
				asked.push({ name: url.pathname.slice(1), at: performance.now() });
				return Promise.resolve(outcomes.shift() ?? response(200));
			},
			{ underWay: 1, requests: 100, milliseconds: 1000 },
		);
		const all = await Promise.all([paced(request('PUT', 'first')), paced(request('GET', 'second'))]);
		assert.deepEqual(
			all.map(({ status }) => status),
			[200, 200],
		);
		assert.deepEqual(
			asked.map(({ name }) => name),
			['first', 'first', 'second'],
		);
		assert.ok(asked[1]!.at - asked[0]!.at >= 79);
	});

	test('a tenant that asks for a very long wait, or never relents, gets its 429 handed on', async () => {
		const options = { underWay: 8, requests: 100, milliseconds: 1000 };
		const long = answers(response(429, { 'Retry-After': '3600' }));
		assert.equal((await withPace(long, options)(request('GET'))).status, 429);
		const never = answers(...Array.from({ length: 9 }, () => response(429, { 'Retry-After': '0' })));
		assert.equal((await withPace(never, options)(request('GET'))).status, 429);
		assert.equal(never.asked.length, 6);
	});

	test('a request that is cancelled while it waits for its turn is never sent', async () => {
		const { send, names, release } = held();
		const paced = withPace(send, { underWay: 1, requests: 100, milliseconds: 1000 });
		const first = paced(request('GET', 'first'));
		const controller = new AbortController();
		const second = paced({ ...request('GET', 'second'), signal: controller.signal });
		controller.abort();
		await assert.rejects(second, { name: 'AbortError' });
		release();
		await first;
		await soon();
		assert.deepEqual(names, ['first']);
	});
});

suite('Token', () => {
	const sample = useSampleTenant({ rateLimit: false });

	test('all requests share one', async () => {
		const api = clientOf(sample());
		await Promise.all(Array.from({ length: 10 }, () => api.listPage({ limit: 1 })));
		assert.equal(operationsOf(sample()).filter(operation => operation === 'token').length, 1);
	});

	test('is renewed once when the tenant no longer takes it, also for a PUT, and by one request for all that wait', async () => {
		const api = clientOf(sample());
		await api.listPage({ limit: 1 });
		sample().expireTokens();
		sample().forgetRequests();
		const writes = ['a', 'b', 'c'].map(text =>
			api.writePart('jdbc-angularsc', 'translations/en', Buffer.from(text)),
		);
		const details = await Promise.all(writes);
		assert.ok(details.every(({ status }) => status === 'UPDATED'));
		assert.equal(operationsOf(sample()).filter(operation => operation === 'token').length, 1);
	});

	test('a tenant that refuses the renewed one too gets no third try', async () => {
		sample().fault({ operation: 'getConnector' }, { kind: 'answer', status: 401, body: '{"error":"no"}' }, 5);
		await assert.rejects(clientOf(sample()).getConnector('jdbc-angularsc'), { status: 401 });
		assert.equal(operationsOf(sample()).filter(operation => operation === 'getConnector').length, 2);
	});

	test('is renewed before its life ends', async () => {
		const brief = await startSampleTenant({ tokenLifetime: 1 });
		try {
			const api = clientOf(brief);
			await api.listPage({ limit: 1 });
			await new Promise(resolve => setTimeout(resolve, 950));
			await api.listPage({ limit: 1 });
			assert.deepEqual(operationsOf(brief), ['token', 'getConnectorList', 'token', 'getConnectorList']);
			assert.ok(brief.requests.every(({ status }) => status === 200));
		} finally {
			await brief.stop();
		}
	});

	test('a failed request for it does not stick', async () => {
		const api = clientOf(sample());
		sample().fault({ operation: 'token' }, { kind: 'answer', status: 500 });
		await assert.rejects(api.listPage({ limit: 1 }), { status: 500 });
		await api.listPage({ limit: 1 });
	});
});
