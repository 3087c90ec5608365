import assert from 'node:assert/strict';
import type { ConnectorDetail } from '../../../../src/core/api/wire';
import { partTexts } from '../../../../src/core/remote/documentParts';

suite('The texts of a connector', () => {
	test('are its documents, in the order of the tree', () => {
		const texts = partTexts({
			applicationXml: '<Application/>',
			correlationConfigXml: '<CorrelationConfig/>',
			sourceConfigXml: '<Form/>',
			translationProperties: { no: 'b=2', de: 'a=1', en: 'a=0' },
			connectorMetadata: { a: [1] },
		});
		assert.deepEqual(
			[...texts],
			[
				['source-config', '<Form/>'],
				['source-template', '<Application/>'],
				['correlation-config', '<CorrelationConfig/>'],
				['translations/en', 'a=0'],
				['translations/de', 'a=1'],
				['translations/no', 'b=2'],
				['connector-metadata', '{\n\t"a": [\n\t\t1\n\t]\n}\n'],
			],
		);
	});

	test('begin behind a byte order mark, as in an editor', () => {
		assert.equal(partTexts({ sourceConfigXml: '\uFEFF<Form/>' }).get('source-config'), '<Form/>');
	});

	test('leave out what the tenant does not tell, or tells in another shape', () => {
		const detail: unknown = {
			applicationXml: null,
			correlationConfigXml: 3,
			translationProperties: { en: null, xx: 'no locale of the service', __proto__: 'x' },
			connectorMetadata: null,
		};
		assert.deepEqual([...partTexts(detail as ConnectorDetail)], [['connector-metadata', '{}\n']]);
		assert.deepEqual([...partTexts({})], [['connector-metadata', '{}\n']]);
		const empty: unknown = { translationProperties: null };
		assert.deepEqual([...partTexts(empty as ConnectorDetail)], [['connector-metadata', '{}\n']]);
	});
});
