import assert from 'node:assert/strict';
import { referenceRows } from '../../../../../src/core/connector/reference/referenceRows';
import { pictured } from '../form/picturing';

suite('The reference of the fields of a form', () => {
	const words = {
		heading: {
			label: 'Label',
			key: 'Key',
			type: 'Type',
			required: 'Required',
			default: 'Default',
			options: 'Options',
			condition: 'Condition',
			secret: 'Secret',
		},
		yes: 'yes',
		hidden: 'hidden',
		and: 'and',
		anyValue: '{0} has a value',
	};
	const texts = { en: 'Host=Host\nBasic=Basic', de: 'Host=Rechner' };
	const rows = (inner: string, locale = 'en', template?: string) =>
		referenceRows(
			pictured(inner, { translations: texts, ...(template !== undefined && { template }) }, locale),
			words,
		).slice(1);

	test('has a row for each field, in the order of the form', () => {
		const form = `
			<Field name="host" displayName="Host" type="url" required="true"/>
			<Field name="auth" type="radio" defaultValue="basic">
				<AllowedValues><Option label="Basic" value="basic"/><Option label="key" value="key"/></AllowedValues>
			</Field>
			<Field name="user" parentKey="auth" parentValue="basic, key"/>
			<Section parentKey="user"><Field name="pass" type="secret" parentKey="auth" parentValue="basic"/></Section>
			<Field name="on" type="toggle" hidden="true"/>
			<Field displayName="Host"/>`;
		assert.deepEqual(rows(form), [
			['Host', 'host', 'url', 'yes', '', '', '', ''],
			['', 'auth', 'radio', '', 'basic', 'Basic (basic), key', '', ''],
			['', 'user', 'text', '', '', '', 'auth = basic, key', ''],
			['', 'pass', 'secret', '', '', '', 'auth = basic and user has a value', 'yes'],
			['', 'on', 'toggle', '', 'false', '', 'hidden', ''],
		]);
	});

	test('has the labels in the chosen language, and in English where there are none', () => {
		const form = '<Field name="a" displayName="Host"/><Field name="b" displayName="Basic"/>';
		assert.deepEqual(
			rows(form, 'de').map(([label]) => label),
			['Rechner', 'Basic'],
		);
	});

	test('shows what is not a text as JSON, and the fields of cards behind their cardList', () => {
		const form = `
			<Field name="many" type="list"/>
			<Field name="cards" type="cardList"><Field name="in"/><Field name="more" type="cardList"><Field name="deep"/></Field></Field>`;
		const entries =
			'<entry key="many"><value><List><String>a</String><String>b</String></List></value></entry>';
		const template = `<Application><Attributes><Map>${entries}</Map></Attributes></Application>`;
		assert.deepEqual(
			rows(form, 'en', template).map(([, key, , , initial]) => [key, initial]),
			[
				['many', '["a","b"]'],
				['cards', ''],
				['cards[].in', ''],
				['cards[].more', ''],
				['cards[].more[].deep', ''],
			],
		);
	});

	test('has no default of a secret, wherever the form has one', () => {
		const card = '<List><Map><entry key="pin" value="hush"/><entry key="open" value="x"/></Map></List>';
		const template = `<Application><Attributes><Map><entry key="a" value="hush"/><entry key="cards"><value>${card}</value></entry></Map></Attributes></Application>`;
		const form = `
			<Field name="a" type="secret" value="hush" defaultValue="hush"/>
			<Field name="b" type="Password" defaultValue="hush"/>
			<Field name="cards" type="cardList"><Field name="pin" type="secrettextarea" value="hush"/><Field name="open"/></Field>`;
		const text = JSON.stringify(rows(form, 'en', template));
		assert.doesNotMatch(text, /hush/);
		assert.match(text, /cards\[\]\.pin/);
	});
});
