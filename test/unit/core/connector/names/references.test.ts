import assert from 'node:assert/strict';
import type { DocumentName } from '../../../../../src/core/connector/documentName';
import { definitionsOf, goalsOf, namedAt, usesOf } from '../../../../../src/core/connector/names/references';
import { parseProperties } from '../../../../../src/core/properties/parse';
import { connectorOf } from '../completion/completing';
import { behind, shown, small, smallWith } from '../smallConnector';

suite('References between the documents of a connector', () => {
	const documents = smallWith();
	const subjectBehind = (name: DocumentName, before: string) => {
		const named = namedAt(documents, name, behind(documents, name, before));
		assert.ok(named, before);
		return named.subject;
	};
	const definitions = (name: DocumentName, before: string) =>
		definitionsOf(documents, subjectBehind(name, before)).map(place => shown(documents, place));
	const uses = (name: DocumentName, before: string) =>
		usesOf(documents, subjectBehind(name, before)).map(place => shown(documents, place));

	test('a label key is defined by its entries, en first, and used by the form', () => {
		for (const [name, before] of [
			['source-config', 'displayName="Host'],
			['translations/de', 'Host'],
		] as const) {
			assert.deepEqual(definitions(name, before), [
				'translations/en: sectionLabel_access\n[HostURL]',
				'translations/de: sectionLabel_access\n[HostURL]',
			]);
			assert.deepEqual(uses(name, before), ['source-config: name="hostUrl" displayName="[HostURL]']);
		}
	});

	test('a label key is used by provisioning forms, once a translation has it', () => {
		const labelled = smallWith({
			template: [
				'<Field name="mail" displayName="Mail address" type="string"/>',
				'<Section label="Auth"><Field name="mail" displayName="User" helpKey="Help"><Option label="Auth_Basic"/></Field></Section>',
			],
		});
		const inTemplate = (key: string) =>
			usesOf(labelled, { kind: 'label', name: key })
				.filter(({ document }) => document === 'source-template')
				.map(place => shown(labelled, place));
		assert.deepEqual(inTemplate('User'), ['source-template: name="mail" displayName="[User]']);
		assert.equal(inTemplate('Auth').length, 1);
		assert.equal(inTemplate('Auth_Basic').length, 1);
		assert.deepEqual(inTemplate('Help'), []);
		const old = smallWith({
			template: [
				'</Schemas>',
				'</Schemas><Templates><Template><Field displayName="User"/></Template></Templates>',
			],
		});
		assert.equal(usesOf(old, { kind: 'label', name: 'User' }).length, 2);
		const at = behind(labelled, 'source-template', 'displayName="Us');
		const named = namedAt(labelled, 'source-template', at);
		assert.ok(named);
		assert.deepEqual(
			goalsOf(labelled, 'source-template', named).map(({ document }) => document),
			['translations/en'],
		);
		const translations = new Map(labelled.translations);
		translations.set('fr', parseProperties('Help=Aide'));
		const translated = { ...labelled, translations };
		assert.equal(usesOf(translated, { kind: 'label', name: 'Help' }).length, 1);
	});

	test('a field is defined by its Field, and used by conditions and by the entry that keeps its value', () => {
		for (const [name, before] of [
			['source-config', "name='au"],
			['source-config', 'parentKey="au'],
			['source-template', 'key="au'],
		] as const) {
			assert.deepEqual(definitions(name, before), ["source-config: <Field name='[auth]"]);
			assert.deepEqual(uses(name, before), [
				'source-config: type="text" parentKey="[auth]',
				'source-template: <entry key="[auth]',
			]);
		}
	});

	test('each value that a condition lists is defined by its option', () => {
		const listing = smallWith({ form: ['parentValue="basic"', 'parentValue="basic, token|other,"'] });
		for (const [before, expected] of [
			['parentValue="bas', ['source-config: label="Auth_Basic" value="[basic]']],
			['parentValue="basic, tok', ['source-config: label="Auth_Token" value="[token]']],
			['parentValue="basic, token|oth', []],
		] as const) {
			const named = namedAt(listing, 'source-config', behind(listing, 'source-config', before));
			assert.ok(named, before);
			const places = definitionsOf(listing, named.subject);
			assert.deepEqual(
				places.map(place => shown(listing, place)),
				expected,
			);
		}
		const token = { kind: 'option', name: 'token', field: 'auth', cards: [] } as const;
		assert.deepEqual(
			usesOf(listing, token).map(place => shown(listing, place)),
			['source-config: parentValue="basic, [token]'],
		);
	});

	test('a value with a comma is one, if an option has it', () => {
		const documents = connectorOf({
			form: small.form
				.replaceAll('value="basic"', 'value="a,b"')
				.replace('parentValue="basic"', 'parentValue="a,b"'),
		});
		const named = namedAt(documents, 'source-config', behind(documents, 'source-config', 'parentValue="a'));
		assert.equal(named?.subject.name, 'a,b');
	});

	test('the value of a condition is defined by the option', () => {
		assert.deepEqual(definitions('source-config', 'parentValue="'), [
			'source-config: label="Auth_Basic" value="[basic]',
		]);
	});

	test('an attribute is defined by the schema of its objects', () => {
		assert.deepEqual(definitions('correlation-config', 'value="'), [
			'source-template: <AttributeDefinition name="[mail]',
		]);
		assert.deepEqual(uses('source-template', 'AttributeDefinition name="mail'), [
			'source-template: identityAttribute="id" displayAttribute="[mail]',
			'source-template: <Field name="[mail]',
			'correlation-config: property="email" value="[mail]',
		]);
		assert.equal(definitions('source-template', 'objectType="group" identityAttribute="').length, 1);
	});

	test('the correlation is defined by its document and named by the template', () => {
		const named = smallWith({
			template: [
				'<Schemas>',
				'<AccountCorrelationConfig><Reference name="Small"/></AccountCorrelationConfig><Schemas>',
			],
		});
		const at = behind(named, 'source-template', '<Reference name="');
		const use = namedAt(named, 'source-template', at);
		assert.ok(use);
		const places = [...definitionsOf(named, use.subject), ...usesOf(named, use.subject)];
		assert.deepEqual(
			places.map(place => shown(named, place)),
			[
				'correlation-config: <CorrelationConfig name="[Small]',
				'source-template: <AccountCorrelationConfig><Reference name="[Small]',
			],
		);
		const own = namedAt(named, 'correlation-config', behind(named, 'correlation-config', 'Config name="'));
		assert.ok(own);
		assert.deepEqual(
			goalsOf(named, 'correlation-config', own).map(({ document }) => document),
			['source-template'],
		);
	});

	test('an attribute is named by every role of a schema', () => {
		const roles = ['descriptionAttribute', 'instanceAttribute'].map(role => `${role}="mail"`).join(' ');
		const named = smallWith({ template: ['groupAttribute="groups"', roles] });
		const at = behind(named, 'source-template', 'instanceAttribute="');
		const subject = namedAt(named, 'source-template', at)?.subject;
		assert.ok(subject);
		assert.equal(definitionsOf(named, subject).length, 1);
		assert.equal(usesOf(named, subject).length, 5);
	});

	test('an object type is defined by its schema', () => {
		assert.deepEqual(definitions('source-template', 'schemaObjectType="'), [
			'source-template: <Schema objectType="[group]',
		]);
	});

	test('the value of a direct condition names nothing, its property an attribute of the account', () => {
		const at = behind(documents, 'correlation-config', 'value="svc');
		assert.equal(namedAt(documents, 'correlation-config', at), undefined);
		assert.equal(definitions('correlation-config', 'property="id').length, 1);
	});

	test('from a definition one goes to the uses in other documents', () => {
		const goals = (name: DocumentName, before: string) => {
			const named = namedAt(documents, name, behind(documents, name, before));
			assert.ok(named);
			return goalsOf(documents, name, named).map(place => shown(documents, place));
		};
		assert.deepEqual(goals('translations/en', 'Host'), [
			'source-config: name="hostUrl" displayName="[HostURL]',
		]);
		assert.deepEqual(goals('source-config', '<Field name="host'), ['source-template: <entry key="[hostUrl]']);
		assert.deepEqual(goals('source-template', 'key="host'), ['source-config: <Field name="[hostUrl]']);
		assert.deepEqual(goals('source-config', "<Field name='au"), ['source-template: <entry key="[auth]']);
		assert.deepEqual(goals('source-config', 'name="sec'), ['source-config: <Field name="[secret]']);
	});

	test('from a label one goes to its text in the wanted language, or in the one that stands in', () => {
		const translations = new Map(documents.translations);
		translations.set('fr', parseProperties('HostURL=Adresse\nHostURL=Lien\nOnly=Seul'));
		const all = { ...documents, translations };
		const goals = (key: string, locale?: string) =>
			goalsOf(
				all,
				'source-config',
				{ subject: { kind: 'label', name: key }, role: 'use', start: 0, end: 0 },
				locale,
			).map(place => shown(all, place));
		assert.deepEqual(goals('HostURL', 'fr'), ['translations/fr: HostURL=Adresse\n[HostURL]']);
		assert.deepEqual(goals('HostURL', 'de'), ['translations/de: sectionLabel_access\n[HostURL]']);
		assert.deepEqual(goals('HostURL', 'ja'), goals('HostURL', 'en'));
		assert.deepEqual(goals('HostURL'), goals('HostURL', 'en'));
		assert.deepEqual(goals('Only', 'de'), goals('Only', 'fr'));
		assert.deepEqual(goals('Nobody', 'de'), []);
	});

	test('nothing is named beside names and in documents that are not there', () => {
		assert.equal(namedAt(documents, 'source-config', 3), undefined);
		assert.equal(namedAt(documents, 'translations/fr', 3), undefined);
		assert.equal(namedAt({ ...documents, sourceConfig: undefined }, 'source-config', 60), undefined);
	});

	test('a name is found at both of its ends, however it is spelled', () => {
		const spelled = smallWith({
			form: ['displayName="HostURL"', 'displayName="A&amp;B"'],
			en: ['HostURL=', 'A\\u0026B ='],
		});
		for (const before of ['displayName="', 'displayName="A&amp;B']) {
			const named = namedAt(spelled, 'source-config', behind(spelled, 'source-config', before));
			assert.ok(named);
			assert.equal(named.subject.name, 'A&B');
			assert.match(
				definitionsOf(spelled, named.subject)
					.map(place => shown(spelled, place))
					.join(),
				/\[A\\u0026B\]/,
			);
		}
	});
});
