import assert from 'node:assert/strict';
import { slotOf, type Entered } from '../../../../../src/core/connector/form/entered';
import type { FieldValue } from '../../../../../src/core/connector/form/formPicture';
import { connectorAttributes } from '../../../../../src/core/connector/form/submitted';
import { fieldOf, fieldsOf, pictured, secret } from './picturing';

suite('What a form submits', () => {
	const submittedOf = (form: string, entered: Entered) => connectorAttributes(pictured(form), entered);

	const submitted: readonly (readonly [type: string, FieldValue, unknown])[] = [
		['text', 'x', 'x'],
		['text', '7', '7'],
		['text', '', undefined],
		['number', '7', 7],
		['number', '-0.5', -0.5],
		['number', '7.0', 7],
		['number', '007', 7],
		['number', ' 7 ', 7],
		['number', '+.5e1', 5],
		['number', '1e3', 1000],
		['number', '1e400', '1e400'],
		['number', '0x10', '0x10'],
		['number', '12345678901234567890', '12345678901234567890'],
		['number', 'Infinity', 'Infinity'],
		['number', 'null', 'null'],
		['number', '{0}', '{0}'],
		['toggle', false, false],
		['toggle', 'TRUE', true],
		['list', ['a', 'b'], ['a', 'b']],
		['list', [], undefined],
		['list', 'a', ['a']],
		['list', ['', 'a', ''], ['a']],
		['list', [''], undefined],
		['list', true, undefined],
		['text', ['one'], undefined],
		['text', true, undefined],
		['number', true, undefined],
		['keyValue', 'abc', undefined],
		['cardList', 'abc', undefined],
		['toggle', 'abc', false],
		['keyValue', { pairs: [['k', 'v']] }, { k: 'v' }],
		['keyValue', { pairs: [] }, undefined],
		[
			'keyValue',
			{
				pairs: [
					['', ''],
					['', 'v'],
					['k', ''],
				],
			},
			{ '': 'v', k: '' },
		],
		['keyValue', { pairs: [['', '']] }, undefined],
		[
			'cardList',
			{ cards: [{ value: 'x' }, { value: '' }, { a: 'of a field that has gone' }] },
			[{ value: 'x' }, {}, {}],
		],
		['cardList', { cards: [] }, undefined],
		['secret', 'hush', '••••••••'],
		['secrettextarea', 'h\nu', '••••••••'],
		['password', 'hush', '••••••••'],
		['PASSWORD', 'hush', '••••••••'],
		['secret', '', undefined],
		['fileupload', ['a.pem'], ['a.pem']],
		['fileupload', 'a.pem', 'a.pem'],
	];
	for (const [type, entered, expected] of submitted) {
		test(`a ${type} that holds ${JSON.stringify(entered)} is submitted as ${JSON.stringify(expected)}`, () => {
			const field = fieldOf(`<Field name="a" type="${type}"/>`);
			const attributes = submittedOf(`<Field name="a" type="${type}"/>`, { [slotOf(field)]: entered });
			assert.deepEqual(attributes, expected === undefined ? {} : { a: expected });
		});
	}

	test('is in the order of the form, without fields that have no name', () => {
		const form =
			'<Field name="b" value="1"/><Field value="2"/><Field name="a" value="3"/><Field name="2" value="4"/>';
		assert.deepEqual(submittedOf(form, { c: 'x' }), { 2: '4', b: '1', a: '3' });
	});

	test('has names of its own, whatever they are', () => {
		const form =
			'<Field name="__proto__" type="keyValue"/><Field name="cards" type="cardList"><Field name="__proto__"/></Field>';
		const entered = Object.fromEntries<FieldValue>([
			['__proto__', { pairs: [['__proto__', 'x']] }],
			['cards', { cards: [Object.fromEntries([['__proto__', 'y']])] }],
		]);
		const text = JSON.stringify(submittedOf(form, entered));
		assert.equal(text, '{"__proto__":{"__proto__":"x"},"cards":[{"__proto__":"y"}]}');
	});

	test('secrets and numbers in cards are submitted as those outside', () => {
		const form =
			'<Field name="l" type="cardList"><Field name="s" type="secret"/><Field name="n" type="number"/></Field>';
		assert.deepEqual(submittedOf(form, { l: { cards: [{ [secret('s')]: 'hush', n: '5' }] } }), {
			l: [{ s: '••••••••', n: 5 }],
		});
	});

	const cards = (inner: string) => `<Field name="l" type="cardList">${inner}</Field>`;

	test('a card is submitted as it is shown: with what its fields start with, without what is hidden or empty', () => {
		const form = cards(
			'<Field name="a" defaultValue="dflt"/><Field name="sw" type="toggle" defaultValue="true"/>' +
				'<Field name="c" parentKey="sw" parentValue="true"/><Field name="in" type="list"/>',
		);
		const submitted = (card: Entered) => submittedOf(form, { l: { cards: [card] } })['l'];
		assert.deepEqual(submitted({}), [{ a: 'dflt', sw: true }]);
		assert.deepEqual(submitted({ c: 'cval' }), [{ a: 'dflt', sw: true, c: 'cval' }]);
		assert.deepEqual(submitted({ c: 'cval', sw: false, a: '', in: [''] }), [{ sw: false }]);
	});

	test('cards in cards are submitted as those around them', () => {
		const form = cards('<Field name="m" type="cardList"><Field name="n" type="number" value="1"/></Field>');
		assert.deepEqual(submittedOf(form, { l: { cards: [{ m: { cards: [{}, { n: '2' }] } }] } }), {
			l: [{ m: [{ n: 1 }, { n: 2 }] }],
		});
	});

	test('what a card starts with and no field shows stays in it, until it is no longer what it starts with', () => {
		const template = `<Application><Attributes><Map><entry key="l"><value><List><Map>
			<entry key="a" value="1"/><entry key="other" value="2"/>
			<entry key="map"><value><Map><entry key="k" value="v"/></Map></value></entry></Map></List></value></entry>
			</Map></Attributes></Application>`;
		const picture = pictured(cards('<Field name="a"/>'), { template });
		const start = fieldsOf(picture)[0]?.initial?.value;
		assert.ok(typeof start === 'object' && 'cards' in start && start.cards[0]);
		const [card] = start.cards;
		const expected = { a: '1', other: '2', map: { k: 'v' } };
		assert.deepEqual(connectorAttributes(picture, {}), { l: [expected] });
		const changed = { l: { cards: [{ ...card, a: '3' }, { other: 'typed' }] } };
		assert.deepEqual(connectorAttributes(picture, changed), { l: [{ ...expected, a: '3' }, {}] });
	});

	test('a secret is in no other field, whatever becomes of its own', () => {
		const entered = { l: { cards: [{ [secret('s')]: 'HUSH' }] } };
		const assertHushed = (form: string) =>
			assert.doesNotMatch(JSON.stringify(submittedOf(form, entered)), /HUSH/, form);
		const field = '<Field name="s" type="secret"/>';
		for (const inner of [field, '<Field name="st" type="secret"/>', '<Field name="s"/>', '']) {
			assertHushed(cards(inner));
			assertHushed(cards(inner).replace('cardList', 'cardLis'));
		}
		assertHushed(cards(field.replace('"s"', '"value"')));
	});

	test('of a secret and an open field with one name, the open one does not have what is entered into the secret', () => {
		const form = `<Field name="t" type="toggle"/><Field name="x" type="secret" parentKey="t" parentValue="false"/>
			<Field name="x" type="text" parentKey="t" parentValue="true"/>`;
		const entered = { [secret('x')]: 'HUSH' };
		assert.deepEqual(submittedOf(form, entered), { t: false, x: '••••••••' });
		assert.deepEqual(submittedOf(form, { ...entered, t: true }), { t: true });
	});
});
