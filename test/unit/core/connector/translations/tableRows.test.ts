import assert from 'node:assert/strict';
import { changedRows } from '../../../../../src/core/connector/translations/tableRows';
import { tableOf } from '../../../../../src/core/connector/translations/translationTable';
import { connectorOf } from '../completion/completing';

suite('The rows of a table that are others than before', () => {
	const table = (de: string, form = '<Form><Field name="a" displayName="A"/></Form>') =>
		tableOf(connectorOf({ form, translations: { en: 'A=1\nB=2\nC=3', de } }));
	const changed = (de: string, form?: string) =>
		changedRows(table('A=1\nB=2'), table(de, form))?.map(({ key }) => key);

	test('are those with another text', () => {
		assert.deepEqual(changed('A=1\nB=2'), []);
		assert.deepEqual(changed('A=1\nB=3'), ['B']);
		assert.deepEqual(changed('B=2\nC=3'), ['A', 'C']);
	});

	test('are those that are used or not by now', () => {
		const form = '<Form><Field name="a" displayName="A" helpKey="B"/></Form>';
		assert.deepEqual(changed('A=1\nB=2', form), ['B']);
	});

	test('are not all that changes if keys, locales or the form come or go', () => {
		assert.equal(changed('A=1\nB=2\nD=4'), undefined);
		assert.equal(changed('A=1\nB=2', '<Form><Field name="a" displayName="B"/></Form>'), undefined);
		assert.equal(changed('A=1\nB=2', ''), undefined);
		const other = tableOf(connectorOf({ translations: { en: 'A=1\nB=2\nC=3' } }));
		assert.equal(changedRows(table('A=1'), other), undefined);
	});
});
