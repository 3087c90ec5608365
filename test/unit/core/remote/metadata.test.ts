import assert from 'node:assert/strict';
import { ApiError } from '../../../../src/core/api/errors';
import { RemoteMetadata } from '../../../../src/core/remote/remoteText';
import { clientOf, useSampleTenant } from '../api/sample';
import {
	MetadataError,
	metadataPatch,
	metadataText,
	parseMetadata,
} from '../../../../src/core/remote/metadata';

suite('The text of connector metadata', () => {
	const sample = useSampleTenant({ rateLimit: false });
	const bytes = (text: string) => Buffer.from(text);

	test('stays as the person has laid it out where the tenant does not take the next one', async () => {
		const metadata = new RemoteMetadata(() => Promise.resolve(clientOf(sample())), 'jdbc-angularsc');
		const mine = '{ "owner": "me",   "tags": [1, 2] }';
		await metadata.write(bytes(mine), await metadata.read(), Infinity);
		assert.deepEqual(await metadata.read(), new Uint8Array(bytes(mine)));
		sample().fault({ method: 'PATCH' }, { kind: 'answer', status: 400 });
		await assert.rejects(metadata.write(bytes('{"owner":"you"}'), bytes(mine), Infinity), ApiError);
		assert.deepEqual(await metadata.read(), new Uint8Array(bytes(mine)));
	});
});

suite('Connector metadata', () => {
	const cases: readonly (readonly [string, Record<string, unknown>, Record<string, unknown>, unknown[]])[] = [
		['nothing changed', { a: 1, b: { c: [1] } }, { b: { c: [1] }, a: 1 }, []],
		['a member added', { a: 1 }, { a: 1, b: 'x' }, [{ op: 'add', path: '/connectorMetadata/b', value: 'x' }]],
		['a member removed', { a: 1, b: 2 }, { a: 1 }, [{ op: 'remove', path: '/connectorMetadata/b' }]],
		[
			'a member changed',
			{ a: 1 },
			{ a: null },
			[{ op: 'replace', path: '/connectorMetadata/a', value: null }],
		],
		[
			'deep inside',
			{ a: { b: { c: 1, d: 2 } } },
			{ a: { b: { c: 3, d: 2 } } },
			[{ op: 'replace', path: '/connectorMetadata/a/b/c', value: 3 }],
		],
		[
			'an array',
			{ a: [1, 2] },
			{ a: [1, 3] },
			[{ op: 'replace', path: '/connectorMetadata/a', value: [1, 3] }],
		],
		[
			'another kind of value',
			{ a: { b: 1 } },
			{ a: [1] },
			[{ op: 'replace', path: '/connectorMetadata/a', value: [1] }],
		],
		[
			'keys that a pointer escapes',
			{ 'a/b': 1, '~': 1 },
			{ 'a/b': 2 },
			[
				{ op: 'remove', path: '/connectorMetadata/~0' },
				{ op: 'replace', path: '/connectorMetadata/a~1b', value: 2 },
			],
		],
		[
			'the first members, where the map may be absent',
			{},
			{ a: 1 },
			[{ op: 'add', path: '/connectorMetadata', value: { a: 1 } }],
		],
	];
	for (const [what, before, after, operations] of cases) {
		test(`${what}: ${operations.length} operation(s)`, () => {
			assert.deepEqual(metadataPatch(before, after), operations);
		});
	}

	test('the text is JSON that a person can edit', () => {
		assert.equal(metadataText({ a: { b: 1 } }), '{\n\t"a": {\n\t\t"b": 1\n\t}\n}\n');
		assert.deepEqual(parseMetadata(metadataText({ a: 'ü' })), { a: 'ü' });
	});

	for (const text of ['', '{', '[]', '7', 'null', '{"a":1,}']) {
		test(`${JSON.stringify(text)} is refused`, () => assert.throws(() => parseMetadata(text), MetadataError));
	}
});
