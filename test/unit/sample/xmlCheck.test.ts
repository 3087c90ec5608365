import assert from 'node:assert/strict';
import { checkXml } from '../../../src/sample/service/xmlCheck';

const good: Record<string, string> = {
	'an empty element': '<a/>',
	'an element with text': '<a>text</a>',
	'white space in tags': '<a\n b = "1"\t></a >',
	'nested elements': '<a><b><c/></b><b></b></a>',
	'a byte order mark': '\uFEFF<a/>',
	'an XML declaration': '<?xml version="1.0"?><a/>',
	'a full XML declaration': "<?xml version='1.0' encoding='UTF-8' standalone='no' ?>\r\n<a/>",
	'comments anywhere': '<!-- x --><a><!----><!-- < & > --></a><!-- y -->',
	'a comment with a hyphen': '<a><!-- a-b - c --></a>',
	'processing instructions': '<?go?><a><?go on & on < ?></a><?go?>',
	'an instruction whose target begins with xml': '<?xml-stylesheet href="a"?><a/>',
	CDATA: '<a><![CDATA[ <b> & ]] > ]]></a>',
	'an empty CDATA section': '<a><![CDATA[]]></a>',
	'a DOCTYPE': '<!DOCTYPE a><a/>',
	'a public DOCTYPE': '<!DOCTYPE Application PUBLIC "sailpoint.dtd" "sailpoint.dtd">\n<Application/>',
	'a system DOCTYPE': "<!DOCTYPE a SYSTEM 'a.dtd' ><a/>",
	'a DOCTYPE with declarations':
		'<!DOCTYPE a [ <!ELEMENT a (#PCDATA)> <!-- ] > --> <!ATTLIST a b CDATA "]>"> <?p ]> ?> %pe; ]><a/>',
	'an entity that the DOCTYPE declares': '<!DOCTYPE a [<!ENTITY me "I">]><a b="&me;">&me;</a>',
	'the five entities': '<a b="&lt;&gt;&amp;&quot;&apos;">&lt;&gt;&amp;&quot;&apos;</a>',
	'character references': '<a>&#65;&#x1F600;&#xa;</a>',
	'quotes in quotes': `<a b='"' c="'"/>`,
	'a > in text and in a value': '<a b=">">></a>',
	'names beyond ASCII': '<größe länge="1"><名/></größe>',
	'names with colons, dots and hyphens': '<a:b c.d="1" e-f="2" _g="3"/>',
	'the same attribute on two elements': '<a b="1"><c b="1"/></a>',
	'line ends in a value': '<a b="1\n2"/>',
	'a character beyond the BMP': '<a>😀</a>',
	'brackets in text': '<a>]] ></a>',
};

