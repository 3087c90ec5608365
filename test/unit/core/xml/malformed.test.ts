import assert from 'node:assert/strict';
import { parseXml } from '../../../../src/core/xml/parse';
import { isNamespaceProblem } from '../../../../src/core/xml/problem';
import { malformedCases, type MalformedCase } from './malformedCases';

suite('what makes XML malformed is reported where it stands', () => {
	for (const [what, rows] of Object.entries(malformedCases)) {
		test(what, () => {
			for (const row of rows) {
				assertReported(row);
			}
		});
	}

	test('with the names that a sentence about it needs', () => {
		const isName = ([key]: [string, unknown]) => key !== 'start' && key !== 'end';
		const found = (text: string) =>
			parseXml(text).problems.map(problem => Object.fromEntries(Object.entries(problem).filter(isName)));
		for (const [text, ...expected] of [
			['<a><b></a>', { code: 'tag-not-closed', tag: 'b' }],
			['<a><b></c></a>', { code: 'tag-mismatch', open: 'b', close: 'c' }],
			['<a></b></a>', { code: 'end-tag-stray', tag: 'b' }],
			['<a><b </a>', { code: 'tag-unfinished', tag: 'b' }],
			['<a></a', { code: 'end-tag-unfinished', tag: 'a' }],
			['<a></a b="1">', { code: 'end-tag-with-attributes', tag: 'a' }],
			['< a/>', { code: 'space-before-tag-name', tag: 'a' }],
			['<a/><b/>', { code: 'root-repeated', tag: 'b' }],
			['<a b="" b=""/>', { code: 'attribute-repeated', attribute: 'b' }],
			[
				'<a b c="<"/>',
				{ code: 'attribute-without-value', attribute: 'b' },
				{ code: 'attribute-with-less-than', attribute: 'c' },
			],
			['<a b=1/>', { code: 'attribute-without-quotes', attribute: 'b' }],
			['<a b="1/>', { code: 'attribute-quote-missing', attribute: 'b' }],
			['<a b=""c=""/>', { code: 'attribute-without-space', attribute: 'c' }],
			['<a 😀 b=""/>', { code: 'attribute-without-value', attribute: '😀' }],
			['<a ; b=""/>', { code: 'character-unexpected', character: ';' }],
			['<1/>', { code: 'name-malformed', name: '1' }],
			['<a>\u0007</a>', { code: 'character-illegal', codePoint: 7 }],
			['<a>&lt</a>', { code: 'reference-without-semicolon', entity: 'lt' }],
			['<a>&b;</a>', { code: 'entity-undeclared', entity: 'b' }],
			[
				'<a>&#0;&#;</a>',
				{ code: 'character-reference-illegal', reference: '&#0;' },
				{ code: 'character-reference-malformed', reference: '&#;' },
			],
			['<a><?Xml?></a>', { code: 'instruction-target-reserved', target: 'Xml' }],
			['<!DOCTYPE a [<!ENTITY>]><a/>', { code: 'declaration-malformed', declaration: 'ENTITY' }],
			['<b:a/>', { code: 'prefix-undeclared', prefix: 'b' }],
			[
				'<a xmlns:b="c" xmlns:d="c" b:e="" d:e=""/>',
				{ code: 'attribute-repeated-by-prefix', attribute: 'd:e', other: 'b:e' },
			],
		] as const) {
			assert.deepEqual(found(text), expected, text);
		}
	});

	test('what only looks like the beginning of another comment ends a comment', () => {
		assert.deepEqual(parseXml('<a>\n<!-- x >\n<b/>\n<!-->\n</a>').problems, []);
	});

	test('what only namespaces forbid can be told apart', () => {
		const allNamespaces = malformedCases['namespaces']?.every(([marked]) =>
			parseXml(marked.replace(/[‹›]/g, '')).problems.every(isNamespaceProblem),
		);
		assert.equal(allNamespaces, true);
		assert.deepEqual(parseXml('<a><b></a>').problems.filter(isNamespaceProblem), []);
	});
});

function assertReported([marked, ...codes]: MalformedCase): void {
	const [text = '', ...rest] = marked.split(/[‹›]/);
	let plain = text;
	const offsets: number[] = [];
	for (const part of rest) {
		offsets.push(plain.length);
		plain += part;
	}
	const expected = codes.map((code, index) => ({
		code,
		start: offsets[2 * index],
		end: offsets[2 * index + 1],
	}));
	const found = parseXml(plain).problems.map(({ code, start, end }) => ({ code, start, end }));
	assert.deepEqual(found, expected, marked);
}
