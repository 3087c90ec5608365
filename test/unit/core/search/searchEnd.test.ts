import assert from 'node:assert/strict';
import { ApiError, CredentialsError } from '../../../../src/core/api/errors';
import { startSampleTenant } from '../../../../src/sample/server/sampleTenant';
import type { PatternError } from '../../../../src/core/search/pattern';
import { Search } from '../../../../src/core/search/search';
import { clientOf, operationsOf } from '../api/sample';
import {
	acme,
	choose,
	detailsOf,
	inJdbc,
	needle,
	pattern,
	places,
	searchIn,
	sourceOf,
	useNeedle,
} from './searching';

suite('How a search ends:', () => {
	const sample = useNeedle();

	test('one that is cancelled sends nothing more, and keeps what it has found', async () => {
		sample().latency = 20;
		const search = searchIn(sample(), pattern('<'), {
			changed: () => {
				if (search.done === 9) {
					search.cancel();
				}
			},
		});
		await assert.rejects(search.run(), { name: 'AbortError' });
		assert.equal(search.state, 'cancelled');
		assert.ok(search.results.connectors > 0);
		const found = search.results.matches;
		await new Promise(resolve => setTimeout(resolve, 150));
		sample().latency = 0;
		assert.ok(detailsOf(sample()) <= 9 + 8, `${detailsOf(sample())} requests`);
		assert.ok(search.total > 25);
		assert.equal(search.results.matches, found);
	});

	test('one that is cancelled while the tenant lists its connectors is over at once', async () => {
		sample().fault({ operation: 'getConnectorList' }, { kind: 'stall' });
		const search = searchIn(sample(), pattern('<'));
		setTimeout(() => search.cancel(), 30);
		await assert.rejects(search.run(), { name: 'AbortError' });
		assert.equal(detailsOf(sample()), 0);
	});

	test('one that is cancelled does not wait for answers', async () => {
		sample().fault({ operation: 'getConnector' }, { kind: 'stall' }, 1000);
		const search = searchIn(sample(), pattern('<'));
		setTimeout(() => search.cancel(), 100);
		const start = performance.now();
		await assert.rejects(search.run(), { name: 'AbortError' });
		assert.ok(performance.now() - start < 2000);
	});

	test('one that is cancelled before it begins asks nothing', async () => {
		const search = searchIn(sample(), pattern('<'));
		search.cancel();
		await assert.rejects(search.run(), { name: 'AbortError' });
		assert.deepEqual(operationsOf(sample()), []);
	});

	test('a connector that cannot be read is noted, and it goes on', async () => {
		const broken = { kind: 'answer', status: 500, body: '{}' } as const;
		sample().fault({ path: /active-directory-angularsc/ }, broken);
		sample().fault({ path: /\/jdbc-angularsc/ }, { kind: 'cut' }, 3);
		const retry = { retries: 2, wait: () => Promise.resolve() };
		const search = searchIn(sample(), pattern('<'), { client: { retry } });
		await search.run();
		assert.equal(search.state, 'complete');
		assert.deepEqual(search.results.unread.map(({ scriptName, name }) => [scriptName, name]).sort(), [
			['active-directory-angularsc', sample().connector('active-directory-angularsc').name],
			['jdbc-angularsc', sample().connector('jdbc-angularsc').name],
		]);
		assert.ok(search.results.unread.some(({ error }) => error instanceof ApiError && error.status === 500));
		assert.equal(search.read, search.total - 2);
		const rows = search.results.tenants.flatMap(tenant => tenant.rows);
		assert.equal(rows.filter(({ kind }) => kind === 'unread').length, 2);
	});

	test('one that is told to wait once waits, and finds the same', async () => {
		sample().fault(
			{ operation: 'getConnector' },
			{ kind: 'answer', status: 429, headers: { 'Retry-After': '0' }, body: '{}' },
		);
		const search = searchIn(sample(), pattern(needle));
		await search.run();
		assert.deepEqual(places(search.results), inJdbc);
		assert.equal(detailsOf(sample()), search.total + 1);
	});

	test('one whose tenant refuses the credentials asks no further', async () => {
		sample().fault({ operation: 'getConnector' }, { kind: 'answer', status: 401, body: '{}' }, 1000);
		const search = searchIn(sample(), pattern(needle));
		await assert.rejects(search.run(), (error: ApiError) => error.status === 401);
		assert.equal(search.state, 'failed');
		assert.ok(detailsOf(sample()) <= 24, `${detailsOf(sample())} requests`);
	});

	test('one that cannot have the list fails', async () => {
		sample().fault({ operation: 'getConnectorList' }, { kind: 'answer', status: 403, body: '{}' });
		await assert.rejects(
			searchIn(sample(), pattern(needle)).run(),
			(error: ApiError) => error.status === 403,
		);
	});

	const refused = { kind: 'answer', status: 401, body: '{}' } as const;

	for (const [what, operation, isRefusal] of [
		['refuses the credentials', 'token', (error: unknown) => error instanceof CredentialsError],
		['lists its connectors only', 'getConnector', (error: unknown) => error instanceof ApiError],
	] as const) {
		test(`one through several tenants goes on where one of them ${what}`, async () => {
			const other = await startSampleTenant({ rateLimit: false, connectors: 30 });
			try {
				other.fault({ operation }, refused, 1000);
				const clients = new Map([
					['acme', clientOf(sample())],
					['other', clientOf(other)],
				]);
				const clientFor = (id: string) => clients.get(id) ?? assert.fail(id);
				const scope = [{ id: 'other', name: 'Other' }, acme];
				const search = new Search(pattern(needle), scope, {
					...sourceOf(clientFor('acme')),
					client: id => Promise.resolve(clientFor(id)),
					connectors: id => clientFor(id).listConnectors(),
				});
				await search.run();
				assert.deepEqual(places(search.results), inJdbc);
				const [unread, ...more] = search.results.unread;
				assert.ok(isRefusal(unread?.error));
				assert.deepEqual([unread.name, unread.scriptName, more], ['Other', undefined, []]);
				const rows = search.results.tenants.map(tenant => [tenant.name, tenant.rows.length]);
				assert.deepEqual(rows, [
					['Other', 1],
					['Acme', 1],
				]);
				assert.ok(detailsOf(other) <= 24);
			} finally {
				await other.stop();
			}
		});
	}

	for (const limit of [1, 2, 5]) {
		test(`one that finds more than ${limit} ends there`, async () => {
			const search = searchIn(sample(), pattern(needle), { limit, scope: [choose('jdbc-angularsc')] });
			await search.run();
			assert.equal(search.state, 'limited');
			assert.deepEqual(places(search.results), inJdbc.slice(0, limit));
			assert.equal(search.results.matches, limit);
		});
	}

	test('one that finds just as many as are enough is complete', async () => {
		const search = searchIn(sample(), pattern(needle), { limit: inJdbc.length });
		await search.run();
		assert.equal(search.state, 'complete');
		assert.equal(search.results.matches, inJdbc.length);
	});

	test('one that has enough asks no further', async () => {
		const search = searchIn(sample(), pattern('<'), { limit: 10 });
		await search.run();
		assert.equal(search.state, 'limited');
		assert.equal(places(search.results).length, 10);
		assert.ok(detailsOf(sample()) <= 16, `${detailsOf(sample())} requests`);
	});

	test('one with a regular expression that takes too long asks no further (long)', async () => {
		sample().change('jdbc-angularsc', connector => {
			connector.sourceTemplate = Buffer.from(`${'a'.repeat(60)}!`);
		});
		const hostile = pattern('^(a+)+$', { isRegExp: true });
		const search = searchIn(sample(), hostile, {
			scope: [choose('jdbc-angularsc', ...Array.from({ length: 20 }, (_, place) => `z-${place}`))],
		});
		await assert.rejects(search.run(), (error: PatternError) => error.problem === 'too-slow');
		assert.equal(search.state, 'failed');
		await new Promise(resolve => setTimeout(resolve, 100));
		assert.ok(detailsOf(sample()) <= 16, `${detailsOf(sample())} requests`);
	});
});
