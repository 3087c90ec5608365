import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { suite, test } from 'mocha';
import { readBundles } from '../../../src/core/transfer/archive/readBundles';
import { inProduction } from '../../../src/sample/data/inProduction';
import { sampleConnectors } from '../../../src/sample/data/sampleConnectors';
import type { SampleConnector } from '../../../src/sample/service/model';

const folder = 'src/sample/data/connectors';
const builtInCount = 57;
const richNames = ['Active Directory', 'ServiceNow', 'JDBC', 'Northwind Badge System'];
const fieldTypes = [
	'text',
	'url',
	'secret',
	'radio',
	'fileupload',
	'boolean',
	'number',
	'textarea',
	'secrettextarea',
	'checkbox',
	'toggle',
	'select',
	'list',
	'keyValue',
	'cardList',
];

interface Node {
	readonly tag: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly Node[];
}

const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' });

function toNode(raw: Record<string, unknown>): Node {
	const { ':@': attributes = {}, ...rest } = raw;
	const [tag = '', children] = Object.entries(rest)[0] ?? [];
	return {
		tag,
		attributes: attributes as Record<string, string>,
		children: Array.isArray(children) ? children.map(toNode) : [],
	};
}

const decoded = new Map<Uint8Array, string>();
/** The text with its byte order mark, if it has one. */
function textOf(bytes: Uint8Array): string {
	const text = decoded.get(bytes) ?? new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	decoded.set(bytes, text);
	return text;
}

function rootOf(bytes: Uint8Array): Node {
	const nodes = (parser.parse(textOf(bytes)) as Record<string, unknown>[]).map(toNode);
	return nodes.find(({ tag }) => !tag.startsWith('?'))!;
}

const below = (node: Node, tag: string): Node[] =>
	node.children.flatMap(child => [...(child.tag === tag ? [child] : []), ...below(child, tag)]);

/** What a properties file says, by the rules of java.util.Properties. */
function propertiesOf(bytes: Uint8Array): Map<string, string> {
	const entries = new Map<string, string>();
	const unescape = (text: string) =>
		text.replace(/\\(u([0-9A-F]{4})|.)/g, (_, character: string, code?: string) =>
			code ? String.fromCharCode(parseInt(code, 16)) : character === 'n' ? '\n' : character,
		);
	for (const line of textOf(bytes)
		.replace(/\\\r?\n\s*/g, '')
		.split(/\r?\n/)) {
		if (line !== '' && !line.startsWith('#')) {
			const [, key = '', value = ''] = /^([^\s=:]+)\s*[=:]?\s*(.*)$/.exec(line) ?? [];
			assert.ok(!entries.has(key), `${key} is there twice`);
			entries.set(key, unescape(value));
		}
	}
	return entries;
}

/** Every text key of a form. */
function keysOf(form: Node): Set<string> {
	const labels = [
		'label',
		'sectionInfo',
		'displayName',
		'docLinkLabel',
		'placeholder',
		'shortDesc',
		'helpKey',
	];
	const nodes = [form, ...['Menu', 'Section', 'Field', 'Option'].flatMap(tag => below(form, tag))];
	return new Set(nodes.flatMap(({ attributes }) => labels.map(label => attributes[label]!)).filter(Boolean));
}

const typesOf = (form: Node) => new Set(below(form, 'Field').map(({ attributes }) => attributes['type']));
const namesOf = (nodes: readonly Node[]) => nodes.map(({ attributes }) => attributes['name']!);
const schemaOf = (application: Node, objectType: string) =>
	below(application, 'Schema').find(({ attributes }) => attributes['objectType'] === objectType);

