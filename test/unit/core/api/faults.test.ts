import assert from 'node:assert/strict';
import type { ConnectorPart, ConnectorsApi } from '../../../../src/core/api/connectorsApi';
import {
	ApiError,
	CredentialsError,
	UnreachableError,
	type ErrorDetails,
	type UnreachableReason,
} from '../../../../src/core/api/errors';
import type { Operation } from '../../../../src/core/api/send/http';
import { nodeFetch } from '../../../../src/core/api/send/nodeFetch';
import { startSampleTenant, type Fault, type SampleTenant } from '../../../../src/sample/server/sampleTenant';
import { clientOf, useSampleTenant } from './sample';

/** A connector that each test finds as it was. */
const faulty = 'faulty';
const made = 'made-by-the-test';

interface Call {
	readonly operation: Operation;
	readonly run: (api: ConnectorsApi) => Promise<unknown>;
	/** A 200 that does not come from the tenant, and yet is none that could be told apart. */
	readonly believes?: readonly Answer[];
	/** Its success has no body that could be cut. */
	readonly silent?: boolean;
}

type Answer = 'nothing' | 'text' | 'page';

const parts: readonly (readonly [ConnectorPart, string, string])[] = [
	[
		'source-config',
		'ConnectorSourceConfig',
		'<Form xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd"/>',
	],
	['source-template', 'ConnectorSourceTemplate', '<Application/>'],
	['correlation-config', 'ConnectorCorrelationConfig', '<CorrelationConfig/>'],
	['translations/de', 'ConnectorTranslations', 'a=b\n'],
];

const reads: readonly Call[] = [
	{ operation: 'getConnectorList', run: api => api.listPage() },
	{ operation: 'getConnector', run: api => api.getConnector(faulty) },
	...parts.map(([part, name]): Call => ({
		operation: `get${name}` as Operation,
		run: api => api.readPart(faulty, part),
		believes: ['nothing', 'text'],
	})),
];

const writes: readonly Call[] = [
	{
		operation: 'createCustomConnector',
		run: api => api.createConnector({ name: 'Made by the test', className: 'a.b.C' }),
	},
	{
		operation: 'updateConnector',
		run: api => api.patchConnector(faulty, [{ op: 'add', path: '/connectorMetadata/owner', value: 'me' }]),
	},
	{
		operation: 'deleteCustomConnector',
		run: api => api.deleteConnector(faulty),
		believes: ['nothing'],
		silent: true,
	},
	...parts.map(([part, name, text]): Call => ({
		operation: `put${name}` as Operation,
		run: api => api.writePart(faulty, part, Buffer.from(text)),
	})),
];

interface Expected {
	/** A status, or the reason why there was no answer; undefined for success. */
	readonly fails?: number | UnreachableReason;
	/** How often the operation was asked for. */
	readonly requests: number;
	/** How many tokens that took; 1 if absent. */
	readonly tokens?: number;
	/** Milliseconds before each further attempt; the pace and the token's renewal wait on their own account. */
	readonly waits?: readonly number[];
}

interface Row {
	readonly when: string;
	readonly fault: Fault | (() => Fault);
	/** How many requests in a row it befalls; all if absent. */
	readonly times?: number;
	/** The tenant did what it was asked to, though its answer tells nothing of it. */
	readonly handled?: boolean;
	readonly answer?: Answer;
	/** Milliseconds. */
	readonly timeout?: number;
	readonly details?: Partial<ErrorDetails> | ((details: ErrorDetails) => void);
	readonly read: Expected;
	readonly write: Expected;
}

/** A read that is worth two more attempts, a write that is not: it may have arrived. */
const triedAgain = (fails: number | UnreachableReason) => ({
	read: { fails, requests: 3, waits: [300, 600] },
	write: { fails, requests: 1 },
});
const triedAgainOnce = (fails: number | UnreachableReason) => ({
	times: 1,
	read: { requests: 2, waits: [300] },
	write: { fails, requests: 1 },
});
const final = (fails: number | UnreachableReason) => ({
	read: { fails, requests: 1 },
	write: { fails, requests: 1 },
});
/** The tenant has not done anything yet, so that a write is sent again like a read. */
const sentAgain = (expected: Expected) => ({ read: expected, write: expected });

