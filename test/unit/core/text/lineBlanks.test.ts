import assert from 'node:assert/strict';
import { blanksBack } from '../../../../src/core/text/lineBlanks';
import { applyEdits } from '../../../../src/core/text/textEdit';

suite('Blanks that were trimmed', () => {
	const back = (before: string, now: string) => applyEdits(now, blanksBack(before, now));
	const trimmed = (text: string) => text.replace(/[ \t]+(?=\r|\n|$)/g, '');

	test('come back where they were', () => {
		for (const before of [
			'',
			' ',
			'a=1 \nb=2\t\n',
			'a=1 \r\n\t\r\n  \r\nb=2 ',
			'a\n\n \n',
			'\n \n a',
			'a \na\na  \n',
			'a=1 ',
		]) {
			assert.equal(back(before, trimmed(before)), before, JSON.stringify(before));
			assert.equal(back(before, `${trimmed(before).trimEnd()}\n`), before, JSON.stringify(before));
		}
	});

	test('come back to lines that were moved or changed around', () => {
		assert.equal(back('a=1\nb=2 \nc=3\n', 'c=3\nb=2\na=1\n'), 'c=3\nb=2 \na=1\n');
		assert.equal(back('a=1 \nb=2 \nc=3\n', 'a=1\nnew\nb=2\nc=3\n'), 'a=1 \nnew\nb=2 \nc=3\n');
		assert.equal(back('<a>\nx  \ny</a>', '<a>\n\tx\n\ty\n</a>\n'), '<a>\n\tx  \n\ty\n</a>\n');
	});

	test('do not come to lines that say something else, or that cannot be told apart', () => {
		assert.equal(back('a=1 \nb=2\n', 'a=3\nb=2\n'), 'a=3\nb=2\n');
		assert.equal(back('x\na \na\ny', 'y\na\nb\na\nx'), 'y\na\nb\na\nx');
	});

	test('are left as they are where nothing was trimmed', () => {
		assert.deepEqual(blanksBack('a \nb\n\n', 'a \nb\n\n'), []);
	});
});