suite('The sample connectors', () => {
	const connectors = sampleConnectors(builtInCount);
	const rich = richNames.map(name => connectors.find(connector => connector.name === name)!);
	const count = (is: (connector: SampleConnector) => boolean) => connectors.filter(is).length;

	/** Runs a check for each connector and says for which one it failed. */
	function assertEach(check: (connector: SampleConnector) => void, list = connectors): void {
		for (const connector of list) {
			try {
				check(connector);
			} catch (error) {
				throw new Error(`${connector.name}: ${String(error)}`, { cause: error });
			}
		}
	}

	test('are the same in production, but for a help text that it does not have yet', () => {
		const here = sampleConnectors(0);
		const there = inProduction(here);
		assert.equal(there.length, here.length);
		const differing = here.filter((connector, index) => there[index] !== connector);
		assert.deepEqual(
			differing.map(({ name }) => name),
			['Northwind Badge System'],
		);
		const [before] = differing;
		const after = there.find(({ name }) => name === 'Northwind Badge System');
		const linesOf = (bytes: Uint8Array | undefined) => textOf(bytes ?? new Uint8Array()).split('\n');
		const gone = (one: Uint8Array | undefined, other: Uint8Array | undefined) =>
			linesOf(one).filter(line => !linesOf(other).includes(line));
		assert.match(
			gone(before?.sourceConfig, after?.sourceConfig).join(),
			/^ *<Field name="requestHeaders"[^>]* helpKey="help_requestHeaders"\/>$/,
		);
		assert.match(gone(before?.translations.en, after?.translations.en).join(), /^help_requestHeaders=[^,]*$/);
		assert.deepEqual(after, {
			...before,
			sourceConfig: after?.sourceConfig,
			translations: { ...before?.translations, en: after?.translations.en },
		});
	});

	test('are the built-in ones first, and made-up ones up to the number asked for', () => {
		assert.equal(connectors.length, builtInCount);
		assert.doesNotMatch(connectors.at(-1)!.name, / \d{4}$/);
		assert.match(sampleConnectors(builtInCount + 1).at(-1)!.name, / 0001$/);
		assert.equal(sampleConnectors(0).length, builtInCount);
	});

	test('come in all four statuses, mostly released', () => {
		assert.ok(count(({ status }) => status === 'RELEASED') >= 36);
		for (const wanted of ['DEVELOPMENT', 'DEMO', 'DEPRECATED']) {
			assert.ok(count(({ status }) => status === wanted) >= 2, wanted);
		}
	});

	test('are partly custom, and one is known by a bare UUID', () => {
		assert.ok(count(({ custom }) => custom) >= 6);
		assert.ok(
			count(({ custom, scriptName }) => custom && /^[0-9a-f]{8}(-[0-9a-f]+){4}$/.test(scriptName)) > 0,
		);
		assert.ok(count(({ name }) => / /.test(name) && /[äöü]/.test(name)) > 0);
		assert.ok(count(({ scriptName }) => /[A-Z]/.test(scriptName)) > 0);
		assertEach(({ custom, status, labels, connectorMetadata }) => {
			assert.ok(!custom || status !== 'DEPRECATED');
			assert.ok(labels.length > 0);
			assert.ok(connectorMetadata['supportedUI'] && connectorMetadata['platform']);
			assert.match(String(connectorMetadata['shortDesc']), /^[A-Z].*\.$/);
		});
	});

	test('have names and script names of their own', () => {
		for (const of of [connectors, sampleConnectors(5000)]) {
			assert.equal(new Set(of.map(({ name }) => name.toLowerCase())).size, of.length);
			assert.equal(new Set(of.map(({ scriptName }) => scriptName.toLowerCase())).size, of.length);
			assert.ok(of.every(({ scriptName }) => /^[\w.-]+$/.test(scriptName)));
		}
	});

	test('have well-formed documents that name their connector', () => {
		assertEach(
			({ name, type, status, className, sourceConfig, sourceTemplate, correlationConfig }) => {
				for (const bytes of [sourceConfig, sourceTemplate, correlationConfig]) {
					// oxlint-disable-next-line typescript/no-deprecated -- the validator it names is not a dependency here
					assert.equal(XMLValidator.validate(textOf(bytes)), true);
					assert.match(textOf(bytes), /^\uFEFF?<\?xml /);
				}
				const form = rootOf(sourceConfig);
				assert.equal(form.tag, 'Form');
				assert.equal(form.attributes['xmlns'], 'http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd');
				assert.equal(form.attributes['status'], status);
				assert.doesNotMatch(textOf(sourceConfig), /<!DOCTYPE/);
				const application = rootOf(sourceTemplate);
				assert.equal(application.tag, 'Application');
				assert.equal(application.attributes['type'], type);
				assert.equal(application.attributes['connector'] ?? null, className);
				assert.match(textOf(sourceTemplate), /<!DOCTYPE Application PUBLIC/);
				assert.equal(rootOf(correlationConfig).tag, 'CorrelationConfig');
				assert.match(textOf(correlationConfig), /<!DOCTYPE CorrelationConfig /);
				assert.equal(form.attributes['name'], name);
				assert.equal(application.attributes['name'], name);
			},
			sampleConnectors(builtInCount + 80),
		);
	});

	test('have a text in English for each key of their forms, and no others', () => {
		assertEach(
			({ sourceConfig, translations }) => {
				assert.deepEqual(
					[...propertiesOf(translations.en!).keys()].sort(),
					[...keysOf(rootOf(sourceConfig))].sort(),
				);
			},
			sampleConnectors(builtInCount + 80),
		);
	});

	test('show a field only while a field of the same form has a value that it can have', () => {
		assertEach(({ sourceConfig }) => {
			const fields = below(rootOf(sourceConfig), 'Field');
			assert.equal(new Set(namesOf(fields)).size, fields.length);
			for (const { attributes } of fields.filter(one => one.attributes['parentKey'])) {
				const parent = fields.find(one => one.attributes['name'] === attributes['parentKey'])!;
				const options = below(parent, 'Option').map(option => option.attributes['value']);
				const values = options.length > 0 ? options : ['true', 'false'];
				assert.ok(values.includes(attributes['parentValue']), attributes['name']);
			}
			for (const field of fields) {
				const options = below(field, 'Option').map(option => option.attributes['value']);
				assert.equal(options.length > 0, ['radio', 'select'].includes(field.attributes['type']!));
				assert.ok(options.length === 0 || options.includes(field.attributes['defaultValue']));
			}
		});
	});

	test('have templates whose attributes are fields of the form', () => {
		assertEach(({ sourceConfig, sourceTemplate }) => {
			const fields = namesOf(below(rootOf(sourceConfig), 'Field'));
			const application = rootOf(sourceTemplate);
			const map = below(application, 'Map')[0]!;
			for (const { attributes } of map.children.filter(({ tag }) => tag === 'entry')) {
				assert.ok(fields.includes(attributes['key']!), attributes['key']);
			}
			const account = schemaOf(application, 'account')!;
			const names = namesOf(below(account, 'AttributeDefinition'));
			assert.equal(new Set(names).size, names.length);
			assert.ok(names.includes(account.attributes['identityAttribute']!));
			assert.ok(names.includes(account.attributes['displayAttribute']!));
			for (const form of below(application, 'ProvisioningForms')) {
				assert.ok(namesOf(below(form, 'Field')).every(name => names.includes(name)));
			}
		});
	});

	test('are matched by attributes of the account schema', () => {
		assertEach(({ sourceTemplate, correlationConfig }) => {
			const correlation = rootOf(correlationConfig);
			const names = namesOf(below(schemaOf(rootOf(sourceTemplate), 'account')!, 'AttributeDefinition'));
			const assignments = below(below(correlation, 'AttributeAssignments')[0] ?? correlation, 'Filter');
			assert.ok(assignments.length > 0);
			for (const { attributes } of assignments.filter(one => one.attributes['value'])) {
				assert.ok(names.includes(attributes['value']!), attributes['value']);
			}
			for (const { attributes } of below(correlation, 'Conditions').flatMap(one => below(one, 'Filter'))) {
				assert.ok(names.includes(attributes['property']!), attributes['property']);
			}
			const [reference] = below(rootOf(sourceTemplate), 'Reference');
			assert.equal(reference?.attributes['name'], correlation.attributes['name']);
		});
	});

	test('include rich ones in folders that can be imported, whose files are served byte for byte', () => {
		const paths = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
		const entries = paths
			.filter(file => path.extname(file) !== '')
			.map(file => ({
				path: file.replaceAll(path.sep, '/'),
				bytes: fs.readFileSync(path.join(folder, file)),
			}));
		const { bundles, problems } = readBundles(entries);
		assert.deepEqual(problems, []);
		assert.deepEqual(bundles.map(({ about }) => about.name).sort(), [...richNames].sort());
		const served = rich.flatMap(({ name, sourceConfig, sourceTemplate, correlationConfig, translations }) => [
			[`${name}/source-config.xml`, sourceConfig] as const,
			[`${name}/source-template.xml`, sourceTemplate] as const,
			[`${name}/correlation-config.xml`, correlationConfig] as const,
			...Object.entries(translations).map(
				([locale, bytes]) => [`${name}/translations/${locale}.properties`, bytes] as const,
			),
		]);
		const kept = entries.filter(file => !file.path.endsWith('.json'));
		assert.deepEqual(
			new Map(served.map(([file, bytes]) => [file, textOf(bytes)])),
			new Map(kept.map(file => [file.path, textOf(file.bytes)])),
		);
	});

	test('include rich ones with three menus, eight sections and forty fields of every type', () => {
		assertEach(({ sourceConfig }) => {
			const form = rootOf(sourceConfig);
			assert.equal(below(form, 'Menu').length, 3);
			assert.equal(below(form, 'Section').length, 8);
			assert.ok(below(form, 'Field').length >= 40);
			assert.deepEqual([...typesOf(form)].sort(), [...fieldTypes].sort());
			assert.ok(below(form, 'Field').filter(field => field.attributes['parentKey']).length >= 8);
		}, rich);
	});

	test('include rich ones with twenty attributes in each schema, all of them described', () => {
		assertEach(({ sourceTemplate, correlationConfig }) => {
			for (const objectType of ['account', 'group']) {
				const definitions = below(schemaOf(rootOf(sourceTemplate), objectType)!, 'AttributeDefinition');
				assert.ok(definitions.length >= 20);
				assert.ok(definitions.every(definition => below(definition, 'Description').length === 1));
			}
			for (const tag of ['List', 'Map', 'Boolean', 'Integer', 'String']) {
				assert.ok(below(rootOf(sourceTemplate), tag).length > 0, tag);
			}
			const composites = below(rootOf(correlationConfig), 'CompositeFilter');
			const operations = new Set(composites.map(({ attributes }) => attributes['operation']));
			assert.deepEqual([...operations].sort(), ['AND', 'NOT', 'OR']);
			assert.ok(below(rootOf(correlationConfig), 'DirectAssignment').length > 0);
		}, rich);
	});

	test('include rich ones in four languages, exactly one of which is incomplete', () => {
		assertEach(({ translations }) => {
			const english = propertiesOf(translations.en!);
			const others = Object.entries(translations).filter(([locale]) => locale !== 'en');
			assert.equal(others.length, 3);
			const missing = others.map(([, bytes]) => {
				const texts = propertiesOf(bytes);
				assert.ok([...texts.keys()].every(key => english.has(key)));
				const same = [...texts].filter(([key, text]) => english.get(key) === text);
				assert.ok(same.length < english.size / 5, 'too much of it is English');
				return english.size - texts.size;
			});
			assert.deepEqual(missing.sort(), [0, 0, 10]);
		}, rich);
	});

	test('are complete in every other language they have', () => {
		const simple = connectors.filter(connector => !rich.includes(connector));
		assert.ok(simple.filter(({ translations }) => translations.de).length >= 10);
		assertEach(({ translations }) => {
			const keys = [...propertiesOf(translations.en!).keys()];
			for (const bytes of Object.values(translations)) {
				assert.deepEqual([...propertiesOf(bytes).keys()], keys);
			}
		}, simple);
	});

	test('are laid out as people lay them out', () => {
		const documents = connectors.flatMap(({ sourceConfig, sourceTemplate }) => [
			sourceConfig,
			sourceTemplate,
		]);
		const texts = documents.map(textOf);
		const locales = connectors.flatMap(({ translations }) => Object.values(translations).map(textOf));
		assert.ok(texts.some(text => text.startsWith('\uFEFF')));
		assert.ok(texts.some(text => text.includes('\n\t')));
		assert.ok(texts.some(text => text.includes('\n    ')));
		assert.ok([...texts, ...locales].every(text => !/[^\r]\n/.test(text) || !text.includes('\r')));
		assert.ok(texts.some(text => text.includes('\r\n')) && locales.some(text => text.includes('\r\n')));
		assert.ok(locales.some(text => /\\u[0-9A-F]{4}/.test(text)));
		assert.ok(locales.some(text => /\\\r?\n {4}\S/.test(text)));
		assert.ok(locales.every(text => text.startsWith('# ')));
	});

	test('are new ones at each call', () => {
		const before = sampleConnectors(builtInCount + 20);
		const mine = sampleConnectors(builtInCount + 20);
		assert.deepEqual(mine, before);
		for (const connector of mine) {
			connector.name = '';
			connector.features?.push('MINE');
			connector.labels.pop();
			connector.connectorMetadata['mine'] = true;
			for (const bytes of [connector.sourceConfig, connector.sourceTemplate, connector.correlationConfig]) {
				bytes.fill(0);
			}
			connector.translations.en?.fill(0);
			delete connector.translations.en;
		}
		assert.deepEqual(sampleConnectors(builtInCount + 20), before);
	});

	test('made up to fill a large tenant are released, of several types, and share equal translations', () => {
		const madeUp = sampleConnectors(5000).slice(builtInCount);
		assert.equal(madeUp.length, 5000 - builtInCount);
		assert.ok(madeUp.every(({ status }) => status === 'RELEASED'));
		assert.ok(new Set(madeUp.map(({ type }) => type)).size >= 5);
		assert.ok(new Set(madeUp.map(({ translations }) => translations.en)).size < 10);
		assert.equal(new Set(madeUp.map(({ sourceConfig }) => textOf(sourceConfig))).size, madeUp.length);
	});
});
