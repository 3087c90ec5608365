import assert from 'node:assert/strict';
import { inPieces, type Steps } from '../../../src/util/steps';

suite('Work in steps', () => {
	test('takes no step in a turn of the event loop in which other work takes one', async () => {
		let inThisTurn = 0;
		let most = 0;
		let next: NodeJS.Immediate;
		const watch = () => {
			inThisTurn = 0;
			next = setImmediate(watch);
		};
		function* work(): Steps<string> {
			for (let step = 0; step < 5; step++) {
				yield;
				inThisTurn++;
				most = Math.max(most, inThisTurn);
			}
			return 'done';
		}
		watch();
		const results = await Promise.all([1, 2, 3].map(() => inPieces(work(), () => true)));
		clearImmediate(next!);
		assert.deepEqual(results, ['done', 'done', 'done']);
		assert.equal(most, 1);
	});

	test('keeps nobody else waiting once it is no longer wanted', async () => {
		let taken = 0;
		function* endless(): Steps<string> {
			while (taken < 100) {
				taken++;
				yield;
			}
			return 'not ended';
		}
		const unwanted = inPieces(endless(), () => taken < 3);
		function* short(): Steps<string> {
			yield;
			return 'done';
		}
		assert.equal(await inPieces(short(), () => true), 'done');
		assert.equal(await unwanted, undefined);
		assert.equal(taken, 3);
	});
});
