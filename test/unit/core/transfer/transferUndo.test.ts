import assert from 'node:assert/strict';
import { ApiError } from '../../../../src/core/api/errors';
import { NotTakenError, OtherConnectorError } from '../../../../src/core/transfer/send/transferUndo';
import type { TransferRecord } from '../../../../src/core/transfer/send/transferRecord';
import { useSampleTenant } from '../api/sample';
import { tenant, Transferring } from './transferring';

const jdbc = 'jdbc-angularsc';

suite('The undo of a transfer', () => {
	const sample = useSampleTenant({ rateLimit: false });
	let work: Transferring;
	let before: string;

	setup(() => {
		work = new Transferring(sample());
		before = stored();
	});

	teardown(() => {
		work.dispose();
		sample().clearFaults();
		sample().onRequest = undefined;
		sample().change(jdbc, each => (each.correlationConfig = Buffer.from(before)));
		for (const scriptName of ['badge', 'door'].filter(exists)) {
			sample().remove(scriptName);
		}
	});

	const stored = () => Buffer.from(sample().connector(jdbc).correlationConfig).toString();
	const exists = (scriptName: string) => {
		try {
			return sample().connector(scriptName).scriptName === scriptName;
		} catch {
			return false;
		}
	};
	const record = async () => (await work.records.list())[0];

	/** Creates two connectors, and changes a third. */
	async function sendAll(): Promise<TransferRecord> {
		const texts = { 'correlation-config': correlation('mine') };
		await work.send(
			await work.plan({ name: 'Badge', texts }, { name: 'Door', texts }, { name: 'JDBC', texts }),
		);
		const sent = await record();
		assert.ok(sent);
		assert.deepEqual([sent.created.length, sent.changes.length], [2, 3]);
		return sent;
	}

	test('goes on where one connector cannot be deleted, and keeps that one for another try', async () => {
		await sendAll();
		sample().fault({ method: 'DELETE', path: /badge/ }, { kind: 'answer', status: 400 });
		const { deleted, restored, failed } = await work.undo();
		assert.deepEqual(deleted, ['Door']);
		assert.deepEqual(
			restored.map(({ scriptName }) => scriptName),
			[jdbc],
		);
		assert.equal(failed.length, 1);
		assert.ok(failed[0] && 'connector' in failed[0] && failed[0].connector.name === 'Badge');
		assert.ok(failed[0].error instanceof ApiError);
		assert.equal(stored(), before);
		const left = await record();
		assert.deepEqual(
			[left?.created.map(({ name }) => name), left?.changes.map(({ document }) => document.scriptName)],
			[['Badge'], ['badge']],
		);
		assert.deepEqual((await work.undo()).deleted, ['Badge']);
		assert.equal(await record(), undefined);
	});

	test('tells apart a text that the tenant rewrites and one that it does not take', async () => {
		const put = { operation: 'putConnectorCorrelationConfig' } as const;
		const texts = { 'correlation-config': correlation('mine') };
		await work.send(await work.plan({ name: 'JDBC', texts }));
		const sent = stored();
		sample().fault(put, { kind: 'answer', status: 200, body: '{"status":"UPDATED"}' });
		const first = await work.undo();
		assert.deepEqual([first.restored, first.altered], [[], []]);
		assert.ok(first.failed[0]?.error instanceof NotTakenError);
		assert.equal(stored(), sent);
		sample().fault(put, { kind: 'rewrite', change: text => `${text}<!-- rewritten -->` });
		const again = await work.undo();
		assert.deepEqual([again.restored, again.failed], [[], []]);
		assert.deepEqual(
			again.altered.map(({ scriptName, part }) => [scriptName, part]),
			[[jdbc, 'correlation-config']],
		);
		assert.equal(await record(), undefined);
	});

	test('leaves alone another connector that has the script name by now, and forgets nothing', async () => {
		await sendAll();
		sample().change('badge', each => (each.name = 'Somebody Else'));
		const { deleted, failed } = await work.undo();
		assert.deepEqual(deleted, ['Door']);
		const error = failed[0]?.error;
		assert.ok(error instanceof OtherConnectorError);
		assert.deepEqual([error.scriptName, error.present], ['badge', 'Somebody Else']);
		assert.ok(exists('badge'));
		assert.equal((await record())?.created[0]?.name, 'Badge');
	});

	test('knows a connector whose name came back in other letters', async () => {
		const { id } = await sendAll();
		sample().change('badge', each => (each.name = ' BADGE'));
		const { deleted, failed } = await work.transfers.undo({ tenant, id }, new AbortController().signal);
		assert.deepEqual([deleted, failed], [['Badge', 'Door'], []]);
		assert.equal(exists('badge'), false);
	});

	test('has nothing to do for a connector that is gone already', async () => {
		await sendAll();
		sample().remove('badge');
		const { deleted, failed } = await work.undo();
		assert.deepEqual([deleted, failed], [['Badge', 'Door'], []]);
		assert.equal(await record(), undefined);
	});

	test('that is asked for twice at once is done once', async () => {
		const { id } = await sendAll();
		const undo = () => work.transfers.undo({ tenant, id }, new AbortController().signal);
		const [first, second] = await Promise.all([undo(), undo()]);
		assert.deepEqual([first.deleted.length, first.restored.length, first.failed], [2, 1, []]);
		assert.deepEqual([second.deleted, second.restored, second.failed], [[], [], []]);
		assert.equal(await record(), undefined);
	});

	test('waits for the transfer that it is about', async () => {
		const texts = { 'correlation-config': correlation('mine') };
		const transfer = await work.plan({ name: 'Badge', texts }, { name: 'JDBC', texts });
		let undoing: ReturnType<Transferring['undo']> | undefined;
		sample().onRequest = ({ operation, path }) => {
			// The connector is there and known, its documents are still to come.
			if (operation === 'putConnectorCorrelationConfig' && path.includes('badge')) {
				undoing = work.undo();
			}
		};
		await work.send(transfer);
		const { deleted, restored, failed } = (await undoing) ?? {};
		assert.deepEqual([deleted, restored?.length, failed], [['Badge'], 1, []]);
		assert.equal(stored(), before);
		assert.equal(await record(), undefined);
	});

	test('that is cancelled tells how far it came, and can go on', async () => {
		await sendAll();
		const left = new AbortController();
		sample().onRequest = ({ method, path }) => {
			if (method === 'DELETE' && path.includes('badge')) {
				left.abort();
			}
		};
		const first = await work.undo(left.signal);
		assert.deepEqual([first.isCancelled, first.deleted, first.failed], [true, ['Badge'], []]);
		assert.ok(exists('door'));
		const second = await work.undo();
		assert.deepEqual([second.isCancelled, second.deleted, second.restored.length], [false, ['Door'], 1]);
	});

	test('takes a text for given back that is back already', async () => {
		const texts = { 'correlation-config': correlation('mine') };
		await work.send(await work.plan({ name: 'JDBC', texts }));
		sample().change(jdbc, each => (each.correlationConfig = Buffer.from(before)));
		const { restored, failed } = await work.undo();
		assert.deepEqual([restored.length, failed], [1, []]);
		assert.equal(await record(), undefined);
	});
});

function correlation(name: string): string {
	return `<?xml version='1.0' encoding='UTF-8'?>\n<CorrelationConfig name="${name}"/>\n`;
}
