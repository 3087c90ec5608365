import assert from 'node:assert/strict';
import { mayHaveArrived, WaitedTooLongError } from '../../../../src/core/api/errors';
import { clientOf, useSampleTenant } from './sample';

const scriptName = 'jdbc-angularsc';

suite('A write that has to leave by some time', () => {
	const sample = useSampleTenant({ rateLimit: false });
	const count = (method: string) => sample().requests.filter(request => request.method === method).length;
	const soon = () => performance.now() + 200;
	const put = (leaveBy: number, api = clientOf(sample())) =>
		api.writePart(scriptName, 'translations/en', Buffer.from('a=b'), leaveBy);

	test('leaves in time', async () => {
		assert.equal((await put(performance.now() + 10_000)).status, 'UPDATED');
	});

	test('is not repeated after a 429 for which it has waited longer', async () => {
		const api = clientOf(sample());
		await api.listPage({ limit: 1 });
		const pause = { kind: 'answer', status: 429, headers: { 'Retry-After': '0.4' } } as const;
		sample().fault({ method: 'PUT' }, pause);
		await assert.rejects(put(soon(), api), WaitedTooLongError);
		assert.equal(count('PUT'), 1);
		sample().fault({ method: 'PATCH' }, pause);
		const change = { op: 'add', path: '/connectorMetadata/owner', value: 'me' } as const;
		await assert.rejects(api.patchConnector(scriptName, [change], soon()), WaitedTooLongError);
		assert.equal(count('PATCH'), 1);
	});

	test('does not leave after it has waited longer for its turn, and has not arrived then', async () => {
		const api = clientOf(sample(), { pace: { underWay: 1, requests: 100, milliseconds: 1000 } });
		await api.listPage({ limit: 1 });
		sample().latency = 400;
		const before = api.getConnector(scriptName);
		const error: unknown = await put(soon(), api).catch((reason: unknown) => reason);
		assert.ok(error instanceof WaitedTooLongError && !mayHaveArrived(error));
		await before;
		assert.equal(count('PUT'), 0);
		sample().latency = 0;
	});
});
