import assert from 'node:assert/strict';
import { checkConnector } from '../../../../../src/core/connector/checks/checkConnector';
import { fieldTypeNames } from '../../../../../src/core/connector/model/fieldTypes';
import { formNamespace } from '../../../../../src/core/connector/vocabulary/vocabularyForm';
import { shownParts } from '../../../../../src/core/connector/form/formState';
import { connectorOf } from '../completion/completing';
import { fieldsOf, pictured } from '../form/picturing';

const when = (name: string, value?: string) =>
	`parentKey="${name}"${value === undefined ? '' : ` parentValue="${value}"`}`;
const field = (name: string, more = '') => `<Field name="${name}" ${more}/>`;
const choice = (name: string, values: string, more = '') =>
	`<Field name="${name}" type="radio" ${more}><AllowedValues>${values
		.split(' ')
		.map(value => `<Option value="${value}"/>`)
		.join('')}</AllowedValues></Field>`;

function found(inner: string): readonly string[] {
	const form = `<Form xmlns="${formNamespace}">${inner}</Form>`;
	return checkConnector(connectorOf({ form })).map(
		({ code, start, end }) => `${code} ${form.slice(start, end)}`,
	);
}

suite('A condition', () => {
	/** The type of the other field, what is wanted of it, and whether it can be. */
	const cases: readonly (readonly [type: string, parentValue: string, boolean])[] = [
		['toggle', 'true', true],
		['boolean', 'True', true],
		['Checkbox', 'FALSE', true],
		[' BOOLEAN ', ' true ', true],
		['toggle', 'true,', true],
		['toggle', 'true;false', true],
		['toggle', 'yes', false],
		['toggle', 'true,yes', false],
		['toggle', ',', false],
		['radio', '1', true],
		['radio', '1,', true],
		['select', ',1 ;', true],
		['Select', ' 2 | 1 ', true],
		['radio', '1,3', false],
		['radio', ' , ', false],
		['radio', 'True', false],
		['keyValue', 'a', false],
		['CARDLIST', 'a', false],
		['text', 'anything', true],
		['list', 'anything', true],
		['', 'anything', true],
	];
	for (const [type, parentValue, isPossible] of cases) {
		const options = /radio|select/i.test(type)
			? '<AllowedValues><Option value="1"/><Option value="2"/></AllowedValues>'
			: '';
		test(`on a "${type}" ${isPossible ? 'may' : 'cannot'} want "${parentValue}"`, () => {
			const form = `<Field name="a" type="${type}">${options}</Field>${field('b', when('a', parentValue))}`;
			assert.deepEqual(found(form), isPossible ? [] : [`parent-value-unknown ${parentValue}`]);
			// What the preview can be brought to show.
			const picture = pictured(form);
			const b = fieldsOf(picture)[1]?.id ?? '';
			const values = [true, false, '1', '2', 'anything', ['anything'], { pairs: [['a', 'a']] } as const];
			const isShown = values.some(value => shownParts(picture, { a: value }).has(b));
			assert.equal(isShown, isPossible || /[13],|true,/.test(parentValue));
		});
	}

	test('on an option may want a text with a comma in it', () => {
		const options = '<AllowedValues><Option value="a,b"/><Option value="c"/></AllowedValues>';
		assert.deepEqual(
			found(`<Field name="a" type="radio">${options}</Field>${field('b', when('a', 'a,b'))}`),
			[],
		);
	});
});

