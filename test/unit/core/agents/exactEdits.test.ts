import assert from 'node:assert/strict';
import { ExactEditError, withExactEdits } from '../../../../src/core/agents/exactEdits';
import { below, oneOf, seeded, seededTest } from '../../../seeds';

const edit = (oldText: string, newText: string) => ({ oldText, newText });

suite('Edits by exact texts', () => {
	test('are made one after another, each of what the others have left', () => {
		assert.equal(withExactEdits('a b c', [edit('b', 'x'), edit('a x', 'y')]), 'y c');
		assert.equal(withExactEdits('a b', []), 'a b');
		assert.equal(withExactEdits('a b', [edit(' b', '')]), 'a');
	});

	test('put in texts as they are', () => {
		assert.equal(withExactEdits('a', [edit('a', "$& $1 $' $$")]), "$& $1 $' $$");
	});

	const refused: readonly [text: string, oldText: string, expected: RegExp][] = [
		['a', 'b', /^The oldText of edit 1 is not in the document\./],
		['a', 'A', /not in the document/],
		['a', '', /not in the document/],
		['', 'a', /not in the document/],
		['aba', 'a', /^The oldText of edit 1 occurs more than once\./],
		['aaa', 'aa', /more than once/],
	];
	for (const [text, oldText, expected] of refused) {
		test(`are refused for "${oldText}" in "${text}"`, () => {
			assert.throws(
				() => withExactEdits(text, [edit(oldText, 'x')]),
				(error: Error) => error instanceof ExactEditError && expected.test(error.message),
			);
		});
	}

	test('say which of them has no place', () => {
		assert.throws(() => withExactEdits('a', [edit('a', 'b'), edit('a', 'c')]), /edit 2 is not/);
	});

	seededTest('change one place, or nothing', 2000, seeds => {
		for (const seed of seeds) {
			const random = seeded(seed);
			const text = Array.from({ length: below(random, 8) }, () => oneOf(random, ['a', 'b', '\n'])).join('');
			const oldText = Array.from({ length: below(random, 4) }, () => oneOf(random, ['a', 'b', '\n'])).join(
				'',
			);
			const places = text
				.split(/(?:)/)
				.filter((_, at) => oldText !== '' && text.startsWith(oldText, at)).length;
			if (places === 1) {
				const at = text.indexOf(oldText);
				const expected = `${text.slice(0, at)}<new>${text.slice(at + oldText.length)}`;
				assert.equal(withExactEdits(text, [edit(oldText, '<new>')]), expected);
			} else {
				assert.throws(() => withExactEdits(text, [edit(oldText, '<new>')]), ExactEditError);
			}
		}
	});
});
