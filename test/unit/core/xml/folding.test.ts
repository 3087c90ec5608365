import assert from 'node:assert/strict';
import { Lines } from '../../../../src/core/text/lines';
import { foldsOf } from '../../../../src/core/xml/folding';
import { parseXml } from '../../../../src/core/xml/parse';
import { seededTest } from '../../../seeds';
import { mutant } from './mutants';
import { sampleDocuments } from './sampleDocuments';

const foldsIn = (text: string) => foldsOf(parseXml(text), new Lines(text));

suite('what can be folded', () => {
	for (const [what, lines, expected] of [
		['an element, but for its end tag', ['<a>', '<b/>', '</a>'], ['0-1']],
		['elements in each other', ['<a>', '<b>', '<c/>', '</b>', '</a>'], ['0-3', '1-2']],
		['an element whose end tag stands behind something', ['<a>', 'x</a>'], ['0-1']],
		['nothing in an element of one line', ['<a><b/></a>'], []],
		['nothing between two tags', ['<a>', '</a>'], []],
		['a start tag', ['<a', ' b="1"', ' c="2"/>'], ['0-2']],
		['a start tag, but for its end', ['<a', ' b="1"', '/>'], ['0-1']],
		[
			'an element and its content alone, below a long start tag',
			['<a', ' b="1">', '<c/>', '</a>'],
			['0-2', '1-2'],
		],
		['a comment', ['<a><!-- x', 'y', '--></a>'], ['0-2 comment', '0-2']],
		['a CDATA section', ['<a>x <![CDATA[', 'y', ']]></a>'], ['0-2', '0-2']],
		['a DOCTYPE', ['<!DOCTYPE a [', '<!ENTITY b "c">', ']>', '<a/>'], ['0-2']],
		['an element without an end tag', ['<a>', '<b>', '<c/>', '', '</a>'], ['0-3', '1-2']],
		['an element at the end', ['<a>', '<b/>', ''], ['0-1']],
	] as const) {
		test(`is ${what}`, () => {
			const found = foldsIn(lines.join('\r\n')).map(
				({ startLine, endLine, isComment }) => `${startLine}-${endLine}${isComment ? ' comment' : ''}`,
			);
			assert.deepEqual(found.toSorted(), [...expected].toSorted());
		});
	}

	seededTest('lies within the document, however malformed it is', 400, seeds => {
		const fixtures = sampleDocuments().filter(text => text.length < 4000);
		for (const seed of seeds) {
			const text = mutant(fixtures[seed % fixtures.length] ?? '', seed);
			const lines = text.split(/\r\n|\r|\n/).length;
			for (const { startLine, endLine } of foldsIn(text)) {
				assert.ok(startLine >= 0 && startLine < endLine && endLine < lines);
			}
		}
	});

	test('is found at any depth', () => {
		assert.equal(foldsIn('<a>\n'.repeat(10_000)).length, 9999);
	});
});
