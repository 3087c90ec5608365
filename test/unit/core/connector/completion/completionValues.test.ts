import assert from 'node:assert/strict';
import { chosen, connectorOf, labels, proposal, proposals, type Typing } from './completing';

const form = (text: string, more: Partial<Typing> = {}): Typing => ({ kind: 'source-config', text, ...more });
const template = (text: string, more: Partial<Typing> = {}): Typing => ({
	kind: 'source-template',
	text,
	...more,
});
const correlation = (text: string, more: Partial<Typing> = {}): Typing => ({
	kind: 'correlation-config',
	text,
	...more,
});

const schemas = `<Application><Schemas>
	<Schema objectType="account"><AttributeDefinition name="id">
		<Description>Never &lt;changes&gt;</Description></AttributeDefinition><AttributeDefinition name="mail"/></Schema>
	<Schema objectType="group"><AttributeDefinition name="cn"/></Schema>
</Schemas></Application>`;

suite('Completion of values', () => {
	test('proposes for conditions on cards their own fields and those around them', () => {
		const around = '<Field name="a"/><Field name="b" type="Toggle"/>';
		const own = '<Field name="a" type="radio"><AllowedValues><Option value="1"/></AllowedValues></Field>';
		const on = (text: string) =>
			`<Form>${around}<Field name="l" type="cardList">${own}${text}</Field><Field name="c"/></Form>`;
		assert.deepEqual(labels(form(on('<Field name="d" parentKey="|"/>'))).slice(0, 4), ['a', 'b', 'l', 'c']);
		assert.deepEqual(labels(form(on('<Field name="d" parentKey="a" parentValue="|"/>'))), ['1']);
		assert.deepEqual(labels(form(on('<Field name="d" parentKey="b" parentValue="|"/>'))), ['true', 'false']);
		const beside = labels(
			form(
				`<Form>${around}<Field name="l" type="cardList">${own}<Field name="in"/></Field><Field parentKey="|"/></Form>`,
			),
		);
		assert.deepEqual(beside, ['a', 'b', 'l']);
		const entries = template(
			'<Application><Attributes><Map><entry key="|"/></Map></Attributes></Application>',
			{
				around: { form: on('<Field name="d"/>') },
			},
		);
		assert.deepEqual(labels(entries), ['a', 'b', 'l', 'c']);
	});

	test('proposes what is known, whatever is typed of it', () => {
		assert.deepEqual(labels(form('<Field required="|"/>')), ['true', 'false']);
		assert.deepEqual(labels(correlation('<CompositeFilter operation="|')), ['AND', 'OR', 'NOT']);
		assert.ok(labels(form('<Field type="sec|"/>')).includes('secrettextarea'));
		assert.deepEqual(proposal(form('<Field type="|"/>'), 'toggle').word, {
			element: 'Field',
			attribute: 'type',
			value: 'toggle',
		});
	});

	test('replaces the whole value, and writes the quotes that are missing', () => {
		assert.equal(chosen(form('<Field type="te|xt"/>'), 'url'), '<Field type="url"/>');
		assert.equal(chosen(form('<Field type=|/>'), 'url'), '<Field type="url"/>');
		assert.equal(chosen(form('<Field type=te|/>'), 'url'), '<Field type="url"/>');
		assert.equal(chosen(form('<Field type="u|/>'), 'url'), '<Field type="url"/>');
		assert.equal(chosen(form("<Field type='u|\n<Field/>"), 'url'), "<Field type='url'\n<Field/>");
		assert.equal(chosen(form('<Field type="| name="x"/>'), 'url'), '<Field type="url" name="x"/>');
	});

	test('puts known values in the order of their use, and learned ones behind them', () => {
		const neighbours = ['toggle', 'toggle', 'url', 'colour'].map(type =>
			connectorOf({ form: `<Form><Field type="${type}"/></Form>` }),
		);
		const found = labels(form('<Field type="|"/>', { neighbours }));
		assert.deepEqual(found.slice(0, 3), ['toggle', 'url', 'text']);
		assert.equal(found.at(-1), 'colour');
		assert.equal(proposal(form('<Field type="|"/>', { neighbours }), 'toggle').connectors, 2);
	});

	test('learns no names that belong to one connector, nothing long, and not what is being typed', () => {
		const neighbours = [
			connectorOf({ form: `<Form name="Mine"><Field name="${'x'.repeat(101)}" value="a&amp;b"/></Form>` }),
		];
		assert.deepEqual(labels(form('<Form name="|"/>', { neighbours })), []);
		assert.deepEqual(labels(form('<Form><Field name="|"/></Form>', { neighbours })), []);
		assert.deepEqual(labels(form('<Form><Field name="pag|"/></Form>')), []);
		assert.deepEqual(labels(form('<Form><Field name="pag|"/><Field name="pag"/></Form>')), ['pag']);
	});

	test('takes one item of a list at a time, and proposes none twice', () => {
		const typing = template('<Application featuresString="ENABLE, UN|, SEARCH"/>');
		assert.equal(chosen(typing, 'UNLOCK'), '<Application featuresString="ENABLE, UNLOCK, SEARCH"/>');
		assert.ok(!labels(typing).includes('ENABLE'));
		assert.ok(!labels(typing).includes('SEARCH'));
		assert.equal(
			chosen(template('<Application featuresString="ENABLE, |"/>'), 'UNLOCK'),
			'<Application featuresString="ENABLE, UNLOCK"/>',
		);
		const neighbours = ['A, ENABLE', 'ENABLE,A', 'A'].map(list =>
			connectorOf({ template: `<Application featuresString="${list}"/>` }),
		);
		assert.equal(proposal(template('<Application featuresString="|"/>', { neighbours }), 'A').connectors, 3);
	});

	test('says nothing about an attribute of which nothing is known', () => {
		assert.deepEqual(labels(form('<Field colour="|"/>')), []);
		assert.deepEqual(labels(form('<Field constructor="|"/>')), []);
		assert.deepEqual(labels(form('<constructor toString="|"/>')), []);
	});
});

