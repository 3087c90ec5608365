import assert from 'node:assert/strict';
import { checkConnector } from '../../../../../src/core/connector/checks/checkConnector';
import { textOf, type ConnectorDocuments } from '../../../../../src/core/connector/connectorDocuments';
import type { DocumentName } from '../../../../../src/core/connector/documentName';
import { renamableAt, renameAt } from '../../../../../src/core/connector/names/rename';
import { behind, edited, small, smallWith } from '../smallConnector';

suite('Renaming in the documents of a connector', () => {
	function renamed(documents: ConnectorDocuments, name: DocumentName, before: string, newName: string) {
		const result = renameAt(documents, name, behind(documents, name, before), newName);
		assert.ok('edits' in result, JSON.stringify(result));
		return edited(documents, result.edits);
	}

	function refusal(name: DocumentName, before: string, newName = 'other', documents = smallWith()) {
		const result = renameAt(documents, name, behind(documents, name, before), newName);
		return 'code' in result ? result.code : undefined;
	}

	const places: readonly (readonly [DocumentName, string])[] = [
		['source-config', 'displayName="'],
		['translations/en', 'HostURL'],
		['translations/de', 'Host'],
	];
	for (const [name, before] of places) {
		test(`a label key in ${name} gets its name in the form and in all locales`, () => {
			const result = renamed(smallWith(), name, before, 'Address');
			assert.equal(textOf(result, 'source-config'), small.form.replaceAll('HostURL', 'Address'));
			for (const locale of ['en', 'de'] as const) {
				const text = small.translations[locale].replaceAll('HostURL', 'Address');
				assert.equal(textOf(result, `translations/${locale}`), text);
			}
			assert.deepEqual(checkConnector(result), []);
		});
	}

	test('a name goes without the white space around it', () => {
		const result = renamed(smallWith(), 'translations/en', 'HostURL', '  Address ');
		assert.equal(textOf(result, 'translations/en'), small.translations.en.replace('HostURL', 'Address'));
	});

	test('a field gets its name in conditions and in the template', () => {
		for (const [name, before] of [
			['source-config', "Field name='"],
			['source-config', 'parentKey="'],
			['source-template', 'key="auth'],
		] as const) {
			const result = renamed(smallWith(), name, before, 'logOn');
			assert.match(textOf(result, 'source-config') ?? '', /name='logOn'.*parentKey="logOn"/s);
			assert.match(textOf(result, 'source-template') ?? '', /key="logOn"/);
			assert.deepEqual(checkConnector(result), []);
		}
	});

	test('an attribute gets its name where the schema, provisioning and the correlation name it', () => {
		const result = renamed(smallWith(), 'correlation-config', 'value="', 'address');
		const template = textOf(result, 'source-template') ?? '';
		assert.equal(template.match(/"address"/g)?.length, 3);
		assert.match(textOf(result, 'correlation-config') ?? '', /property="email" value="address"/);
		assert.deepEqual(checkConnector(result), []);
	});

	test('an attribute of one schema keeps its name in another', () => {
		const result = renamed(smallWith(), 'source-template', 'AttributeDefinition name="', 'number');
		assert.match(
			textOf(result, 'source-template') ?? '',
			/"group" identityAttribute="id" displayAttribute="id"/,
		);
		assert.match(textOf(result, 'correlation-config') ?? '', /property="number" value="svc-"/);
	});

	test('a label key gets its name in provisioning forms', () => {
		const documents = smallWith({ template: ['"Mail address"', '"HostURL"'] });
		for (const [name, before] of [...places, ['source-template', 'displayName="Host'] as const]) {
			const result = renamed(documents, name, before, 'Address');
			assert.match(textOf(result, 'source-template') ?? '', /name="mail" displayName="Address"/);
			assert.match(textOf(result, 'source-config') ?? '', /displayName="Address"/);
			assert.deepEqual(checkConnector(result), []);
		}
	});

	test('words of provisioning forms that no translation has as a key stay as they are', () => {
		const documents = smallWith({ template: ['"Mail address"', '"Mail"'] });
		assert.equal(refusal('source-template', 'displayName="Ma', 'Address', documents), 'not-renamable');
		const form = smallWith({
			form: ['displayName="HostURL"', 'displayName="Mail"'],
			template: ['"Mail address"', '"Mail"'],
		});
		const result = renamed(form, 'source-config', 'displayName="Ma', 'Address');
		assert.match(textOf(result, 'source-template') ?? '', /displayName="Mail"/);
	});

	test('a name is spelled as each document wants it', () => {
		const documents = smallWith({ de: ['Auth=Anmeldung', 'Auth = \\u00fcber'] });
		const result = renamed(documents, 'source-config', "displayName='", `"Ü" & 'x': <y>`);
		assert.match(textOf(result, 'source-config') ?? '', /displayName='"Ü" &amp; &apos;x&apos;: &lt;y>'/);
		assert.match(textOf(result, 'translations/en') ?? '', /^"Ü"\\ &\\ 'x'\\:\\ <y>=Log on$/m);
		assert.match(textOf(result, 'translations/de') ?? '', /^"\\u00DC"\\ &\\ 'x'\\:\\ <y> = \\u00fcber$/im);
		assert.deepEqual(checkConnector(result), []);
	});

	test('it begins with the name as it is read', () => {
		const documents = smallWith({ form: ['displayName="HostURL"', 'displayName="A&amp;B"'] });
		const found = renamableAt(
			documents,
			'source-config',
			behind(documents, 'source-config', 'displayName="A'),
		);
		assert.ok('subject' in found);
		assert.equal(found.subject.name, 'A&B');
		assert.equal((textOf(documents, 'source-config') ?? '').slice(found.start, found.end), 'A&amp;B');
	});

	test('the name that something has already changes nothing', () => {
		assert.deepEqual(renamed(smallWith(), 'source-config', 'displayName="', 'HostURL'), smallWith());
	});

	test('a name that is empty or taken is refused', () => {
		assert.equal(refusal('source-config', 'displayName="', ''), 'name-empty');
		assert.equal(refusal('source-config', 'displayName="', '  '), 'name-empty');
		assert.equal(refusal('source-config', 'displayName="', 'Auth'), 'name-exists');
		assert.equal(refusal('source-config', 'Field name="', 'auth'), 'name-exists');
		assert.equal(refusal('correlation-config', 'value="', 'id'), 'name-exists');
		const onlyGerman = smallWith({ de: ['User=', 'Benutzer=x\nUser='] });
		assert.equal(refusal('source-config', 'displayName="', 'Benutzer', onlyGerman), 'name-exists');
	});

	test('a name that something only waits for is free', () => {
		const condition = smallWith({ form: ['parentKey="auth"', 'parentKey="hostURL"'] });
		const waiting = renamed(condition, 'source-config', 'Field name="', 'hostURL');
		assert.match(textOf(waiting, 'source-config') ?? '', /name="hostURL".*parentKey="hostURL"/s);
		assert.match(textOf(waiting, 'source-template') ?? '', /key="hostURL"/);
		const entry = smallWith({ template: ['key="hostUrl"', 'key="hostURL"'] });
		assert.deepEqual(checkConnector(renamed(entry, 'source-config', 'Field name="', 'hostURL')), []);
		const correlation = smallWith({ correlation: ['value="mail"', 'value="email"'] });
		const attribute = renamed(correlation, 'source-template', 'displayAttribute="', 'email');
		assert.deepEqual(checkConnector(attribute), []);
		const label = smallWith({ form: ['displayName="HostURL"', 'displayName="HostUrl"'] });
		assert.deepEqual(checkConnector(renamed(label, 'translations/en', 'HostURL', 'HostUrl')), []);
	});

	test('an entry that waits for a field stays the only one with its key', () => {
		const documents = smallWith({ template: ['<entry key="auth"', '<entry key="host"/><entry key="auth"'] });
		const template =
			textOf(renamed(documents, 'source-config', 'Field name="', 'host'), 'source-template') ?? '';
		assert.equal(template.match(/key="host"/g)?.length, 1);
		assert.match(template, /key="hostUrl"/);
	});

	for (const role of ['descriptionAttribute', 'instanceAttribute']) {
		test(`an attribute gets its name as ${role}`, () => {
			const documents = smallWith({ template: ['groupAttribute="groups"', `${role}="mail"`] });
			const result = renamed(documents, 'source-template', `${role}="`, 'address');
			assert.equal(textOf(result, 'source-template')?.match(/"address"/g)?.length, 4);
			assert.deepEqual(checkConnector(result), []);
		});
	}

	test('an attribute gets its name where members are known by it, on the group or on its accounts', () => {
		const members = (name: string) =>
			smallWith({
				template: [
					'displayAttribute="id">',
					`displayAttribute="id"><Attributes><Map><entry key="memberAttribute" value="${name}"/></Map></Attributes>`,
				],
			});
		const ofAccounts = renamed(
			members('mail'),
			'source-template',
			'key="memberAttribute" value="',
			'address',
		);
		assert.match(textOf(ofAccounts, 'source-template') ?? '', /<AttributeDefinition name="address"/);
		assert.match(textOf(ofAccounts, 'correlation-config') ?? '', /value="address"/);
		const ofGroup = renamed(members('id'), 'source-template', 'key="memberAttribute" value="', 'number');
		assert.match(textOf(ofGroup, 'source-template') ?? '', /"account" identityAttribute="id"/);
		assert.match(
			textOf(ofGroup, 'source-template') ?? '',
			/"group" identityAttribute="number".*name="number"/s,
		);
		for (const result of [ofAccounts, ofGroup]) {
			assert.deepEqual(checkConnector(result), []);
		}
	});

	test('the correlation gets its name in both documents', () => {
		const documents = smallWith({
			template: [
				'<Schemas>',
				"<AccountCorrelationConfig><Reference class='x' name='Small'/></AccountCorrelationConfig><Schemas>",
			],
		});
		for (const [name, before] of [
			['source-template', "class='x' name='"],
			['correlation-config', 'CorrelationConfig name="'],
		] as const) {
			const result = renamed(documents, name, before, "A & B's");
			assert.match(textOf(result, 'source-template') ?? '', /name='A &amp; B&apos;s'/);
			assert.match(textOf(result, 'correlation-config') ?? '', /name="A &amp; B's"/);
			assert.deepEqual(checkConnector(result), []);
		}
		const other = smallWith({
			template: [
				'<Schemas>',
				'<AccountCorrelationConfig><Reference name="Other"/></AccountCorrelationConfig><Schemas>',
			],
		});
		assert.equal(refusal('source-template', '<Reference name="', 'x', other), 'not-defined');
		assert.equal(refusal('source-template', 'Application name="'), 'not-renamable');
	});

	test('a place where nothing can be renamed is refused', () => {
		assert.equal(refusal('source-config', 'xmlns="'), 'not-renamable');
		assert.equal(refusal('source-config', 'parentValue="'), 'not-renamable');
		assert.equal(refusal('source-template', 'objectType="'), 'not-renamable');
		assert.equal(refusal('translations/en', 'HostURL=Ho'), 'not-renamable');
	});

	test('what nothing defines is refused', () => {
		const documents = smallWith({ template: ['key="auth"', 'key="orphan"'] });
		assert.equal(refusal('source-template', 'key="orphan', 'other', documents), 'not-defined');
	});

	test('a label that no locale has yet is renamed in the form', () => {
		const documents = smallWith({ form: ['displayName="HostURL"', 'displayName="New_Key"'] });
		const result = renamed(documents, 'source-config', 'displayName="New', 'Newer');
		assert.match(textOf(result, 'source-config') ?? '', /displayName="Newer"/);
	});
});
