import assert from 'node:assert/strict';
import {
	hasSecrets,
	isMisfit,
	slotOf,
	valueOf,
	withoutSecrets,
} from '../../../../../src/core/connector/form/entered';
import { fieldOf, secret } from './picturing';

suite('What is entered into a form', () => {
	test('a field holds what was entered for it, even nothing; else what it starts with', () => {
		const field = fieldOf('<Field name="a" value="1"/>');
		assert.equal(valueOf(field, {}), '1');
		assert.equal(valueOf(field, { a: '2' }), '2');
		assert.equal(valueOf(field, { a: '' }), '');
		assert.equal(valueOf(fieldOf('<Field name="toString"/>'), {}), undefined);
		assert.equal(valueOf(fieldOf('<Field name="__proto__"/>'), {}), undefined);
		assert.equal(valueOf(fieldOf('<Field value="1"/>'), { '': '2' }), '1');
		assert.equal(valueOf(fieldOf('<Field name="a" type="toggle"/>'), {}), false);
	});

	test('is not shown by a field of another type, which has what it starts with', () => {
		assert.equal(valueOf(fieldOf('<Field name="a" value="1"/>'), { a: ['one'] }), '1');
		assert.equal(valueOf(fieldOf('<Field name="a"/>'), { a: true }), undefined);
		assert.deepEqual(valueOf(fieldOf('<Field name="a" type="list"/>'), { a: 'one' }), ['one']);
		assert.equal(valueOf(fieldOf('<Field name="a" type="toggle" value="true"/>'), { a: 'abc' }), true);
		assert.equal(valueOf(fieldOf('<Field name="a" type="keyValue"/>'), { a: { cards: [] } }), undefined);
	});

	test('into a field without a name is held for that field alone', () => {
		const field = fieldOf('<Field type="list"/>');
		const entered = { [slotOf(field)]: ['x'] };
		assert.deepEqual(valueOf(field, entered), ['x']);
		assert.equal(valueOf({ ...field, id: 'another' }, entered), undefined);
	});

	test('as a secret is known as one, in cards, too', () => {
		const cards = (card: Record<string, string>) => ({ l: { cards: [card] } });
		const entered = { [secret('a')]: 'x', b: 'y', ...cards({ [secret('a')]: 'z', c: 'd' }) };
		assert.deepEqual(withoutSecrets(entered), { b: 'y', ...cards({ c: 'd' }) });
		assert.ok(hasSecrets(entered));
		assert.ok(hasSecrets(cards({ [secret('a')]: 'x' })));
		assert.ok(!hasSecrets(withoutSecrets(entered)));
	});

	test('takes the place of what a field starts with and cannot show', () => {
		assert.ok(isMisfit(fieldOf('<Field name="a" type="cardList" defaultValue="[1]"/>')));
		assert.ok(!isMisfit(fieldOf('<Field name="a" type="cardList"/>')));
		assert.ok(!isMisfit(fieldOf('<Field name="a" type="list" defaultValue="[1]"/>')));
	});
});
