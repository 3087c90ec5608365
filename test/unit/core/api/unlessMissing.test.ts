import assert from 'node:assert/strict';
import type { ConnectorsApi } from '../../../../src/core/api/connectorsApi';
import { ApiError } from '../../../../src/core/api/errors';
import { isMissing, unlessMissing } from '../../../../src/core/api/unlessMissing';
import { RemoteMetadata, RemotePart } from '../../../../src/core/remote/remoteText';
import type { Fault } from '../../../../src/sample/server/sampleTenant';
import { clientOf, useSampleTenant } from './sample';

const answer = (body: string, contentType: string): Fault => ({
	kind: 'answer',
	status: 404,
	headers: { 'Content-Type': contentType },
	body,
});

/** What is between here and the tenant may say 404, too. */
const othersAnswers: Readonly<Record<string, Fault>> = {
	'a web page': answer('<!DOCTYPE html><html><title>404 Not Found</title></html>', 'text/html'),
	'a web page that says it is JSON': answer('<html></html>', 'application/json'),
	nothing: { kind: 'answer', status: 404 },
	'plain text': answer('404 page not found', 'text/plain'),
	'an empty object': answer('{}', 'application/json'),
	"a gateway's JSON": answer('{"message":"no Route matched with those values"}', 'application/json'),
	"a framework's JSON": answer('{"status":404,"error":"Not Found","path":"/x"}', 'application/json'),
	'broken JSON': answer('{"detailCode":"404.0', 'application/json'),
};

suite('What the tenant does not have', () => {
	const sample = useSampleTenant({ rateLimit: false });
	const jdbc = 'jdbc-angularsc';

	const operations: Readonly<Record<string, (api: ConnectorsApi, scriptName: string) => Promise<unknown>>> = {
		getConnector: (api, name) => api.getConnector(name),
		getConnectorSourceConfig: (api, name) => api.readPart(name, 'source-config'),
		getConnectorTranslations: (api, name) => api.readPart(name, 'translations/de'),
		putConnectorSourceConfig: (api, name) => api.writePart(name, 'source-config', Buffer.from('<Form/>')),
		updateConnector: (api, name) => api.patchConnector(name, []),
		deleteCustomConnector: (api, name) => api.deleteConnector(name),
	};

	for (const [operation, run] of Object.entries(operations)) {
		test(`is undefined for ${operation}, where the service says so`, async () => {
			assert.equal(await unlessMissing(() => run(clientOf(sample()), 'nobody')), undefined);
		});

		test(`is not told for ${operation} by what is in between`, async () => {
			for (const [what, fault] of Object.entries(othersAnswers)) {
				sample().fault({ operation }, fault);
				await assert.rejects(
					unlessMissing(() => run(clientOf(sample()), jdbc)),
					(error: unknown) => error instanceof ApiError && error.status === 404 && !isMissing(error),
					what,
				);
			}
		});
	}

	test('is undefined also where the service gives no more than its messages', async () => {
		sample().fault({ method: 'GET' }, answer('{"messages":[{"text":"No."}]}', 'application/json'));
		assert.equal(await unlessMissing(() => clientOf(sample()).getConnector(jdbc)), undefined);
	});

	test('is none of a connector that is there, for all its documents', async () => {
		const client = () => Promise.resolve(clientOf(sample()));
		for (const remote of [
			new RemotePart(client, jdbc, 'source-config'),
			new RemotePart(client, jdbc, 'translations/en', {
				mayExist: () => Promise.resolve(true),
				created: () => undefined,
			}),
			new RemoteMetadata(client, jdbc),
		]) {
			for (const [what, fault] of Object.entries(othersAnswers)) {
				sample().fault({ method: 'GET' }, fault);
				await assert.rejects(remote.read(), ApiError, what);
			}
			assert.ok(await remote.read());
		}
		assert.equal(await new RemotePart(client, 'nobody', 'source-config').read(), undefined);
	});

	for (const name of ['', '.', '..', 'half \ud800 a letter']) {
		test(`is what nothing can be called: "${name}", for which it is not asked`, async () => {
			sample().forgetRequests();
			assert.equal(await unlessMissing(() => clientOf(sample()).getConnector(name)), undefined);
			assert.deepEqual(sample().requests, []);
		});
	}
});
