import assert from 'node:assert/strict';
import { locales } from '../../../../src/core/api/wire';
import {
	decodeSegment,
	encodeSegment,
	pathOf,
	placeAt,
	type Place,
} from '../../../../src/core/remote/documentPath';

suite('Document paths', () => {
	test('follow the contract', () => {
		const document = (part: Extract<Place, { kind: 'document' }>['part']) =>
			pathOf({ kind: 'document', scriptName: 'jdbc-angularsc', part });
		assert.equal(document('source-config'), '/jdbc-angularsc/source-config.xml');
		assert.equal(document('source-template'), '/jdbc-angularsc/source-template.xml');
		assert.equal(document('correlation-config'), '/jdbc-angularsc/correlation-config.xml');
		assert.equal(document('translations/zh-TW'), '/jdbc-angularsc/translations/zh-TW.properties');
		assert.equal(document('connector-metadata'), '/jdbc-angularsc/connector-metadata.json');
	});

	const scriptNames = [
		'jdbc-angularsc',
		'Microsoft-Entra',
		'3f2504e0-4f89-41d3-9a0c-0305e82c3301',
		'with space',
		' space around ',
		'100%',
		'%2F',
		'a/b',
		'a\\b',
		'a?b#c',
		'Größe-ж-漢-😀',
		'.',
		'..',
		'.vscode',
		'translations',
		'source-config.xml',
		'line\nbreak',
	];
	for (const scriptName of scriptNames) {
		test(`lead back to ${JSON.stringify(scriptName)}`, () => {
			const places: Place[] = [
				{ kind: 'connector', scriptName },
				{ kind: 'translations', scriptName },
				{ kind: 'document', scriptName, part: 'source-config' },
				{ kind: 'document', scriptName, part: 'connector-metadata' },
				...locales.map((locale): Place => ({ kind: 'document', scriptName, part: `translations/${locale}` })),
			];
			for (const place of places) {
				assert.deepEqual(placeAt(pathOf(place)), place);
			}
			assert.equal(encodeSegment(scriptName).includes('/'), false);
		});
	}

	test('no two script names share a path', () => {
		assert.equal(new Set(scriptNames.map(encodeSegment)).size, scriptNames.length);
	});

	for (const path of [
		'//source-config.xml',
		'/a/source-config',
		'/a/Source-Config.xml',
		'/a/other.xml',
		'/a/source-config.xml/b',
		'/a/translations/',
		'/a/translations/xx.properties',
		'/a/translations/de',
		'/a/translations/de.properties/b',
		'/a/__proto__',
		'/a/constructor',
		'/.vscode',
		'/.vscode/settings.json',
		'/a/.vscode/settings.json',
		'/%41/source-config.xml',
		'/a%2fb/source-config.xml',
		'/100%/source-config.xml',
		'a/source-config.xml',
	]) {
		test(`${path} leads nowhere`, () => assert.equal(placeAt(path), undefined));
	}

	test('a segment is what encoding makes, or nothing', () => {
		assert.equal(decodeSegment('a%2Fb'), 'a/b');
		assert.equal(decodeSegment('a%2fb'), undefined);
		assert.equal(decodeSegment(''), undefined);
	});
});