suite('Completion of names', () => {
	const translations = {
		de: 'Nur_Deutsch=Nur deutsch\nHostURL=Adresse',
		en: 'HostURL=Host URL\nsectionLabel_auth=Authentication\nmenuLabel_main=Main\nsectionInfo_auth=About',
	};

	test('of labels are the keys of all translations with their English texts, those of the family first', () => {
		const section = form('<Form><Menu><Section label="|"/></Menu></Form>', { around: { translations } });
		assert.deepEqual(labels(section), [
			'sectionLabel_auth',
			'HostURL',
			'menuLabel_main',
			'sectionInfo_auth',
			'Nur_Deutsch',
		]);
		assert.equal(proposal(section, 'HostURL').text, 'Host URL');
		assert.equal(proposal(section, 'Nur_Deutsch').text, 'Nur deutsch');
		const field = form('<Form><Menu><Section><Field displayName="|"/></Section></Menu></Form>', {
			around: { translations },
		});
		assert.deepEqual(labels(field).slice(0, 2), ['HostURL', 'Nur_Deutsch']);
	});

	test('are escaped as the attribute wants it', () => {
		const around = { translations: { en: `Say"it's"&go=x` } };
		assert.equal(
			chosen(form('<Field displayName="|"/>', { around }), `Say"it's"&go`),
			`<Field displayName="Say&quot;it's&quot;&amp;go"/>`,
		);
	});

	test('of parents are the other fields, and of their values their options', () => {
		const fields = (field: string) => `<Form><Section>
			<Field name="auth" displayName="Auth_Type" type="radio"><AllowedValues>
				<Option label="Auth_Basic" value="basic"/><Option label="Auth_OAuth" value="oauth"/>
			</AllowedValues></Field>
			<Field name="tls" type="toggle"/><Field type="text"/>
			${field}</Section></Form>`;
		const around = { translations: { en: 'Auth_Basic=User name and password\nAuth_Type=How' } };
		const parent = form(fields('<Field name="own" parentKey="|"/>'), { around });
		assert.deepEqual(labels(parent), ['auth', 'tls']);
		assert.equal(proposal(parent, 'auth').text, 'How');
		const value = form(fields('<Field name="own" parentKey="auth" parentValue="|"/>'), { around });
		assert.deepEqual(labels(value), ['basic', 'oauth']);
		assert.equal(proposal(value, 'basic').text, 'User name and password');
		assert.equal(proposal(value, 'oauth').text, 'Auth_OAuth');
		assert.deepEqual(labels(form(fields('<Field name="own" parentKey="tls" parentValue="|"/>'))), [
			'true',
			'false',
		]);
		assert.deepEqual(labels(form(fields('<Field name="own" parentKey="no" parentValue="|"/>'))), []);
		assert.deepEqual(labels(form(fields('<Field name="own" type="checkbox" defaultValue="|"/>'))), [
			'true',
			'false',
		]);
	});

	test('of entries are the fields that have none yet, last those whose values a template does not keep', () => {
		const around = {
			form: '<Form><Field name="url" displayName="HostURL"/><Field name="key" type="secret"/><Field name="port"/><Field name="user"/></Form>',
			translations,
		};
		const map = (entry: string) =>
			template(`<Application><Attributes><Map><entry key="port"/>${entry}</Map></Attributes></Application>`, {
				around,
			});
		assert.deepEqual(labels(map('<entry key="|"/>')).slice(0, 3), ['url', 'user', 'key']);
		assert.deepEqual(labels(map('<entry key="ur|l"/>')).slice(0, 3), ['url', 'user', 'key']);
		assert.equal(proposal(map('<entry key="|"/>'), 'url').text, 'Host URL');
		assert.deepEqual(labels(map('<entry key="x"><value><Map><entry key="|"/></Map></value></entry>')), [
			'port',
			'x',
		]);
	});

	test('of a correlation are identity attributes and attributes of the account schema', () => {
		const neighbours = [
			'<CorrelationConfig><Filter property="employeeNumber"/><Filter property="costCenter"/></CorrelationConfig>',
		].map(text => connectorOf({ correlation: text }));
		const around = { template: schemas };
		const typed = (filter: string) =>
			correlation(
				`<CorrelationConfig><AttributeAssignments>${filter}</AttributeAssignments></CorrelationConfig>`,
				{
					around,
					neighbours,
				},
			);
		const properties = labels(typed('<Filter property="|"/>'));
		assert.deepEqual(properties.slice(0, 3), ['employeeNumber', 'uid', 'email']);
		assert.equal(properties.at(-1), 'costCenter');
		assert.deepEqual(labels(typed('<Filter property="mail" value="|"/>')), ['id', 'mail']);
		assert.equal(proposal(typed('<Filter property="mail" value="|"/>'), 'id').text, 'Never <changes>');
	});

	test('of a direct assignment’s conditions are those of the account schema, its values are texts', () => {
		const typed = (filter: string) =>
			correlation(
				`<CorrelationConfig><DirectAssignments><DirectAssignment><Conditions>${filter}</Conditions>
				</DirectAssignment></DirectAssignments></CorrelationConfig>`,
				{ around: { template: schemas } },
			);
		assert.deepEqual(labels(typed('<Filter property="|"/>')), ['id', 'mail']);
		assert.deepEqual(labels(typed('<Filter value="|"/>')), []);
	});

	test('of a schema are its own attributes, and those of an object type the schemas', () => {
		const typed = (text: string) =>
			template(schemas.replace('objectType="group"', `objectType="group" ${text}`));
		assert.deepEqual(labels(typed('identityAttribute="|"')), ['cn']);
		assert.deepEqual(labels(typed('displayAttribute="|')), ['cn']);
		assert.deepEqual(labels(template(schemas.replace('name="cn"', 'name="cn" schemaObjectType="|"'))), [
			'account',
			'group',
		]);
	});

	test('are known while the document is half-typed', () => {
		const text =
			'<Form><Menu><Section>\n<Field name="a" type="text"/>\n<Field name="b" parentKey="|\n</Section></Menu></Form>';
		assert.deepEqual(labels(form(text)), ['a']);
		assert.equal(proposals(form(text))?.cursor.kind, 'attribute-value');
	});
});
