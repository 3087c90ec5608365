import assert from 'node:assert/strict';
import type { ClientOptions } from '../../../../src/core/api/client';
import type { ConnectorsApi } from '../../../../src/core/api/connectorsApi';
import { ReadOnlyError } from '../../../../src/core/api/errors';
import { clientOf, operationsOf, useSampleTenant } from './sample';

const scriptName = 'jdbc-angularsc';

const writes: Readonly<Record<string, (api: ConnectorsApi) => Promise<unknown>>> = {
	PUT: api => api.writePart(scriptName, 'translations/en', Buffer.from('a=b')),
	PATCH: api =>
		api.patchConnector(scriptName, [{ op: 'add', path: '/connectorMetadata/owner', value: 'me' }]),
	POST: api => api.createConnector({ name: 'Not wanted', className: 'a.b.C' }),
	DELETE: api => api.deleteConnector(scriptName),
};

suite('A tenant that becomes read-only', () => {
	const sample = useSampleTenant({ rateLimit: false });
	let isReadOnly: boolean;

	setup(() => {
		isReadOnly = false;
	});

	const client = (options: Partial<ClientOptions> = {}) =>
		clientOf(sample(), { isReadOnly: () => isReadOnly, ...options });

	/** From the moment on in which such a request arrives; its answer is still to come. */
	function lockAt(awaited: { readonly method?: string; readonly operation?: string }): void {
		sample().onRequest = ({ method, operation }) => {
			isReadOnly ||= method === awaited.method || operation === awaited.operation;
		};
	}

	const count = (method: string) =>
		sample().requests.filter(request => request.method === method && request.operation !== 'token').length;

	for (const [method, write] of Object.entries(writes)) {
		test(`gets no ${method} that waits because of a 429`, async () => {
			const api = client();
			await api.listPage({ limit: 1 }); // The token's method is POST, too.
			sample().fault({ method }, { kind: 'answer', status: 429, headers: { 'Retry-After': '0.1' } });
			lockAt({ method });
			await assert.rejects(write(api), ReadOnlyError);
			assert.equal(count(method), 1);
		});

		test(`gets no ${method} that waits for its turn`, async () => {
			const api = client({ pace: { underWay: 1, requests: 100, milliseconds: 1000 } });
			await api.listPage({ limit: 1 });
			lockAt({ operation: 'getConnector' });
			const before = api.getConnector(scriptName);
			await assert.rejects(write(api), ReadOnlyError);
			await before;
			assert.equal(count(method), 0);
		});

		test(`gets no ${method} that waits for a token`, async () => {
			lockAt({ operation: 'token' });
			await assert.rejects(write(client()), ReadOnlyError);
			assert.deepEqual(operationsOf(sample()), ['token']);
		});

		test(`gets no ${method} again with a renewed token`, async () => {
			const api = client();
			await api.listPage({ limit: 1 });
			sample().expireTokens();
			lockAt({ operation: 'token' });
			await assert.rejects(write(api), ReadOnlyError);
			assert.equal(count(method), 1);
		});
	}

	test('is read all the same, with a token of its own', async () => {
		isReadOnly = true;
		assert.ok((await client().listConnectors()).length > 0);
	});
});
