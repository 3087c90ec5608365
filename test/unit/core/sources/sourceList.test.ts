import assert from 'node:assert/strict';
import { ApiError } from '../../../../src/core/api/errors';
import type { Source } from '../../../../src/core/api/source';
import { SourceList } from '../../../../src/core/sources/sourceList';
import { sourceWith } from './forms';

suite('The list of sources', () => {
	let now = 0;
	let asked = 0;
	let answer: () => Promise<readonly Source[]>;
	const minutes = (count: number) => count * 60_000;
	const list = () =>
		new SourceList(
			() => {
				asked++;
				return answer();
			},
			() => now,
		);
	const status = (code: number) => () =>
		Promise.reject(new ApiError('host', 'listSources', code, { texts: [] }));

	setup(() => {
		[now, asked] = [0, 0];
		answer = () => Promise.resolve([sourceWith({}, 'B'), sourceWith({}, 'A')]);
	});

	test('is read once for all who ask', async () => {
		const sources = list();
		const [all, of] = await Promise.all([sources.all(), sources.of('acme'), sources.of('other')]);
		assert.deepEqual([all.length, of.map(({ name }) => name), asked], [2, ['A', 'B'], 1]);
		assert.deepEqual(await sources.of('other'), []);
		assert.deepEqual(await sources.of('__proto__'), []);
	});

	test('is read again after five minutes', async () => {
		const sources = list();
		await sources.all();
		now = minutes(5) - 1;
		await sources.all();
		assert.deepEqual([asked, sources.isKnown], [1, true]);
		now = minutes(5);
		assert.equal(sources.isKnown, false);
		await sources.all();
		assert.equal(asked, 2);
	});

	test('is seen as it was last read, the same object each time, without a request', async () => {
		const sources = list();
		assert.equal(sources.seen('acme'), undefined);
		await sources.all();
		const seen = sources.seen('acme');
		assert.deepEqual(seen, await sources.of('acme'));
		now = minutes(60);
		assert.equal(sources.seen('acme'), seen);
		assert.equal(asked, 1);
		answer = status(500);
		await assert.rejects(sources.all());
		assert.equal(sources.seen('acme'), seen);
	});

	test('a refusal is never asked for again', async () => {
		answer = status(403);
		const sources = list();
		await assert.rejects(sources.all(), { status: 403 });
		now = minutes(60 * 24);
		await assert.rejects(sources.of('acme'), { status: 403 });
		assert.equal(asked, 1);
	});

	test('a failure is not asked for again for five minutes', async () => {
		answer = status(500);
		const sources = list();
		await assert.rejects(sources.all(), { status: 500 });
		await assert.rejects(sources.all(), { status: 500 });
		assert.equal(asked, 1);
		now = minutes(5);
		await assert.rejects(sources.all());
		assert.equal(asked, 2);
	});
});
