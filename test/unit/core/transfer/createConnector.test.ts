import assert from 'node:assert/strict';
import { ApiError, UnreachableError } from '../../../../src/core/api/errors';
import { createConnector, UnansweredCreationError } from '../../../../src/core/transfer/copy/createConnector';
import { clientOf, useSampleTenant } from '../api/sample';
import { TestClock } from '../../testClock';

const about = {
	name: 'Badge',
	type: undefined,
	className: 'a.B',
	directConnect: true,
	status: 'DEMO',
};
const post = { operation: 'createCustomConnector' };

suite('The creation of a connector', () => {
	const clock = new TestClock();
	const sample = useSampleTenant({ rateLimit: false, later: clock.later });

	teardown(() => {
		sample().clearFaults();
		sample().remove('badge');
	});

	test('that takes effect a moment after its answer got lost tells that there is one of this name', async () => {
		sample().fault(post, { kind: 'late', milliseconds: 900, answer: 504 });
		await assert.rejects(createConnector(client(), about, clock.wait), (error: unknown) => {
			assert.ok(error instanceof UnansweredCreationError);
			return error.scriptName === 'badge';
		});
	});

	test('that takes effect later is not told to have failed', async () => {
		sample().fault(post, { kind: 'late', milliseconds: 30_000, answer: 'reset' });
		const creation = createConnector(client(), about, clock.wait);
		await clock.runUntil(creation.catch(() => undefined));
		await assert.rejects(creation, (error: unknown) => {
			assert.ok(error instanceof UnansweredCreationError && error.cause instanceof UnreachableError);
			return error.scriptName === undefined;
		});
		clock.pass(30_000);
		assert.equal(sample().connector('badge').name, 'Badge');
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
