import assert from 'node:assert/strict';
import { effectsOf, losesSomething } from '../../../../src/core/sources/effects';
import { documentsOf, formOf, sourceWith } from './forms';

const field = (name: string, more = '', inner = '') =>
	`<Field name="${name}" displayName="L_${name}" type="text" ${more}>${inner}</Field>`;
const typed = (name: string, type: string, more = '', inner = '') =>
	`<Field name="${name}" displayName="L_${name}" type="${type}" ${more}>${inner}</Field>`;
const options = (...values: string[]) =>
	values.map(value => `<Option label="${value}" value="${value}"/>`).join('');

/** What the change of a form does to one source with these attributes, in few words. */
function effects(before: string, after: string, attributes: unknown): string[] {
	return effectsOf(formOf(before), formOf(after), [sourceWith(attributes)]).map(
		({ effect, field: name, to, value }) =>
			[effect, name, ...(to ? ['to', to] : []), ...(value === undefined ? [] : [`"${value}"`])].join(' '),
	);
}

interface Row {
	readonly what: string;
	readonly before: string;
	readonly after: string;
	readonly attributes: unknown;
	readonly effects: readonly string[];
}

const row = (
	what: string,
	before: string,
	after: string,
	attributes: unknown,
	...expected: string[]
): Row => ({ what, before, after, attributes, effects: expected });

const [a, b, c] = [field('a'), field('b'), field('c')];
const mode = (...values: string[]) => typed('mode', 'select', '', options(...values));
const cards = (...fields: string[]) =>
	typed('list', 'cardList', '', `<SubFields>${fields.join('')}</SubFields>`);

