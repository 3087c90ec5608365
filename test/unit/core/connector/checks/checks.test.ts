import assert from 'node:assert/strict';
import { checkConnector } from '../../../../../src/core/connector/checks/checkConnector';
import type { ConnectorDocuments } from '../../../../../src/core/connector/connectorDocuments';
import {
	usualSeverity,
	usualSeverityOf,
	type ConnectorProblemCode,
} from '../../../../../src/core/connector/problem';
import { connectorOf } from '../completion/completing';
import { shown, small, smallWith, type Changes } from '../smallConnector';

suite('Checks across the documents of a connector', () => {
	const found = (documents: ConnectorDocuments) =>
		checkConnector(documents).map(problem => `${problem.code} ${shown(documents, problem)}`);
	const assertFound = (changes: Changes, expected: readonly string[]) =>
		assert.deepEqual(found(smallWith(changes)), expected);

	const mapEntries = /<entry[^]*<entry key="port" value="443"\/>/.exec(small.template)?.[0] ?? '';

	const correlationNamed = (name: string): Changes => ({
		template: [
			'<Schemas>',
			`<AccountCorrelationConfig><Reference class="x" name="${name}"/></AccountCorrelationConfig><Schemas>`,
		],
	});

	/** What a change does to the small connector, in which everything fits together. */
	const cases: Readonly<Record<string, readonly [Changes, readonly string[]]>> = {
		'nothing where everything fits together': [{}, []],
		'a form of another namespace': [
			{ form: ['form_2_0', 'form_1_0'] },
			['xsd-version source-config: <Form xmlns="[http://www.sailpoint.com/xsd/sailpoint_form_1_0.xsd]'],
		],
		'a form without a namespace': [
			{ form: ['xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd" ', ''] },
			['xsd-version source-config: <[Form]'],
		],
		'a condition on a field that is not there': [
			{ form: ['parentKey="auth"', 'parentKey="Auth"'] },
			['parent-key-unknown source-config: type="text" parentKey="[Auth]'],
		],
		'a condition that names no field': [
			{ form: ['parentKey="auth"', 'parentKey=""'] },
			['parent-key-unknown source-config: parentKey="" parentValue="[basic]'],
		],
		'a condition on a value that the field cannot have': [
			{ form: ['parentValue="basic"', 'parentValue="oauth"'] },
			['parent-value-unknown source-config: parentKey="auth" parentValue="[oauth]'],
		],
		'a condition on a value that a switch cannot have': [
			{ form: ['parentValue="true"', 'parentValue="yes"'] },
			['parent-value-unknown source-config: parentKey="useTls" parentValue="[yes]'],
		],
		'a condition on several values that the field can have': [
			{ form: ['parentValue="basic"', 'parentValue="basic, token"'] },
			[],
		],
		'a condition on a field that people type in': [
			{ form: ['parentKey="auth" parentValue="basic"', 'parentKey="hostUrl" parentValue="x"'] },
			[],
		],
		'a condition on a field with options that are not written yet': [
			{ form: ['<Option label="Auth_Basic" value="basic"/>', '<Option label="Auth_Basic"/>'] },
			[],
		],
		'two fields of one name': [
			{ form: ['<Field name="hostUrl"', '<Field name="user" displayName="User"/><Field name="hostUrl"'] },
			['field-name-repeated source-config: <Field name="[user]'],
		],
		'two fields of one name of which only one is shown': [
			{
				form: [
					'<Field name="useTls"',
					'<Field name="user" displayName="User" parentKey="auth" parentValue="token"/><Field name="useTls"',
				],
			},
			[],
		],
		'two fields of one name that want other values of what is around them': [
			{
				form: [
					'<Field name="useTls"',
					`<Group parentKey="auth" parentValue="token"><Field name="user" displayName="User" parentKey="useTls" parentValue="true"/></Group>
					<Field name="useTls"`,
				],
			},
			[],
		],
		'two fields of one name that want the same': [
			{
				form: [
					'<Field name="useTls"',
					'<Field name="user" displayName="User" parentKey="auth" parentValue="basic"/><Field name="useTls"',
				],
			},
			['field-name-repeated source-config: <Field name="[user]'],
		],
		'two fields of one name whose conditions can both hold': [
			{
				form: [
					'<Field name="useTls"',
					`<Group parentKey="auth"><Field name="user" displayName="User" parentKey="useTls" parentValue="true"/></Group>
					<Field name="useTls"`,
				],
			},
			['field-name-repeated source-config: parentKey="auth"><Field name="[user]'],
		],
		'a label without a text': [
			{ form: ['displayName="HostURL"', 'displayName="Host"'] },
			[
				'label-untranslated source-config: name="hostUrl" displayName="[Host]',
				'translation-unused translations/en: sectionLabel_access\n[HostURL]',
				'translation-unused translations/de: sectionLabel_access\n[HostURL]',
			],
		],
		'a label that has a text in another locale only': [
			{ en: ['User=Text of User\n', ''] },
			[
				'label-untranslated source-config: name="user" displayName="[User]',
				'locale-incomplete translations/en: [ShortDesc]',
			],
		],
		'a raw letter among escaped ones': [
			{ de: ['User=Text of User\nTLS=Text of TLS', 'User=\\u00dcber\nTLS=\\u00e4\\u00df ö'] },
			['letter-unescaped translations/de: TLS=\\u00e4\\u00df [ö]'],
		],
		'a text that repeats its key': [
			{ en: ['User=Text of User', 'User=User'], de: ['TLS=Text of TLS', 'TLS : TLS'] },
			[
				'label-untranslated source-config: name="user" displayName="[User]',
				'locale-incomplete translations/en: [ShortDesc]',
				'locale-incomplete translations/de: [ShortDesc]',
			],
		],
		'a text that repeats its key in every locale': [
			{ en: ['User=Text of User', 'User=User'], de: ['User=Text of User', 'User=\\u0055ser'] },
			['label-untranslated source-config: name="user" displayName="[User]'],
		],
		'a text that repeats its key in another case': [{ en: ['User=Text of User', 'User=user'] }, []],
		'a label that is a text by itself': [
			{ form: ['displayName="Secret"', 'displayName="Secret" placeholder="Type it"'] },
			[],
		],
		'a label that is a text by itself, which a locale translates': [
			{
				form: ['displayName="Secret"', 'displayName="Secret" placeholder="Type it"'],
				de: ['User=', 'Type\\ it=x\nUser='],
			},
			[
				'label-untranslated source-config: displayName="Secret" placeholder="[Type it]',
				'locale-incomplete translations/en: [ShortDesc]',
			],
		],
		'an example as a placeholder': [
			{ form: ['displayName="Secret"', 'displayName="Secret" placeholder="db.example.com"'] },
			[],
		],
		'an option that is labelled with its value': [
			{
				form: [
					'<Option label="Auth_Token"',
					'<Option label="other" value="other"/><Option label="Auth_Token"',
				],
			},
			[],
		],
		'a locale without some keys': [
			{ de: ['User=Text of User\nTLS=Text of TLS\n', ''] },
			['locale-incomplete translations/de: [ShortDesc]'],
		],
		'a locale without a key that nothing uses': [
			{ en: ['User=', 'Old=x\nUser='] },
			['translation-unused translations/en: Auth_Token\n[Old]'],
		],
		'a translation that the template uses': [
			{ en: ['User=', 'id=x\nUser='], de: ['User=', 'id=x\nUser='] },
			[],
		],
		'a translation that a provisioning form uses': [
			{
				template: ['"Mail address"', '"Mail"'],
				en: ['User=', 'Mail=x\nUser='],
				de: ['User=', 'Mail=x\nUser='],
			},
			[],
		],
		'translations whose form is malformed, which may hide what uses them': [
			{ form: ['displayName="HostURL"', 'displayName="Host"><![CDATA[<a b="'] },
			['label-untranslated source-config: name="hostUrl" displayName="[Host]'],
		],
		'a schema with an attribute that is not closed': [
			{ template: ['<AttributeDefinition name="id" type="string"/>', '<AttributeDefinition name="id">'] },
			[],
		],
		'a form with a field that has lost its bracket': [
			{ form: ["<Field name='auth'", "Field name='auth'"] },
			[],
		],
		'fields in a section that has lost its bracket': [
			{
				form: [
					'<Section name="access" label="sectionLabel_access">',
					`Section name="more" label="sectionLabel_access" parentKey="auth" parentValue="token">
					<Field name="user" displayName="User"/></Section><Section name="access">`,
				],
			},
			[],
		],
		'a template with an entry that has lost its bracket': [
			{ template: ['<entry key="useTls"', 'entry key="useTls"'] },
			[],
		],
		'a template in which a Map is half-typed': [
			{ template: ['<entry key="hostUrl"', '<entry key="new"><value><Map\n<entry key="hostUrl"'] },
			[],
		],
		'a template in which CDATA is half-typed': [
			{ template: ['<entry key="hostUrl"', '<![CDATA[<entry key="hostUrl"'] },
			[],
		],
		'a correlation with a filter that is half-typed': [{ correlation: ['value="mail"', 'value="ma'] }, []],
		'a key that is there twice': [
			{ de: ['Auth=Anmeldung', 'User=Benutzer\nAuth=Anmeldung'] },
			['key-repeated translations/de: {0}\n[User]'],
		],
		'broken HTML': [
			{ de: ['Anmeldung', '\\u00dc<b>x'] },
			['html-broken translations/de: {0}\nAuth=\\u00dc[<b>]'],
		],
		'a placeholder that a translation lacks': [
			{ de: ['Adresse {0}', 'Adresse'] },
			['placeholder-differs translations/de: sectionLabel_access\nHostURL=[Adresse]'],
		],
		'a placeholder that only a translation has': [
			{ de: ['Anmeldung', 'An\\u0020{1}'] },
			['placeholder-differs translations/de: {0}\nAuth=An\\u0020[{1}]'],
		],
		'a named placeholder that a translation lacks': [
			{ en: ['Log on', 'Log on to {{host}}'], de: ['Anmeldung', 'An {host}'] },
			[
				'placeholder-differs translations/de: {0}\nAuth=[An {host}]',
				'placeholder-differs translations/de: Auth=An [{host}]',
			],
		],
		'a word in braces in an example of what to type': [
			{
				form: ['displayName="Secret"', 'displayName="Secret" placeholder="Example"'],
				en: ['User=', 'Example=https://{your_host}\nUser='],
				de: ['User=', 'Example=https://ihr-rechner\nUser='],
			},
			[],
		],
		'a word in braces in an example that is a heading, too': [
			{
				form: ['displayName="Secret"', 'displayName="Example" placeholder="Example"'],
				en: ['Secret=', 'Example=https://{your_host}\nSecret='],
				de: ['Secret=', 'Example=https://ihr-rechner\nSecret='],
			},
			[
				'translation-unused translations/en: Example=https://{your_host}\n[Secret]',
				'translation-unused translations/de: Example=https://ihr-rechner\n[Secret]',
				'placeholder-differs translations/de: Port\nExample=[https://ihr-rechner]',
			],
		],
		'a translated word in braces': [{ en: ['Host {0}', 'Host {name}'], de: ['Adresse {0}', 'A {Name}'] }, []],
		'a regular expression that a translation leaves out': [{ en: ['Log on', 'Log on with \\\\d{3}'] }, []],
		'a field without an entry': [
			{ template: ['<entry key="user" value=""/>', ''] },
			['field-without-entry source-config: <Field name="[user]'],
		],
		...Object.fromEntries(
			['Secret', 'SECRETTEXTAREA', 'password', ' Password ', 'FileUpload'].map(type => [
				`a "${type}" without an entry`,
				[{ form: ['type="secret"', `type="${type}"`] }, []] as const,
			]),
		),
		'an entry without a field': [
			{ template: ['<entry key="user"', '<entry key="extra"/><entry key="user"'] },
			['entry-without-field source-template: <entry key="[extra]'],
		],
		'a large template that has few of the fields, and much else': [
			{
				template: [
					'<entry key="hostUrl" value="https://example.com"/>',
					['hostURL', ...Array.from({ length: 11 }, (_, index) => `other${index}`)]
						.map(key => `<entry key="${key}"/>`)
						.join(''),
				],
			},
			[
				'field-without-entry source-config: <Field name="[hostUrl]',
				'entry-without-field source-template: <entry key="[hostURL]',
			],
		],
		'a small template that has few of the fields, and something else': [
			{ template: [mapEntries, '<entry key="hostUrl"/><entry key="extra"/>'] },
			[
				...['auth', 'user', 'useTls', 'port'].map(
					name => `field-without-entry source-config: <Field name=${name === 'auth' ? "'" : '"'}[${name}]`,
				),
				'entry-without-field source-template: key="hostUrl"/><entry key="[extra]',
			],
		],
		'a template without entries': [
			{ template: [mapEntries, ''] },
			['hostUrl', 'auth', 'user', 'useTls', 'port'].map(
				name => `field-without-entry source-config: <Field name=${name === 'auth' ? "'" : '"'}[${name}]`,
			),
		],
		'a large form none of whose fields has an entry': [
			{
				form: [
					'<Field name="hostUrl"',
					`${Array.from({ length: 8 }, (_, index) => `<Field name="f${index}"/>`).join('')}<Field name="hostUrl"`,
				],
				template: [mapEntries, ''],
			},
			[],
		],
		'a correlation with what accounts do not have': [
			{ correlation: ['value="mail"', 'value="email"'] },
			['correlation-attribute-unknown correlation-config: property="email" value="[email]'],
		],
		'a schema that names what it does not have': [
			{ template: ['displayAttribute="mail"', 'displayAttribute="email"'] },
			['schema-attribute-unknown source-template: identityAttribute="id" displayAttribute="[email]'],
		],
		...Object.fromEntries(
			['descriptionAttribute', 'instanceAttribute', 'hierarchyAttribute', 'groupAttribute'].map(role => [
				`a schema whose ${role} it does not have`,
				[
					{ template: ['"group" identityAttribute', `"group" ${role}="text" identityAttribute`] },
					[`schema-attribute-unknown source-template: objectType="group" ${role}="[text]`],
				] as const,
			]),
		),
		...Object.fromEntries(
			['groupMemberAttribute', 'memberAttribute'].flatMap(role =>
				(['id', 'mail', 'uid'] as const).map(name => [
					`a group whose ${role} is ${name}`,
					[
						{
							template: [
								'displayAttribute="id">',
								`displayAttribute="id"><Attributes><Map><entry key="${role}" value="${name}"/><entry key="memberPrefix" value="x"/></Map></Attributes>`,
							],
						},
						name === 'uid' ? [`schema-attribute-unknown source-template: key="${role}" value="[uid]`] : [],
					] as const,
				]),
			),
		),
		'a schema that says it has no instances': [
			{ template: ['"group" identityAttribute', '"group" instanceAttribute="" identityAttribute'] },
			[],
		],
		'a template that names another correlation': [
			correlationNamed('Small Correlation'),
			['correlation-name-differs source-template: class="x" name="[Small Correlation]'],
		],
		'a template that names the correlation': [correlationNamed('Small'), []],
		'a template that names the correlation in another case': [
			correlationNamed('small'),
			['correlation-name-differs source-template: class="x" name="[small]'],
		],
		'a template that names no correlation': [correlationNamed(''), []],
		'a correlation without a name': [
			{
				...correlationNamed('Other'),
				correlation: ['<CorrelationConfig name="Small"', '<CorrelationConfig'],
			},
			[],
		],
		'another Reference in the template': [
			{ template: ['<Schemas>', '<CorrelationRule><Reference name="Other"/></CorrelationRule><Schemas>'] },
			[],
		],
		'a group that is found in no schema': [
			{ template: ['objectType="group"', 'objectType="role"'] },
			['schema-object-type-unknown source-template: type="string" schemaObjectType="[group]'],
		],
	};
	for (const [what, [changes, expected]] of Object.entries(cases)) {
		test(`find ${expected.length > 0 || what.startsWith('nothing') ? '' : 'nothing in '}${what}`, () =>
			assertFound(changes, expected));
	}

	test('leave alone whatever a token is part of', () => {
		const changes: readonly Changes[] = [
			{ form: ['parentKey="auth"', 'parentKey="%%PARENT%%"'] },
			{ form: ['parentValue="basic"', 'parentValue="%%MODE%%-1"'] },
			{ form: ['displayName="Secret"', 'displayName="Secret" helpKey="help_%%HELP%%"'] },
			{ form: ['http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd', '%%NAMESPACE%%'] },
			{ form: ['<Field name="hostUrl"', '<Field name="%%EXTRA%%"/><Field name="hostUrl"'] },
			{ template: ['<entry key="user"', '<entry key="%%KEY%%"/><entry key="user"'] },
			{ template: ['identityAttribute="id"', 'identityAttribute="%%ID%%"'] },
			{ template: ['displayAttribute="mail"', 'displayAttribute="%%PREFIX%%_mail"'] },
			{ template: ['schemaObjectType="group"', 'schemaObjectType="%%GROUP%%"'] },
			{ template: ['objectType="group"', 'objectType="%%GROUP%%"'] },
			{ template: ['<AttributeDefinition name="id"', '<AttributeDefinition name="%%ID%%"'] },
			{ correlation: ['value="mail"', 'value="%%MAIL%%"'] },
			{
				correlation: ['<CorrelationConfig name="Small"', '<CorrelationConfig name="%%NAME%%"'],
				template: [
					'<Schemas>',
					'<AccountCorrelationConfig><Reference class="sailpoint.object.CorrelationConfig" name="Small"/></AccountCorrelationConfig><Schemas>',
				],
			},
			{ form: ['value="basic"/>', 'value="%%MODE%%"/>'] },
			{
				form: [
					'<Field name="user" displayName="User" type="text" parentKey="auth"',
					'<Field name="%%EXTRA%%"/><Field name="user" displayName="User" type="text" parentKey="mode"',
				],
			},
		];
		for (const change of changes) {
			assertFound(change, []);
		}
	});

	test('leave alone the values of filters that are no account attributes', () => {
		const filters = [
			'<Filter operation="LEFT_JOIN" property="manager" joinProperty="Identity.id" value="x"/>',
			'<Filter operation="JOIN" property="manager" joinProperty="Identity.id" value="x"/>',
			...['ISNULL', 'NOTNULL', 'ISEMPTY'].map(each => `<Filter operation="${each}" property="x" value="x"/>`),
			'<Filter operation="IN" property="uid"><Value><List><String>x</String></List></Value></Filter>',
			'<Filter operation="IN" property="id" subqueryClass="Link" subqueryProperty="x"><SubqueryFilter><Filter operation="EQ" property="y" value="x"/></SubqueryFilter></Filter>',
			'<Filter operation="COLLECTION_CONDITION" property="links"><CollectionCondition><CompositeFilter operation="OR"><Filter operation="EQ" property="y" value="x"/></CompositeFilter></CollectionCondition></Filter>',
		];
		for (const filter of filters) {
			assertFound({ correlation: ['<Filter operation="EQ"', `${filter}<Filter operation="EQ"`] }, []);
		}
	});

	test('take a displayAttribute that names nothing less seriously than other roles', () => {
		const severityOf = (role: string, change: readonly [string, string]) => {
			const problem = checkConnector(smallWith({ template: change })).find(
				each => each.code === 'schema-attribute-unknown' && each.role === role,
			);
			assert.ok(problem, role);
			return usualSeverityOf(problem);
		};
		assert.equal(
			severityOf('displayAttribute', ['displayAttribute="mail"', 'displayAttribute="User ID"']),
			'information',
		);
		assert.equal(
			severityOf('identityAttribute', ['identityAttribute="id"', 'identityAttribute="User ID"']),
			'warning',
		);
	});

	test('of every kind is in these cases', () => {
		const codes = Object.values(cases).flatMap(([, expected]) => expected.map(line => line.split(' ')[0]));
		const all: string[] = Object.keys(usualSeverity) satisfies string[];
		assert.deepEqual([...new Set(codes)].sort(), all.sort());
	});

	test('ask for no text of a third language where a text repeats its key as it does in en', () => {
		const translations = { en: 'Port=Port\n', de: 'Port=Port\n', ja: 'Port=\\u30dd\n' };
		const form = small.form.replace(/<Menu[^]*<\/Menu>/, '<Field name="port" displayName="Port"/>');
		const locales = checkConnector(connectorOf({ form, translations })).flatMap(problem =>
			problem.code === 'locale-incomplete' ? problem.locale : [],
		);
		assert.deepEqual(locales, ['en']);
	});

	test('tell what a locale lacks, in the order of en', () => {
		const problem = checkConnector(smallWith({ de: ['User=Text of User\nTLS=Text of TLS\n', ''] }))[0];
		assert.ok(problem?.code === 'locale-incomplete');
		assert.deepEqual([problem.locale, problem.missing], ['de', ['User', 'TLS']]);
	});

	test('show the entry that counts, the other field and the English text', () => {
		const documents = smallWith({
			de: ['Auth=Anmeldung', 'User=Benutzer {1}\nAuth=Anmeldung'],
			form: ['<Field name="hostUrl"', '<Field name="user" displayName="User"/><Field name="hostUrl"'],
		});
		const related = (code: ConnectorProblemCode) =>
			checkConnector(documents)
				.find(problem => problem.code === code)
				?.related?.map(place => shown(documents, place));
		assert.deepEqual(related('key-repeated'), ['translations/de: Auth_Token\n[User]']);
		assert.deepEqual(related('placeholder-differs'), ['translations/en: Auth_Token\nUser=[Text of User]']);
		assert.deepEqual(related('field-name-repeated'), ['source-config: <Field name="[user]']);
	});

	test('compare with the English text as it is now', () => {
		const before = smallWith();
		assert.deepEqual(found(before), []);
		const english = smallWith({ en: ['Log on', 'Log on to {1}'] }).translations.get('en');
		assert.ok(english);
		const after = { ...before, translations: new Map([...before.translations, ['en', english]]) };
		assert.deepEqual(found(after), ['placeholder-differs translations/de: {0}\nAuth=[Anmeldung]']);
	});

	test('find labels that no locale has where en is not there', () => {
		const { form, translations } = small;
		const without = (key: string) => translations.de.replace(`${key}=`, 'other=');
		const documents = connectorOf({ form, translations: { de: without('User'), fr: 'User=Usager\n' } });
		assert.deepEqual(
			found(documents).filter(line => line.startsWith('label-untranslated')),
			[],
		);
		assert.deepEqual(found(connectorOf({ form, translations: { de: without('User') } })).slice(0, 1), [
			'label-untranslated source-config: name="user" displayName="[User]',
		]);
	});

	test('do not miss what is not there', () => {
		const { form, template, correlation, translations } = small;
		for (const texts of [{}, { form }, { template }, { correlation }, { translations }]) {
			assert.deepEqual(found(connectorOf(texts)), []);
		}
		const { de, en } = translations;
		assert.deepEqual(found(connectorOf({ form, translations: { de } })), []);
		assert.deepEqual(found(connectorOf({ template, correlation, translations: { de, en } })), []);
		assert.deepEqual(found(connectorOf({ form: '', template: '<Application/>', translations: { en } })), []);
	});

	test('do not look for attributes that are discovered later', () => {
		const schema = /<Schema objectType="account"[^]*?<\/Schema>/.exec(small.template)?.[0] ?? '';
		const empty = '<Schema objectType="account" identityAttribute="id"/>';
		assertFound({ template: [schema, empty] }, []);
	});

	test('take time in proportion to what they find (long)', () => {
		const many = (count: number, line: (index: number) => string) =>
			Array.from({ length: count }, (_, index) => line(index)).join('');
		const options = many(20_000, index => `<Option value="${index}"/>`);
		const conditions = many(
			20_000,
			index => `<Field name="f${index}" parentKey="a" parentValue="x${index}"/>`,
		);
		const slow = {
			'tags without quotes': connectorOf({ translations: { en: `a=${'<a href="'.repeat(10_000)}` } }),
			placeholders: connectorOf({
				translations: { en: 'a=b', de: `a=${many(20_000, index => `{${index}}`)}` },
			}),
			'conditions on one field': connectorOf({
				form: `<Form><Field name="a"><AllowedValues>${options}</AllowedValues></Field>${conditions}</Form>`,
			}),
			'conditions on fields of one name': connectorOf({
				form: `<Form>${'<Field name="a" type="toggle"/>'.repeat(20_000)}${conditions}</Form>`,
			}),
		};
		for (const [what, documents] of Object.entries(slow)) {
			const before = performance.now();
			assert.ok(checkConnector(documents).length >= 5000, what);
			assert.ok(performance.now() - before < 2000, what);
		}
	});

	test('find the same after each letter as when everything is read again', () => {
		const line = '<Field name="more" displayName="More" parentKey="auth" parentValue="basic"/>';
		for (let typed = 0; typed <= line.length; typed++) {
			const change: Changes = { form: ['<Field name="user"', `${line.slice(0, typed)}<Field name="user"`] };
			const first = smallWith(change);
			const { sourceConfig } = first;
			const second = { ...smallWith(), sourceConfig };
			assert.deepEqual(checkConnector(second), checkConnector(first));
		}
	});

	test('a key that is an example no longer, or again, has its braces looked at anew', () => {
		const withLabels = (labels: string) =>
			smallWith({
				form: ['displayName="Secret"', labels],
				en: ['User=', 'Example=https://{your_host}\nUser='],
				de: ['User=', 'Example=https://ihr-rechner\nUser='],
			});
		const example = withLabels('displayName="Secret" placeholder="Example"');
		const { sourceConfig } = withLabels('displayName="Example" placeholder="Example"');
		const differs = (documents: ConnectorDocuments) =>
			checkConnector(documents).some(({ code }) => code === 'placeholder-differs');
		assert.deepEqual([example, { ...example, sourceConfig }, example].map(differs), [false, true, false]);
	});
});