const answers = (status: number, body = '', headers: Record<string, string> = {}): Fault => ({
	kind: 'answer',
	status,
	headers,
	body,
});
const page = '<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body>Sign in</body></html>';
const asPage = { 'Content-Type': 'text/html; charset=utf-8' };
const said = (text: string) =>
	JSON.stringify({ detailCode: 'code', trackingId: 'e7eab60924f64aa2', messages: [{ text }] });
const dto = { detailCode: 'code', trackingId: 'e7eab60924f64aa2', hasMessages: true, texts: ['No.'] };
const date = (inMilliseconds: number) => new Date(Date.now() + inMilliseconds).toUTCString();
const elsewhere = { url: '' };

const rows: readonly Row[] = [
	{
		when: 'the connection is reset before the request is handled',
		fault: { kind: 'reset-before' },
		...triedAgain('interrupted'),
	},
	{
		when: 'the connection is reset once before the request is handled',
		fault: { kind: 'reset-before' },
		...triedAgainOnce('interrupted'),
	},
	{
		when: 'the connection is reset after the request took effect',
		fault: { kind: 'reset-after' },
		handled: true,
		...triedAgain('interrupted'),
	},
	{
		when: 'the connection is reset once after the request took effect',
		fault: { kind: 'reset-after' },
		handled: true,
		...triedAgainOnce('interrupted'),
	},
	{ when: 'no answer comes', fault: { kind: 'stall' }, timeout: 500, ...final('timeout') },
	{
		when: 'the answer ends in the middle of its body',
		fault: { kind: 'cut' },
		handled: true,
		...triedAgain('interrupted'),
	},
	{
		when: 'the answer once ends in the middle of its body',
		fault: { kind: 'cut' },
		handled: true,
		...triedAgainOnce('interrupted'),
	},
	{
		when: 'the answer is 401 each time',
		fault: answers(401, '{"error":"No."}'),
		details: { texts: ['No.'] },
		...sentAgain({ fails: 401, requests: 2, tokens: 2 }),
	},
	{
		when: 'the answer is 401 once',
		fault: answers(401, '{"error":"No."}'),
		times: 1,
		...sentAgain({ requests: 2, tokens: 2 }),
	},
	...[400, 403, 404, 500].map(status => ({
		when: `the answer is ${status}`,
		fault: answers(status, said('No.')),
		details: dto,
		...final(status),
	})),
	...[502, 503, 504].flatMap(status => [
		{
			when: `the answer is ${status} each time`,
			fault: answers(status, said('No.')),
			details: dto,
			...triedAgain(status),
		},
		{ when: `the answer is ${status} once`, fault: answers(status), ...triedAgainOnce(status) },
	]),
	{
		when: 'the answer is 429 once, with seconds',
		fault: answers(429, '{"message":"Slow."}', { 'Retry-After': '0.02' }),
		times: 1,
		...sentAgain({ requests: 2 }),
	},
	{
		when: 'the answer is 429 once, with a date',
		fault: () => answers(429, '{"message":"Slow."}', { 'Retry-After': date(0) }),
		times: 1,
		...sentAgain({ requests: 2 }),
	},
	{
		when: 'the answer is 429 each time',
		fault: answers(429, '{"message":"Slow."}', { 'Retry-After': '0.005' }),
		details: { texts: ['Slow.'], retryAfter: 0.005 },
		...sentAgain({ fails: 429, requests: 6 }),
	},
	{
		when: 'the answer is 429 with a date an hour from now',
		fault: () => answers(429, '{"message":"Slow."}', { 'Retry-After': date(3_600_000) }),
		details: ({ retryAfter = 0 }) => assert.ok(retryAfter > 3590 && retryAfter <= 3600, String(retryAfter)),
		...sentAgain({ fails: 429, requests: 1 }),
	},
	{
		when: 'a web page comes with 200',
		fault: answers(200, page, asPage),
		answer: 'page',
		details: { html: true, texts: ['Sign in'] },
		...final(200),
	},
	{
		when: 'a web page comes with 502',
		fault: answers(502, page, asPage),
		details: { html: true, texts: ['Sign in'] },
		...triedAgain(502),
	},
	{
		when: 'a 200 has no body',
		fault: answers(200),
		answer: 'nothing',
		details: { texts: [] },
		...final(200),
	},
	{
		when: 'a 200 has broken JSON for a body',
		fault: answers(200, '{"name":"Fau', { 'Content-Type': 'application/json' }),
		answer: 'text',
		details: { texts: [] },
		...final(200),
	},
	...[301, 302, 307, 308].map(status => ({
		when: `the answer is a ${status} to another host`,
		fault: () => answers(status, '', { Location: elsewhere.url }),
		details: ({ location }: ErrorDetails) => assert.equal(location, elsewhere.url),
		...final(status),
	})),
	{
		when: 'a proxy demands authentication',
		fault: answers(407, page, { ...asPage, 'Proxy-Authenticate': 'Basic realm="proxy"' }),
		...final('proxy-authentication'),
	},
];

