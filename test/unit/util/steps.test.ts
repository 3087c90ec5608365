import assert from 'node:assert/strict';
import { inPieces, type Steps } from '../../../src/util/steps';

const always = () => true;

/** Work of some steps, each of which does something. */
function* work(steps: number, step: () => void): Steps<string> {
	for (let taken = 0; taken < steps; taken++) {
		step();
		yield;
	}
	return 'done';
}

suite('Work in steps', () => {
	test('goes on in turns of the event loop in which no other work does', async () => {
		let inThisTurn = 0;
		let most = 0;
		const step = () => {
			inThisTurn++;
			most = Math.max(most, inThisTurn);
		};
		let next = setImmediate(function watch() {
			inThisTurn = 0;
			next = setImmediate(watch);
		});
		try {
			const all = [1, 2, 3].map(() => inPieces(work(5, step), always));
			most = 0; // The first steps are taken at once.
			assert.deepEqual(await Promise.all(all), ['done', 'done', 'done']);
		} finally {
			clearImmediate(next);
		}
		assert.equal(most, 1);
	});

	test('leaves its turns to others once it is no longer wanted', async () => {
		let taken = 0;
		let isWanted = true;
		const unwanted = inPieces(
			work(100, () => taken++),
			() => isWanted,
		);
		const other = inPieces(
			work(3, () => undefined),
			always,
		);
		isWanted = false;
		assert.equal(await unwanted, undefined);
		assert.equal(taken, 1);
		assert.equal(await other, 'done');
	});

	test('leaves them to others when it fails', async () => {
		let taken = 0;
		const failing = inPieces(
			work(3, () => {
				assert.equal(taken++, 0, 'only the first step works');
			}),
			always,
		);
		const other = inPieces(
			work(3, () => undefined),
			always,
		);
		await assert.rejects(failing, /only the first step works/);
		assert.equal(await other, 'done');
	});
});