suite('Fields of one name', () => {
	const auth = choice('auth', 'basic oauth2 key');
	const grant = choice('grant', 'password code', when('auth', 'oauth2'));
	/** What is before two fields, what shows each of them, and whether they can be shown at the same time. */
	const cases: Readonly<Record<string, readonly [before: string, one: string, other: string, boolean]>> = {
		'without conditions': ['', '', '', true],
		'one without a condition': [auth, '', when('auth', 'basic'), true],
		'of other values': [auth, when('auth', 'basic'), when('auth', 'key'), false],
		'of the same value': [auth, when('auth', 'key'), when('auth', 'key'), true],
		'of values that have one in common': [auth, when('auth', 'basic,key'), when('auth', 'key;oauth2'), true],
		'of values that have none in common': [auth, when('auth', 'basic,key'), when('auth', 'oauth2,'), false],
		'of a value and a comma': [auth, when('auth', 'basic,'), when('auth', 'basic'), true],
		'of a value and any': [auth, when('auth', 'basic'), when('auth'), true],
		'of a switch in other cases': [field('s', 'type="toggle"'), when('s', 'true'), when('s', 'TRUE'), true],
		'of a switch that is on and off': [
			field('s', 'type="Toggle"'),
			when('s', 'True'),
			when('s', 'false'),
			false,
		],
		'of a switch that is off and any': [field('s', 'type="boolean"'), when('s', 'false'), when('s'), false],
		'of a switch that is on and any': [field('s', 'type="boolean"'), when('s', 'TRUE'), when('s'), true],
		'of a text in other cases': [field('t'), when('t', 'a'), when('t', 'A'), false],
		'of a list, which has several texts': [field('l', 'type="list"'), when('l', 'a'), when('l', 'b'), true],
		'one of which waits for what the other hides': [
			auth + grant,
			when('auth', 'basic'),
			when('grant', 'password'),
			false,
		],
		'one of which waits for what the other may show': [
			auth + grant,
			when('auth', 'basic,oauth2'),
			when('grant', 'password'),
			true,
		],
		'one of which waits for what hides it in two ways': [
			auth + grant + choice('more', 'x y', when('grant', 'code')),
			when('auth', 'key'),
			when('more', 'x'),
			false,
		],
		'one of which waits for one of two fields of a name': [
			auth + choice('g', 'x', when('auth', 'oauth2')) + choice('g', 'x y', when('auth', 'key')),
			when('auth', 'basic'),
			when('g', 'x'),
			false,
		],
		'one of which waits for one of two fields of a name, of which one goes with the other': [
			auth + choice('g', 'x', when('auth', 'oauth2')) + choice('g', 'x y', when('auth', 'key')),
			when('auth', 'key'),
			when('g', 'x'),
			true,
		],
		'one of which waits for a value that only a field has that the other hides': [
			auth + choice('g', 'x', when('auth', 'oauth2')) + choice('g', 'y z', when('auth', 'key')),
			when('auth', 'oauth2'),
			when('g', 'y'),
			false,
		],
		'one of which waits for the other': [auth, when('auth', 'basic'), when('x', 'a'), true],
		'each of which waits for the other': [auth, when('x', 'b'), when('x', 'a'), false],
		'one of which waits for what waits for itself': [
			auth + field('c', when('d', '1')) + field('d', when('c', '1')),
			when('auth', 'basic'),
			when('c', '1'),
			false,
		],
	};
	for (const [what, [before, one, other, canMeet]] of Object.entries(cases)) {
		test(`${what} ${canMeet ? 'would keep their values in one place' : 'are never shown together'}`, () => {
			const repeated = (form: string) =>
				found(form).filter(problem => problem.startsWith('field-name-repeated'));
			const expected = canMeet ? ['field-name-repeated x'] : [];
			assert.deepEqual(repeated(before + field('x', one) + field('x', other)), expected);
			assert.deepEqual(repeated(before + field('x', other) + field('x', one)), expected);
			const around = `<Group ${one}>${field('x')}</Group><Section ${other}>${field('x')}</Section>`;
			assert.deepEqual(repeated(before + around), expected, 'around the fields');
		});
	}

	test('that wait for each other without end are compared in time', () => {
		const chain = Array.from({ length: 3000 }, (_, index) =>
			[1, 2].map(() => field(`f${index}`, when(`f${index + 1}`, 'a'))).join(''),
		).join('');
		const documents = connectorOf({
			form: `<Form>${chain}${field('x', when('f0', 'a')).repeat(200)}</Form>`,
		});
		const before = performance.now();
		checkConnector(documents);
		assert.ok(performance.now() - before < 10_000);
	});
});

suite('A type of fields', () => {
	test('is known in every case in which it is written', () => {
		for (const name of fieldTypeNames) {
			for (const written of [name, name.toUpperCase(), name.toLowerCase(), ` ${name} `]) {
				const [first] = fieldsOf(pictured(`<Field name="a" type="${written}"/>`));
				assert.notEqual(first?.control, 'unknown', written);
			}
		}
		assert.equal(fieldsOf(pictured('<Field name="a" type="toString"/>'))[0]?.control, 'unknown');
	});
});
