import assert from 'node:assert/strict';
import { readForm } from '../../../../src/core/connector/model/form';
import { keysOf } from '../../../../src/core/sources/formKeys';
import { keyUses } from '../../../../src/core/sources/keyUses';
import { formOf, sourceWith } from './forms';

suite('The keys of a form', () => {
	const { sourceConfig } = formOf(
		`<Field name="host" type="select"><AllowedValues><Option value="a"/><Option value="b"/></AllowedValues></Field>
		<Field type="text"/>
		<Field name="list" type="cardList"><Field name="key" type="secret"/></Field>
		<Field type="cardList"><Field name="lost" type="text"/></Field>
		<Field name="host" type="text"/>`,
	);
	const keys = keysOf(readForm(sourceConfig!));

	test('are in the order of the text, on cards below the name of the cardList, and none without a name', () => {
		assert.deepEqual(
			keys.map(({ path }) => path),
			[['host'], ['list'], ['list', 'key'], ['host']],
		);
	});

	test('are looked up in the sources by their whole path', () => {
		const sources = [
			sourceWith({ host: 'a', key: 'not on a card' }),
			sourceWith({ host: 'b', list: [{ key: 'x' }] }, 'Two'),
			sourceWith({ host: '' }, 'Three'),
		];
		const uses = keyUses(sources);
		const names = (found: readonly { readonly name: string }[]) => found.map(({ name }) => name);
		assert.deepEqual(names(uses.set(['host'])), ['One', 'Two']);
		assert.deepEqual(names(uses.set(['list', 'key'])), ['Two']);
		assert.deepEqual(names(uses.chosen(['host'], 'b')), ['Two']);
		assert.deepEqual(names(uses.chosen(['host'], 'c')), []);
		assert.equal(keyUses(sources), uses);
	});
});
