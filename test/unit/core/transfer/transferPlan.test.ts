import assert from 'node:assert/strict';
import { xmlNames } from '../../../../src/core/connector/documentName';
import type { DocumentPart } from '../../../../src/core/remote/documentPath';
import type { ConnectorAbout, ConnectorBundle } from '../../../../src/core/transfer/archive/bundle';
import { contentHash } from '../../../../src/core/transfer/copy/contentHash';
import { startingText } from '../../../../src/core/transfer/copy/startingTexts';
import {
	findConnector,
	hasOtherName,
	likelyScriptName,
	planConnector,
} from '../../../../src/core/transfer/send/transferPlan';
import { parseXml } from '../../../../src/core/xml/parse';

const about: ConnectorAbout = {
	name: 'Badge System',
	type: undefined,
	className: 'a.B',
	directConnect: true,
	status: 'RELEASED',
};
const noChecks = { xml: () => undefined, json: () => undefined };

suite('What a transfer would do', () => {
	test('is told document by document, in the order of the tree, `en` before the other locales', () => {
		const source = bundle({
			'translations/sv': 'a=1',
			'translations/en': 'a=1',
			'connector-metadata': '{"one":1,"two":{"x":[1,2]}}',
			'source-template': '<b/>',
			'source-config': '<a/>',
		});
		const present = bundle({
			'source-config': '<a/>',
			'source-template': '<changed/>',
			'connector-metadata': '{ "two": { "x": [1, 2] },\n"one": 1 }',
			'translations/da': 'a=1',
			'translations/en': 'a=1 ',
		});
		const { documents, scriptName } = planConnector(
			source,
			'acme',
			{ scriptName: 'badge', bundle: present },
			noChecks,
		);
		assert.equal(scriptName, 'badge');
		assert.deepEqual(
			documents.map(({ part, state }) => [part, state]),
			[
				['source-config', 'same'],
				['source-template', 'changed'],
				['connector-metadata', 'same'],
				['translations/en', 'changed'],
				['translations/da', 'missing'],
				['translations/sv', 'new'],
			],
		);
	});

	test('says what differs that the service never changes, and what keeps a connector from being created', () => {
		const present = { scriptName: 'x', bundle: { ...bundle({}), about: { ...about, className: 'c.D' } } };
		assert.deepEqual(planConnector(bundle({}), 'acme', present, noChecks).differences, ['className']);
		const classless = { ...bundle({}), about: { ...about, className: undefined } };
		assert.equal(planConnector(classless, 'acme', undefined, noChecks).obstacle, 'no class name');
		assert.equal(planConnector(classless, 'acme', present, noChecks).obstacle, undefined);
	});

	test('is about the connector of the same script name, else of the same name, else of the same name in other letters', () => {
		const connectors = [
			{ name: 'badge system', scriptName: 'badge-system-2' },
			{ name: 'Badge System', scriptName: 'badge-system' },
			{ name: 'Other', scriptName: 'workday' },
		];
		const find = (name: string, scriptName?: string) =>
			findConnector(connectors, { name, scriptName })?.scriptName;
		assert.equal(find('Workday', 'workday'), 'workday');
		assert.equal(find('Badge System', 'gone'), 'badge-system');
		assert.equal(find('BADGE SYSTEM'), 'badge-system-2');
		assert.equal(find('Nobody'), undefined);
	});

	test('knows a connector of another name that only has the same script name', () => {
		const isOther = (name: string) => {
			const there = { ...bundle({}), about: { ...about, name } };
			return hasOtherName(planConnector(bundle({}), 'acme', { scriptName: 'x', bundle: there }, noChecks));
		};
		assert.equal(isOther('Door System'), true);
		assert.equal(isOther(' BADGE system'), false);
		assert.equal(hasOtherName(planConnector(bundle({}), 'acme', undefined, noChecks)), false);
	});

	test('guesses a script name only as far as a name has letters for it', () => {
		assert.equal(likelyScriptName(' Überwachung & Co. (2) '), 'uberwachung-co-2');
		assert.equal(likelyScriptName('漢字'), '');
	});
});

suite('Whether two texts are the same to the service', () => {
	const same = (part: DocumentPart, one: string, other: string) =>
		contentHash(part, Buffer.from(one)) === contentHash(part, Buffer.from(other));

	test('is a matter of bytes, but for connectorMetadata, where it is one of values', () => {
		assert.ok(!same('source-config', '<a/>', '<a/>\n'));
		assert.ok(same('connector-metadata', '{"a":1,"b":[{"c":null}]}', '{ "b": [{"c":null}], "a": 1.0 }'));
	});

	test('knows an object from a list, the order of a list, and text that is no JSON', () => {
		assert.ok(!same('connector-metadata', '{"x":{"a":1}}', '{"x":[["a",1]]}'));
		assert.ok(!same('connector-metadata', '{"x":[1,2]}', '{"x":[2,1]}'));
		assert.ok(!same('connector-metadata', '{', '{ '));
	});
});

suite('The text that a document begins with', () => {
	for (const part of xmlNames) {
		test(`is well-formed whatever the names hold: ${part}`, () => {
			const text = startingText(part, { ...about, name: `"<&'ü>`, type: ']]>&amp;', className: '"' });
			assert.deepEqual(parseXml(text).problems, []);
			assert.ok(text.includes("&quot;&lt;&amp;'ü>"));
		});
	}
});

function bundle(texts: Partial<Record<DocumentPart, string>>): ConnectorBundle {
	const entries = Object.entries(texts).map(
		([part, text]) => [part as DocumentPart, Buffer.from(text)] as const,
	);
	return { about, texts: new Map(entries) };
}
