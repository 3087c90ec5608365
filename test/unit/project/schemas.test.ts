import assert from 'node:assert/strict';
import fs from 'node:fs';
import { Ajv } from 'ajv';
import { ArchiveError } from '../../../src/core/transfer/archive/archiveError';
import { aboutBytes, connectorFile, parseAbout } from '../../../src/core/transfer/copy/connectorJson';
import { MetadataError, parseMetadata } from '../../../src/core/remote/metadata';

const samples = 'src/sample/data/connectors';

function schemaCheck(name: string): (text: string) => boolean {
	const schema = JSON.parse(fs.readFileSync(`media/schemas/${name}`, 'utf8')) as object;
	// VS Code's own keyword for a sentence in place of a pattern.
	const check = new Ajv({ keywords: ['patternErrorMessage'], allowUnionTypes: true, strictRequired: false });
	const validate = check.compile(schema);
	return text => validate(JSON.parse(text));
}

/** Whether reading works; any other error than the expected one is the test's. */
function isRead(read: () => unknown, refusal: typeof ArchiveError | typeof MetadataError): boolean {
	try {
		read();
		return true;
	} catch (error) {
		assert.ok(error instanceof refusal, String(error));
		return false;
	}
}

suite('The schema of connector.json', () => {
	const isValid = schemaCheck('connector.json');
	const own = { name: 'JDBC', className: 'sailpoint.connector.JDBC' };

	test('accepts what an export writes and what the sample tenant has', () => {
		const about = { type: undefined, directConnect: undefined, status: 'RELEASED', ...own };
		assert.ok(isValid(new TextDecoder().decode(aboutBytes(about))));
		for (const folder of fs.readdirSync(samples)) {
			assert.ok(isValid(fs.readFileSync(`${samples}/${folder}/${connectorFile}`, 'utf8')), folder);
		}
	});

	const values: readonly unknown[] = [
		null,
		true,
		7,
		'',
		' ',
		'a',
		' a ',
		'a\tb',
		'a\u0085b',
		'ü',
		'DEMO',
		'X_1',
		'demo',
		'1X',
		{},
		['a'],
	];
	for (const key of ['name', 'type', 'className', 'directConnect', 'status', 'scriptName']) {
		test(`accepts of ${key} what an import accepts`, () => {
			for (const value of [undefined, ...values]) {
				const text = JSON.stringify({ ...own, directConnect: true, [key]: value });
				const isImported = isRead(() => parseAbout(Buffer.from(text), connectorFile), ArchiveError);
				assert.equal(isValid(text), isImported, text);
			}
		});
	}

	test('leaves files of this name alone that are of something else', () => {
		assert.ok(isValid('{ "name": 7, "status": {}, "config": { "connector.class": "Sink" } }'));
		assert.ok(isValid('[]'));
	});
});

suite('The schema of connector-metadata.json', () => {
	const isValid = schemaCheck('connectorMetadata.json');

	test('accepts what can be saved', () => {
		for (const text of ['{}', '{"platform":7,"supportedUI":null,"mine":[{}]}', '[]', 'null', '"text"', '7']) {
			assert.equal(
				isValid(text),
				isRead(() => parseMetadata(text), MetadataError),
				text,
			);
		}
	});

	test('explains the keys that every connector of the sample tenant has', () => {
		const { properties } = JSON.parse(fs.readFileSync('media/schemas/connectorMetadata.json', 'utf8')) as {
			readonly properties: Readonly<Record<string, unknown>>;
		};
		for (const folder of fs.readdirSync(samples)) {
			const keys = Object.keys(
				parseMetadata(fs.readFileSync(`${samples}/${folder}/connector-metadata.json`, 'utf8')),
			);
			assert.deepEqual(
				Object.keys(properties).filter(key => !keys.includes(key)),
				[],
				folder,
			);
		}
	});
});
