import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { SaveConflictError, UnansweredSaveError } from '../../../../src/core/remote/saveErrors';
import type { DocumentId } from '../../../../src/core/remote/documentPath';
import { StillArrivingError } from '../../../../src/core/transfer/send/transferUndo';
import type { PlannedConnector, PlannedDocument } from '../../../../src/core/transfer/send/transferPlan';
import type { Transfer } from '../../../../src/core/transfer/send/transfer';
import type { TransferRecord } from '../../../../src/core/transfer/send/transferRecord';
import { useSampleTenant } from '../api/sample';
import { TestClock } from '../../testClock';
import { allOf, tenant, Transferring } from './transferring';

const jdbc = 'jdbc-angularsc';

suite('A transfer', () => {
	const clock = new TestClock();
	const sample = useSampleTenant({ rateLimit: false, later: clock.later });
	let work: Transferring;
	let before: string;

	setup(() => {
		clock.clear();
		work = new Transferring(sample(), clock);
		before = stored();
	});

	teardown(() => {
		work.dispose();
		sample().clearFaults();
		sample().change(jdbc, each => (each.correlationConfig = Buffer.from(before)));
		remove('badge');
	});

	const stored = (scriptName = jdbc) =>
		Buffer.from(sample().connector(scriptName).correlationConfig).toString();
	const remove = (scriptName: string) => {
		try {
			sample().remove(scriptName);
		} catch {
			// It was not created, or is gone again.
		}
	};
	const planOne = (text = correlation('mine')) =>
		work.plan({ name: 'JDBC', texts: { 'correlation-config': text } });
	const planBadge = () =>
		work.plan({
			name: 'Badge',
			texts: { 'source-template': template('mine'), 'correlation-config': correlation('mine') },
		});
	const put = { operation: 'putConnectorCorrelationConfig' };
	const document: DocumentId = { tenant, scriptName: jdbc, part: 'correlation-config' };
	const get = { operation: 'getConnectorCorrelationConfig' };

	test('whose answer got lost can be undone if it arrived, though nobody could look', async () => {
		const transfer = await planOne();
		sample().onRequest = ({ operation }) => {
			if (operation === put.operation) {
				sample().fault(put, { kind: 'reset-after' });
				sample().fault(get, { kind: 'reset-before' });
			}
		};
		await assert.rejects(work.send(transfer), UnansweredSaveError);
		sample().onRequest = undefined;
		sample().clearFaults();
		assert.equal(stored(), correlation('mine'), 'it arrived');
		assert.equal((await work.records.list()).length, 1);
		const { restored, failed } = await work.undo();
		assert.deepEqual([restored.length, failed], [1, []]);
		assert.equal(stored(), before);
		assert.deepEqual(await work.records.list(), []);
	});

	test('is on the disk before its text leaves', async () => {
		const records: TransferRecord[] = [];
		sample().onRequest = ({ operation }) => {
			if (operation === put.operation) {
				const folder = path.join(work.folder, 'transfers');
				const [file] = fs.readdirSync(folder);
				records.push(JSON.parse(fs.readFileSync(path.join(folder, file ?? ''), 'utf8')) as TransferRecord);
			}
		};
		await work.send(await planOne());
		assert.equal(records[0]?.changes[0]?.document.part, 'correlation-config');
	});

	for (const [milliseconds, when] of [
		[100, 'at once'],
		[30_000, 'later'],
	] as const) {
		test(`whose answer is a 504, and which arrives ${when}, can be undone`, async () => {
			const transfer = await planOne();
			sample().fault(put, { kind: 'late', milliseconds, answer: 504 });
			await work.send(transfer);
			assert.equal(outcome(transfer), when === 'at once' ? 'sent' : 'failed');
			assert.notEqual(work.transfers.recordOf(transfer), undefined);
			await work.untilAnswered(document);
			assert.equal(stored(), correlation('mine'), 'it has arrived');
			const { restored, failed } = await work.undo();
			assert.deepEqual([restored.length, failed], [1, []]);
			assert.equal(stored(), before);
			assert.deepEqual(await work.records.list(), []);
		});
	}

	test('that may still arrive is not taken for undone before it does', async () => {
		sample().fault(put, { kind: 'late', milliseconds: 30_000, answer: 504 });
		await work.send(await planOne());
		const early = await work.undo();
		assert.ok(early.failed[0]?.error instanceof StillArrivingError);
		assert.equal((await work.records.list()).length, 1);
		await work.untilAnswered(document);
		assert.equal(stored(), correlation('mine'));
		assert.equal((await work.undo()).restored.length, 1);
		assert.equal(stored(), before);
	});

	test('of which a document gets a 504 goes on with the others', async () => {
		const texts = { 'source-template': template('mine'), 'correlation-config': correlation('mine') };
		const transfer = await work.plan({ name: 'JDBC', texts });
		const template0 = Buffer.from(sample().connector(jdbc).sourceTemplate);
		sample().fault(
			{ operation: 'putConnectorSourceTemplate' },
			{ kind: 'late', milliseconds: 20_000, answer: 504 },
		);
		await work.send(transfer);
		assert.deepEqual([outcome(transfer, 'source-template'), outcome(transfer)], ['failed', 'sent']);
		await work.untilAnswered({ ...document, part: 'source-template' });
		assert.equal((await work.undo()).restored.length, 2);
		assert.equal(stored(), before);
		sample().change(jdbc, each => (each.sourceTemplate = template0));
	});

	test('that never arrives leaves nothing to undo, once that is certain', async () => {
		for (const fault of [{ kind: 'reset-before' }, { kind: 'answer', status: 503 }] as const) {
			sample().fault(put, fault);
			const transfer = await planOne();
			await work.send(transfer).catch(() => undefined);
			assert.equal(outcome(transfer), 'failed');
			assert.equal((await work.records.list()).length, 1);
			await work.untilAnswered(document);
			assert.deepEqual(await work.records.list(), []);
			assert.equal(work.transfers.recordOf(transfer), undefined);
		}
	});

	test('that the tenant refuses leaves nothing to undo', async () => {
		for (const fault of [
			{ kind: 'answer', status: 400 },
			{ kind: 'answer', status: 200, body: '{"status":"ERROR","message":"No."}' },
		] as const) {
			sample().fault(put, fault);
			const transfer = await planOne();
			await work.send(transfer).catch(() => undefined);
			assert.equal(outcome(transfer), 'failed');
			assert.deepEqual(await work.records.list(), []);
			assert.equal(work.transfers.recordOf(transfer), undefined);
		}
	});

	test('whose text the tenant rewrites tells it, and is undone all the same', async () => {
		sample().fault(put, { kind: 'rewrite', change: text => text.replace('mine', 'ours') });
		const transfer = await planOne();
		await work.send(transfer);
		assert.equal(outcome(transfer), 'altered');
		assert.deepEqual(allOf(transfer).size, 0, 'it is not offered again');
		assert.deepEqual((await work.undo()).failed, []);
		assert.equal(stored(), before);
	});

	test('that the tenant says changes nothing is not told to be there', async () => {
		sample().fault(put, { kind: 'answer', status: 200, body: '{"status":"UNCHANGED"}' });
		const transfer = await planOne();
		await work.send(transfer);
		assert.equal(outcome(transfer), 'altered');
		assert.deepEqual(await work.records.list(), [], 'nothing has been changed');
		sample().fault(put, { kind: 'answer', status: 200, body: '{"status":"UNCHANGED"}' });
		sample().onRequest = ({ operation }) => {
			if (operation === put.operation) {
				sample().fault(get, { kind: 'reset-before' }, 2);
			}
		};
		const other = await planOne();
		await assert.rejects(work.send(other));
		assert.equal(outcome(other), 'failed', 'nobody knows');
	});

	test('that goes on after a failure is one thing to undo', async () => {
		const texts = { 'source-template': template('mine'), 'correlation-config': correlation('mine') };
		const transfer = await work.plan({ name: 'JDBC', texts });
		const template0 = Buffer.from(sample().connector(jdbc).sourceTemplate).toString();
		sample().fault({ operation: 'putConnectorSourceTemplate' }, { kind: 'answer', status: 400 });
		await work.send(transfer);
		const first = work.transfers.recordOf(transfer);
		await work.send(transfer);
		assert.equal(work.transfers.recordOf(transfer), first);
		const records = await work.records.list();
		assert.deepEqual(
			records.map(({ changes }) => changes.length),
			[2],
		);
		await work.undo();
		assert.equal(stored(), before);
		assert.equal(Buffer.from(sample().connector(jdbc).sourceTemplate).toString(), template0);
	});

	test('that goes on after it was undone is another one', async () => {
		const texts = { 'source-template': template('mine'), 'correlation-config': correlation('mine') };
		const transfer = await work.plan({ name: 'JDBC', texts });
		sample().fault({ operation: 'putConnectorSourceTemplate' }, { kind: 'answer', status: 400 });
		await work.send(transfer);
		const first = work.transfers.recordOf(transfer);
		await work.undo();
		await work.send(transfer);
		assert.notEqual(work.transfers.recordOf(transfer), first);
		assert.equal((await work.records.list())[0]?.changes.length, 1);
		await work.undo();
	});

	test('two that begin at the same instant are two', () => {
		const about = { kind: 'import', tenant: 'acme', title: 't' } as const;
		assert.notEqual(work.records.start(about).id, work.records.start(about).id);
	});

	test('into a connector that it has created overwrites nobody who came later', async () => {
		const transfer = await planBadge();
		sample().fault(put, { kind: 'answer', status: 400 });
		await work.send(transfer);
		assert.equal(outcome(transfer, 'source-template'), 'sent');
		sample().change('badge', each => (each.correlationConfig = Buffer.from(correlation('theirs'))));
		await work.send(transfer);
		const failed = transfer.outcomeOf(documentOf(transfer));
		assert.ok(failed?.kind === 'failed' && failed.error instanceof SaveConflictError);
		assert.equal(stored('badge'), correlation('theirs'));
	});

	test('into a connector that it has created goes on where nobody came', async () => {
		const transfer = await planBadge();
		sample().fault(put, { kind: 'answer', status: 400 });
		await work.send(transfer);
		await work.send(transfer);
		assert.equal(outcome(transfer), 'sent');
		assert.equal(stored('badge'), correlation('mine'));
	});

	test('that is cancelled midway says so, and can go on', async () => {
		const transfer = await planBadge();
		const left = new AbortController();
		sample().onRequest = ({ operation }) => {
			if (operation === 'putConnectorSourceTemplate') {
				left.abort();
			}
		};
		await assert.rejects(work.send(transfer, { signal: left.signal }), { name: 'AbortError' });
		assert.equal(transfer.brokenOffBy?.name, 'AbortError');
		assert.equal(outcome(transfer, 'source-template'), 'sent');
		assert.equal(outcome(transfer), undefined);
		await work.send(transfer);
		assert.equal(transfer.brokenOffBy, undefined);
		assert.equal(outcome(transfer), 'sent');
	});

	test('creates no connector of which only documents are chosen, unless that is said', async () => {
		const transfer = await planBadge();
		const chosen = new Set([documentOf(transfer)]);
		await assert.rejects(work.send(transfer, { chosen }), /Badge are chosen/);
		assert.throws(() => sample().connector('badge'));
		await work.send(transfer, { chosen: transfer.complete(chosen) });
		assert.equal(stored('badge'), correlation('mine'));
	});

	test('knows a connector that it has created by the name that the tenant gives it', async () => {
		const transfer = await work.plan({ name: '  Badge ', texts: {} });
		await work.send(transfer);
		const [record] = await work.records.list();
		assert.deepEqual(record?.created, [{ scriptName: 'badge', name: 'Badge' }]);
	});

	test('asks for the name of a connector whose creation does not tell it', async () => {
		const transfer = await work.plan({ name: '  Badge ', texts: {} });
		sample().onRequest = ({ operation }) => {
			if (operation === 'createCustomConnector') {
				sample().onRequest = undefined;
				sample().add({ ...sample().connector(jdbc), scriptName: 'badge', name: 'Badge', custom: true });
				const body = JSON.stringify({ scriptName: 'badge' });
				sample().fault({ operation: 'createCustomConnector' }, { kind: 'answer', status: 200, body });
			}
		};
		await work.send(transfer);
		const [record] = await work.records.list();
		assert.deepEqual(record?.created, [{ scriptName: 'badge', name: 'Badge' }]);
	});
});

function documentOf(
	{ connectors }: Transfer,
	part: PlannedDocument['part'] = 'correlation-config',
): PlannedDocument {
	const [connector] = connectors as readonly [PlannedConnector];
	const document = connector.documents.find(each => each.part === part);
	assert.ok(document);
	return document;
}

function outcome(transfer: Transfer, part?: PlannedDocument['part']): string | undefined {
	return transfer.outcomeOf(documentOf(transfer, part))?.kind;
}

function correlation(name: string): string {
	return `<?xml version='1.0' encoding='UTF-8'?>\n<CorrelationConfig name="${name}"/>\n`;
}

function template(name: string): string {
	return `<?xml version='1.0' encoding='UTF-8'?>\n<Application name="${name}"/>\n`;
}
