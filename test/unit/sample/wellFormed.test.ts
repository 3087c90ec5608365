import assert from 'node:assert/strict';
import { checkXml } from '../../../src/sample/wellFormed';

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

const bad: Record<string, readonly [xml: string, problem: RegExp]> = {
	nothing: ['', /root element is missing \(line 1, column 1\)/],
	'text only': ['text', /root element is missing \(line 1, column 1\)/],
	'a comment only': ['<!-- a -->', /root element is missing \(line 1, column 11\)/],
	'two roots': ['<a/>\n<b/>', /Something follows the root element \(line 2, column 1\)/],
	'text after the root': ['<a/>x', /Something follows the root element \(line 1, column 5\)/],
	'text before the root': ['x<a/>', /root element is missing/],
	'CDATA after the root': ['<a/><![CDATA[x]]>', /Something follows/],
	'an element that is never closed': ['<a>\n <b>\n</a>', /<\/a> closes <b> \(line 3, column 1\)/],
	'a root that is never closed': ['\n<a><b/>', /<a> is never closed \(line 2, column 1\)/],
	'an end tag too many': ['<a></a></a>', /Something follows the root element \(line 1, column 8\)/],
	'crossing elements': ['<a><b></a></b>', /<\/a> closes <b> \(line 1, column 7\)/],
	'another case in the end tag': ['<a></A>', /<\/A> closes <a>/],
	'a start tag that does not end': ['<a', /an attribute or the end of <a> \(line 1, column 3\)/],
	'an end tag that does not end': ['<a></a', /end tag does not end/],
	'an end tag with an attribute': ['<a></a b="1">', /end tag does not end/],
	'a space before the name': ['< a/>', /the name of an element \(line 1, column 2\)/],
	'a name that begins with a digit': ['<1a/>', /the name of an element/],
	'an attribute without a value': ['<a b/>', /attribute b has no value \(line 1, column 5\)/],
	'an attribute without quotes': ['<a b=1/>', /value of b is not in quotes \(line 1, column 6\)/],
	'a value that does not end': ['<a b="1/>', /value of b does not end/],
	'an attribute twice': ['<a b="1" c="" b="2"/>', /attribute b is there twice \(line 1, column 15\)/],
	'no space between attributes': [
		'<a b="1"c="2"/>',
		/White space is missing before an attribute \(line 1, column 9\)/,
	],
	'a < in a value': ['<a b="1<2"/>', /value of b contains a < \(line 1, column 8\)/],
	'a bare &': ['<a>\r\nx & y</a>', /& that begins no reference \(line 2, column 3\)/],
	'a bare & in a value': ['<a b="x&y"/>', /& that begins no reference \(line 1, column 8\)/],
	'an unknown entity': ['<a>&nbsp;</a>', /&nbsp; stands for nothing \(line 1, column 4\)/],
	'a reference to no character': ['<a>&#0;</a>', /&#0; stands for nothing/],
	'a reference beyond Unicode': ['<a>&#x110000;</a>', /stands for nothing/],
	'a reference to a surrogate': ['<a>&#xD800;</a>', /stands for nothing/],
	'an empty reference': ['<a>&#;</a>', /begins no reference/],
	'a ]]> in text': ['<a>]]></a>', /\]\]> outside of CDATA \(line 1, column 4\)/],
	'CDATA that does not end': ['<a><![CDATA[ ]] ></a>', /CDATA section does not end \(line 1, column 4\)/],
	'a comment that does not end': ['<a><!-- </a>', /comment does not end \(line 1, column 4\)/],
	'two hyphens in a comment': ['<a><!-- a -- b --></a>', /comment contains --/],
	'a comment that ends with three hyphens': ['<a><!-- a ---></a>', /comment contains --/],
	'an instruction that does not end': ['<a><?go ></a>', /instruction does not end/],
	'an instruction without a target': ['<? go?><a/>', /target of a processing instruction/],
	'a declaration after white space': [' <?xml version="1.0"?><a/>', /misplaced or malformed XML declaration/],
	'a declaration without a version': [
		'<?xml encoding="UTF-8"?><a/>',
		/malformed XML declaration \(line 1, column 1\)/,
	],
	'a declaration in the wrong order': [
		'<?xml encoding="UTF-8" version="1.0"?><a/>',
		/malformed XML declaration/,
	],
	'a DOCTYPE after the root': ['<a/><!DOCTYPE a>', /Something follows the root/],
	'two DOCTYPEs': ['<!DOCTYPE a><!DOCTYPE a><a/>', /root element is missing/],
	'a public identifier with strange characters': ['<!DOCTYPE a PUBLIC "ä" "b"><a/>', /DOCTYPE does not end/],
	'a DOCTYPE that does not end': ['<!DOCTYPE a <a/>', /DOCTYPE does not end/],
	'a DOCTYPE whose declarations do not end': ['<!DOCTYPE a [<!ELEMENT a ANY><a/>', /DOCTYPE does not end/],
	'a declaration inside of an element': ['<a><!ELEMENT a ANY></a>', /declaration inside an element/],
	'a control character': ['<a>\n\u0001</a>', /character that XML does not allow \(line 2, column 1\)/],
	'a NUL': ['<a>\0</a>', /character that XML does not allow/],
	'half a surrogate pair': ['<a>\uD83D</a>', /character that XML does not allow/],
	'a second byte order mark': ['\uFEFF\uFEFF<a/>', /root element is missing/],
};

suite('whether XML is well-formed', () => {
	for (const [what, xml] of Object.entries(good)) {
		test(`it is with ${what}`, () => {
			const checked = checkXml(xml);
			assert.ok('root' in checked, JSON.stringify(checked));
		});
	}

	for (const [what, [xml, problem]] of Object.entries(bad)) {
		test(`it is not with ${what}`, () => {
			const checked = checkXml(xml);
			assert.ok('problem' in checked, 'nothing was found');
			assert.match(checked.problem, problem);
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
		'nested elements': '<a>'.repeat(300_000),
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
