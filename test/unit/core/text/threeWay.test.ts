import assert from 'node:assert/strict';
import { lineCounts } from '../../../../src/core/text/lineDiff';
import { lineEdits } from '../../../../src/core/text/lineEdits';
import { applyEdits } from '../../../../src/core/text/textEdit';
import {
	conflictsOf,
	markedText,
	mergedText,
	threeWay,
	undecidedCount,
	type Side,
} from '../../../../src/core/text/threeWay';
import { below, oneOf, seeded, seededTest } from '../../../seeds';

const base = 'a\nb\nc\nd\ne\n';

suite('Two texts that were made from one', () => {
	function assertMerged(theirs: string, yours: string, merged: string): void {
		const parts = threeWay(base, theirs, yours);
		assert.deepEqual(conflictsOf(parts), []);
		assert.equal(
			mergedText(parts, () => 'yours'),
			merged,
		);
	}

	test('are one again where their changes do not touch', () => {
		assertMerged('A\nb\nc\nd\ne\n', 'a\nb\nc\nd\nE\n', 'A\nb\nc\nd\nE\n');
		assertMerged('a\nb\nb2\nc\nd\ne\n', 'a\nb\nc\ne\n', 'a\nb\nb2\nc\ne\n');
		assertMerged(base, 'yours', 'yours');
		assertMerged('theirs', base, 'theirs');
	});

	test('are one again where both have the same change', () => {
		assertMerged('a\nB\nc\nd\ne\n', 'a\nB\nc\nd\ne', 'a\nB\nc\nd\ne');
	});

	test('do not differ by their line ends', () => {
		assertMerged('A\r\nb\r\nc\r\nd\r\ne\r\n', 'a\nb\nc\nd\nE\n', 'A\nb\nc\nd\nE\n');
		assert.equal(
			mergedText(threeWay(base, base, 'x\ny\n'), () => 'yours', '\r\n'),
			'x\r\ny\r\n',
		);
	});

	test('are in conflict where their changes touch', () => {
		const parts = threeWay(base, 'a\nB\nc\nd\ne\n', 'a\nb!\nc\nd\nE\n');
		assert.deepEqual(conflictsOf(parts), [{ base: ['b'], baseAt: 1, theirs: ['B'], yours: ['b!'], at: 1 }]);
		const results = (['theirs', 'yours', 'both'] satisfies Side[]).map(side => mergedText(parts, () => side));
		assert.deepEqual(results, ['a\nB\nc\nd\nE\n', 'a\nb!\nc\nd\nE\n', 'a\nB\nb!\nc\nd\nE\n']);
		assert.equal(markedText(parts), 'a\n<<<<<<<\nB\n|||||||\nb\n=======\nb!\n>>>>>>>\nc\nd\nE\n');
	});

	test('are in conflict with an empty text, and with one that has an end', () => {
		assert.equal(conflictsOf(threeWay(base, '', 'a\nb\nC\nd\ne\n')).length, 1);
		assert.equal(conflictsOf(threeWay('a', 'a\n', 'a\n\n')).length, 1);
		assert.equal(conflictsOf(threeWay('', 'a', 'b')).length, 1);
	});

	test('are in conflict wherever they differ, if nobody knows what they were made from', () => {
		const parts = threeWay(undefined, 'a\nB\nc\nd\n', 'a\nb\nc\nd\nE\n');
		assert.deepEqual(
			conflictsOf(parts).map(({ theirs, yours, at }) => [theirs, yours, at]),
			[
				[['B'], ['b'], 1],
				[[], ['E'], 4],
			],
		);
		assert.equal(
			mergedText(parts, () => 'theirs'),
			'a\nB\nc\nd\n',
		);
		assert.equal(
			mergedText(parts, () => 'yours'),
			'a\nb\nc\nd\nE\n',
		);
	});

	seededTest('are the one that was changed if the other was not, whatever the change', 300, seeds => {
		for (const seed of seeds) {
			const random = seeded(seed);
			const [one, other, third] = [0, 1, 2].map(() =>
				Array.from({ length: below(random, 9) }, () => oneOf(random, ['a', 'b', 'c'])).join('\n'),
			) as [string, string, string];
			for (const parts of [
				threeWay(one, one, other),
				threeWay(one, other, one),
				threeWay(one, other, other),
			]) {
				assert.deepEqual(conflictsOf(parts), []);
				const merged = mergedText(parts, () => 'yours');
				assert.equal(merged, other);
			}
			for (const { at, yours } of conflictsOf(threeWay(one, other, third))) {
				assert.deepEqual(third.split('\n').slice(at, at + yours.length), yours);
			}
		}
	});

	test('leave a conflict open in a text that has neither change', () => {
		const conflicts = conflictsOf(threeWay(base, 'a\nB\nc\nD\ne\n', 'a\nb!\nc\nd!\ne\n'));
		const left = (text: string) => undecidedCount(base, conflicts, text);
		assert.deepEqual(
			[base, 'a\nB\nc\nd\ne\n', 'a\nB\nc\nd!\ne\n', 'a\nc\nD\nd!\ne\n'].map(left),
			[2, 1, 0, 0],
		);
	});
});

suite('The edits from one text to another', () => {
	test('make it of whole lines, and leave all others alone', () => {
		for (const [before, after] of [
			['', 'a'],
			['a', ''],
			['a\r\nb\r\n', 'a\r\nc\r\nb\r\n'],
			['a\nb\nc', 'c'],
			['a\nb', 'a\nb\n'],
			['x\ny\nz\n', 'X\ny\nZ\nz\n'],
		] as const) {
			assert.equal(applyEdits(before, lineEdits(before, after)), after);
		}
		assert.deepEqual(lineEdits('a\nb\nc\n', 'a\nB\nc\n'), [{ start: 2, end: 4, newText: 'B\n' }]);
		assert.deepEqual(lineEdits(base, base), []);
	});
});

suite('What a text changes in another', () => {
	test('is lines added, removed and changed: an insertion replaces nothing', () => {
		const counts = (after: string) => Object.values<number>({ ...lineCounts(base, after) });
		assert.deepEqual(counts('a\nb\nx\ny\nz\nc\nd\ne\n'), [3, 0, 3, 0]);
		assert.deepEqual(counts('a\nd\ne\n'), [2, 0, 0, 2]);
		assert.deepEqual(counts('a\nB\nC\nd\nE\n'), [2, 3, 0, 0]);
		assert.deepEqual(counts('A\nA2\nb\nc\nd\n'), [1, 1, 1, 1]);
		assert.deepEqual(counts(base.replaceAll('\n', '\r\n')), []);
	});
});
