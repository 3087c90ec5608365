import assert from 'node:assert/strict';
import { ApiError } from '../../../../src/core/api/errors';
import { secretValue } from '../../../../src/core/api/source';
import { hostileSources } from '../../../hostileSources';
import { clientOf, useSampleTenant } from './sample';

suite('Hostile and partial answers about sources', () => {
	const sample = useSampleTenant({ rateLimit: false, sources: 300 });
	const read = (id: string) => clientOf(sample()).sources.getSource(id);
	const list = () => clientOf(sample()).sources.listSources();

	/** Lets it happen to a source of its own, and returns that source's id. */
	function hostile(what: keyof typeof hostileSources): string {
		const { id } = sample().createSource({ name: `With ${what}`, connector: 'workday' });
		hostileSources[what](sample(), id);
		return id;
	}

	const isRefusal = (status: number) => (error: unknown) =>
		error instanceof ApiError && error.status === status;

	for (const [what, status] of [
		['an error whose Content-Encoding is UTF-8', 404],
		['404 between list and read', 404],
		['403 for one source', 403],
	] as const) {
		test(`${what} is that status of the one source, and the others are read`, async () => {
			const id = hostile(what);
			const sources = await list();
			assert.ok(sources.some(source => source.id === id));
			await assert.rejects(read(id), isRefusal(status));
			assert.ok(await read(sources.find(source => source.id !== id)?.id ?? ''));
		});
	}

	test('nulls and absent fields are nothing', async () => {
		assert.equal((await read(hostile('no owner'))).owner, undefined);
		assert.ok((await read(hostile('nulls wherever they may be'))).attributes.size > 0);
		assert.equal((await read(hostile('connectorAttributes that are null'))).attributes.size, 0);
		assert.equal((await read(hostile('no connectorAttributes'))).attributes.size, 0);
	});

	test('what nobody expects is kept as it is', async () => {
		assert.ok((await read(hostile('a feature that is not specified'))).features.includes('TELEPATHY'));
		const { attributes } = await read(hostile('values of other types than their fields'));
		assert.deepEqual([attributes.get('timeout'), attributes.get('pageSize')], ['soon', [100]]);
		const odd = await read(hostile('odd keys'));
		assert.deepEqual(
			['__proto__', 'a/b', 'a~b', 'a.b', 'a b'].map(key => odd.attributes.get(key)),
			['x', 'x', 'x', 'x', 'x'],
		);
		assert.equal((await read(hostile('a connector that is not there'))).connector, 'no-such-connector');
	});

	test('of secrets only that they are set is known', async () => {
		const { attributes } = await read(hostile('secrets that are cipher text, empty and null'));
		assert.deepEqual(
			['password', 'clientSecret', 'apiKey'].map(key => attributes.get(key)),
			[secretValue, '', null],
		);
	});

	test('a source-config may be refused where the source is not', async () => {
		const id = hostile('403 for the source-config alone');
		await assert.rejects(clientOf(sample()).sources.getSourceConfig(id), isRefusal(403));
		assert.equal((await read(id)).id, id);
	});

	test('a record on two pages is one source', async () => {
		hostile('a record on two pages');
		const ids = (await list()).map(({ id }) => id);
		assert.equal(new Set(ids).size, ids.length);
		assert.ok(ids.length > 250);
	});

	test('without a count, and after 429 without Retry-After, all are listed', async () => {
		const count = (await list()).length;
		hostile('no X-Total-Count');
		assert.equal((await list()).length, count + 1);
		sample().clearFaults();
		hostile('429 without Retry-After');
		assert.equal((await list()).length, count + 2);
	});

	test('HTML is no list and no source', async () => {
		const id = hostile('200 with HTML');
		await assert.rejects(list(), isRefusal(200));
		await assert.rejects(read(id), isRefusal(200));
	});
});
