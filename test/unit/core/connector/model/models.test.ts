import assert from 'node:assert/strict';
import { readApplication } from '../../../../../src/core/connector/model/application';
import { readCorrelation } from '../../../../../src/core/connector/model/correlation';
import { readForm } from '../../../../../src/core/connector/model/form';
import { parseXml } from '../../../../../src/core/xml/parse';
import { small } from '../smallConnector';

suite('What the documents of a connector mean', () => {
	const form = (inner: string) => readForm(parseXml(`<Form>${inner}</Form>`));
	const names = (mentions: readonly { readonly name: string }[]) => mentions.map(({ name }) => name);

	test('a form has its fields in their order, with their types, options and conditions', () => {
		const fields = readForm(parseXml(small.form)).fields.map(({ name, type, options, conditions }) =>
			[
				name?.name,
				type?.name,
				options.map(({ value }) => value?.name).join(),
				conditions.map(({ parentKey }) => parentKey.name).join(),
			].join(' '),
		);
		assert.deepEqual(fields, [
			'hostUrl url  ',
			'auth radio basic,token ',
			'user text  auth',
			'useTls toggle  ',
			'port number  useTls',
			'secret secret  ',
		]);
	});

	test('a form has every label key with the place where it stands', () => {
		const text = `<Form shortDesc="S &amp; D"><Menu label='M'><Section label="L" sectionInfo="I" docLinkLabel="K" docLink="no">
			<Field name="no" displayName="D" placeholder="P" helpKey="H" label=""/><Field label="half</Section></Menu></Form>`;
		const { labels } = readForm(parseXml(text));
		assert.deepEqual(
			labels.map(({ name }) => name),
			['S & D', 'M', 'L', 'I', 'K', 'D', 'P', 'H', 'half'],
		);
		assert.deepEqual(
			labels.map(({ range: { start, end } }) => text.slice(start, end)),
			['S &amp; D', 'M', 'L', 'I', 'K', 'D', 'P', 'H', 'half'],
		);
	});

	test('options belong to their field', () => {
		const { fields } = readForm(parseXml(small.form));
		assert.deepEqual(
			fields[1]?.options.map(({ label }) => label?.name),
			['Auth_Basic', 'Auth_Token'],
		);
	});

	test('a field has its own condition and all that are around it, the innermost first and each once', () => {
		const { fields, conditions } = form(
			`<Section parentKey="a" parentValue="1"><Field name="x"/><Field name="y" parentKey="b"/>
			<Group parentKey="a" parentValue="2"><Field name="z" parentKey="a" parentValue="1"/></Group></Section>`,
		);
		assert.deepEqual(
			fields.map(field =>
				field.conditions.map(({ parentKey, parentValue }) => `${parentKey.name}=${parentValue?.name ?? ''}`),
			),
			[['a=1'], ['b=', 'a=1'], ['a=2', 'a=1']],
		);
		assert.equal(conditions.length, 4);
	});

	test('a form may be of a namespace with a prefix', () => {
		const { fields } = readForm(parseXml('<f:Form xmlns:f="x"><f:Field name="a"/></f:Form>'));
		assert.deepEqual(
			fields.map(({ name }) => name?.name),
			['a'],
		);
	});

	test('a half-typed form has what is there already', () => {
		const { fields } = form('<Field name="a" type="te');
		assert.deepEqual([fields[0]?.name?.name, fields[0]?.type?.name], ['a', 'te']);
		assert.deepEqual(form('<Field name="a"/><Field name=').fields.length, 2);
		assert.deepEqual(readForm(parseXml('')), {
			root: undefined,
			fields: [],
			labels: [],
			conditions: [],
			valuesAlone: [],
		});
	});

	test('another document is no form', () => {
		assert.equal(readForm(parseXml(small.template)).root, undefined);
		assert.equal(readApplication(parseXml(small.form)).root, undefined);
		assert.equal(readCorrelation(parseXml(small.form)).root, undefined);
	});

	test('an Application has the entries of its attributes, not those within them', () => {
		const { entries } = readApplication(parseXml(small.template));
		assert.deepEqual(
			entries.map(({ name }) => name),
			['hostUrl', 'auth', 'user', 'useTls', 'port'],
		);
	});

	test('an Application has its schemas with what their tags name', () => {
		const { schemas, provisioningFields } = readApplication(parseXml(small.template));
		assert.deepEqual(
			schemas.map(({ objectType, attributes, roles }) => [objectType?.name, names(attributes), names(roles)]),
			[
				['account', ['id', 'mail', 'groups'], ['id', 'mail', 'groups']],
				['group', ['id'], ['id', 'id']],
			],
		);
		assert.deepEqual(
			provisioningFields.map(({ name, objectType }) => [name, objectType]),
			[['mail', 'account']],
		);
	});

	test('a correlation tells the filters apart that look at accounts alone', () => {
		const { filters } = readCorrelation(parseXml(small.correlation));
		assert.deepEqual(
			filters.map(({ operation, property, value, isDirect }) => [
				operation,
				property?.name,
				value?.name,
				isDirect,
			]),
			[
				['EQ', 'email', 'mail', false],
				['LIKE', 'id', 'svc-', true],
			],
		);
	});

	test('a document is read once', () => {
		const document = parseXml(small.form);
		assert.equal(readForm(document), readForm(document));
	});

	test('a form that is nested very deep is read (long)', () => {
		const deep = '<Section parentKey="a"><Field name="b">'.repeat(10_000);
		assert.equal(form(deep).fields.length, 10_000);
	});
});
