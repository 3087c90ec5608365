import assert from 'node:assert/strict';
import { parseXml } from '../../../../src/core/xml/parse';
import {
	attributeAt,
	elementsOf,
	nodeAt,
	type XmlElement,
	type XmlNode,
} from '../../../../src/core/xml/tree';
import { seededTest } from '../../../seeds';
import { mutant } from './mutants';
import { sampleDocuments } from './sampleDocuments';

suite('the tree of a document', () => {
	test('has the offsets of everything in a tag', () => {
		const text = '<!-- c --><a:b  c = "1"\td=\'\'>x<e/></a:b >';
		const { root } = parseXml(text);
		assert.ok(root);
		assert.deepEqual(
			{ ...root, parent: undefined, children: root.children.length, endTag: undefined },
			{
				kind: 'element',
				parent: undefined,
				start: 10,
				end: text.length,
				closed: true,
				name: 'a:b',
				nameStart: 11,
				attributes: [
					{
						name: 'c',
						nameEnd: 17,
						value: { start: 20, end: 23, innerStart: 21, innerEnd: 22 },
						start: 16,
						end: 23,
					},
					{
						name: 'd',
						nameEnd: 25,
						value: { start: 26, end: 28, innerStart: 27, innerEnd: 27 },
						start: 24,
						end: 28,
					},
				],
				startTagEnd: 29,
				startTagClosed: true,
				selfClosing: false,
				children: 2,
				endTag: undefined,
			},
		);
		assert.deepEqual(
			{ ...root.endTag, parent: root.endTag?.parent === root },
			{ kind: 'endTag', parent: true, start: 34, end: 41, closed: true, name: 'a:b', nameStart: 36 },
		);
	});

	test('has every kind of node where it stands', () => {
		const text =
			'\uFEFF<?xml version="1.0"?><!DOCTYPE a [ <!ENTITY b "]>"> ]><a>t&amp;<![CDATA[<]]><?p i?><!--c--></a>\n';
		assert.deepEqual(pieces(text, parseXml(text).children), [
			'instruction <?xml version="1.0"?>',
			'doctype <!DOCTYPE a [ <!ENTITY b "]>"> ]>',
			'element <a>t&amp;<![CDATA[<]]><?p i?><!--c--></a>',
			'text t&amp;',
			'cdata <![CDATA[<]]>',
			'instruction <?p i?>',
			'comment <!--c-->',
			'text \n',
		]);
	});

	test('is whole for every document of the sample tenant', () => {
		for (const text of sampleDocuments()) {
			assertWhole(text);
		}
	});

	seededTest('is whole for mutants of documents', 3000, seeds => {
		const documents = sampleDocuments().filter(text => text.length < 2000);
		for (const seed of seeds) {
			assertWhole(mutant(documents[seed % documents.length] ?? '', seed));
		}
	});

	for (const [what, marked, expected] of [
		['in a start tag', '<a><b| c=""/></a>', 'b'],
		['before an element', '<a>|<b/></a>', 'a'],
		['behind an element', '<a><b/>|</a>', 'a'],
		['between two elements', '<a><b/>|<c/></a>', 'a'],
		['in text', '<a>te|xt<b/></a>', 'text'],
		['at the beginning of text', '<a>|text<b/></a>', 'text'],
		['at the end of text', '<a>text|<b/></a>', 'text'],
		['in an end tag', '<a><b></|b></a>', 'b'],
		['in an end tag of nothing', '<a></|b></a>', 'endTag'],
		['behind </ at the end', '<a><b></|', 'b'],
		['behind </ in a closed element', '<a></|</a>', 'endTag'],
		['in a comment', '<a><!--|--></a>', 'comment'],
		['in a CDATA section', '<a><![CDATA[|]]></a>', 'cdata'],
		['in a DOCTYPE', '<!DOCTYPE |a><a/>', 'doctype'],
		['behind a lone <', '<a><|</a>', ''],
		['in a half-typed tag', '<a><b |</a>', 'b'],
		['in a half-typed tag before a sibling', '<a><b |<c/></a>', 'b'],
		['in a half-typed value', '<a><b c="|</a>', 'b'],
		['at the end of a half-typed document', '<a b="|', 'a'],
		['in an element without an end tag', '<a><b>|</a>', 'b'],
		['before everything', '|<a/>', undefined],
		['behind everything', '<a/>|', undefined],
		['in an empty document', '|', undefined],
	] as const) {
		test(`tells in what a cursor stands ${what}`, () => {
			const offset = marked.indexOf('|');
			const node = nodeAt(parseXml(marked.replace('|', '')), offset);
			assert.equal(node?.kind === 'element' ? node.name : node?.kind, expected);
		});
	}

	test('tells in which attribute a cursor stands', () => {
		const { root } = parseXml('<a b="1"  c="2"/>');
		assert.ok(root);
		const names = [2, 3, 5, 8, 9, 10, 15, 16].map(offset => attributeAt(root, offset)?.name);
		assert.deepEqual(names, [undefined, 'b', 'b', 'b', undefined, 'c', 'c', undefined]);
	});

	test('gives every element, parents before children', () => {
		const names = [...elementsOf(parseXml('<a><b><c/></b>x<d/></a><e/>'))].map(({ name }) => name);
		assert.deepEqual(names, ['a', 'b', 'c', 'd', 'e']);
	});
});

function pieces(text: string, nodes: readonly XmlNode[]): string[] {
	return nodes.flatMap(node => [
		`${node.kind} ${text.slice(node.start, node.end)}`,
		...(node.kind === 'element' ? pieces(text, node.children) : []),
	]);
}

/** Nodes stand in their parents, in order, without overlapping, and with nothing but tags between them. */
function assertWhole(text: string): void {
	const { children } = parseXml(text);
	const where = (node: XmlNode) => `${node.kind} ${node.start}-${node.end} of ${text}`;
	const check = (nodes: readonly XmlNode[], parent: XmlElement | undefined, start: number, end: number) => {
		let at = start;
		for (const node of nodes) {
			assert.equal(node.parent, parent, where(node));
			assert.ok(at <= node.start && node.start < node.end && node.end <= end, where(node));
			at = node.end;
			if (node.kind === 'element') {
				assertTag(text, node);
				check(node.children, node, node.startTagEnd, node.endTag?.start ?? node.end);
			}
		}
	};
	check(children, undefined, 0, text.length);
}

function assertTag(text: string, element: XmlElement): void {
	const { start, name, nameStart, startTagEnd, attributes, endTag, selfClosing, closed } = element;
	const hasIllegal = /[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE]/.test(text);
	assert.ok(hasIllegal || text.startsWith(name, nameStart));
	let at = nameStart + name.length;
	for (const attribute of attributes) {
		assert.ok(hasIllegal || text.startsWith(attribute.name, attribute.start));
		assert.ok(at <= attribute.start && attribute.nameEnd <= (attribute.value?.start ?? attribute.end));
		assert.ok((attribute.value?.end ?? attribute.nameEnd) <= attribute.end);
		at = attribute.end;
	}
	assert.ok(start < startTagEnd && at <= startTagEnd && startTagEnd <= element.end);
	assert.equal(endTag ? endTag.end : element.end, element.end);
	assert.equal(closed, selfClosing || endTag?.closed === true);
}
