import assert from 'node:assert/strict';
import { shownInField, typedInField, type FieldLines } from '../../../../src/core/text/shownInField';

suite('A text that is edited in a field of a page', () => {
	const edits: readonly (readonly [lines: FieldLines, before: string, typed: string, meant: string])[] = [
		['many', 'one\r\ntwo\r\nthree', 'one\ntwo\nthree', 'one\r\ntwo\r\nthree'],
		['many', 'one\r\ntwo\r\nthree', 'one!\ntwo\nthree', 'one!\r\ntwo\r\nthree'],
		['many', 'one\r\ntwo\rthree\nfour', 'one\ntwo\nthree\nfour!', 'one\r\ntwo\rthree\nfour!'],
		['many', 'one\r\ntwo\rthree\nfour', '1\n2\n3\n4', '1\r\n2\r3\n4'],
		['many', 'one\r\ntwo', 'one\nand\ntwo', 'one\r\nand\r\ntwo'],
		['many', 'one\r\ntwo', 'onetwo', 'onetwo'],
		['many', '\r\n\r\n', '\n', '\r\n'],
		['many', 'one', 'one\ntwo', 'one\ntwo'],
		['many', 'one\rtwo', '', ''],
		['many', '', 'one', 'one'],
		['many', 'a😀\r\nb', 'a😁\nb', 'a😁\r\nb'],
		['single', 'one\r\ntwo', 'onetwo', 'one\r\ntwo'],
		['single', 'one\r\ntwo\nthree', 'onetwothree!', 'one\r\ntwo\nthree!'],
		['single', 'one\ntwo', 'ontwo', 'on\ntwo'],
		['single', '\n', 'x', '\nx'],
		['single', 'one\ntwo', 'x', 'x'],
	];
	for (const [lines, before, typed, meant] of edits) {
		test(`keeps the line breaks that people left alone: ${JSON.stringify([lines, before, typed])}`, () => {
			assert.equal(typedInField(before, typed, lines), meant);
		});
	}

	test('is shown as the field has it', () => {
		assert.equal(shownInField('a\r\nb\rc\nd', 'many'), 'a\nb\nc\nd');
		assert.equal(shownInField('a\r\nb\rc\nd', 'single'), 'abcd');
	});
});
