import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient, type ClientOptions } from '../../../../src/core/api/client';
import { initialSettings } from '../../../../src/core/api/tenant';
import type { ApiError } from '../../../../src/core/api/errors';
import { UnreachableError } from '../../../../src/core/api/errors';

type Answer = (request: URL, response: http.ServerResponse, count: number) => void;

/** A tenant that answers whatever it is told to, and counts what it is asked for. */
class OddTenant {
	asked = 0;
	tokens = 0;
	answer: Answer = (_, response) => void response.end();
	answerToken: Answer = (_, response) => json(response, { access_token: 'token', expires_in: 749 });
	private readonly server = http.createServer((request, response) => {
		const url = new URL(request.url ?? '', 'http://tenant');
		request.resume().on('end', () => {
			if (url.pathname === '/oauth/token') {
				this.answerToken(url, response, ++this.tokens);
			} else {
				this.answer(url, response, ++this.asked);
			}
		});
	});

	async start(): Promise<void> {
		await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve));
	}

	get url(): URL {
		return new URL(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`);
	}

	client(options: Partial<ClientOptions> = {}) {
		return createClient({
			base: this.url,
			settings: initialSettings,
			credentials: () => Promise.resolve({ clientId: 'a', clientSecret: 'b' }),
			pace: { underWay: 8, requests: 10_000, milliseconds: 1000 },
			retry: { retries: 2, wait: () => Promise.resolve() },
			...options,
		});
	}

	stop(): void {
		this.server.close();
		this.server.closeAllConnections();
	}
}

function json(response: http.ServerResponse, value: unknown, headers: http.OutgoingHttpHeaders = {}): void {
	response.writeHead(200, { 'Content-Type': 'application/json', ...headers });
	response.end(JSON.stringify(value));
}

const rowsFrom = (begin: number, count: number) =>
	Array.from({ length: count }, (_, row) => ({ scriptName: `connector-${begin + row}` }));
const numberIn = ({ searchParams }: URL, name: string) => Number(searchParams.get(name));

suite('Answers without an end', () => {
	let tenant: OddTenant;

	setup(async () => {
		tenant = new OddTenant();
		await tenant.start();
	});
	teardown(() => tenant.stop());

	async function assertLists(count: number, mostRequests: number): Promise<void> {
		const listed = await tenant.client().listConnectors();
		assert.deepEqual(
			listed.map(({ scriptName }) => scriptName),
			rowsFrom(0, count).map(({ scriptName }) => scriptName),
		);
		assert.ok(tenant.asked <= mostRequests, `${tenant.asked} requests`);
	}

	const totals = [undefined, '0', '-1', 'NaN', 'Infinity', '1e15', '9007199254740991', '5000'];
	for (const total of totals) {
		const headers = total === undefined ? {} : { 'X-Total-Count': total };
		suite(`a list whose total is ${total ?? 'not told'}`, () => {
			test('is read once from a tenant that ignores the offset', async () => {
				tenant.answer = (_, response) => json(response, rowsFrom(0, 250), headers);
				await assertLists(250, 18);
			});

			test('is read once from a tenant that ignores offset and limit', async () => {
				tenant.answer = (_, response) => json(response, rowsFrom(0, 400), headers);
				await assertLists(400, 18);
			});

			test('is read whole from one that repeats its last page', async () => {
				tenant.answer = (url, response) =>
					json(response, rowsFrom(Math.min(numberIn(url, 'offset'), 500), 250), headers);
				await assertLists(750, 34);
			});

			test('is empty if nothing has a script name', async () => {
				tenant.answer = (_, response) => json(response, Array<object>(250).fill({ name: 'x' }), headers);
				await assertLists(0, 3);
			});

			test('is empty if there is nothing', async () => {
				tenant.answer = (_, response) => json(response, [], headers);
				await assertLists(0, 3);
			});
		});
	}

	test('a list that grows with each page is given up on (long)', async () => {
		tenant.answer = (url, response, count) =>
			json(response, rowsFrom(numberIn(url, 'offset'), 1), { 'X-Total-Count': String(1000 * count) });
		await tenant.client().listConnectors();
		assert.ok(tenant.asked <= 1250, `${tenant.asked} requests`);
	});

	test('a list without a total that never ends is given up on', async () => {
		tenant.answer = (url, response) => json(response, rowsFrom(numberIn(url, 'offset'), 1));
		await tenant.client().listConnectors();
		assert.ok(tenant.asked <= 400, `${tenant.asked} requests`);
	});

	for (const body of [
		'a body that stops in the middle',
		'a body that trickles',
		'a body that is never closed',
	]) {
		test(`${body} is given up on in time`, async () => {
			let timer: NodeJS.Timeout | undefined;
			tenant.answer = (_, response) => {
				response.writeHead(200, {
					'Content-Type': 'application/json',
					...(body.includes('stops') && { 'Content-Length': 1000 }),
				});
				response.write(body.includes('closed') ? '{}' : '{"name":"');
				timer = body.includes('trickles') ? setInterval(() => response.write('x'), 10) : undefined;
			};
			const begin = performance.now();
			await assert.rejects(
				tenant.client({ timeout: () => 150 }).getConnector('x'),
				(error: UnreachableError) => error instanceof UnreachableError && error.reason === 'timeout',
			);
			clearInterval(timer);
			assert.ok(performance.now() - begin < 3000);
			assert.equal(tenant.asked, 1);
		});
	}

	test('a time-out that is no whole number of milliseconds is one all the same', async () => {
		tenant.answer = (_, response) => json(response, { scriptName: 'x' });
		for (const timeout of [1000 * 1.2345, 1000 * 1.005]) {
			assert.equal((await tenant.client({ timeout: () => timeout }).getConnector('x')).scriptName, 'x');
		}
	});

	test('a body beyond all measure is given up on before it fills the memory (long)', async () => {
		let isClosed = false;
		const closed = new Promise<void>(resolve => {
			tenant.answer = (_, response) => {
				response.writeHead(200, { 'Content-Type': 'application/json' });
				const chunk = Buffer.alloc(1024 * 1024, 0x20);
				const more = () => {
					while (!isClosed && response.write(chunk)) {
						// As fast as it is taken.
					}
				};
				response.on('drain', more).on('close', () => {
					isClosed = true;
					resolve();
				});
				more();
			};
		});
		await assert.rejects(
			tenant.client({ timeout: () => 30_000 }).getConnector('x'),
			(error: UnreachableError) => error instanceof UnreachableError && error.reason === 'too-large',
		);
		assert.equal(tenant.asked, 1);
		await closed;
	});

	test('a redirect in a circle is not followed', async () => {
		tenant.answer = ({ href }, response) => {
			response.writeHead(302, { Location: href }).end();
		};
		await assert.rejects(tenant.client().getConnector('x'), { status: 302 });
		assert.equal(tenant.asked, 1);
	});

	for (const wait of ['0', '-1', 'Thu, 01 Jan 1970 00:00:00 GMT']) {
		test(`429 for ever, with Retry-After: ${wait}, is handed on after 6 requests`, async () => {
			tenant.answer = (_, response) => {
				response.writeHead(429, { 'Retry-After': wait }).end();
			};
			await assert.rejects(tenant.client().getConnector('x'), { status: 429 });
			assert.equal(tenant.asked, 6);
		});
	}

	test('a wait of days is not waited for', async () => {
		tenant.answer = (_, response) => {
			response.writeHead(429, { 'Retry-After': '172800' }).end();
		};
		await assert.rejects(
			tenant.client().getConnector('x'),
			(error: ApiError) => error.status === 429 && error.details.retryAfter === 172_800,
		);
		assert.equal(tenant.asked, 1);
	});

	test('401 for ever is handed on after one other token', async () => {
		tenant.answer = (_, response) => {
			response.writeHead(401).end('{"error":"no"}');
		};
		tenant.answerToken = (_, response, count) =>
			json(response, { access_token: `token ${count}`, expires_in: 749 });
		await assert.rejects(tenant.client().getConnector('x'), { status: 401 });
		assert.deepEqual([tenant.asked, tenant.tokens], [2, 2]);
	});

	for (const life of [0, -1, null, 'soon', {}, Number.MIN_VALUE, 1e308]) {
		test(`a token that lives for ${JSON.stringify(life)} seconds is used`, async () => {
			tenant.answer = (_, response) => json(response, {});
			tenant.answerToken = (_, response) => json(response, { access_token: 'token', expires_in: life });
			const api = tenant.client();
			await api.getConnector('x');
			await api.getConnector('x');
			assert.ok(tenant.tokens <= 2, `${tenant.tokens} tokens`);
		});
	}
});
