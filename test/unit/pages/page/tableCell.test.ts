import assert from 'node:assert/strict';
import { cellAfter, cellAt, placeOf } from '../../../../src/pages/translations/page/grid/tableCell';

suite('The active cell of a translation table', () => {
	const row = (key: string) => ({ key, family: '', isUsed: true, texts: [key, key] });
	const columns = ['en', 'de'].map((locale, index) => ({ locale, index }));
	const sight = { rows: ['Host', 'Port', 'User'].map(row), columns };
	const user = { key: 'User', locale: 'de' };

	test('is the first text to begin with', () => {
		assert.deepEqual(placeOf(undefined, sight, { row: 0, column: 1 }), { row: 0, column: 1 });
		assert.deepEqual(cellAt({ row: 0, column: 1 }, sight), { key: 'Host', locale: 'en' });
	});

	test('goes with its key', () => {
		const place = placeOf(user, sight, { row: 0, column: 1 });
		assert.deepEqual(place, { row: 2, column: 2 });
		assert.deepEqual(cellAt(place, sight), user);
	});

	test('is in the row that has taken its place, if its key has gone', () => {
		const rest = { rows: sight.rows.slice(0, 2), columns };
		assert.deepEqual(placeOf(user, rest, { row: 2, column: 2 }), { row: 1, column: 2 });
		assert.equal(
			cellAt(placeOf(user, { rows: [], columns }, { row: 2, column: 2 }), { rows: [], columns }),
			undefined,
		);
	});

	test('is the key, if its locale is hidden', () => {
		const place = placeOf(user, { rows: sight.rows, columns: columns.slice(0, 1) }, { row: 2, column: 2 });
		assert.deepEqual(place, { row: 2, column: 0 });
	});

	test('is another one after a move', () => {
		assert.deepEqual(cellAfter({ row: 2, column: 2 }, 'pageUp', sight, 1), { key: 'Port', locale: 'de' });
	});
});
