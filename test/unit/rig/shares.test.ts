import assert from 'node:assert/strict';
import fs from 'node:fs';
import { sharesOf } from '../../rig/steps/shares';
import { hostSeconds, uiSeconds, unitSeconds } from '../../rig/steps/suiteSeconds';

suite('The shares of a step', () => {
	const files = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => `${name}.test.js`);

	const seconds = (longer: Readonly<Record<string, number>>) => ({ usual: 8, longer });

	test('have every suite once', () => {
		assert.deepEqual(
			sharesOf(files, 4, seconds({ c: 100 }))
				.flat()
				.sort(),
			files,
		);
		assert.deepEqual(sharesOf([], 4), []);
	});

	test('take about as long as each other', () => {
		assert.deepEqual(sharesOf(files, 2, seconds({ b: 30, e: 30 })), [
			['a.test.js', 'b.test.js', 'd.test.js'],
			['c.test.js', 'e.test.js', 'f.test.js'],
		]);
		assert.deepEqual(sharesOf(files, 2, seconds({ e: 40 }))[0], ['e.test.js']);
	});

	test('begin with the longest, where each suite is one', () => {
		assert.deepEqual(sharesOf(files.slice(0, 3), Infinity, seconds({ b: 60, c: 90 })), [
			['c.test.js'],
			['b.test.js'],
			['a.test.js'],
		]);
	});

	test('know how long suites take that there are', () => {
		const known = [
			...Object.keys(unitSeconds.longer).map(name => `test/unit/${name}.test.ts`),
			...Object.keys(hostSeconds.longer).map(name => `test/host/${name}.test.ts`),
			...Object.keys(uiSeconds.longer).map(name => `test/ui/${name}.test.ts`),
		];
		assert.deepEqual(
			known.filter(file => !fs.existsSync(file)),
			[],
		);
	});
});
