import assert from 'node:assert/strict';
import { lineAndColumn, Lines } from '../../../../src/core/text/lines';

suite('the position of an offset', () => {
	for (const [what, text, offset, line, character] of [
		['the start', 'ab', 0, 0, 0],
		['the first line', 'ab\ncd', 2, 0, 2],
		['behind \\n', 'ab\ncd', 3, 1, 0],
		['behind \\r', 'ab\rcd', 3, 1, 0],
		['behind \\r\\n', 'ab\r\ncd', 4, 1, 0],
		['between \\r and \\n', 'ab\r\ncd', 3, 0, 3],
		['behind \\n\\r, which are two ends', '\n\rx', 2, 2, 0],
		['the end', 'a\nb\r\nc\rd', 8, 3, 1],
		['behind a character of two units', '😀x', 2, 0, 2],
		['an empty text', '', 0, 0, 0],
	] as const) {
		test(`is right for ${what}`, () => {
			assert.deepEqual(new Lines(text).positionAt(offset), { line, character });
			assert.deepEqual(lineAndColumn(text, offset), { line: line + 1, column: character + 1 });
		});
	}
});
