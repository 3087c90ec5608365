import assert from 'node:assert/strict';
import type { FieldValue } from '../../../../../src/core/connector/form/formPicture';
import { fieldOf } from './picturing';

suite('What the fields of a form start with', () => {
	const nested = (value: string) => `<entry key="f"><value>${value}</value></entry>`;
	const list = (...items: string[]) => nested(`<List>${items.join('')}</List>`);
	const starts: readonly (readonly [type: string, entry: string, FieldValue])[] = [
		['text', '<entry key="f" value="a &amp; b"/>', 'a & b'],
		['text', nested('<String> a </String>'), ' a '],
		['number', nested('<Integer> 7 </Integer>'), '7'],
		['number', nested('<Long>8</Long>'), '8'],
		['text', nested('<Boolean>True</Boolean>'), 'true'],
		['textarea', list('<String>a</String>', '<String>b</String>'), 'a\nb'],
		['text', nested('<Map><entry key="k" value="v"/></Map>'), '{"k":"v"}'],
		['toggle', nested('<Boolean>true</Boolean>'), true],
		['toggle', nested('<Boolean/>'), false],
		['boolean', '<entry key="f" value="TRUE"/>', true],
		['checkbox', '<entry key="f" value="no"/>', false],
		['checkbox', '<entry key="f" value=" true "/>', true],
		['list', nested('<Set><String>a</String></Set>'), ['a']],
		['list', nested('<List><null/><String/></List>'), ['']],
		['text', nested('a'), 'a'],
		['list', list('<String>a</String>', '<Integer>1</Integer>'), ['a', '1']],
		['list', '<entry key="f" value="a, b ,,c"/>', ['a', 'b', 'c']],
		['list', '<entry key="f" value="a,b&#10;&#10; c"/>', ['a,b', 'c']],
		['list', nested('<Map><entry key="k" value="v"/></Map>'), '{"k":"v"}'],
		[
			'keyValue',
			nested(
				'<Map><entry key="k" value="v"/><entry key="__proto__"><value><Boolean>true</Boolean></value></entry></Map>',
			),
			{
				pairs: [
					['k', 'v'],
					['__proto__', 'true'],
				],
			},
		],
		['keyValue', '<entry key="f" value="k=v"/>', { pairs: [['k', 'v']] }],
		[
			'keyValue',
			'<entry key="f" value="k = v, q=a=b"/>',
			{
				pairs: [
					['k', 'v'],
					['q', 'a=b'],
				],
			},
		],
		['keyValue', '<entry key="f" value="k=a,b"/>', { pairs: [['k', 'a,b']] }],
		[
			'keyValue',
			'<entry key="f" value="k=a,b&#10;l="/>',
			{
				pairs: [
					['k', 'a,b'],
					['l', ''],
				],
			},
		],
		[
			'keyValue',
			'<entry key="f" value=\'{"k":"v","n":1}\'/>',
			{
				pairs: [
					['k', 'v'],
					['n', '1'],
				],
			},
		],
		['keyValue', '<entry key="f" value="abc"/>', 'abc'],
		['keyValue', '<entry key="f" value="{k"/>', '{k'],
		['list', '<entry key="f" value=\'["a","b, c",1]\'/>', ['a', 'b, c', '1']],
		['list', '<entry key="f" value="[a],b"/>', ['[a]', 'b']],
		['cardList', '<entry key="f" value=\'[{"a":"1","b":true}]\'/>', { cards: [{ a: '1', b: true }] }],
		['cardList', '<entry key="f" value="[1]"/>', '[1]'],
		['text', '<entry key="f" value="[1]"/>', '[1]'],
		[
			'cardList',
			list(
				'<Map><entry key="a" value="1"/><entry key="b"><value><Boolean>true</Boolean></value></entry></Map>',
				'<Map/>',
			),
			{ cards: [{ a: '1', b: true }, {}] },
		],
		['cardList', list('<String>a</String>'), 'a'],
		['fileupload', '<entry key="f" value="a.pem"/>', 'a.pem'],
	];
	for (const [type, entry, value] of starts) {
		test(`a ${type} starts with what the source-template has: ${entry}`, () => {
			assert.deepEqual(fieldOf(`<Field name="f" type="${type}"/>`, entry).initial, {
				value,
				origin: 'source-template',
			});
		});
	}

	test('a field starts with its value, then with its entry, then with its default', () => {
		const origin = (attributes: string, entry = '<entry key="f" value="e"/>') =>
			fieldOf(`<Field name="f" ${attributes}/>`, entry).initial?.origin;
		assert.equal(origin('value="v" defaultValue="d"'), 'value');
		assert.equal(origin('value="" defaultValue="d"'), 'source-template');
		assert.equal(origin('defaultValue="d"', '<entry key="f" value=""/>'), 'defaultValue');
		assert.equal(origin('defaultValue="d"', '<entry key="g" value="e"/>'), 'defaultValue');
		assert.equal(origin('defaultValue=""', '<entry key="f"/>'), undefined);
		assert.equal(
			fieldOf('<Field name="f"/>', '<entry key="f" value="1"/><entry key="f" value="2"/>').initial?.value,
			'2',
		);
	});

	test('what is nested without end is read as far as anybody would look', () => {
		for (const [open, close] of [
			['<List>', '</List>'],
			['<Map><entry key="k"><value>', '</value></entry></Map>'],
		] as const) {
			const value = nested(open.repeat(20_000) + close.repeat(20_000));
			const { initial } = fieldOf('<Field name="f"/>', value);
			assert.ok(typeof initial?.value === 'string' && initial.value.length < 200);
		}
	});

	test('the values of cards are as their fields hold them, and no entry is meant for those fields', () => {
		const cards =
			'<Field name="f" type="cardList"><Field name="on" type="toggle"/><Field name="some" type="list"/></Field>';
		const entry = list('<Map><entry key="on" value="true"/><entry key="some" value="a,b"/></Map>');
		const field = fieldOf(cards, entry + '<entry key="on" value="true"/>');
		assert.deepEqual(field.initial?.value, { cards: [{ on: true, some: ['a', 'b'] }] });
		assert.equal(field.fields[0]?.initial, undefined);
	});
});
