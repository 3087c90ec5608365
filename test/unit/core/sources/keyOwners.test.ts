import assert from 'node:assert/strict';
import { secretValue } from '../../../../src/core/api/source';
import { parseXml } from '../../../../src/core/xml/parse';
import { pictureOf } from '../../../../src/core/connector/form/pictureOf';
import { fieldsByPath } from '../../../../src/core/sources/fieldsByPath';
import { sourcesThatChose, sourcesThatSet } from '../../../../src/core/sources/fieldUse';
import { keyOwners, keysWithoutField } from '../../../../src/core/sources/keyOwners';
import { formOf, sourceWith } from './forms';

suite('Keys of sources', () => {
	const documents = {
		...formOf('<Field name="host" type="text"/><Field name="filterString" type="text"/>'),
		sourceTemplate: parseXml(
			'<Application><Attributes><Map><entry key="isTable" value="1"/></Map></Attributes></Application>',
		),
	};
	const ownerOf = keyOwners(pictureOf(documents, 'en'), documents, ['ours']);

	for (const [key, owner] of [
		['host', 'form'],
		['filterString', 'form'],
		['isTable', 'template'],
		['cloudDisplayName', 'system'],
		['lastAggregationDate_account', 'system'],
		['ours', 'system'],
		['Host', 'nobody'],
		['constructor', 'nobody'],
		['__proto__', 'nobody'],
	] as const) {
		test(`${key} is of ${owner}`, () => {
			assert.equal(ownerOf(key), owner);
		});
	}

	test('those without a field are what neither the form nor the service has, where they are set', () => {
		const { attributes } = sourceWith({
			host: 'x',
			isTable: '1',
			healthy: true,
			old: false,
			empty: '',
			none: null,
		});
		assert.deepEqual(keysWithoutField(attributes, ownerOf), [
			{ key: 'isTable', owner: 'template' },
			{ key: 'old', owner: 'nobody' },
		]);
	});

	test('are counted where they are set, on cards too', () => {
		const sources = [
			sourceWith({ host: 'x', list: [{ key: 'a' }, { key: '' }] }),
			sourceWith({ host: false, list: [{}] }),
			sourceWith({ host: null, list: 'none' }),
			sourceWith({ host: 'secret', encrypted: 'host' }),
		];
		assert.equal(sourcesThatSet(['host'], sources).length, 3);
		assert.equal(sourcesThatSet(['list', 'key'], sources).length, 1);
		assert.equal(sourcesThatChose(['host'], 'false', sources).length, 1);
		assert.equal(sourcesThatChose(['host'], 'secret', sources).length, 0);
		assert.equal(sourcesThatChose(['list', 'key'], 'a', sources).length, 1);
	});

	test('whose value is encrypted are secret, whether the source says so or not', () => {
		const { attributes } = sourceWith({
			listed: 'x',
			unlisted: '1:ACP:c2VjcmV0IG9mIGEgc291cmNl',
			plain: '1:2',
			encrypted: 'listed',
		});
		assert.deepEqual(
			['listed', 'unlisted', 'plain'].map(key => attributes.get(key) === secretValue),
			[true, true, false],
		);
	});

	test('of a form are those of its fields and of the cards in them', () => {
		const picture = pictureOf(
			formOf(
				'<Field name="a"/><Field name="a"/><Field/><Field name="list" type="cardList"><SubFields><Field name="b"/></SubFields></Field>',
			),
			'en',
		);
		assert.deepEqual(
			[...fieldsByPath(picture)].map(([key, { fields }]) => [key, fields.length]),
			[
				['a', 2],
				['list', 1],
				['list › b', 1],
			],
		);
	});
});
