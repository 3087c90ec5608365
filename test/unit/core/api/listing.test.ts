import assert from 'node:assert/strict';
import type { Connector } from '../../../../src/core/api/connector';
import { listEverything, type Page } from '../../../../src/core/api/listing';
import type { SampleTenant } from '../../../../src/sample/server/sampleTenant';
import { clientOf, operationsOf, useSampleTenant } from './sample';

const names = (connectors: readonly Connector[]) => connectors.map(({ scriptName }) => scriptName);
const listRequests = (sample: SampleTenant) =>
	operationsOf(sample).filter(operation => operation === 'getConnectorList').length;

suite('Listing', () => {
	const sample = useSampleTenant({ connectors: 1200, rateLimit: false });

	/** The released connectors, as the tenant has them at the end. */
	async function truth(): Promise<string[]> {
		const all: string[] = [];
		for (let offset = 0; ; offset += 100) {
			const { items } = await clientOf(sample()).listPage({ limit: 100, offset });
			all.push(...names(items));
			if (items.length < 100) {
				return all;
			}
		}
	}

	/** Calls `change` when the list is asked for the `count`th time. */
	function beforePage(count: number, change: () => void): void {
		let seen = 0;
		sample().onRequest = ({ operation }) => {
			if (operation === 'getConnectorList' && ++seen === count) {
				change();
			}
		};
	}

	function assertIsTruth(listed: readonly Connector[], expected: readonly string[]): void {
		assert.deepEqual(names(listed).sort(), expected.toSorted());
	}

	test('asks for the first page with the total, and for each other page once', async () => {
		const listed = await clientOf(sample()).listConnectors();
		assert.equal(listRequests(sample()), Math.ceil(listed.length / 250));
		assert.deepEqual(sample().requests.filter(({ path }) => path.includes('count=true')).length, 1);
		assertIsTruth(listed, await truth());
	});

	test('passes filters on to every page', async () => {
		const listed = await clientOf(sample()).listConnectors({ filters: 'name sw "JD"' });
		assert.ok(listed.length > 0 && listed.every(({ name }) => name.toLowerCase().startsWith('jd')));
	});

	test('a connector that appears in front meanwhile brings nothing twice and hides nothing', async () => {
		const added = { ...sample().connector('jdbc-angularsc'), name: 'AAA first', scriptName: 'aaa-first' };
		beforePage(2, () => sample().add(added));
		assertIsTruth(await clientOf(sample()).listConnectors(), await truth());
		sample().remove('aaa-first');
	});

	test('a connector that vanishes in front meanwhile hides no other', async () => {
		const first = (await truth())[0] ?? assert.fail('no connector');
		const removed = sample().connector(first);
		beforePage(2, () => sample().remove(first));
		assertIsTruth(await clientOf(sample()).listConnectors(), await truth());
		sample().add(removed);
	});

	test('a list that never comes to rest is given up on after three passes, with nothing twice', async () => {
		let count = 0;
		const template = sample().connector('jdbc-angularsc');
		sample().onRequest = ({ operation, path }) => {
			if (operation === 'getConnectorList' && !path.includes('offset=0')) {
				count++;
				sample().add({ ...template, name: `AAA ${count}`, scriptName: `aaa-${count}` });
			}
		};
		const listed = await clientOf(sample()).listConnectors();
		sample().onRequest = undefined;
		assert.equal(new Set(names(listed)).size, listed.length);
		const missing = new Set(await truth());
		names(listed).forEach(name => missing.delete(name));
		assert.deepEqual(
			[...missing].filter(name => !name.startsWith('aaa-')),
			[],
		);
		for (; count > 0; count--) {
			sample().remove(`aaa-${count}`);
		}
	});

	for (const [what, header] of [
		['missing', undefined],
		['no number', 'many'],
		['smaller than the page', '3'],
	] as const) {
		test(`a total that is ${what} is not believed: pages are read until an empty one`, async () => {
			const expected = await truth();
			const page = await clientOf(sample()).listPage({ limit: 250 });
			const rows = page.items.map(({ name, scriptName }) => ({ name, scriptName }));
			sample().fault(
				{ operation: 'getConnectorList', path: /offset=0/ },
				{
					kind: 'answer',
					status: 200,
					headers: { 'Content-Type': 'application/json', ...(header && { 'X-Total-Count': header }) },
					body: JSON.stringify(rows),
				},
			);
			assertIsTruth(await clientOf(sample()).listConnectors(), expected);
		});
	}

	test('a page that fails fails the list, and the pages behind it are not asked for', async () => {
		sample().fault({ path: /offset=250/ }, { kind: 'answer', status: 500 });
		const api = clientOf(sample(), {});
		await assert.rejects(api.listConnectors(), { status: 500 });
		assert.ok(listRequests(sample()) <= 9);
	});

	test('rows may lack every field; one without a script name is left out', async () => {
		const rows = [
			{ scriptName: 'bare' },
			{ name: 'Nameless' },
			null,
			7,
			{ scriptName: 'odd', features: 'x', status: 'NEW' },
		];
		sample().fault(
			{ operation: 'getConnectorList' },
			{ kind: 'answer', status: 200, headers: { 'X-Total-Count': '5' }, body: JSON.stringify(rows) },
		);
		assert.deepEqual(
			(await clientOf(sample()).listConnectors()).map(({ scriptName, name, features }) => [
				scriptName,
				name,
				features,
			]),
			[
				['bare', 'bare', []],
				['odd', 'odd', []],
			],
		);
	});
});

suite('The pages of a list', () => {
	test('leave as soon as one that was asked for before is there, no more than eight at once', async () => {
		const pages: ((page: Page<number>) => void)[] = [];
		const listed = listEverything({
			fetchPage: () => new Promise<Page<number>>(resolve => pages.push(resolve)),
			keyOf: String,
		});
		const asked: number[] = [];
		for (let offset = 0; offset < 20; offset++) {
			asked.push(pages.length);
			pages[offset]?.({ items: [offset], rows: 1, total: 20 });
			await new Promise(resolve => setImmediate(resolve));
		}
		assert.deepEqual(asked, [1, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, ...Array<number>(8).fill(20)]);
		assert.deepEqual(await listed, [...Array(20).keys()]);
	});
});

suite('Listing 5,000 connectors', () => {
	const sample = useSampleTenant({ connectors: 5000 });

	test('takes one token and a request for each 250', async () => {
		const released = (await clientOf(sample()).listPage({ limit: 1, count: true })).total ?? 0;
		assert.ok(released > 4950);
		sample().forgetRequests();
		const listed = await clientOf(sample()).listConnectors();
		assert.equal(listed.length, released);
		assert.deepEqual(operationsOf(sample()), ['token', ...Array<string>(20).fill('getConnectorList')]);
	});
});
