import assert from 'node:assert/strict';
import {
	attributeWords,
	elementWords,
	rootOf,
} from '../../../../../src/core/connector/vocabulary/vocabulary';
import { unknownNames } from '../../../../../src/core/connector/vocabulary/vocabularyCheck';
import { usageOf } from '../../../../../src/core/connector/vocabulary/vocabularyUsage';
import { wordAt } from '../../../../../src/core/connector/vocabulary/vocabularyWord';
import { xmlNamed } from '../../../../../src/core/connector/connectorDocuments';
import { xmlNames, type XmlName } from '../../../../../src/core/connector/documentName';
import { parseXml } from '../../../../../src/core/xml/parse';
import { reread } from '../../../../../src/core/xml/reread';
import { elementsOf } from '../../../../../src/core/xml/tree';
import { connectorOf, sampleDocuments } from '../completion/completing';

const nobody = usageOf([], 'source-config');

suite('The vocabulary', () => {
	for (const kind of xmlNames) {
		test(`of a ${kind} covers the sample tenant’s documents`, () => {
			for (const connector of sampleDocuments(60)) {
				const document = xmlNamed(connector, kind)!;
				assert.equal(document.root?.name, rootOf(kind));
				const unknown = unknownNames(document, kind, usageOf([], kind));
				assert.deepEqual(
					unknown.filter(({ what }) => what !== 'value'),
					[],
				);
			}
		});

		test(`of a ${kind} knows every element that it allows in another one`, () => {
			const seen = new Set<string>();
			const waiting = [rootOf(kind)];
			for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
				if (!seen.has(name)) {
					seen.add(name);
					const words = elementWords(kind, name);
					assert.ok(words, name);
					waiting.push(...words.children);
				}
			}
		});
	}

	test('does not mind the prefix of a namespace', () => {
		assert.ok(elementWords('source-config', 'f:Field'));
		assert.ok(attributeWords('source-config', 'f:Field', 'type'));
		assert.equal(attributeWords('source-config', 'Field', 'constructor'), undefined);
	});
});

suite('The words that connectors use', () => {
	const connectors = [
		'<Form><Menu a="1"/><Menu a="2"/></Form>',
		'<Form><Menu a="1" b="x"/></Form>',
		'<Form/>',
	].map(form => connectorOf({ form }));
	const usage = usageOf([...connectors, connectorOf({})], 'source-config');

	test('are counted by connectors, not by how often one of them uses them', () => {
		assert.equal(usage.connectors, 3);
		assert.equal(usage.element('Menu'), 2);
		assert.deepEqual([...usage.children('Form')], [['Menu', 2]]);
		assert.deepEqual(
			[...usage.attributes('Menu')],
			[
				['a', 2],
				['b', 1],
			],
		);
		assert.deepEqual(
			[...usage.values('Menu', 'a')],
			[
				['1', 2],
				['2', 1],
			],
		);
	});

	test('in lists are counted by connectors, too', () => {
		const lists = ['<Form><a l="x,y"/><a l="x,z"/><a l="x"/></Form>', '<Form><a l="x"/></Form>'];
		const used = usageOf(
			lists.map(form => connectorOf({ form })),
			'source-config',
		);
		const counts = used.values('a', 'l', undefined, list => list.split(','));
		assert.deepEqual(Object.fromEntries(counts), { x: 2, y: 1, z: 1 });
	});

	test('come in the order of their use', () => {
		const forms = ['<Form b="1"/>', '<Form b="2" c="3"/>', '<Form a="1" c="3"/>', '<Form c="4"/>'];
		const inOrder = usageOf(
			forms.map(form => connectorOf({ form })),
			'source-config',
		);
		assert.deepEqual([...inOrder.attributes('Form').keys()], ['c', 'b', 'a']);
	});

	test('are found in a document of which only a change has been read', () => {
		for (const { sourceConfig: before } of sampleDocuments(12)) {
			const at = before!.text.indexOf('<Field', before!.text.length / 2);
			const text = `${before!.text.slice(0, at)}<Odd odd="1"><Field type="odd"/></Odd><Fi${before!.text.slice(at)}`;
			const [now, anew] = [reread(before, text), parseXml(text)].map(document =>
				usageOf([{ ...connectorOf({}), sourceConfig: document }], 'source-config'),
			);
			for (const name of new Set(elementsOf(parseXml(text)).map(element => element.name))) {
				const attributes = [...anew!.attributes(name)];
				assert.deepEqual([...now!.children(name)], [...anew!.children(name)]);
				assert.deepEqual([...now!.attributes(name)], attributes);
				for (const [attribute] of attributes) {
					assert.deepEqual([...now!.values(name, attribute)], [...anew!.values(name, attribute)]);
				}
			}
		}
	});

	test('do not contain a value that is only being typed', () => {
		const document = connectors[1]!.sourceConfig!;
		const start = document.text.indexOf('"x"') + 1;
		assert.deepEqual([...usage.values('Menu', 'b', { document, start, end: start + 1 })], []);
		assert.deepEqual(
			[...usage.values('Menu', 'a', { document, start, end: start + 1 })],
			[
				['1', 2],
				['2', 1],
			],
		);
	});
});

