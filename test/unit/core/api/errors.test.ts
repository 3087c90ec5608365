import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from '../../../../src/core/api/client';
import { errorDetails } from '../../../../src/core/api/errorDetails';
import { ApiError, CredentialsError, type UnreachableError } from '../../../../src/core/api/errors';
import { initialSettings } from '../../../../src/core/api/tenant';
import { nodeFetch } from '../../../../src/core/api/send/nodeFetch';
import { retryAfter } from '../../../../src/core/api/send/retryAfter';
import { clientOf, operationsOf, useSampleTenant } from './sample';

function details(body: string, headers: Record<string, string> = {}) {
	return errorDetails({ status: 500, headers: new Headers(headers), body: Buffer.from(body) });
}

suite('What the body of an error tells', () => {
	test('an ErrorResponseDto: code, tracking id, messages before causes, none of them twice', () => {
		const text = (text: string) => ({ locale: 'en-US', localeOrigin: 'DEFAULT', text });
		assert.deepEqual(
			details(
				JSON.stringify({
					detailCode: '400.1 Bad Request Content',
					trackingId: 'e7ea',
					messages: [text('No.'), text('No.')],
					causes: [text('Because.'), { locale: 'en-US' }, null],
				}),
			),
			{
				detailCode: '400.1 Bad Request Content',
				trackingId: 'e7ea',
				hasMessages: true,
				texts: ['No.', 'Because.'],
			},
		);
	});

	const bodies: readonly (readonly [string, string, readonly string[]])[] = [
		[
			'the body of a 401',
			'{"error":"JWT validation failed: JWT is expired"}',
			['JWT validation failed: JWT is expired'],
		],
		['the body of a 429', '{"message":" Rate Limit Exceeded "}', ['Rate Limit Exceeded']],
		['nothing', '', []],
		['broken JSON', '{"messages":[{"te', []],
		['JSON that is no object', '["a"]', []],
		['fields of other types', '{"error":7,"messages":"x","causes":{},"trackingId":[],"detailCode":null}', []],
	];
	for (const [what, body, texts] of bodies) {
		test(`${what}: ${texts.join() || 'no text, no failure'}`, () =>
			assert.deepEqual(details(body).texts, texts));
	}

	test('a web page: its title, and that it is one', () => {
		const page = '<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head></html>';
		assert.deepEqual(details(page), { texts: ['502 Bad Gateway'], html: true });
		assert.equal(details('gone', { 'Content-Type': 'text/html' }).html, true);
	});

	test('Retry-After in seconds or as a date', () => {
		assert.equal(retryAfter('7'), 7);
		assert.equal(retryAfter('0.5'), 0.5);
		assert.equal(retryAfter('Wed, 21 Oct 2026 07:28:10 GMT', Date.UTC(2026, 9, 21, 7, 28, 0)), 10);
		assert.equal(retryAfter('Wed, 21 Oct 2015 07:28:00 GMT'), 0);
		assert.equal(retryAfter('-5'), 0);
		for (const form of ['Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994']) {
			assert.equal(retryAfter(form, Date.UTC(1994, 10, 6, 8, 49, 30)), 7);
		}
		for (const nonsense of [null, '', 'soon', '5, 5', 'in 7', 'Infinity']) {
			assert.equal(retryAfter(nonsense), undefined);
		}
	});
});

