import assert from 'node:assert/strict';
import {
	condition,
	conditionKinds,
	joined,
	negated,
	withoutLast,
	type ConditionKind,
	type Joint,
} from '../../../src/catalog/connectorFilter';
import type { SampleConnector } from '../../../src/sample/service/model';
import { below, oneOf, seeded, seededTest } from '../../seeds';
import { clientOf, useSampleTenant } from '../core/api/sample';

/** What people may type that means something to a filter, to a URL or to neither. */
const oddValues = [
	'plain',
	'with "quotes"',
	'\\',
	'ends with \\',
	'\\"',
	'50 % off',
	'%22',
	'R&D + more',
	'a=b#c?d/e',
	'Zürich, Straße',
	'日本',
	'(in parentheses)',
	'a,b',
	"it's",
	'x" or name co "',
	'this and that or not',
];

type Test = (connector: SampleConnector) => boolean;

suite('A filter of connectors', () => {
	const sample = useSampleTenant({ rateLimit: false });
	/** The connectors that a filter is meant to find one of, apart from those that are built in. */
	const odd: SampleConnector[] = [];

	suiteSetup(() => {
		const model = sample().connector('jdbc-angularsc');
		for (const [index, value] of oddValues.entries()) {
			odd.push({
				...model,
				scriptName: `odd-${index}`,
				name: `Name ${value} end`,
				type: `Type ${value} end`,
				category: `Category ${value}`,
				features: [`FEATURE ${value}`, index % 2 === 0 ? 'EVEN' : 'ODD'],
				labels: [`label ${value}`, index % 3 === 0 ? 'third' : 'other'],
				directConnect: index % 2 === 0,
			});
		}
		odd.forEach(connector => sample().add(connector));
	});

	async function find(filters: string): Promise<string[]> {
		const found = await clientOf(sample()).listConnectors({ filters });
		return found.map(({ scriptName }) => scriptName).filter(scriptName => scriptName.startsWith('odd-'));
	}

	async function assertFinds(filter: string, test: Test): Promise<void> {
		const expected = odd.filter(test).map(({ scriptName }) => scriptName);
		assert.deepEqual((await find(filter)).sort(), expected.sort(), filter);
	}

	const texts: readonly (readonly [
		ConditionKind,
		(value: string) => string,
		(found: SampleConnector) => string,
	])[] = [
		['name co', value => value, ({ name }) => name],
		['name sw', value => `Name ${value}`, ({ name }) => name],
		['type co', value => value, ({ type }) => type],
		['type sw', value => `Type ${value}`, ({ type }) => type],
		['type eq', value => `Type ${value} end`, ({ type }) => type],
		['category eq', value => `Category ${value}`, ({ category }) => category],
	];
	for (const [kind, wordingOf, of] of texts) {
		test(`"${kind}" finds what has the value, whatever characters that has`, async () => {
			for (const value of oddValues.map(wordingOf)) {
				const filter = condition(kind, [value]);
				assert.notEqual((await find(filter)).length, 0, filter);
				await assertFinds(filter, found => {
					const [text, wanted] = [of(found).toLowerCase(), value.toLowerCase()];
					return kind.endsWith('co')
						? text.includes(wanted)
						: kind.endsWith('sw')
							? text.startsWith(wanted)
							: text === wanted;
				});
			}
		});
	}

	for (const [kind, prefix, of] of [
		['features ca', 'FEATURE', ({ features }: SampleConnector) => features ?? []],
		['labels ca', 'label', ({ labels }: SampleConnector) => labels],
	] as const) {
		test(`"${kind}" finds what has all of the values`, async () => {
			for (const value of oddValues) {
				const own = `${prefix} ${value}`;
				for (const values of [[own], [own, 'EVEN'], ['third', own], [own, own.toLowerCase()]]) {
					const wanted = values.map(each => each.toLowerCase());
					await assertFinds(condition(kind, values), found => {
						const present = of(found).map(each => each.toLowerCase());
						return wanted.every(each => present.includes(each));
					});
				}
			}
		});
	}

	test('"directConnect eq" finds what does, and what does not', async () => {
		await assertFinds(condition('directConnect eq', ['true']), ({ directConnect }) => directConnect);
		await assertFinds(condition('directConnect eq', ['false']), ({ directConnect }) => !directConnect);
	});

	test('is taken by the service for every kind of condition', async () => {
		for (const kind of conditionKinds) {
			await find(condition(kind, [kind === 'directConnect eq' ? 'true' : 'x']));
		}
	});

	/** Chooses conditions one after another as people do. */
	function chosen(seed: number): { filter: string; test: Test; steps: readonly string[] } {
		const random = seeded(seed);
		const singles: readonly (readonly [string, Test])[] = [
			[condition('features ca', ['EVEN']), ({ features }) => features?.includes('EVEN') ?? false],
			[condition('labels ca', ['third']), ({ labels }) => labels.includes('third')],
			[condition('name co', ['or name co "']), ({ name }) => name.includes('or name co "')],
			[condition('type co', ['(in']), ({ type }) => type.includes('(in')],
			[condition('category eq', ['Category a,b']), ({ category }) => category === 'Category a,b'],
		];
		let [filter, test] = oneOf(random, singles);
		const steps = [filter];
		for (let left = below(random, 5); left > 0; left--) {
			const [text, other] = oneOf(random, singles);
			const before = test;
			const way = oneOf(random, ['and', 'or', 'and not', 'negated'] as const);
			if (way === 'negated') {
				filter = negated(filter);
				test = connector => !before(connector);
			} else {
				filter = joined(filter, way, text);
				test = togetherBy(way, before, other);
			}
			steps.push(filter);
		}
		return { filter, test, steps };
	}

	function togetherBy(joint: Joint, one: Test, other: Test): Test {
		switch (joint) {
			case 'and':
				return connector => one(connector) && other(connector);
			case 'or':
				return connector => one(connector) || other(connector);
			case 'and not':
				return connector => one(connector) && !other(connector);
		}
	}

	seededTest('means what was chosen step by step', 150, async seeds => {
		for (const seed of seeds) {
			const { filter, test } = chosen(seed);
			await assertFinds(filter, test);
		}
	});

	seededTest(
		'gets shorter by one condition at a time, until none is left, and is one at every step',
		30,
		async seeds => {
			for (const seed of seeds) {
				const { filter, steps } = chosen(seed);
				const shorter: string[] = [];
				for (let left: string | undefined = filter; left !== undefined; left = withoutLast(left)) {
					shorter.push(left);
					await find(left);
				}
				assert.ok(shorter.length <= steps.length, shorter.join('\n'));
				assert.equal(withoutLast(shorter.at(-1) ?? ''), undefined);
			}
		},
	);

	const a = 'name co "a"';
	const b = 'type eq "b or c"';
	const c = 'features ca ("C","D")';

	test('has parentheses only where it needs them', () => {
		assert.equal(joined(joined(a, 'and', b), 'or', c), `${a} and ${b} or ${c}`);
		assert.equal(joined(joined(a, 'or', b), 'and', c), `(${a} or ${b}) and ${c}`);
		assert.equal(joined(joined(a, 'or', b), 'or', c), `${a} or ${b} or ${c}`);
		assert.equal(joined(`(${a} or ${b})`, 'and', c), `(${a} or ${b}) and ${c}`);
		assert.equal(joined(b, 'and not', c), `${b} and not ${c}`);
		assert.equal(negated(b), `not ${b}`);
		assert.equal(negated(joined(a, 'and', b)), `not (${a} and ${b})`);
	});

	test('is the same again once it is turned around twice', () => {
		for (const filter of [a, b, c, `${a} or ${b}`, `not ${a} and ${b}`, `(${a} or ${b}) and ${c}`]) {
			assert.equal(negated(negated(filter)), filter);
		}
	});

	test('loses the condition that was added last', () => {
		assert.equal(withoutLast(`(${a} or ${b}) and ${c}`), `${a} or ${b}`);
		assert.equal(withoutLast(`(${a} or ${b}) and not ${c}`), `${a} or ${b}`);
		assert.equal(withoutLast(`${a} and ${b} or ${c}`), `${a} and ${b}`);
		assert.equal(withoutLast(`not (${a} or ${b})`), `not ${a}`);
		assert.equal(withoutLast(`not ${a}`), undefined);
		assert.equal(withoutLast(c), undefined);
		assert.equal(withoutLast(b), undefined);
	});

	test('that is no filter at all makes no trouble', () => {
		for (const text of ['', '(', ')', '))(', 'and', 'or or', 'not', '"', 'name co "a', '()', 'not (']) {
			for (let left: string | undefined = text; left !== undefined; left = withoutLast(left)) {
				assert.equal(typeof negated(left), 'string');
				assert.equal(typeof joined(left, 'and', a), 'string');
			}
		}
	});
});
