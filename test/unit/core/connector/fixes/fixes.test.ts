import assert from 'node:assert/strict';
import { checkConnector } from '../../../../../src/core/connector/checks/checkConnector';
import { textOf, type ConnectorDocuments } from '../../../../../src/core/connector/connectorDocuments';
import type { DocumentName } from '../../../../../src/core/connector/documentName';
import type { Fix } from '../../../../../src/core/connector/fixes/fix';
import { fixesOf } from '../../../../../src/core/connector/fixes/fixes';
import { addKeyEdits } from '../../../../../src/core/connector/translations/translationEdits';
import type { ConnectorProblemCode } from '../../../../../src/core/connector/problem';
import { edited, small, smallWith, type Changes } from '../smallConnector';

suite('Fixes of what does not fit together', () => {
	function fixes(documents: ConnectorDocuments, code: ConnectorProblemCode): readonly Fix[] {
		const problem = checkConnector(documents).find(each => each.code === code);
		assert.ok(problem, code);
		return fixesOf(documents, problem);
	}

	/** What is left to find after the first fix of a problem, and the documents that it makes. */
	function fixed(changes: Changes, code: ConnectorProblemCode) {
		const documents = smallWith(changes);
		const [fix] = fixes(documents, code);
		assert.ok(fix, code);
		const result = edited(documents, fix.edits);
		return {
			text: (name: DocumentName) => textOf(result, name) ?? '',
			left: checkConnector(result).map(problem => problem.code),
			malformed: [result.sourceConfig, result.sourceTemplate, result.correlationConfig].flatMap(
				document => document?.problems ?? [],
			),
		};
	}

	const slips: readonly (readonly [ConnectorProblemCode, Changes])[] = [
		['xsd-version', { form: ['form_2_0', 'form_1_0'] }],
		['xsd-version', { form: ['xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd" ', ''] }],
		['parent-key-unknown', { form: ['parentKey="auth"', 'parentKey="Auht"'] }],
		['parent-value-unknown', { form: ['parentValue="basic"', 'parentValue="Basic"'] }],
		['entry-without-field', { template: ['key="user"', 'key="userr"'] }],
		['correlation-attribute-unknown', { correlation: ['value="mail"', 'value="email"'] }],
		['schema-attribute-unknown', { template: ['displayAttribute="mail"', 'displayAttribute="maill"'] }],
		['schema-object-type-unknown', { template: ['schemaObjectType="group"', 'schemaObjectType="groups"'] }],
		[
			'correlation-name-differs',
			{
				template: [
					'<Schemas>',
					'<AccountCorrelationConfig><Reference name="Smal"/></AccountCorrelationConfig><Schemas>',
				],
			},
		],
		['key-repeated', { de: ['Auth=Anmeldung', 'User=Benutzer\nAuth=Anmeldung'] }],
		['locale-incomplete', { de: ['User=Text of User\nTLS=Text of TLS\n', ''] }],
		['translation-unused', { en: ['User=', 'Old=x\nUser='], de: ['User=', 'Old=y\nUser='] }],
		['locale-incomplete', { de: ['Auth=Anmeldung', 'Auth=Auth'] }],
		[
			'entry-without-field',
			{ template: ['<entry key="user"', '<entry key="completelyElse"/><entry key="user"'] },
		],
		['html-broken', { de: ['Anmeldung', '<b>An<i>meldung</i>'] }],
		['html-broken', { de: ['Anmeldung', 'Anmeldung</b>'] }],
		['field-without-entry', { template: ['\t\t\t<entry key="user" value=""/>\n', ''] }],
	];
	for (const [code, changes] of slips) {
		test(`the first of ${code} leaves nothing to find: ${JSON.stringify(changes)}`, () => {
			const { left, malformed } = fixed(changes, code);
			assert.deepEqual(left, []);
			assert.deepEqual(malformed, []);
		});
	}

	test('a locale gets what it lacks where en has it, with the text of en', () => {
		const { text } = fixed({ de: ['User=Text of User\nTLS=Text of TLS\n', ''] }, 'locale-incomplete');
		assert.equal(text('translations/de'), small.translations.de);
	});

	test('en gets what it lacks from another locale', () => {
		const { text } = fixed({ en: ['Auth=Log on\n', ''] }, 'locale-incomplete');
		assert.match(text('translations/en'), /^Auth=Anmeldung$/m);
	});

	test('no text of another language is preferred where people write a text first', () => {
		for (const en of ['', 'Auth=Auth\n']) {
			const documents = smallWith({ en: ['Auth=Log on\n', en] });
			const incomplete = checkConnector(documents).find(({ code }) => code === 'locale-incomplete');
			assert.ok(incomplete?.document === 'translations/en');
			assert.deepEqual(
				fixesOf(documents, incomplete).map(({ isPreferred }) => isPreferred),
				[false],
			);
		}
	});

	test('no text of another language is preferred to one that repeats its key, which may be meant', () => {
		const documents = smallWith({ de: ['Auth=Anmeldung', 'Auth=Auth'] });
		const incomplete = checkConnector(documents).find(({ code }) => code === 'locale-incomplete');
		assert.ok(incomplete);
		assert.deepEqual(
			fixesOf(documents, incomplete).map(({ isPreferred }) => isPreferred),
			[false],
		);
	});

	test('no entry is preferred beside one that is a slip of it', () => {
		for (const slip of ['userr', 'User']) {
			const documents = smallWith({ template: ['key="user"', `key="${slip}"`] });
			const preferred = checkConnector(documents).flatMap(problem =>
				fixesOf(documents, problem).filter(({ isPreferred }) => isPreferred),
			);
			assert.deepEqual(
				preferred.map(({ code }) => code),
				['use-name'],
			);
		}
	});

	test('a letter that is not escaped where the others are is escaped', () => {
		const { text, left } = fixed(
			{ de: ['User=Text of User\nTLS=Text of TLS', 'User=\\u00dcber\nTLS=\\u00e4\\u00df ö'] },
			'letter-unescaped',
		);
		assert.match(text('translations/de'), /^User=\\u00dcber\nTLS=\\u00e4\\u00df \\u00f6$/m);
		assert.deepEqual(left, []);
	});

	test('a locale that repeats keys gets their texts of en in their places', () => {
		const { text, left } = fixed({ de: ['Auth=Anmeldung', 'Auth=Auth'] }, 'locale-incomplete');
		assert.match(text('translations/de'), /\}\nAuth=Log on\nAuth_Basic/);
		assert.deepEqual(left, []);
	});

	test('a person is asked for the text of a label, and no key becomes its own text', () => {
		for (const en of ['Secret=Text of Secret\n', 'Secret=Secret\n']) {
			const documents = smallWith({ en: ['Secret=Text of Secret\n', en.includes('Text') ? '' : en] });
			const [fix] = fixes(documents, 'label-untranslated');
			assert.ok(fix?.code === 'add-text');
			assert.deepEqual([fix.key, fix.locale, fix.edits.size], ['Secret', 'en', 0]);
			const result = edited(documents, addKeyEdits(documents, 'Secret', 'Password'));
			assert.deepEqual(checkConnector(result), []);
		}
	});

	test('a label that en says and others lack remains to be found in those', () => {
		const documents = smallWith({ form: ['displayName="Secret"', 'displayName="Geheimnis"'] });
		const result = edited(documents, addKeyEdits(documents, 'Geheimnis', 'Secret'));
		const missing = checkConnector(result).filter(({ code }) => code === 'locale-incomplete');
		assert.deepEqual(
			missing.map(problem => problem.code === 'locale-incomplete' && [problem.locale, problem.missing]),
			[['de', ['Geheimnis']]],
		);
	});

	test('a label that is a slip of a key can be changed to it', () => {
		const documents = smallWith({ form: ['displayName="HostURL"', 'displayName="HostUrl"'] });
		const fix = fixes(documents, 'label-untranslated').find(({ code }) => code === 'use-name');
		assert.ok(fix?.code === 'use-name');
		assert.equal(fix.name, 'HostURL');
		assert.deepEqual(checkConnector(edited(documents, fix.edits)), []);
	});

	const namesFor = (form: readonly [string, string], ...more: readonly string[]) => {
		const lines = more.map(key => `${key}=x\n`).join('');
		const documents = smallWith({ form, en: ['ShortDesc', `${lines}ShortDesc`] });
		return fixes(documents, 'label-untranslated').flatMap(fix => (fix.code === 'use-name' ? [fix.name] : []));
	};

	test('a label is never changed to a key of another family', () => {
		const secret = 'displayName="Secret"';
		const help = (key: string): [string, string] => [secret, `${secret} helpKey="${key}"`];
		assert.deepEqual(namesFor(help('help_Secret'), 'placeHolder_Secret', 'Help_Secrets'), ['Help_Secrets']);
		assert.deepEqual(namesFor(help('help_requestHeaders'), 'Request_Headers', 'requestHeaders'), []);
		assert.deepEqual(namesFor(['"menuLabel_main"', '"menuLabel_acces"']), ['menuLabel_main']);
		assert.deepEqual(namesFor(['"sectionLabel_access"', '"sectionInfo_access"'], 'sectionInfo_acess'), [
			'sectionInfo_acess',
		]);
		assert.deepEqual(namesFor(['displayName="HostURL"', 'displayName="menuLabel_host"']), ['menuLabel_main']);
	});

	test('a label of a misspelt family is changed to a key of the one that belongs there', () => {
		assert.deepEqual(namesFor(['"sectionLabel_access"', '"sectionLable_access"']), ['sectionLabel_access']);
		assert.deepEqual(namesFor(['"menuLabel_main"', '"menuLable_main"']), ['menuLabel_main']);
		assert.deepEqual(namesFor(['displayName="HostURL"', 'displayName="menuLable_main"']), []);
	});

	test('a field gets its entry behind that of the field before it, with what it starts with', () => {
		const entry = (removed: string) =>
			fixed({ template: [removed, ''] }, 'field-without-entry').text('source-template');
		assert.equal(entry('\t\t\t<entry key="auth" value="basic"/>\n'), small.template);
		assert.match(
			entry('\t\t\t<entry key="hostUrl" value="https://example.com"/>\n'),
			/<Map>\n\t\t\t<entry key="hostUrl" value=""\/>\n\t\t\t<entry key="auth"/,
		);
	});

	test('a field behind all others gets its entry behind theirs', () => {
		const { text } = fixed(
			{ template: ['\t\t\t<entry key="port" value="443"/>\n', ''] },
			'field-without-entry',
		);
		assert.match(text('source-template'), /<\/entry>\n\t\t\t<entry key="port" value=""\/>\n\t\t<\/Map>/);
	});

	test('of entries that have no effect the one that is meant is taken away', () => {
		const documents = smallWith({ de: ['User=', 'User=first\nUser=second\nUser='] });
		const second = checkConnector(documents).filter(({ code }) => code === 'key-repeated')[1];
		assert.ok(second);
		const [fix] = fixesOf(documents, second);
		assert.ok(fix);
		const text = textOf(edited(documents, fix.edits), 'translations/de') ?? '';
		assert.match(text, /^User=first\nUser=Text of User$/m);
	});

	test('a switch gets its entry as a Boolean, with the line ends of the template', () => {
		const whole =
			/\t\t\t<entry key="useTls">[^]*?<\/Map>\s*<\/value>\s*<\/entry>\n/.exec(small.template)?.[0] ?? '';
		const documents = smallWith({ template: [whole, ''] });
		const [fix] = fixes(documents, 'field-without-entry');
		assert.ok(fix);
		assert.match(
			textOf(edited(documents, fix.edits), 'source-template') ?? '',
			/\n\t\t\t<entry key="useTls">\n\t\t\t\t<value>\n\t\t\t\t\t<Boolean>false<\/Boolean>\n\t\t\t\t<\/value>\n\t\t\t<\/entry>\n/,
		);
	});

	test('a switch gets its entry as a Boolean, whatever the case of its type and its value', () => {
		const documents = smallWith({
			form: [
				'<Field name="secret"',
				'<Field name="on" displayName="User" type="CheckBox" defaultValue="TRUE"/><Field name="secret"',
			],
		});
		const [fix] = fixes(documents, 'field-without-entry');
		assert.ok(fix);
		assert.match(textOf(edited(documents, fix.edits), 'source-template') ?? '', /<Boolean>true<\/Boolean>/);
	});

	test('a value that is like none is offered those that there are', () => {
		const documents = smallWith({ form: ['parentValue="basic"', 'parentValue="something"'] });
		const names = fixes(documents, 'parent-value-unknown').map(fix => fix.code === 'use-name' && fix.name);
		assert.deepEqual(names, ['basic', 'token']);
	});

	test('a name is written with the quotes that are there', () => {
		const changes: Changes = {
			form: [`parentKey="auth"`, `parentKey='a"th'`],
			template: [`key="auth"`, `key="auth"`],
		};
		assert.match(fixed(changes, 'parent-key-unknown').text('source-config'), /parentKey='auth'/);
	});

	test('nothing is offered where a person has to decide', () => {
		const documents = smallWith({
			form: ['<Field name="hostUrl"', '<Field name="user" displayName="User"/><Field name="hostUrl"'],
		});
		assert.deepEqual(fixes(documents, 'field-name-repeated'), []);
	});

	test('of several elements of HTML the last is ended first', () => {
		const documents = smallWith({ de: ['Anmeldung', '<b>An<i>meldung'] });
		assert.deepEqual(fixes(documents, 'html-broken'), []);
		const second = checkConnector(documents).findLast(({ code }) => code === 'html-broken');
		assert.ok(second);
		const [fix] = fixesOf(documents, second);
		assert.ok(fix);
		assert.match(
			textOf(edited(documents, fix.edits), 'translations/de') ?? '',
			/^Auth=<b>An<i>meldung<\/i>$/m,
		);
	});

	test('an entry is taken away with its lines', () => {
		const documents = smallWith({ template: ['key="user" value=""/>', 'key="else">\n\t\t\t</entry>'] });
		const fix = fixes(documents, 'entry-without-field').at(-1);
		assert.ok(fix?.code === 'remove-entry');
		assert.equal(
			textOf(edited(documents, fix.edits), 'source-template'),
			small.template.replace('\t\t\t<entry key="user" value=""/>\n', ''),
		);
	});
});
