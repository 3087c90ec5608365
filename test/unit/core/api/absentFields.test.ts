import assert from 'node:assert/strict';
import type { ConnectorsApi } from '../../../../src/core/api/connectorsApi';
import { ApiError } from '../../../../src/core/api/errors';
import { withTranslations } from '../../../../src/core/api/withTranslations';
import { localesOf } from '../../../../src/core/api/wire';
import { toDetail, toRow } from '../../../../src/sample/service/connectorDto';
import { createConnector } from '../../../../src/core/transfer/copy/createConnector';
import { readConnector } from '../../../../src/core/transfer/copy/readConnector';
import { clientOf, useSampleTenant } from './sample';

suite('What an answer lacks', () => {
	const sample = useSampleTenant({ rateLimit: false });
	const jdbc = 'jdbc-angularsc';
	const client = (): ConnectorsApi => clientOf(sample());

	function answer(operation: string, body: unknown, status = 200): void {
		const headers = { 'Content-Type': 'application/json' };
		sample().fault({ operation }, { kind: 'answer', status, headers, body: JSON.stringify(body) }, 50);
	}

	/** Whether a field is missing or null makes no difference. */
	const asNull = (fields: object) => Object.fromEntries(Object.keys(fields).map(name => [name, null]));
	const detail = () => toDetail(sample().connector(jdbc));

	test('is nothing to be read from a detail: neither null nor a field of another shape is told', async () => {
		for (const body of [{}, asNull(detail())]) {
			answer('getConnector', body);
			assert.deepEqual(await client().getConnector(jdbc), {});
			sample().clearFaults();
		}
		answer('getConnector', {
			translationProperties: ['de'],
			connectorMetadata: 7,
			uploadedFiles: [null, 'a'],
		});
		assert.deepEqual(await client().getConnector(jdbc), { uploadedFiles: ['a'] });
	});

	test('is unknown where locales are concerned, and a locale whose text is null exists', async () => {
		assert.equal(localesOf({}), undefined);
		assert.equal(localesOf({ translationProperties: null }), undefined);
		assert.deepEqual(localesOf({ translationProperties: {} }), []);
		answer('getConnector', { translationProperties: { de: null, en: 'a=b' } });
		assert.deepEqual(localesOf(await client().getConnector(jdbc)), ['de', 'en']);
	});

	test('is found out for translations: what the service does not answer in English exists', async () => {
		const { translationProperties } = detail();
		for (const told of [{}, { translationProperties: null }]) {
			const found = await withTranslations(client(), jdbc, told);
			assert.deepEqual(found.translationProperties, translationProperties);
		}
		sample().forgetRequests();
		const known = { translationProperties: { de: 'a=b' } };
		assert.equal(await withTranslations(client(), jdbc, known), known);
		assert.equal(sample().requests.length, 0);
	});

	test('is no document less in a copy of a connector', async () => {
		const textsOfCopy = async () =>
			[...((await readConnector(client(), jdbc))?.texts ?? [])].map(([part, bytes]) => [
				part,
				Buffer.from(bytes).toString(),
			]);
		const whole = await textsOfCopy();
		const nulls = asNull(detail().translationProperties ?? {});
		for (const translationProperties of [undefined, null, nulls]) {
			answer('getConnector', { ...detail(), translationProperties });
			assert.deepEqual(await textsOfCopy(), whole);
			sample().clearFaults();
		}
	});

	test('is no text "null" in a copy, where a document cannot be found by itself', async () => {
		answer('getConnector', {
			...detail(),
			sourceConfigXml: null,
			translationProperties: { de: null, xx: null, yy: 'a=b' },
		});
		const missing = { detailCode: '404.0 Not Found', messages: [] };
		answer('getConnectorSourceConfig', missing, 404);
		answer('getConnectorTranslations', missing, 404);
		const bundle = await readConnector(client(), jdbc);
		assert.deepEqual([...bundle!.texts.keys()].sort(), [
			'connector-metadata',
			'correlation-config',
			'source-template',
		]);
		assert.deepEqual(bundle?.otherTranslations, new Map([['yy', 'a=b']]));
	});

	test('is no reason to leave a row out, but for its script name', async () => {
		const row = toRow(sample().connector(jdbc));
		answer('getConnectorList', [
			null,
			7,
			{},
			asNull(row),
			{ ...asNull(row), scriptName: 'a', features: [null, 'X'] },
		]);
		const { items } = await client().listPage();
		assert.deepEqual(items, [
			{
				scriptName: 'a',
				name: 'a',
				type: undefined,
				className: undefined,
				features: ['X'],
				status: undefined,
			},
		]);
	});

	test('is nothing in what is said of a document that was sent', async () => {
		answer('putConnectorCorrelationConfig', {
			status: 'updated',
			message: null,
			updatedFiles: null,
			scriptName: null,
		});
		const write = () => client().writePart(jdbc, 'correlation-config', Buffer.from('<a/>'));
		assert.deepEqual(await write(), { status: 'UPDATED' });
		sample().clearFaults();
		answer('putConnectorCorrelationConfig', { status: null, message: 7 });
		assert.deepEqual(await write(), {});
	});

	test('is nothing in what is said of an error', async () => {
		for (const body of [
			null,
			[null],
			{ detailCode: null, trackingId: null, messages: null, causes: null, error: null, message: null },
			{ messages: [null, 7, {}, { text: null }], causes: [null] },
		]) {
			answer('getConnector', body, 400);
			await assert.rejects(client().getConnector(jdbc), (error: unknown) => {
				assert.ok(error instanceof ApiError);
				return error.status === 400 && error.details.texts.length === 0;
			});
			sample().clearFaults();
		}
	});
});

suite('The status of a connector', () => {
	const sample = useSampleTenant({ rateLimit: false });
	const jdbc = 'jdbc-angularsc';

	for (const [told, read] of [
		['released', 'RELEASED'],
		['Development', 'DEVELOPMENT'],
		['demo', 'DEMO'],
		['Beta', 'Beta'],
	]) {
		test(`"${told}" is ${read} in every answer`, async () => {
			const client = clientOf(sample());
			const { features, ...detail } = { ...toRow(sample().connector(jdbc)), status: told };
			for (const [operation, body] of [
				['getConnector', detail],
				['updateConnector', detail],
				['getConnectorList', [{ ...detail, features }]],
			] as const) {
				sample().fault({ operation }, { kind: 'answer', status: 200, body: JSON.stringify(body) }, 2);
			}
			assert.equal((await client.getConnector(jdbc)).status, read);
			assert.equal((await client.patchConnector(jdbc, [])).status, read);
			assert.equal((await client.listPage()).items[0]?.status, read);
			assert.equal((await readConnector(client, jdbc))?.about.status, read);
		});
	}

	test('begins as it is told, in whatever case', async () => {
		const about = {
			name: 'Lower',
			type: undefined,
			className: 'a.B',
			directConnect: true,
			status: 'released',
		};
		assert.equal(await createConnector(clientOf(sample()), about), 'lower');
		assert.equal(sample().connector('lower').status, 'RELEASED');
	});
});
