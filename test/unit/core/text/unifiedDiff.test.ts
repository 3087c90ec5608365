import assert from 'node:assert/strict';
import { applyPatch } from 'diff';
import { unifiedDiff } from '../../../../src/core/text/unifiedDiff';
import { below, oneOf, seeded, seededTest } from '../../../seeds';

const names = ['old', 'new'] as const;

suite('What a text changes of another', () => {
	test('is shown with two lines around it', () => {
		assert.equal(
			unifiedDiff('a\nb\nc\nd\ne\nf\n', 'a\nb\nc\nD\ne\nf\n', names),
			'--- old\n+++ new\n@@ -2,5 +2,5 @@\n b\n c\n-d\n+D\n e\n f\n',
		);
	});

	test('is nothing where only the ends of lines differ', () => {
		assert.equal(unifiedDiff('a\r\nb\rc', 'a\nb\nc', names), '');
		assert.doesNotMatch(unifiedDiff('a\r\nb\r\n', 'a\nc\n', names), /\r|-a/);
	});

	test('tells of a last line without an end', () => {
		assert.match(unifiedDiff('a\n', 'a', names), /\\ No newline at end of file/);
	});

	test('is found for long texts that have nothing in common (long)', () => {
		const lines = (word: string) =>
			Array.from({ length: 60_000 }, (_, index) => `${word} ${index}\n`).join('');
		const diff = unifiedDiff(lines('a'), lines('b'), names);
		assert.equal(diff.match(/^-a/gm)?.length, 60_000);
		assert.equal(diff.match(/^\+b/gm)?.length, 60_000);
	});

	seededTest('makes the one of the other', 1000, seeds => {
		for (const seed of seeds) {
			const random = seeded(seed);
			const text = () =>
				Array.from({ length: below(random, 20) }, () =>
					oneOf(random, ['a', 'b', '-c', '+d', ' ', '\n', '\n']),
				).join('');
			const [before, after] = [text(), text()];
			const diff = unifiedDiff(before, after, names);
			assert.equal(diff === '' ? before : applyPatch(before, diff), after);
		}
	});
});
