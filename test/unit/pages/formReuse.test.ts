import assert from 'node:assert/strict';
import { reuse } from '../../../src/pages/form/formReuse';

const field = (id: string, label: string, start = 0) => ({
	id,
	start,
	end: start + 5,
	label: { text: label },
});

suite('Reuse of what a picture has in common with the one before', () => {
	test('gives back all of it if nothing has changed but places in the text', () => {
		const before = { steps: [field('a', 'A'), field('b', 'B')] };
		assert.equal(reuse(before, { steps: [field('a', 'A', 7), field('b', 'B', 20)] }), before);
	});

	test('gives back what has not changed', () => {
		const before = { steps: [field('a', 'A'), field('b', 'B')] };
		const after = reuse(before, { steps: [field('a', 'A'), field('b', 'Bee')] });
		assert.equal(after.steps[0], before.steps[0]);
		assert.notEqual(after.steps, before.steps);
		assert.deepEqual(after.steps[1], field('b', 'Bee'));
	});

	test('finds what something new has moved, and what has changed places', () => {
		const before = [field('a', 'A'), field('b', 'B')];
		const after = reuse(before, [field('new', 'N'), field('b', 'B'), field('a', 'A')]);
		assert.equal(after[1], before[1]);
		assert.equal(after[2], before[0]);
	});

	test('notices what has gone', () => {
		assert.deepEqual(reuse([field('a', 'A'), field('b', 'B')], [field('a', 'A')]), [field('a', 'A')]);
		assert.deepEqual(reuse({ one: 1, two: 2 }, { one: 1 }), { one: 1 });
		assert.deepEqual(reuse({ one: 1, two: undefined }, { one: 1, three: undefined }), {
			one: 1,
			three: undefined,
		});
	});

	test('takes a value of another kind as it is', () => {
		assert.deepEqual(reuse<unknown>({ value: ['a'] }, { value: { 0: 'a' } }), { value: { 0: 'a' } });
		assert.deepEqual(reuse<unknown>({ value: 'true' }, { value: true }), { value: true });
		assert.equal(reuse<unknown>(undefined, 'text'), 'text');
	});

	test('knows names for nothing but names', () => {
		const after = JSON.parse('{ "__proto__": { "text": "a" }, "constructor": "b" }') as object;
		const result = reuse<object>({}, after);
		assert.deepEqual(Object.keys(result), ['__proto__', 'constructor']);
	});
});
