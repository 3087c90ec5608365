import assert from 'node:assert/strict';
import { ApiError, UnreachableError } from '../../../src/api/errors';
import { createConnector, UnansweredCreationError } from '../../../src/transfer/createConnector';
import { clientOf, useSampleTenant } from '../api/sample';

const about = {
	name: 'Badge',
	type: undefined,
	className: 'a.B',
	directConnect: true,
	status: 'DEMO',
};
const post = { operation: 'createCustomConnector' };

suite('The creation of a connector', () => {
	const sample = useSampleTenant({ rateLimit: false });

	teardown(() => {
		sample().clearFaults();
		sample().remove('badge');
	});

	const client = () => clientOf(sample(), { retry: { retries: 0, wait: () => Promise.resolve() } });

	test('whose answer got lost tells that there is one of this name', async () => {
		sample().fault(post, { kind: 'reset-after' });
		await assert.rejects(createConnector(client(), about), (error: unknown) => {
			assert.ok(error instanceof UnansweredCreationError);
			return error.scriptName === 'badge';
		});
	});

	test('tells what went wrong with it, also where nobody could look what came of it; the log has both', async () => {
		sample().fault(post, { kind: 'reset-after' });
		sample().fault({ operation: 'getConnectorList' }, { kind: 'answer', status: 403 });
		await assert.rejects(createConnector(client(), about), (error: unknown) => {
			assert.ok(error instanceof UnreachableError);
			assert.ok(error.cause instanceof AggregateError);
			const [own, look] = error.cause.errors as readonly unknown[];
			assert.ok(own instanceof Error && look instanceof ApiError);
			return look.status === 403;
		});
	});

	test('that a gateway answers tells of the gateway, with the failed look as its cause', async () => {
		await createConnector(client(), about);
		sample().fault(post, { kind: 'answer', status: 502 });
		sample().fault({ operation: 'getConnectorList' }, { kind: 'answer', status: 403 });
		await assert.rejects(createConnector(client(), about), (error: unknown) => {
			assert.ok(error instanceof ApiError && error.cause instanceof ApiError);
			assert.deepEqual([error.status, error.cause.status], [502, 403]);
			return true;
		});
	});
});
