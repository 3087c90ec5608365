import assert from 'node:assert/strict';
import {
	cellAction,
	moved,
	type KeyPress,
	type Move,
} from '../../../../src/pages/translations/page/tableKeys';

suite('A key that is pressed in a cell', () => {
	const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
		key,
		ctrlKey: false,
		metaKey: false,
		altKey: false,
		shiftKey: false,
		...more,
	});
	const inText = (key: string, more?: Partial<KeyPress>) => cellAction(press(key, more), false);
	const inKey = (key: string, more?: Partial<KeyPress>) => cellAction(press(key, more), true);

	test('moves', () => {
		assert.deepEqual(inText('ArrowLeft'), { type: 'move', to: 'left' });
		assert.deepEqual(inKey('PageDown'), { type: 'move', to: 'pageDown' });
		assert.deepEqual(inText('Home'), { type: 'move', to: 'rowStart' });
		assert.deepEqual(inText('End', { ctrlKey: true }), { type: 'move', to: 'end' });
		assert.deepEqual(inText('Home', { metaKey: true }), { type: 'move', to: 'start' });
		assert.equal(inText('ArrowLeft', { altKey: true }), undefined);
	});

	test('edits a text, with Enter and F2 from its end', () => {
		assert.deepEqual(inText('Enter'), { type: 'edit', overwrite: false });
		assert.deepEqual(inText('F2'), { type: 'edit', overwrite: false });
		assert.equal(inKey('F2'), undefined);
	});

	test('overwrites a text if it makes a character', () => {
		for (const key of ['a', 'Ä', '語', '.', 'Dead', 'Process']) {
			assert.deepEqual(inText(key), { type: 'edit', overwrite: true }, key);
			assert.equal(inKey(key), undefined, key);
		}
		assert.deepEqual(inText('€', { ctrlKey: true, altKey: true }), { type: 'edit', overwrite: true });
		assert.deepEqual(inText('v', { metaKey: true }), { type: 'edit', overwrite: true });
	});

	test('is left to others if it does not', () => {
		for (const key of [' ', 'Tab', 'Escape', 'Shift', 'F5', 'Backspace']) {
			assert.equal(inText(key), undefined, key);
		}
		assert.equal(inText('c', { ctrlKey: true }), undefined);
		assert.equal(inText('z', { metaKey: true }), undefined);
	});

	test('shows a text in its editor and a key in the form', () => {
		assert.deepEqual(inText('Enter', { ctrlKey: true }), { type: 'reveal' });
		assert.deepEqual(inKey('Enter', { metaKey: true }), { type: 'reveal' });
		assert.deepEqual(inKey('Enter'), { type: 'reveal' });
	});

	test('removes a text, and a key', () => {
		assert.deepEqual(inText('Delete'), { type: 'clear' });
		assert.deepEqual(inKey('Delete'), { type: 'remove' });
	});
});

suite('A move from cell to cell', () => {
	function assertMoved(move: Move, from: readonly [number, number], to: readonly [number, number]) {
		const place = moved({ row: from[0], column: from[1] }, move, { rows: 10, columns: 3, page: 4 });
		assert.deepEqual([place.row, place.column], to, move);
	}

	test('leads to the neighbour, and to none beyond the edges', () => {
		assertMoved('left', [5, 1], [5, 0]);
		assertMoved('left', [5, 0], [5, 0]);
		assertMoved('right', [5, 1], [5, 2]);
		assertMoved('right', [5, 2], [5, 2]);
		assertMoved('up', [0, 1], [0, 1]);
		assertMoved('down', [9, 1], [9, 1]);
	});

	test('leads a page up or down', () => {
		assertMoved('pageUp', [5, 1], [1, 1]);
		assertMoved('pageUp', [1, 1], [0, 1]);
		assertMoved('pageDown', [5, 1], [9, 1]);
		assertMoved('pageDown', [8, 1], [9, 1]);
	});

	test('leads to the ends of the row and of the table', () => {
		assertMoved('rowStart', [5, 1], [5, 0]);
		assertMoved('rowEnd', [5, 1], [5, 2]);
		assertMoved('start', [5, 1], [0, 0]);
		assertMoved('end', [5, 1], [9, 2]);
	});

	test('leads from text to text, passing over the keys', () => {
		assertMoved('next', [5, 1], [5, 2]);
		assertMoved('next', [5, 2], [6, 1]);
		assertMoved('next', [9, 2], [9, 2]);
		assertMoved('previous', [5, 2], [5, 1]);
		assertMoved('previous', [5, 1], [4, 2]);
		assertMoved('previous', [0, 1], [0, 1]);
	});
});
