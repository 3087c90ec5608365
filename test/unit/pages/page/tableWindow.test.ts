import assert from 'node:assert/strict';
import {
	lineAt,
	lineRuns,
	lineTops,
	sightAt,
} from '../../../../src/pages/translations/page/grid/tableWindow';

suite('The lines of a translation table that are in the page', () => {
	const tops = lineTops(['a', 'b', 'c', 'd', 'e'], new Map([['b', 30]]), 10);

	test('are as high as they were seen, or as high as is guessed', () => {
		assert.deepEqual(tops, [0, 10, 40, 50, 60, 70]);
	});

	test('are found by where they are', () => {
		const lines = [-5, 0, 9, 10, 39, 40, 65, 70, 1000].map(height => lineAt(tops, height));
		assert.deepEqual(lines, [0, 0, 0, 1, 1, 2, 4, 4, 4]);
	});

	test('are those between two heights', () => {
		assert.deepEqual(lineRuns(tops, [15, 45], []), [{ gap: 10, from: 1, to: 3 }]);
		assert.deepEqual(lineRuns(tops, [-600, 600], []), [{ gap: 0, from: 0, to: 5 }]);
	});

	test('are also those that must not leave it, at their place', () => {
		assert.deepEqual(lineRuns(tops, [0, 5], [3]), [
			{ gap: 0, from: 0, to: 1 },
			{ gap: 40, from: 3, to: 4 },
		]);
		assert.deepEqual(lineRuns(tops, [62, 65], [0]), [
			{ gap: 0, from: 0, to: 1 },
			{ gap: 50, from: 4, to: 5 },
		]);
	});

	test('are in it once', () => {
		assert.deepEqual(lineRuns(tops, [15, 45], [1, 2, 2]), [{ gap: 10, from: 1, to: 3 }]);
		assert.deepEqual(lineRuns(tops, [15, 45], [-1, 5]), [{ gap: 10, from: 1, to: 3 }]);
	});

	test('are none of none', () => assert.deepEqual(lineRuns(lineTops([], new Map(), 10), [0, 100], [0]), []));
});

suite('What people see of a table', () => {
	test('counts as the same until it is far from there, or of another height', () => {
		const before = { top: 1000, height: 500 };
		assert.equal(sightAt(1199, 500, before), before);
		assert.equal(sightAt(801, 500, before), before);
		assert.deepEqual(sightAt(1200, 500, before), { top: 1200, height: 500 });
		assert.deepEqual(sightAt(1000, 501, before), { top: 1000, height: 501 });
		assert.deepEqual(sightAt(7, 500, undefined), { top: 7, height: 500 });
	});
});