const table: readonly Row[] = [
	row('removed and used', a + b, a, { b: 'x' }, 'removed b'),
	row('removed and false', a + b, a, { b: false }, 'removed b'),
	row('removed and 0', a + b, a, { b: 0 }, 'removed b'),
	row('removed and unused', a + b, a, { a: 'x' }),
	row('removed and empty', a + b, a, { b: '' }),
	row('removed and null', a + b, a, { b: null }),
	row('removed and an empty list', typed('b', 'list') + a, a, { b: [] }),
	row('removed without any attributes', a + b, a, undefined),
	row('removed with attributes that are null', a + b, a, null),
	row('removed with attributes that are a list', a + b, a, ['b']),
	row('removed, and a secret', typed('b', 'secret') + a, a, { b: '1:ACP:xyz' }, 'removed b'),
	row('removed, and encrypted', a + b, a, { b: '1:ACP:xyz', encrypted: 'x, b' }, 'removed b'),
	row('one of two with a name removed', a + b + b, a + b, { b: 'x' }),
	row('everything removed', a + b, '', { a: '1', b: 'x' }, 'removed a', 'removed b'),
	row('moved', a + b + c, c + b + a, { a: '1', b: '2', c: '3' }),

	row('renamed with its label', a + b, a + field('b2').replace('L_b2', 'L_b'), { b: 'x' }, 'renamed b to b2'),
	row('renamed with its type', a + b, a + field('b2'), { b: 'x' }, 'renamed b to b2'),
	row('renamed and unused', a + b, a + field('b2'), { a: 'x' }),
	row('renamed at the beginning', a + b, field('a2') + b, { a: 'x' }, 'renamed a to a2'),
	row(
		'two renamed, by their labels first',
		a + b + c,
		a + field('y').replace('L_y', 'L_c') + field('x').replace('L_x', 'L_b'),
		{ b: '1', c: '2' },
		'renamed b to x',
		'renamed c to y',
	),
	row('replaced by another type and label', a + b, a + typed('n', 'number'), { b: 'x' }, 'removed b'),
	row('removed, and another new one elsewhere', b + a + c, a + c + field('d'), { b: 'x' }, 'removed b'),
	row('renamed in other letters', a + b, a + field('B'), { b: 'x' }, 'renamed b to B'),

	row('newly required without a value', a + b, a + field('b', 'required="true"'), { a: 'x' }, 'required b'),
	row('newly required with a value', a + b, a + field('b', 'required="true"'), { b: 'x' }),
	row('newly required with false', a + b, a + field('b', 'required="true"'), { b: false }),
	row('required as before', field('b', 'required="true"'), field('b', 'required="true"') + a, {}),
	row('new and required', a, a + field('b', 'required="TRUE"'), { a: 'x' }, 'required b'),
	row('new, required and an orphan there', a, a + field('b', 'required="true"'), { b: 'x' }),
	row('newly required and hidden', a, a + field('b', 'required="true" hidden="true"'), {}),
	row('newly required switch', a, a + typed('b', 'toggle', 'required="true"'), {}),
	row(
		'newly required while another has a value that it does not have',
		a,
		a + field('b', 'required="true" parentKey="a" parentValue="y"'),
		{ a: 'x' },
	),
	row(
		'newly required while another has a value that it has',
		a,
		a + field('b', 'required="true" parentKey="a" parentValue="x"'),
		{ a: 'x' },
		'required b',
	),
	row(
		'renamed and required as before',
		a + field('b', 'required="true"'),
		a + field('b2', 'required="true"'),
		{ b: 'x' },
		'renamed b to b2',
	),
	row(
		'renamed and now required',
		a + b,
		a + field('b2', 'required="true"'),
		{ b: 'x' },
		'renamed b to b2',
		'required b2',
	),

	row('a chosen option taken away', mode('x', 'y'), mode('x'), { mode: 'y' }, 'option mode "y"'),
	row('another option taken away', mode('x', 'y'), mode('x'), { mode: 'x' }),
	row('an option in other letters', mode('x', 'y'), mode('x', 'Y'), { mode: 'y' }, 'option mode "y"'),
	row('a number that is chosen', mode('1', '2'), mode('1'), { mode: 2 }, 'option mode "2"'),
	row(
		'a Boolean that is chosen',
		mode('true', 'false'),
		mode('true'),
		{ mode: false },
		'option mode "false"',
	),
	row('a value that was not offered before', mode('x', 'y'), mode('x'), { mode: 'z' }),
	row('nothing chosen', mode('x', 'y'), mode('x'), { mode: null }),
	row('all options taken away', mode('x', 'y'), mode(), { mode: 'y' }, 'option mode "y"'),
	row('options replaced by those of elsewhere', mode('x', 'y'), mode('x', '%%Y%%'), { mode: 'y' }),
	row(
		'two of a list taken away',
		typed('mode', 'list', '', options('x', 'y', 'z')),
		typed('mode', 'list', '', options('y')),
		{ mode: ['x', 'y', 'z'] },
		'option mode "x"',
		'option mode "z"',
	),
	row('a choice that becomes a text', mode('x', 'y'), field('mode'), { mode: 'y' }),
	row(
		'a select that becomes radio buttons',
		mode('x', 'y'),
		typed('mode', 'radio', '', options('x')),
		{ mode: 'y' },
		'option mode "y"',
	),

	row('a text that becomes a number', a, typed('a', 'number'), { a: 'x' }, 'type a'),
	row('a number that becomes a number field', a, typed('a', 'number'), { a: '60' }),
	row('a number in a text field', a, typed('a', 'number'), { a: 30 }),
	row('a text that becomes a switch', a, typed('a', 'toggle'), { a: 'yes' }, 'type a'),
	row('true as a text that becomes a switch', a, typed('a', 'toggle'), { a: 'True' }),
	row('a text that becomes cards', a, typed('a', 'cardList'), { a: 'x' }, 'type a'),
	row('a list that becomes a text', typed('a', 'list'), a, { a: ['x'] }, 'type a'),
	row('a text that becomes a list', a, typed('a', 'list'), { a: 'x' }),
	row('an object that becomes a text', typed('a', 'keyValue'), a, { a: { k: 'v' } }, 'type a'),
	row(
		'a text that becomes a choice without it',
		a,
		typed('a', 'select', '', options('y')),
		{ a: 'x' },
		'type a',
	),
	row('a text that becomes a choice with it', a, typed('a', 'select', '', options('x')), { a: 'x' }),
	row('a secret that becomes a text', typed('a', 'secret'), a, { a: '1:ACP:xyz' }, 'type a'),
	row('a text that becomes a secret', a, typed('a', 'secret'), { a: 'x' }),
	row('another spelling of a type', typed('a', 'toggle'), typed('a', 'CheckBox'), { a: true }),
	row('a type that nobody knows', a, typed('a', 'hologram'), { a: { x: 1 } }),
	row('a value that did not fit before', typed('a', 'number'), typed('a', 'toggle'), { a: 'x' }),
	row('another type without a value', a, typed('a', 'number'), {}),

	row(
		'a condition that hides',
		a + b,
		a + field('b', 'parentKey="a" parentValue="y"'),
		{ a: 'x', b: '1' },
		'hidden b',
	),
	row('a condition that holds', a + b, a + field('b', 'parentKey="a" parentValue="x"'), { a: 'x', b: '1' }),
	row('a condition that hides nothing', a + b, a + field('b', 'parentKey="a" parentValue="y"'), { a: 'x' }),
	row('a condition on any value', a + b, a + field('b', 'parentKey="a"'), { b: '1' }, 'hidden b'),
	row(
		'a condition that hid it before',
		a + field('b', 'parentKey="a" parentValue="y"'),
		a + field('b', 'parentKey="a" parentValue="z"'),
		{ a: 'x', b: '1' },
	),
	row(
		'hidden by what hides another',
		a + b + field('c', 'parentKey="b"'),
		a + field('b', 'parentKey="a" parentValue="y"') + field('c', 'parentKey="b"'),
		{ b: '1', c: '2' },
		'hidden b',
		'hidden c',
	),
	row(
		'a condition on a secret',
		typed('a', 'secret') + b,
		typed('a', 'secret') + field('b', 'parentKey="a"'),
		{ a: 'xyz', b: '1' },
	),
	row(
		'a switch that is off by default',
		typed('a', 'toggle') + b,
		typed('a', 'toggle') + field('b', 'parentKey="a" parentValue="true"'),
		{ b: '1' },
		'hidden b',
	),
	row(
		'what a new source starts with does not count',
		field('a', 'value="x"') + b,
		field('a', 'value="x"') + field('b', 'parentKey="a" parentValue="x"'),
		{ b: '1' },
		'hidden b',
	),

	row('removed from cards', cards(a, b), cards(a), { list: [{ a: '1' }, { b: '2' }] }, 'removed list › b'),
	row(
		'removed from cards that are a text',
		cards(a, b),
		cards(a),
		{ list: '[{"b":"2"}]' },
		'removed list › b',
	),
	row('removed from cards without it', cards(a, b), cards(a), { list: [{ a: '1' }] }),
	row(
		'renamed on cards',
		cards(a, b),
		cards(a, field('b2')),
		{ list: [{ b: '1' }] },
		'renamed list › b to list › b2',
	),
	row('cards removed with their fields', cards(a, b) + c, c, { list: [{ a: '1' }] }, 'removed list'),
	row(
		'newly required on cards',
		cards(a, b),
		cards(a, field('b', 'required="true"')),
		{ list: [{ a: '1' }, { b: '1' }] },
		'required list › b',
	),
	row(
		'a secret on cards',
		cards(a, typed('b', 'secret')),
		cards(a),
		{ list: [{ b: 'xyz' }] },
		'removed list › b',
	),
	row('cards that are none', cards(a, b), cards(a), { list: 'nonsense' }),

	row(
		'a key like a member of objects',
		a + field('__proto__'),
		a,
		JSON.parse('{"__proto__":"x"}'),
		'removed __proto__',
	),
	row('a key of objects that nobody set', a + field('constructor'), a, {}),
	row('keys with signs', a + field('x/~. y'), a, { 'x/~. y': 'x' }, 'removed x/~. y'),
	row('keys of the system', a + b, a, { healthy: true, since: null, cloudCacheUpdate: 1 }),
];

