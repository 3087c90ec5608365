import assert from 'node:assert/strict';
import { linkedNamesAt } from '../../../../src/core/xml/linkedNames';
import { parseXml } from '../../../../src/core/xml/parse';
import { missingEndTag, restOfEndTag } from '../../../../src/core/xml/tagClosing';

const caretIn = (marked: string) => ({
	document: parseXml(marked.replace('|', '')),
	offset: marked.indexOf('|'),
});

suite('the end tag of a start tag that has just been typed', () => {
	for (const [what, marked, expected] of [
		['is missing in an element', '<a><b>|</a>', '</b>'],
		['is missing at the end', '<a>|', '</a>'],
		['is missing with attributes', `<a><b c="1" d='>'>|\n<e/></a>`, '</b>'],
		['is missing with a prefix', '<p:a>|', '</p:a>'],
		['is missing in an element of the same name', '<a><b><b>|</b></a>', '</b>'],
		['is missing before elements of the same name', '<a><b>|<b/><b></b></a>', '</b>'],
		['is missing in elements of the same name', '<b><a><b>|</b></a>', '</b>'],
		['is missing where something else is malformed', '<a x=1><b>|</a>', '</b>'],
		['is there', '<a>|</a>', undefined],
		['is there behind the content', '<a><b>|<c/>\n</b></a>', undefined],
		['is there in an element of the same name', '<b><b>|</b></b>', undefined],
		['is there under the name that is just being changed', '<a><b>|</c></a>', undefined],
		['is not wanted in an element without content', '<a><b/>|</a>', undefined],
		['is not wanted behind an end tag', '<a><b></b>|</a>', undefined],
		['is not wanted in text', '<a>1 >|</a>', undefined],
		['is not wanted in a value', '<a b="1>|"/>', undefined],
		['is not wanted in half a value', '<a b="1>|', undefined],
		['is not wanted in a comment', '<a><!-- <b>| --></a>', undefined],
		['is not wanted in half a comment', '<a><!-- <b>|\n</a>', undefined],
		['is not wanted in CDATA', '<a><![CDATA[<b>|]]></a>', undefined],
		['is not wanted in half a CDATA section', '<a><![CDATA[<b>|</a>', undefined],
		['is not wanted in an instruction', '<a><?php <b>| ?></a>', undefined],
		['is not wanted behind a DOCTYPE', '<!DOCTYPE a>|', undefined],
		['is not wanted in a DOCTYPE', '<!DOCTYPE a [<!ELEMENT a ANY>|', undefined],
		['is not wanted without a name', '<a><>|</a>', undefined],
	] as const) {
		test(what, () => {
			const { document, offset } = caretIn(marked);
			assert.equal(missingEndTag(document, offset), expected);
		});
	}

	test('is found however many elements are open', () => {
		const text = '<a>'.repeat(10_000);
		assert.equal(missingEndTag(parseXml(text), text.length), '</a>');
	});
});

suite('a </ that has just been typed', () => {
	for (const [what, marked, expected] of [
		['is completed with the innermost element', '<a><b></|</a>', 'b>'],
		['is completed behind a text', '<a><b>text</|\n</a>', 'b>'],
		['is completed behind elements that are closed', '<a><b/><c></c></|', 'a>'],
		['is completed before a text on the next line', '<a>\n<b></|\nfoo</a>', 'b>'],
		['is completed before an element', '<a><b></|<c/></a>', 'b>'],
		['is completed up to a > that is there', '<a><b></|></a>', 'b'],
		['is left alone before a name', '<a><b></|b></a>', undefined],
		['is left alone in a comment', '<a><!-- </| --></a>', undefined],
		['is left alone in CDATA', '<a><![CDATA[</|]]></a>', undefined],
		['is left alone in a value', '<a b="</|"/>', undefined],
		['is left alone beside the root', '<a/></|', undefined],
		['is left alone in an empty document', '</|', undefined],
		['is left alone if it is a lone slash', '<a>/|</a>', undefined],
	] as const) {
		test(what, () => {
			const { document, offset } = caretIn(marked);
			assert.equal(restOfEndTag(document, offset), expected);
		});
	}
});

suite('the names of two tags', () => {
	for (const [what, marked, expected] of [
		['are linked in a start tag', '<a><b|b c="1">x</bb></a>', ['bb', 'bb']],
		['are linked before it', '<a><|b></b></a>', ['b', 'b']],
		['are linked behind it', '<a><b|></b></a>', ['b', 'b']],
		['are linked in an end tag', '<a><bb></b|b></a>', ['bb', 'bb']],
		['are linked in elements of the same name', '<b><b|></b></b>', ['b', 'b']],
		['are not linked elsewhere in the tag', '<a |b="1"></a>', undefined],
		['are not linked in the content', '<a>x|</a>', undefined],
		['are not linked if they differ', '<r><a|></b></r>', undefined],
		['are not linked if one is missing', '<r><a|></r>', undefined],
		['are not linked in an element without content', '<a|/>', undefined],
		['are not linked in an end tag that ends nothing', '<r></a|></r>', undefined],
	] as const) {
		test(what, () => {
			const { document, offset } = caretIn(marked);
			const names = linkedNamesAt(document, offset);
			assert.deepEqual(
				names?.map(({ start, end }) => document.text.slice(start, end)),
				expected,
			);
			assert.ok(!names || names[0].start < names[1].start);
		});
	}
});
