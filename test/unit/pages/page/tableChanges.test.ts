import assert from 'node:assert/strict';
import type { TranslationTable } from '../../../../src/core/connector/translations/translationTable';
import {
	withChanges,
	withRow,
	withRows,
	withSameObjects,
} from '../../../../src/pages/translations/page/tableChanges';

suite('A translation table that is sent again', () => {
	const table = (): TranslationTable => ({
		locales: ['en', 'de'],
		hasForm: true,
		rows: [
			{ key: 'Host', family: '', isUsed: true, texts: ['Host', null] },
			{ key: 'Port', family: '', isUsed: true, texts: ['Port', 'Port'] },
		],
	});

	test('keeps the objects of all that is the same', () => {
		const before = table();
		const after = withSameObjects(before, table());
		assert.equal(after.rows, before.rows);
		assert.equal(after.locales, before.locales);
	});

	test('has another object only for the row that is another one', () => {
		const before = table();
		const after = withSameObjects(before, withChanges(table(), [set('Host', 'de', '')]));
		assert.notEqual(after.rows[0], before.rows[0]);
		assert.deepEqual(after.rows[0]?.texts, ['Host', '']);
		assert.equal(after.rows[1], before.rows[1]);
	});

	test('shows at once what has been asked for', () => {
		const changes = [
			set('Port', 'en', 'Door'),
			set('Port', 'de', 'Tür'),
			set('Gone', 'de', 'x'),
			set('Host', 'xx', 'x'),
		];
		assert.deepEqual(
			withChanges(table(), changes).rows.map(({ texts }) => texts),
			[
				['Host', null],
				['Door', 'Tür'],
			],
		);
	});

	test('has other rows in the places of those with their keys', () => {
		const before = table();
		const port = { key: 'Port', family: '', isUsed: true, texts: ['Door', null] };
		const gone = { key: 'Gone', family: '', isUsed: true, texts: ['x', 'x'] };
		assert.deepEqual(withRows(before, [port, gone]).rows, [before.rows[0], port]);
		assert.equal(withRows(before, []), before);
	});

	test('shows the key that is being edited although it has vanished, without texts', () => {
		const [host, port] = table().rows;
		assert.ok(host && port);
		const bare = { ...host, texts: [null, null] };
		assert.deepEqual(withRow({ ...table(), rows: [port] }, host, 0).rows, [bare, port]);
		assert.deepEqual(withRow({ ...table(), rows: [] }, host, 7).rows, [bare]);
	});

	test('stays as it is while it has the key that is being edited', () => {
		const same = table();
		assert.equal(withRow(same, { key: 'Port', family: '', isUsed: true, texts: [] }, 0), same);
	});
});

const set = (key: string, locale: string, text: string) =>
	({ type: 'setText', number: 1, key, locale, text, before: null }) as const;