/** Waits for nobody, and notes for how long it should have waited. */
function impatient() {
	const waits: number[] = [];
	return { waits, retry: { retries: 2, wait: (ms: number) => Promise.resolve(void waits.push(ms)) } };
}

/** Whether the operation succeeds, and with what it fails. */
async function outcome(running: Promise<unknown>): Promise<unknown> {
	try {
		await running;
		return undefined;
	} catch (error) {
		return error;
	}
}

function assertFailure(error: unknown, operation: Operation, fails: Expected['fails'], host: string): void {
	if (fails === undefined) {
		assert.equal(error, undefined);
	} else if (typeof fails === 'number') {
		assert.ok(error instanceof ApiError, String(error));
		assert.deepEqual([error.host, error.operation, error.status], [host, operation, fails]);
	} else {
		assert.ok(error instanceof UnreachableError, String(error));
		assert.deepEqual([error.host, error.reason], [host, fails]);
	}
}

function assertDetails(error: unknown, expected: Row['details']): void {
	if (!(error instanceof ApiError) || expected === undefined) {
		return;
	}
	if (typeof expected === 'function') {
		expected(error.details);
	} else {
		assert.deepEqual(error.details, expected);
	}
}

suite('What goes wrong', () => {
	const sample = useSampleTenant({ rateLimit: false });
	let other: SampleTenant;

	suiteSetup(async () => {
		other = await startSampleTenant();
		elsewhere.url = `${other.url}/v2024/connectors`;
	});
	suiteTeardown(() => other.stop());
	setup(() => {
		for (const left of [faulty, made].filter(name => connector(name))) {
			sample().remove(left);
		}
		const copy = sample().connector('jdbc-angularsc');
		sample().add({ ...copy, scriptName: faulty, name: 'Faulty', custom: true });
	});

	function connector(scriptName: string) {
		try {
			return sample().connector(scriptName);
		} catch {
			return undefined;
		}
	}

	const data = () => [connector(faulty), connector(made)];
	const asked = (operation: Operation) =>
		sample().requests.filter(request => request.operation === operation).length;

	async function assertRow(row: Row, call: Call, expected: Expected, writes: boolean): Promise<void> {
		const { waits, retry } = impatient();
		const { timeout } = row;
		const api = clientOf(sample(), { retry, ...(timeout && { timeout: () => timeout }) });
		const before = data();
		const fault = typeof row.fault === 'function' ? row.fault() : row.fault;
		sample().fault({ operation: call.operation }, fault, row.times ?? 99);

		const error = await outcome(call.run(api));
		assertFailure(error, call.operation, expected.fails, new URL(sample().url).host);
		assertDetails(error, row.details);
		assert.equal(asked(call.operation), expected.requests);
		assert.equal(asked('token'), expected.tokens ?? 1);
		assert.equal(sample().requests.length, expected.requests + (expected.tokens ?? 1));
		assert.equal(other.connections, 0);
		assert.deepEqual(waits, expected.waits ?? []);

		const arrived = fault.kind !== 'answer' ? row.handled === true : row.times === 1 && !expected.fails;
		assert.equal(!isSame(before, data()), writes && arrived, "the tenant's data");
		if (!(writes && arrived)) {
			sample().clearFaults();
			await call.run(api);
		}
	}

	for (const row of rows) {
		suite(`when ${row.when}`, () => {
			for (const [calls, usual, areWrites] of [
				[reads, row.read, false],
				[writes, row.write, true],
			] as const) {
				for (const call of calls) {
					const expected = expectedOf(row, call, usual);
					test(sentence(call, expected), () => assertRow(row, call, expected, areWrites));
				}
			}
		});
	}

	suite('when the token', () => {
		const refused = (error: unknown) => assert.ok(error instanceof CredentialsError, String(error));
		const failed = (fails: Expected['fails']) => (error: unknown) =>
			assertFailure(error, 'token', fails, new URL(sample().url).host);
		const faults: readonly (readonly [string, Fault, (error: unknown) => void, number])[] = [
			['is refused with 400', answers(400, '{"error":"invalid_client"}'), refused, 1],
			['is refused with 401', answers(401, '{"error":"invalid_client"}'), refused, 1],
			['is answered with 403', answers(403, said('No.')), failed(403), 1],
			['is answered with 500', answers(500, said('No.')), failed(500), 1],
			['is answered with 503', answers(503, said('No.')), failed(503), 1],
			['is answered with a web page', answers(200, page, asPage), failed(200), 1],
			['is answered with nothing', answers(200), failed(200), 1],
			['is answered with broken JSON', answers(200, '{"access_to'), failed(200), 1],
			['is never answered', { kind: 'stall' }, failed('timeout'), 1],
			['is cut', { kind: 'cut' }, failed('interrupted'), 3],
			['is lost with its connection', { kind: 'reset-before' }, failed('interrupted'), 3],
		];
		for (const [what, fault, check, attempts] of faults) {
			for (const [call, requests] of [
				[reads[1]!, attempts],
				[writes[3]!, 1],
			] as const) {
				test(`${what}, ${call.operation} fails after ${times(requests)} for it`, async () => {
					const before = data();
					const api = clientOf(sample(), { retry: impatient().retry, timeout: () => 500 });
					sample().fault({ operation: 'token' }, fault, 99);
					check(await outcome(call.run(api)));
					assert.deepEqual([asked('token'), asked(call.operation)], [requests, 0]);
					assert.deepEqual(data(), before);
					sample().clearFaults();
					await call.run(api);
				});
			}
		}
	});

	suite('when nobody listens', () => {
		for (const call of [...reads, ...writes]) {
			const attempts = reads.includes(call) ? 3 : 1;
			test(`${call.operation} fails with refused after ${times(attempts)}`, async () => {
				const gone = await startSampleTenant();
				await gone.stop();
				let connects = 0;
				const api = clientOf(gone, {
					retry: impatient().retry,
					send: request => {
						connects++;
						return nodeFetch(request);
					},
				});
				assertFailure(await outcome(call.run(api)), call.operation, 'refused', new URL(gone.url).host);
				assert.equal(connects, attempts);
			});
		}
	});
});

function expectedOf(row: Row, { believes, silent }: Call, usual: Expected): Expected {
	const cannotTell = row.answer !== undefined && believes?.includes(row.answer);
	const cannotCut = silent && typeof row.fault === 'object' && row.fault.kind === 'cut';
	return cannotTell || cannotCut ? { requests: 1 } : usual;
}

function isSame(one: unknown, other: unknown): boolean {
	try {
		assert.deepEqual(one, other);
		return true;
	} catch {
		return false;
	}
}

function sentence({ operation }: Call, { fails, requests }: Expected): string {
	return `${operation} ${fails === undefined ? 'succeeds' : `fails with ${fails}`} after ${times(requests)}`;
}

function times(requests: number): string {
	return requests === 1 ? 'one request' : `${requests} requests`;
}
