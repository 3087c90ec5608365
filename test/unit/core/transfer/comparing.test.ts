import assert from 'node:assert/strict';
import type { ConnectorsApi } from '../../../../src/core/api/connectorsApi';
import { ApiError } from '../../../../src/core/api/errors';
import { SaveConflictError } from '../../../../src/core/remote/saveErrors';
import { ChangedSinceError } from '../../../../src/core/transfer/archive/bundle';
import { readToCompare } from '../../../../src/core/transfer/copy/readConnector';
import { Transfer } from '../../../../src/core/transfer/send/transfer';
import { planConnector } from '../../../../src/core/transfer/send/transferPlan';
import type { SampleTenant } from '../../../../src/sample/server/sampleTenant';
import { clientOf, operationsOf, useSampleTenant } from '../api/sample';
import { noChecks, tenant, Transferring } from './transferring';

const jdbc = 'jdbc-angularsc';
const correlation = (name: string) =>
	`<!DOCTYPE CorrelationConfig PUBLIC "sailpoint.dtd" "sailpoint.dtd">\r\n<CorrelationConfig name="${name}"/>\r\n`;
const withLineFeeds = (text = '') => text.replace(/\r\n/g, '\n');

suite('Comparing connectors of two tenants', () => {
	const source = useSampleTenant({ rateLimit: false });
	const target = useSampleTenant({ rateLimit: false });
	let work: Transferring;
	let from: ConnectorsApi;

	setup(() => {
		from = clientOf(source());
		work = new Transferring(target());
		for (const sample of [source(), target()]) {
			sample.changeDetail = undefined;
		}
		put(source(), correlation('mine'));
		put(target(), correlation('theirs'));
	});

	teardown(() => work.dispose());

	function put(sample: SampleTenant, text: string): void {
		sample.change(jdbc, each => (each.correlationConfig = Buffer.from(text)));
	}

	const stored = () => Buffer.from(target().connector(jdbc).correlationConfig).toString();
	/** The texts of details in which nothing but the line ends of one connector differ. */
	const differingIn = (scriptName: string, sample: SampleTenant) => {
		sample.changeDetail = detail =>
			detail.scriptName === scriptName
				? { ...detail, correlationConfigXml: withLineFeeds(detail.correlationConfigXml) }
				: { ...detail };
	};

	/** So that both tenants are known to have the same texts in their details. */
	async function look(): Promise<void> {
		await readToCompare(from, 'workday');
		await readToCompare(work.client, 'workday');
		forget();
	}

	const forget = () => [source(), target()].forEach(sample => sample.forgetRequests());
	const correlations = (sample: SampleTenant) =>
		operationsOf(sample).filter(operation => operation !== 'token');

	async function plan(): Promise<Transfer> {
		const [bundle, present] = [await readToCompare(from, jdbc), await readToCompare(work.client, jdbc)];
		assert.ok(bundle && present);
		const planned = planConnector(bundle, tenant, { scriptName: jdbc, bundle: present }, noChecks);
		return new Transfer('promotion', tenant, [planned]);
	}

	function outcomesOf(transfer: Transfer) {
		return transfer.connectors.flatMap(({ documents }) =>
			documents.flatMap(document => transfer.outcomeOf(document) ?? []),
		);
	}

	test('takes one request for each and side, once each tenant was looked at', async () => {
		await look();
		const transfer = await plan();
		assert.deepEqual([operationsOf(source()), operationsOf(target())], [['getConnector'], ['getConnector']]);
		const states = transfer.connectors.flatMap(({ documents }) =>
			documents.filter(({ state }) => state !== 'same').map(({ part, state }) => [part, state]),
		);
		assert.deepEqual(states, [['correlation-config', 'changed']]);
	});

	test('looks at the first connector of a tenant only, also if several are read at the same time', async () => {
		const names = ['active-directory-angularsc', jdbc, 'workday', 'servicenow-saas'];
		await Promise.all(names.map(name => readToCompare(from, name)));
		const looked = source().requests.filter(({ operation }) => /Source|Correlation/.test(operation ?? ''));
		assert.equal(looked.length, 3, 'one of each XML document');
	});

	test('takes one request of a document at its source, and three at its target', async () => {
		await look();
		const transfer = await plan();
		forget();
		await work.send(transfer);
		assert.equal(stored(), correlation('mine'));
		assert.deepEqual(correlations(source()), ['getConnectorCorrelationConfig']);
		assert.deepEqual(correlations(target()), [
			'getConnectorCorrelationConfig',
			'putConnectorCorrelationConfig',
			'getConnectorCorrelationConfig',
		]);
	});

	test('sends the bytes of the document, although the detail at its source has other line ends', async () => {
		await look();
		differingIn(jdbc, source());
		const transfer = await plan();
		await work.send(transfer);
		assert.deepEqual(outcomesOf(transfer), [{ kind: 'sent' }]);
		assert.equal(stored(), correlation('mine'));
	});

	test('takes a document for unchanged, although the detail at its target has other line ends', async () => {
		await look();
		differingIn(jdbc, target());
		const transfer = await plan();
		await work.send(transfer);
		assert.deepEqual(outcomesOf(transfer), [{ kind: 'sent' }]);
		assert.equal(stored(), correlation('mine'));
	});

	test('reads a kind by its own requests from then on', async () => {
		await look();
		differingIn(jdbc, source());
		await work.send(await plan());
		put(target(), correlation('theirs'));
		forget();
		await plan();
		assert.deepEqual(operationsOf(source()), ['getConnector', 'getConnectorCorrelationConfig']);
	});

	for (const isDifferent of [false, true]) {
		const also = isDifferent ? ', also where the details have other line ends' : '';

		test(`sends nothing over what was changed in the target meanwhile${also}`, async () => {
			await look();
			if (isDifferent) {
				differingIn(jdbc, target());
			}
			const transfer = await plan();
			put(target(), correlation('a colleague’s'));
			for (const _attempt of ['first', 'again']) {
				await work.send(transfer);
				const [outcome] = outcomesOf(transfer);
				assert.ok(outcome?.kind === 'failed' && outcome.error instanceof SaveConflictError);
				assert.equal(stored(), correlation('a colleague’s'));
			}
		});

		test(`sends nothing that nobody has seen: a document that was changed at its source${also}`, async () => {
			await look();
			if (isDifferent) {
				differingIn(jdbc, source());
			}
			const transfer = await plan();
			put(source(), correlation('a colleague’s'));
			for (const _attempt of ['first', 'again']) {
				await work.send(transfer);
				const [outcome] = outcomesOf(transfer);
				assert.ok(outcome?.kind === 'failed' && outcome.error instanceof ChangedSinceError);
				assert.equal(stored(), correlation('theirs'));
			}
		});

		test(`sends nothing that nobody has seen after a try that broke off${also}`, async () => {
			await look();
			if (isDifferent) {
				differingIn(jdbc, source());
			}
			const transfer = await plan();
			put(source(), correlation('a colleague’s'));
			source().fault({ operation: 'getConnector' }, { kind: 'answer', status: 403 });
			await work.send(transfer);
			await work.send(transfer);
			const [outcome] = outcomesOf(transfer);
			assert.ok(outcome?.kind === 'failed' && outcome.error instanceof ChangedSinceError);
			assert.equal(stored(), correlation('theirs'));
		});

		test(`sends what was compared in the next try after one that failed${also}`, async () => {
			await look();
			if (isDifferent) {
				differingIn(jdbc, source());
				differingIn(jdbc, target());
			}
			const transfer = await plan();
			target().fault({ operation: 'putConnectorCorrelationConfig' }, { kind: 'answer', status: 403 });
			await work.send(transfer);
			assert.equal(outcomesOf(transfer)[0]?.kind, 'failed');
			await work.send(transfer);
			assert.deepEqual(outcomesOf(transfer), [{ kind: 'sent' }]);
			assert.equal(stored(), correlation('mine'));
		});
	}

	test('sends nothing of a document that is gone at its source', async () => {
		await look();
		const transfer = await plan();
		const body = JSON.stringify({ detailCode: '404.0 Not Found', messages: [] });
		const headers = { 'Content-Type': 'application/json' };
		const gone = { kind: 'answer', status: 404, headers, body } as const;
		source().fault({ operation: 'getConnectorCorrelationConfig' }, gone);
		source().changeDetail = detail => ({ ...detail, correlationConfigXml: null });
		await work.send(transfer);
		const [outcome] = outcomesOf(transfer);
		assert.ok(outcome?.kind === 'failed' && outcome.error instanceof ChangedSinceError);
		assert.equal(stored(), correlation('theirs'));
	});

	test('sends nothing of a document that cannot be read at its source, and can be tried again', async () => {
		await look();
		const transfer = await plan();
		const fault = { kind: 'answer', status: 403 } as const;
		source().fault({ operation: 'getConnectorCorrelationConfig' }, fault);
		await work.send(transfer);
		const [outcome] = outcomesOf(transfer);
		assert.ok(outcome?.kind === 'failed' && outcome.error instanceof ApiError);
		assert.equal(stored(), correlation('theirs'));
		await work.send(transfer);
		assert.equal(stored(), correlation('mine'));
	});
});
