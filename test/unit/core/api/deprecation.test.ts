import assert from 'node:assert/strict';
import { withDeprecationNotice } from '../../../../src/core/api/send/deprecation';
import type { ApiRequest, ApiResponse, Operation, Send } from '../../../../src/core/api/send/http';

const request = (operation: Operation): ApiRequest => ({
	operation,
	method: 'GET',
	url: new URL('https://acme.api.identitynow.com/v2024/connectors'),
});

const answer = (headers: Record<string, string>, status = 200): ApiResponse => ({
	status,
	headers: new Headers(headers),
	body: new Uint8Array(),
});

suite('The notice of a deprecated API version', () => {
	const answers = (...responses: ApiResponse[]): Send => {
		return () => {
			const next = responses.shift();
			return next ? Promise.resolve(next) : Promise.reject(new Error('no answer left'));
		};
	};

	test('is given once, for the operation that was answered with it', async () => {
		const noted: Operation[] = [];
		const deprecated = answer({ 'X-Deprecated': 'true' });
		const send = withDeprecationNotice(answers(answer({}), deprecated, deprecated), operation =>
			noted.push(operation),
		);
		await send(request('getConnectorList'));
		assert.deepEqual(noted, []);
		assert.equal(await send(request('getConnector')), deprecated);
		assert.equal(await send(request('getConnectorSourceConfig')), deprecated);
		assert.deepEqual(noted, ['getConnector']);
	});

	test('is given for each client of its own', async () => {
		let notices = 0;
		for (const send of [1, 2].map(() =>
			withDeprecationNotice(answers(answer({ 'x-deprecated': 'True' })), () => notices++),
		)) {
			await send(request('getConnector'));
		}
		assert.equal(notices, 2);
	});

	test('is given for an error too', async () => {
		let notices = 0;
		const send = withDeprecationNotice(answers(answer({ 'X-Deprecated': ' TRUE ' }, 404)), () => notices++);
		assert.equal((await send(request('getConnector'))).status, 404);
		assert.equal(notices, 1);
	});

	for (const value of ['false', '', '1', 'untrue']) {
		test(`is not given for ${JSON.stringify(value)}`, async () => {
			const send = withDeprecationNotice(answers(answer({ 'X-Deprecated': value })), () =>
				assert.fail('noted'),
			);
			await send(request('getConnector'));
		});
	}

	test('does not stand in the way of a failure', async () => {
		const send = withDeprecationNotice(answers(), () => assert.fail('noted'));
		await assert.rejects(send(request('getConnector')), /no answer left/);
	});
});
