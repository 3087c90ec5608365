import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { CredentialsError } from '../../../../src/core/api/errors';
import { useSampleTenant } from '../api/sample';
import { TestClock } from '../../testClock';
import { Transferring } from './transferring';

const names = ['JDBC', 'Workday', 'Active Directory', 'DocuSign', 'Epic', 'Box', 'Slack', 'GitHub'];
suite('A transfer of many connectors', () => {
	const sample = useSampleTenant({ rateLimit: false });
	let work: Transferring;
	/** So that each test has something to send. */
	let turn = 0;

	setup(() => {
		work = new Transferring(sample(), new TestClock());
		sample().latency = 0;
		turn++;
	});

	teardown(() => work.dispose());

	const texts = (name: string) => ({
		'source-template': `<Application name="${name} ${turn}"/>\n`,
		'correlation-config': `<CorrelationConfig name="${name} ${turn}"/>\n`,
	});
	const plan = () => work.plan(...names.map(name => ({ name, texts: texts(name) })));
	const puts = () => sample().requests.filter(({ method }) => method === 'PUT');
	const recordFile = () => {
		const folder = path.join(work.folder, 'transfers');
		return path.join(folder, fs.readdirSync(folder).find(name => name.endsWith('.json')) ?? '');
	};

	test('sends documents of several connectors at a time, and of each one after another', async () => {
		const transfer = await plan();
		let [most, mostOfOne] = [0, 0];
		sample().latency = 20;
		sample().onRequest = () => {
			const underWay = puts().filter(({ status }) => status === 0);
			most = Math.max(most, underWay.length);
			for (const { path: place } of underWay) {
				const connector = place.split('/')[3];
				const own = underWay.filter(other => other.path.split('/')[3] === connector);
				mostOfOne = Math.max(mostOfOne, own.length);
			}
		};
		await work.send(transfer);
		assert.ok(most > 1 && most <= 4, `${most} at a time`);
		assert.equal(mostOfOne, 1);
		const { connectors } = transfer;
		const outcomes = connectors.flatMap(({ documents }) =>
			documents.flatMap(document => transfer.outcomeOf(document)?.kind ?? []),
		);
		assert.deepEqual(
			outcomes,
			Array.from({ length: 2 * connectors.length }, () => 'sent'),
		);
	});

	test('begins nothing more once the tenant takes nothing at all', async () => {
		const transfer = await plan();
		sample().latency = 20;
		sample().onRequest = ({ method }) => {
			if (method === 'PUT') {
				sample().expireTokens();
				sample().fault({ operation: 'token' }, { kind: 'answer', status: 401 }, 100);
			}
		};
		await assert.rejects(work.send(transfer), CredentialsError);
		const begun = new Set(puts().map(({ path: place }) => place));
		assert.ok(begun.size <= 4, `${begun.size} documents`);
	});

	test('adds to its record with each document, instead of writing it anew', async () => {
		const transfer = await plan();
		const sizes: number[] = [];
		const written = new Set<number>();
		await work.send(transfer, {
			onProgress: () => {
				if (fs.existsSync(path.join(work.folder, 'transfers'))) {
					written.add(fs.statSync(recordFile()).ino);
					sizes.push(fs.statSync(recordFile()).size);
				}
			},
		});
		assert.equal(written.size, 1, 'always the same file');
		assert.deepEqual(
			sizes,
			sizes.toSorted((one, other) => one - other),
		);
		const [record] = await work.records.list();
		assert.equal(record?.changes.length, 2 * names.length);
	});

	test('is undone by what the disk has of its record, also if a power cut has left a part of a line', async () => {
		const before = stored();
		await work.send(await plan());
		fs.appendFileSync(recordFile(), '\n{"changed":{"document":{"tenant":"sam');
		const { restored, failed } = await work.undo();
		assert.deepEqual([restored.length, failed], [2 * names.length, []]);
		assert.deepEqual(stored(), before);
		assert.deepEqual(await work.records.list(), [], 'nothing is left to undo');
	});

	test('of a former version is undone, too: its record is one JSON of several lines', async () => {
		const before = stored();
		await work.send(await plan());
		const [record] = await work.records.list();
		fs.writeFileSync(recordFile(), `${JSON.stringify(record, undefined, '\t')}\n`);
		await work.undo();
		assert.deepEqual(stored(), before);
	});

	const stored = () =>
		['jdbc-angularsc', 'active-directory-angularsc'].map(name =>
			Buffer.from(sample().connector(name).correlationConfig).toString(),
		);
});