/** Each with the line and the column of what is wrong. */
const bad: Record<string, readonly [xml: string, line: number, column: number]> = {
	nothing: ['', 1, 1],
	'text only': ['text', 1, 1],
	'a comment only': ['<!-- a -->', 1, 11],
	'two roots': ['<a/>\n<b/>', 2, 1],
	'text after the root': ['<a/>x', 1, 5],
	'text before the root': ['x<a/>', 1, 1],
	'CDATA after the root': ['<a/><![CDATA[x]]>', 1, 5],
	'an element that is never closed': ['<a>\n <b>\n</a>', 3, 1],
	'a root that is never closed': ['\n<a><b/>', 2, 1],
	'an end tag too many': ['<a></a></a>', 1, 8],
	'crossing elements': ['<a><b></a></b>', 1, 7],
	'another case in the end tag': ['<a></A>', 1, 4],
	'a start tag that does not end': ['<a', 1, 1],
	'an end tag that does not end': ['<a></a', 1, 4],
	'an end tag with an attribute': ['<a></a b="1">', 1, 4],
	'a space before the name': ['< a/>', 1, 1],
	'a name that begins with a digit': ['<1a/>', 1, 1],
	'an attribute without a value': ['<a b/>', 1, 1],
	'an attribute without quotes': ['<a b=1/>', 1, 1],
	'a value that does not end': ['<a b="1/>', 1, 1],
	'an attribute twice': ['<a b="1" c="" b="2"/>', 1, 15],
	'no space between attributes': ['<a b="1"c="2"/>', 1, 1],
	'a < in a value': ['<a b="1<2"/>', 1, 1],
	'a bare &': ['<a>\r\nx & y</a>', 2, 3],
	'a bare & in a value': ['<a b="x&y"/>', 1, 8],
	'an unknown entity': ['<a>&nbsp;</a>', 1, 4],
	'a reference to no character': ['<a>&#0;</a>', 1, 4],
	'a reference beyond Unicode': ['<a>&#x110000;</a>', 1, 4],
	'a reference to a surrogate': ['<a>&#xD800;</a>', 1, 4],
	'an empty reference': ['<a>&#;</a>', 1, 4],
	'a ]]> in text': ['<a>]]></a>', 1, 4],
	'CDATA that does not end': ['<a><![CDATA[ ]] ></a>', 1, 4],
	'a comment that does not end': ['<a><!-- </a>', 1, 4],
	'two hyphens in a comment': ['<a><!-- a -- b --></a>', 1, 4],
	'a comment that ends with three hyphens': ['<a><!-- a ---></a>', 1, 4],
	'an instruction that does not end': ['<a><?go ></a>', 1, 4],
	'an instruction without a target': ['<? go?><a/>', 1, 1],
	'a declaration after white space': [' <?xml version="1.0"?><a/>', 1, 2],
	'a declaration without a version': ['<?xml encoding="UTF-8"?><a/>', 1, 1],
	'a declaration in the wrong order': ['<?xml encoding="UTF-8" version="1.0"?><a/>', 1, 1],
	'a DOCTYPE after the root': ['<a/><!DOCTYPE a>', 1, 5],
	'two DOCTYPEs': ['<!DOCTYPE a><!DOCTYPE a><a/>', 1, 13],
	'a public identifier with strange characters': ['<!DOCTYPE a PUBLIC "ä" "b"><a/>', 1, 1],
	'a DOCTYPE that does not end': ['<!DOCTYPE a <a/>', 1, 1],
	'a DOCTYPE whose declarations do not end': ['<!DOCTYPE a [<!ELEMENT a ANY><a/>', 1, 1],
	'a declaration inside of an element': ['<a><!ELEMENT a ANY></a>', 1, 4],
	'a control character': ['<a>\n\u0001</a>', 2, 1],
	'a NUL': ['<a>\u0000</a>', 1, 4],
	'half a surrogate pair': ['<a>\ud83d</a>', 1, 4],
	'a second byte order mark': ['﻿﻿<a/>', 1, 2],
};

suite('whether XML is well-formed', () => {
	for (const [what, xml] of Object.entries(good)) {
		test(`it is with ${what}`, () => {
			const checked = checkXml(xml);
			assert.ok('root' in checked, JSON.stringify(checked));
		});
	}

	for (const [what, [xml, line, column]] of Object.entries(bad)) {
		test(`it is not with ${what}`, () => {
			const checked = checkXml(xml);
			assert.ok('problem' in checked, 'nothing was found');
			assert.ok(checked.problem.endsWith(`(line ${line}, column ${column})`), checked.problem);
		});
	}

	test('the root element comes back with its attributes', () => {
		assert.deepEqual(checkXml('<!-- <b/> --><a:b c="1" d="&lt;"><e f="2"/></a:b>'), {
			root: 'a:b',
			attributes: new Map([
				['c', '1'],
				['d', '&lt;'],
			]),
		});
	});

	for (const [what, xml] of Object.entries({
		'nested elements': '<a>'.repeat(100_000),
		'opening brackets': `<a>${'<'.repeat(1_000_000)}`,
		'closing brackets': `<a>${']'.repeat(3_000_000)}`,
		ampersands: `<a>${'&amp;'.repeat(500_000)}`,
		'comments that end': `<a>${'<!---->'.repeat(300_000)}`,
		'comments that do not end': `<a>${'<!--'.repeat(300_000)}`,
		attributes: `<a ${Array.from({ length: 100_000 }, (_, index) => `b${index}=""`).join(' ')}`,
		'line ends': `<a>${'\r\n'.repeat(1_000_000)}`,
		'a name': `<${'a'.repeat(3_000_000)}`,
		'white space': `<a ${' '.repeat(3_000_000)}`,
		'quotes in a DOCTYPE': `<!DOCTYPE a [${'<!E "">'.repeat(300_000)}`,
	})) {
		test(`a great many ${what} take no more time than they are long`, function () {
			this.timeout(2000);
			assert.ok('problem' in checkXml(xml));
		});
	}
});
