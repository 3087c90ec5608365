import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { severalAtOnce } from '../../../../src/core/api/severalAtOnce';

suite('Work for several items at a time', () => {
	test('is done once for each, for no more of them at a time than was said', async () => {
		const done: number[] = [];
		let [underWay, most] = [0, 0];
		await severalAtOnce([1, 2, 3, 4, 5, 6, 7], 3, async item => {
			most = Math.max(most, ++underWay);
			await setImmediate();
			underWay--;
			done.push(item);
		});
		assert.deepEqual([done.sort(), most], [[1, 2, 3, 4, 5, 6, 7], 3]);
	});

	test('ends with the first failure: what is under way goes on, and nothing else is begun', async () => {
		const begun: number[] = [];
		const work = severalAtOnce([1, 2, 3, 4, 5, 6, 7], 2, async item => {
			begun.push(item);
			await setImmediate();
			if (item === 1) {
				throw new Error('broken');
			}
			await setImmediate();
		});
		await assert.rejects(work, { message: 'broken' });
		await setImmediate();
		await setImmediate();
		assert.deepEqual(begun, [1, 2]);
	});
});
