import assert from 'node:assert/strict';
import type { Entered } from '../../../../../src/core/connector/form/entered';
import type { FieldValue } from '../../../../../src/core/connector/form/formPicture';
import { shownParts } from '../../../../../src/core/connector/form/formState';
import { connectorAttributes } from '../../../../../src/core/connector/form/submitted';
import { sampleDocuments } from '../completion/completing';
import { pictureOf } from '../../../../../src/core/connector/form/pictureOf';
import { fieldsOf, pictured } from './picturing';

suite('The state of a form', () => {
	/** The names of the fields that are shown. */
	function shown(inner: string, entered: Entered = {}): string {
		const picture = pictured(inner);
		const parts = shownParts(picture, entered);
		return fieldsOf(picture)
			.filter(({ id }) => parts.has(id))
			.map(({ name }) => name)
			.join(' ');
	}
	const when = (name: string, value?: string) =>
		`parentKey="${name}"${value === undefined ? '' : ` parentValue="${value}"`}`;

	test('a field is shown while another one has a value, at first or entered', () => {
		const form = `<Field name="a" defaultValue="1"/><Field name="b" ${when('a', '1')}/><Field name="c" ${when('a', '2')}/>`;
		assert.equal(shown(form), 'a b');
		assert.equal(shown(form, { a: '2' }), 'a c');
		assert.equal(shown(form, { a: '' }), 'a');
	});

	const values: readonly (readonly [
		type: string,
		entered: FieldValue | undefined,
		value: string | undefined,
		boolean,
	])[] = [
		['toggle', true, 'true', true],
		['toggle', false, 'false', true],
		['toggle', undefined, 'false', true],
		['toggle', 'True', 'true', true],
		['toggle', true, 'True', true],
		['toggle', false, 'FALSE', true],
		['toggle', true, 'False', false],
		['toggle', true, undefined, true],
		['toggle', false, undefined, false],
		['list', ['x', 'y'], 'y', true],
		['list', ['x', 'y'], 'z', false],
		['list', ['x'], undefined, true],
		['list', [], undefined, false],
		['list', [''], undefined, false],
		['text', 'x', undefined, true],
		['text', '', undefined, false],
		['text', undefined, undefined, false],
		['text', 'X', 'x', false],
		['select', 'b', 'a, b', true],
		['select', 'a, b', 'a, b', true],
		['select', 'c', 'a, b', false],
		['keyValue', { pairs: [['k', 'v']] }, undefined, true],
		['keyValue', { pairs: [['k', 'v']] }, 'v', false],
		['cardList', { cards: [] }, undefined, false],
	];
	for (const [type, entered, value, isShown] of values) {
		test(`a ${type} that holds ${JSON.stringify(entered)} ${isShown ? 'shows' : 'hides'} what waits for ${value ?? 'anything'}`, () => {
			const form = `<Field name="a" type="${type}"/><Field name="b" ${when('a', value)}/>`;
			assert.equal(shown(form, entered === undefined ? {} : { a: entered }), isShown ? 'a b' : 'a');
		});
	}

	test('all conditions have to hold, those around a field, too', () => {
		const form = `<Field name="a"/><Field name="b"/>
			<Menu name="m" ${when('a', '1')}><Section ${when('b', '2')}><Field name="c" ${when('a', '1')}/></Section></Menu>`;
		assert.equal(shown(form, { a: '1', b: '2' }), 'a b c');
		assert.equal(shown(form, { a: '1' }), 'a b');
		assert.equal(shown(form, { b: '2' }), 'a b');
		const picture = pictured(form);
		const parts = shownParts(picture, { a: '1' });
		assert.deepEqual(
			picture.steps.flatMap(step => [step, ...step.sections]).filter(({ id }) => parts.has(id)).length,
			3,
		);
	});

	test('a condition that holds twice does not stand for another one', () => {
		const form = `<Field name="a" type="list" value="1,2"/><Field name="b"/>
			<Group ${when('b', '1')}><Field name="c" ${when('a', '1,2')}/></Group>`;
		assert.equal(shown(form), 'a b');
		assert.equal(shown(form, { b: '1' }), 'a b c');
	});

	test('what is hidden has no value, and hides what waits for it', () => {
		const form = `<Field name="a" value="1"/><Field name="b" value="1" ${when('a', '1')}/><Field name="c" value="1" ${when('b', '1')}/>`;
		assert.equal(shown(form), 'a b c');
		assert.equal(shown(form, { a: '2' }), 'a');
		assert.deepEqual(connectorAttributes(pictured(form), { a: '2' }), { a: '2' });
	});

	test('what people do not see because it is hidden of itself has its value', () => {
		const form = `<Field name="a" hidden="true" value="1"/><Field name="b" ${when('a', '1')}/>`;
		assert.equal(shown(form), 'a b');
		assert.deepEqual(connectorAttributes(pictured(form), {}), { a: '1' });
	});

	test('fields that wait for each other are not shown, unless something else decides', () => {
		const circle = `<Field name="a" value="1" ${when('b', '1')}/><Field name="b" value="1" ${when('a', '1')}/>`;
		assert.equal(shown(circle), '');
		assert.equal(shown(`<Field name="a" value="1" ${when('a', '1')}/>`), '');
		assert.equal(shown(`${circle}<Field name="b" value="1"/>`), 'a b b');
	});

	test('of fields with one name, any one that is shown decides', () => {
		const form = `<Field name="a"/><Field name="b" value="1" ${when('a', '1')}/><Field name="b" value="2" ${when('a', '2')}/>
			<Field name="c" ${when('b', '2')}/>`;
		assert.equal(shown(form, { a: '1' }), 'a b');
		assert.equal(shown(form, { a: '2' }), 'a b c');
	});

	test('a condition on a name that no field has never holds', () => {
		assert.equal(
			shown(`<Field name="a" ${when('toString')}/><Field name="b" ${when('x', '')}/>`, { x: '1' }),
			'',
		);
	});

	test('in cards, conditions on the same card are left to the card', () => {
		const form = `<Field name="a"/><Field name="l" type="cardList"><Field name="x"/><Field name="y" ${when('x', '1')}/>
			<Field name="z" ${when('a', '1')}/></Field>`;
		assert.equal(shown(form), 'a l x y');
		assert.equal(shown(form, { a: '1' }), 'a l x y z');
		const card = '<Field name="l" type="cardList"><Field name="x" value="1"/></Field>';
		assert.equal(shown(`${card}<Field name="b" ${when('x', '1')}/>`), 'l x', 'a card has many values of x');
		assert.equal(shown(form, { x: '1' }), 'a l x y', 'nothing is entered by the name of a field of a card');
	});

	test('long chains of conditions take time in proportion to their length (long)', () => {
		const chain = (length: number) =>
			Array.from(
				{ length },
				(_, index) => `<Field name="f${index}" value="1" ${when(`f${index - 1}`, '1')}/>`,
			);
		const form = ['<Field name="f-1" value="1"/>', ...chain(5000)].toReversed().join('');
		assert.equal(shown(form).split(' ').length, 5001);
		assert.equal(shown(form, { f2500: '2' }).split(' ').length, 2502);
	});

	test('the connectors of the sample tenant show what belongs to what they start with', () => {
		const [directory] = sampleDocuments(1);
		const picture = directory && pictureOf(directory, 'en');
		assert.ok(picture);
		const names = (entered: Entered) => Object.keys(connectorAttributes(picture, entered));
		assert.ok(names({ userName: 'svc' }).includes('userName'));
		assert.ok(!names({ userName: 'svc', authenticationType: 'kerberos' }).includes('userName'));
		assert.ok(!names({ agentHost: 'h' }).includes('agentHost'));
		assert.ok(names({ agentHost: 'h', useAgent: true }).includes('agentHost'));
	});
});