suite('What a change of a form does to sources', () => {
	for (const { what, before, after, attributes, effects: expected } of table) {
		test(`${what}: ${expected.join(', ') || 'nothing'}`, () => {
			assert.deepEqual(effects(before, after, attributes), expected);
		});
		test(`${what}: nothing without a change`, () => {
			assert.deepEqual(effects(before, before, attributes), []);
			assert.deepEqual(effects(after, after, attributes), []);
		});
	}

	test('names the sources, and the gravest effects first', () => {
		const sources = [
			sourceWith({ b: 'x', mode: 'y' }, 'First'),
			sourceWith({ mode: 'y' }, 'Second'),
			sourceWith({ b: 'x' }, 'Third'),
		];
		assert.deepEqual(
			effectsOf(formOf(mode('x', 'y') + a + b), formOf(mode('x') + field('a', 'required="true"')), sources),
			[
				{ effect: 'removed', field: 'b', sources: named('First', 'Third') },
				{ effect: 'option', field: 'mode', value: 'y', sources: named('First', 'Second') },
				{ effect: 'required', field: 'a', sources: named('First', 'Second', 'Third') },
			],
		);
	});

	test('a form that is none any more has no fields', () => {
		const after = documentsOf('<Application/>');
		assert.deepEqual(
			effectsOf(formOf(a), after, [sourceWith({ a: 'x' })]).map(({ effect }) => effect),
			['removed'],
		);
	});

	test('all but what becomes required loses something', () => {
		assert.equal(losesSomething({ effect: 'required' }), false);
		assert.equal(losesSomething({ effect: 'hidden' }), true);
	});

	test('no value of a secret is in what is told', () => {
		const secret = 'xyz-secret';
		const told = effectsOf(formOf(typed('b', 'select', '', options(secret)) + a), formOf(a), [
			sourceWith({ b: secret, encrypted: 'b' }),
		]);
		assert.equal(told.length, 1);
		assert.ok(!JSON.stringify(told).includes(secret));
	});

	const named = (...names: string[]) => names.map(name => ({ id: `id of ${name}`, name }));
});
