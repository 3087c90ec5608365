import assert from 'node:assert/strict';
import type { XmlName } from '../../../../../src/core/connector/documentName';
import { elementWords } from '../../../../../src/core/connector/vocabulary/vocabulary';
import { unknownNames } from '../../../../../src/core/connector/vocabulary/vocabularyCheck';
import { usageOf } from '../../../../../src/core/connector/vocabulary/vocabularyUsage';
import { parseXml } from '../../../../../src/core/xml/parse';
import { labels } from '../completion/completing';
import { documentedWords } from '../documents/documentedWords';

const wordsIn = (list = '') => list.split(/\s+/).filter(word => word !== '');

suite('Every documented word', () => {
	for (const [name, elements] of Object.entries(documentedWords)) {
		const kind = name as XmlName;
		const assertKnown = (text: string) =>
			assert.deepEqual(unknownNames(parseXml(text), kind, usageOf([], kind)), [], text);
		const assertProposed = (text: string, word: string) =>
			assert.ok(labels({ kind, text }).includes(word), `${word} in ${text}`);
		for (const [element, { children, attributes, values = {} }] of Object.entries(elements)) {
			test(`of ${element} in a ${kind} is known and proposed at its place`, () => {
				assert.ok(elementWords(kind, element));
				for (const child of wordsIn(children)) {
					assertKnown(`<${element}><${child}/></${element}>`);
					assertProposed(`<${element}><|</${element}>`, child);
				}
				for (const attribute of wordsIn(attributes)) {
					assertKnown(
						`<${element} ${attribute}="x"/>`.replace(/(type|Mode|operation|featuresString)="x"/, ''),
					);
					assertProposed(`<${element} |/>`, attribute);
				}
				for (const [attribute, list] of Object.entries(values)) {
					for (const value of wordsIn(list)) {
						assertKnown(`<${element} ${attribute}="${value}"/>`);
						assertProposed(`<${element} ${attribute}="|"/>`, value);
					}
				}
			});
		}
	}

	test('is known in upper and lower case where the service does not mind', () => {
		for (const text of [
			'<Form status="RELEASED"/>',
			'<Form status="Released"/>',
			'<Field type="FileUpload"/>',
		]) {
			assert.deepEqual(unknownNames(parseXml(text), 'source-config', usageOf([], 'source-config')), []);
		}
	});

	test('of a schema’s settings is proposed in its Map', () => {
		const text =
			'<Application><Schemas><Schema><Attributes><Map><entry key="|"/></Map></Attributes></Schema>';
		assert.deepEqual(labels({ kind: 'source-template', text }), [
			'groupMemberAttribute',
			'memberAttribute',
			'memberPrefix',
			'memberSuffix',
		]);
	});

	test('that a provisioning form shows is a label, not an attribute of the account', () => {
		const template = `<Application><Schemas><Schema objectType="account"><AttributeDefinition name="mail"/></Schema></Schemas>
			<ProvisioningForms><Form><Section><Field name="" displayName="|"/></Section></Form></ProvisioningForms></Application>`;
		const around = { template: template.replace('|', ''), translations: { en: 'con_prov_policy_mail=Mail' } };
		const at = (text: string) => labels({ kind: 'source-template', text, around });
		assert.deepEqual(at(template), ['con_prov_policy_mail']);
		assert.deepEqual(at(template.replace('|', '').replace('Field name="', 'Field name="|')), ['mail']);
	});
});