suite('Errors of a request', () => {
	const sample = useSampleTenant({ rateLimit: false });

	for (const hours of [-5, 0, 5]) {
		test(`a Retry-After with a date counts by the tenant's own clock, which is ${hours} hours from here`, async () => {
			const theirs = 1000 * Math.floor(Date.now() / 1000 + hours * 3600);
			const headers = {
				Date: new Date(theirs).toUTCString(),
				'Retry-After': new Date(theirs + 300_000).toUTCString(),
			};
			sample().fault({ operation: 'getConnector' }, { kind: 'answer', status: 429, headers });
			await assert.rejects(
				clientOf(sample()).getConnector('jdbc-angularsc'),
				(error: ApiError) => error.details.retryAfter === 300,
			);
		});
	}

	test('keep operation, status, code, tracking id and texts', async () => {
		await assert.rejects(clientOf(sample()).getConnector('no-such'), (error: ApiError) => {
			assert.ok(error instanceof ApiError);
			assert.equal(error.operation, 'getConnector');
			assert.equal(error.status, 404);
			assert.match(error.details.detailCode ?? '', /^404/);
			assert.match(error.details.trackingId ?? '', /^[\da-f]{32}$/);
			assert.ok(error.details.texts.length > 0);
			return true;
		});
	});

	test('a wrong client secret is told apart from everything else, and asked about once', async () => {
		const api = clientOf(sample(), {
			credentials: () => Promise.resolve({ clientId: sample().clientId, clientSecret: 'wrong' }),
		});
		await assert.rejects(api.listConnectors(), CredentialsError);
		assert.deepEqual(operationsOf(sample()), ['token']);
	});

	test('no message of an error holds the secret or the token', async () => {
		const tokens = () =>
			sample().requests.map(({ headers }) => String(headers.authorization).replace('Bearer ', ''));
		const failing = [
			() => clientOf(sample()).getConnector('no-such'),
			() =>
				clientOf(sample(), {
					credentials: () => Promise.resolve({ clientId: 'x', clientSecret: 'Geheimnis' }),
				}).listPage(),
		];
		for (const ask of failing) {
			await assert.rejects(ask(), (error: Error) => {
				const all = [error.message, String(error.stack), JSON.stringify(error)].join();
				assert.ok(!all.includes('Geheimnis') && !all.includes(sample().clientSecret));
				assert.ok(tokens().every(token => !all.includes(token)));
				return true;
			});
		}
	});

	test('a redirect is not followed', async () => {
		let visits = 0;
		const elsewhere = http
			.createServer((_, response) => void (visits++, response.end('{}')))
			.listen(0, '127.0.0.1');
		await new Promise(resolve => elsewhere.once('listening', resolve));
		const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
		sample().fault(
			{ operation: 'getConnector' },
			{ kind: 'answer', status: 302, headers: { Location: location } },
		);
		await assert.rejects(
			clientOf(sample()).getConnector('jdbc-angularsc'),
			(error: ApiError) => error.status === 302 && error.details.location === location,
		);
		assert.equal(visits, 0);
		await new Promise(resolve => elsewhere.close(resolve));
	});

	for (const [what, url, reason] of [
		['nobody listens', 'http://127.0.0.1:9/', 'refused'],
		['the host does not exist', 'http://no-such-host.invalid/', 'unknown-host'],
	] as const) {
		test(`where ${what}, the reason is ${reason}`, async () => {
			const api = createClient({
				base: new URL(url),
				settings: initialSettings,
				credentials: () => Promise.resolve({ clientId: 'a', clientSecret: 'b' }),
				send: nodeFetch,
			});
			await assert.rejects(
				api.listPage(),
				(error: UnreachableError) => error.reason === reason && error.cause !== undefined,
			);
		});
	}

	test('an answer that breaks off is no answer', async () => {
		sample().fault({ method: 'PUT' }, { kind: 'cut' });
		await assert.rejects(
			clientOf(sample()).writePart('jdbc-angularsc', 'translations/en', Buffer.from('a=b')),
			(error: UnreachableError) => error.reason === 'interrupted',
		);
	});

	test('an answer that does not come in time is given up', async () => {
		sample().fault({ operation: 'getConnector' }, { kind: 'stall' });
		await assert.rejects(
			clientOf(sample(), { timeout: () => 100 }).getConnector('jdbc-angularsc'),
			(error: UnreachableError) => error.reason === 'timeout',
		);
	});
});
