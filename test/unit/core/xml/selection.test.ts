import assert from 'node:assert/strict';
import { parseXml } from '../../../../src/core/xml/parse';
import { selectionsAt } from '../../../../src/core/xml/selection';
import { below, seeded, seededTest } from '../../../seeds';
import { mutant } from './mutants';
import { sampleDocuments } from './sampleDocuments';

suite('a selection that grows', () => {
	for (const [what, marked, ...expected] of [
		[
			'from a value',
			'<a><b c="x|y"/> </a>',
			...['xy', '"xy"', 'c="xy"', '<b c="xy"/>', '<b c="xy"/> ', '<a><b c="xy"/> </a>'],
		],
		['from the name of an attribute', '<b c|d="1">x</b>', 'cd', 'cd="1"', '<b cd="1">', '<b cd="1">x</b>'],
		['from the name of a tag', '<ab| c="1"></ab>', 'ab', '<ab c="1">', '<ab c="1"></ab>'],
		['from an end tag', '<ab>x</a|b>', 'ab', '</ab>', '<ab>x</ab>'],
		['from a text', '<a> some| text <b/></a>', 'some text', ' some text ', ' some text <b/>', null],
		['from white space', '<a>\n|\n<b/></a>', '\n\n', '\n\n<b/>', '<a>\n\n<b/></a>'],
		['from between the tags', '<a><b/>|<c/></a>', '<b/><c/>', '<a><b/><c/></a>'],
		['from a comment', '<!-- x| -->', 'x', ' x ', '<!-- x -->'],
		['from a CDATA section', '<a><![CDATA[x|]]></a>', 'x', '<![CDATA[x]]>', '<a><![CDATA[x]]></a>'],
		['from half a value', '<a><b c="x|</a>', 'x', '"x', 'c="x', '<b c="x', '<a><b c="x</a>'],
		['from an empty value', '<a b="|"/>', '""', 'b=""', '<a b=""/>'],
		['from beside the root', '<a/> |', ' ', '<a/> '],
	] as const) {
		test(`grows ${what}`, () => {
			const text = marked.replace('|', '');
			const found = selectionsAt(parseXml(text), marked.indexOf('|')).map(({ start, end }) =>
				text.slice(start, end),
			);
			assert.deepEqual(
				found,
				expected.map(part => part ?? text),
			);
		});
	}

	seededTest('never shrinks, however malformed the document is', 400, seeds => {
		const fixtures = sampleDocuments().filter(text => text.length < 4000);
		for (const seed of seeds) {
			const text = mutant(fixtures[seed % fixtures.length] ?? '', seed);
			const offset = below(seeded(seed), text.length);
			let inner = { start: offset, end: offset };
			for (const range of selectionsAt(parseXml(text), offset)) {
				assert.ok(range.start <= inner.start && inner.end <= range.end);
				assert.ok(range.end - range.start > inner.end - inner.start);
				inner = range;
			}
			assert.deepEqual(inner, { start: 0, end: text.length });
		}
	});

	test('grows out of any depth', () => {
		assert.ok(selectionsAt(parseXml('<a>'.repeat(10_000)), 30_000).length >= 10_000);
	});
});