suite('The word under the pointer', () => {
	/** `|` stands in front of the character that is pointed at. */
	const at = (text: string, kind: XmlName = 'source-config') => {
		const offset = text.indexOf('|');
		const plain = text.replace('|', '');
		const word = wordAt(kind, parseXml(plain), offset, nobody);
		const { element, attribute = '', value = '', start = 0, end = 0 } = word ?? {};
		return word && [element, attribute, value, plain.slice(start, end)].join(' ');
	};

	test('is an element, at both of its tags', () => {
		assert.equal(at('<For|m></Form>'), 'Form   Form');
		assert.equal(at('<|Form></Form>'), 'Form   Form');
		assert.equal(at('<Form></|Form>'), 'Form   Form');
	});

	test('is an attribute, or its value', () => {
		assert.equal(at('<Form><Field |type="text"/></Form>'), 'Field type  type');
		assert.equal(at('<Form><Field typ|e="text"/></Form>'), 'Field type  type');
		assert.equal(at('<Form><Field type="|text"/></Form>'), 'Field type text text');
		assert.equal(at('<Form><Field value="a&amp;|b"/></Form>'), 'Field value a&b a&amp;b');
		assert.equal(at('<Form><Field value="|"/></Form>'), undefined);
		assert.equal(
			at('<Application featuresString="A, |ENABLE, B"/>', 'source-template'),
			'Application featuresString ENABLE ENABLE',
		);
	});

	test('goes by its name without a prefix', () => {
		assert.equal(at('<sp:F|orm></sp:Form>'), 'Form   sp:Form');
		assert.equal(at('<sp:Form><sp:Field ty|pe="text"/></sp:Form>'), 'Field type  type');
		assert.equal(at('<sp:Form><sp:Field type="te|xt"/></sp:Form>'), 'Field type text text');
	});

	test('is nothing between tags and in comments', () => {
		for (const text of ['<Form>a|b</Form>', '<Form><!-- F|orm --></Form>', '<Form |  />']) {
			assert.equal(at(text), undefined, text);
		}
	});
});

suite('Unknown names', () => {
	const unknown = (text: string, kind: XmlName = 'source-config', neighbours: readonly string[] = []) =>
		unknownNames(
			parseXml(text),
			kind,
			usageOf(
				neighbours.map(form => connectorOf({ form })),
				kind,
			),
		).map(({ what, name, start, end }) => {
			assert.equal(text.slice(start, end), name);
			return `${what} ${name}`;
		});

	test('are elements, attributes and a few values that nobody knows', () => {
		assert.deepEqual(unknown('<Form><Feild/><Field typ="text" type="txet"/></Form>'), [
			'element Feild',
			'attribute typ',
			'value txet',
		]);
		assert.deepEqual(unknown('<Application featuresString="ENABLE, ENBALE"/>', 'source-template'), [
			'value ENBALE',
		]);
		assert.deepEqual(unknown('<Filter operation="EQUALS"/>', 'correlation-config'), ['value EQUALS']);
	});

	test('are looked for whatever the prefix of an element', () => {
		assert.deepEqual(unknown('<sp:Form><sp:Field typ="text" type="txet"/></sp:Form>'), [
			'attribute typ',
			'value txet',
		]);
		const neighbours = ['<f:Form><f:Extra/><f:Field colour="x"/></f:Form>'];
		assert.deepEqual(unknown('<Form><Extra/><Field colour="y"/></Form>', 'source-config', neighbours), []);
	});

	test('are not types of fields that are written in another case', () => {
		const types = ['Secret', 'Toggle', 'password', 'KEYVALUE', 'cardlist', ' text '];
		assert.deepEqual(unknown(`<Form>${types.map(type => `<Field type="${type}"/>`).join('')}</Form>`), []);
		assert.deepEqual(unknown('<Form><Field type="toString"/></Form>'), ['value toString']);
	});

	test('are not those that another connector uses', () => {
		const neighbours = ['<Form><Feild/><Field typ="x" type="txet"/></Form>'];
		assert.deepEqual(
			unknown('<Form><Feild/><Field typ="text" type="txet"/></Form>', 'source-config', neighbours),
			[],
		);
	});

	test('are neither namespaces nor what is half-typed', () => {
		assert.deepEqual(
			unknown(
				'<Form xmlns="x" xmlns:a="b" xml:space="preserve" xsi:schemaLocation="x y"><Menu nam><Fie\n</Menu></Form>',
			),
			[],
		);
		assert.deepEqual(unknown('<Form><Unknown what="x"/></Form>'), ['element Unknown']);
	});
});
