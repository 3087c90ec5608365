import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { parseXml } from '../../../../src/core/xml/parse';
import type { XmlProblem, XmlProblemCode } from '../../../../src/core/xml/problem';
import { fixesFor } from '../../../../src/core/xml/fixes/quickFixes';
import type { XmlDocument } from '../../../../src/core/xml/tree';
import { malformedCases } from './malformedCases';
import { seededTest } from '../../../seeds';
import { mutant } from './mutants';
import { sampleDocuments } from './sampleDocuments';

/** What only a person can put right. */
const withoutFix: ReadonlySet<XmlProblemCode> = new Set<XmlProblemCode>([
	'root-repeated',
	'root-missing',
	'text-outside-root',
	'name-malformed',
	'instruction-target-missing',
	'instruction-target-reserved',
	'doctype-malformed',
	'declaration-malformed',
	'entity-malformed',
	'entity-recursive',
	'entity-unparsed',
	'entity-external-in-attribute',
	'entity-with-less-than',
	'prefix-undeclared',
	'prefix-without-namespace',
	'prefix-reserved',
	'qualified-name-malformed',
	'attribute-repeated-by-prefix',
	'merge-conflict',
]);

/** What stands behind the first fix of the first problem. */
function fixed(text: string, index = 0): string | undefined {
	const document = parseXml(text);
	const [problem] = document.problems;
	const fix = problem && fixesFor(document, problem)[index];
	return fix && applyEdits(text, fix.edits);
}

const lines = (...all: string[]) => all.join('\n');

suite('a quick fix', () => {
	for (const [what, text, expected, other] of [
		['closes an element without content', '<a><b></a>', '<a><b></b></a>'],
		['closes the root', '<a>', '<a></a>'],
		['puts a space in the place of a no-break space', '<a b\u00a0="1"/>', '<a b ="1"/>'],
		['puts a space in the place of a vertical tab', '<a\vb="1"/>', '<a b="1"/>'],
		[
			'mends an XML declaration without its first question mark',
			'<xml version="1.0"?><a/>',
			'<?xml version="1.0" encoding="UTF-8"?><a/>',
		],
		['closes an element behind a text', '<a><b>text</a>', '<a><b>text</b></a>'],
		['closes an element behind what stands in its line', '<a><b><c/>\n</a>', '<a><b><c/></b>\n</a>'],
		[
			'closes an element before the next one of its name where nothing is indented',
			lines('<a>', '<b>', '<c/>', '<b>', '<c/>', '</b>', '</a>'),
			lines('<a>', '<b>', '<c/>', '</b>', '<b>', '<c/>', '</b>', '</a>'),
		],
		[
			'closes an element behind all that is in it where nothing is indented',
			lines('<a>', '<b>', '<c/>', '<d/>', '</a>'),
			lines('<a>', '<b>', '<c/>', '<d/>', '</b>', '</a>'),
		],
		[
			'closes an element behind what is indented deeper',
			lines('<a>', '\t<b>', '\t\t<c>', '\t\t</c>', '', '\t\t<d/>', '', '\t<e/>', '</a>'),
			lines('<a>', '\t<b>', '\t\t<c>', '\t\t</c>', '', '\t\t<d/>', '\t</b>', '', '\t<e/>', '</a>'),
		],
		[
			'closes an element before its siblings',
			lines('<a>', '  <b c="1">', '  <b c="2"></b>', '</a>'),
			lines('<a>', '  <b c="1"></b>', '  <b c="2"></b>', '</a>'),
		],
		[
			'closes an element behind lines of a comment, however these are indented',
			lines('<a>', '\t<b>', '\t\t<!--', 'c', '\t\t-->', '\t<d/>', '</a>'),
			lines('<a>', '\t<b>', '\t\t<!--', 'c', '\t\t-->', '\t</b>', '\t<d/>', '</a>'),
		],
		['moves an end tag that comes too late', '<a><b></a></b>', '<a><b></b></a>'],
		['turns a start tag into the end tag that it was meant to be', '<a><b>text<b></a>', '<a><b>text</b></a>'],
		[
			'gives a tag the slash in whose place something else stands',
			'<a><b>text<\tb></a>',
			'<a><b>text</b></a>',
		],
		['renames an end tag, or else the start tag', '<a><b></c></a>', '<a><b></b></a>', '<a><c></c></a>'],
		['removes an end tag', '<a><b/></b></a>', '<a><b/></a>'],
		['removes an end tag with its line', '<a>\n\t<b/>\n\t</b>\n</a>', '<a>\n\t<b/>\n</a>'],
		['ends a tag', '<a><b c="1" </a>', '<a><b c="1"/> </a>'],
		['ends a start tag', '<a><b c="1" <d/></b></a>', '<a><b c="1"> <d/></b></a>'],
		['ends an end tag', '<a><b></b</a>', '<a><b></b></a>'],
		['completes an end tag', '<a><long></lo\n</a>', '<a><long></long>\n</a>'],
		['takes attributes out of an end tag', '<a></a b="1">', '<a></a>'],
		[
			'joins a tag and its name, or else escapes the bracket',
			'<a>< b>x</b></a>',
			'<a><b>x</b></a>',
			'<a>&lt; b>x</b></a>',
		],
		[
			'joins a tag and its name, whatever cannot be seen between them',
			'<a><\u0001b>x</b></a>',
			'<a><b>x</b></a>',
			'<a>&lt;\u0001b>x</b></a>',
		],
		['names an end tag', '<a><b></></a>', '<a><b></b></a>'],
		['removes a tag without a name', '<a><></a>', '<a></a>', '<a>&lt;&gt;</a>'],
		['removes an attribute', '<a b="1"  b="2" c=""/>', '<a b="1" c=""/>'],
		['gives an attribute a value', '<a b c="1"/>', '<a b="" c="1"/>'],
		['gives an attribute with = a value', '<a b= c="1"/>', '<a b="" c="1"/>'],
		['puts a value into quotes', '<a b=1/>', '<a b="1"/>'],
		['puts a value with half the quotes into quotes', '<a b=one two" c="2"/>', '<a b="one two" c="2"/>'],
		['puts a value with other quotes into quotes', '<a b=“1”/>', '<a b="1"/>'],
		['takes all between other quotes for one value', '<a b=„1 two 3“ c="4"/>', '<a b="1 two 3" c="4"/>'],
		['puts a quote in the place of another one', '<a b="1 2” c="3"/>', '<a b="1 2" c="3"/>'],
		['puts a quote in the place of one of the other kind', `<a b='1 2" c="3"/>`, `<a b='1 2' c="3"/>`],
		[
			'takes away what is too much between a name and its value',
			'<a b = ="1" c=="2"/>',
			'<a b = "1" c=="2"/>',
		],
		[
			'parts the name of an element from that of its attribute, as they are elsewhere',
			'<a><bc="1"/><b c="2"/></a>',
			'<a><b c="1"/><b c="2"/></a>',
		],
		['keeps the value behind the name of an element', '<a><bc="1"/></a>', undefined],
		[
			'ends a comment with elements in it where its end is misspelt in a line of its own',
			lines('<a>', '<!--', '<b/>', '-- >', '<c/>', '</a>'),
			lines('<a>', '<!--', '<b/>', '-->', '<c/>', '</a>'),
		],
		[
			'ends a CDATA section with tags in it at the end tag that is meant',
			lines('<a>', '<b><![CDATA[', 'c("<d>" + e + "</d>");', ']]</b>', '</a>'),
			lines('<a>', '<b><![CDATA[', 'c("<d>" + e + "</d>");', ']]></b>', '</a>'),
		],
		[
			'ends a CDATA section where its end is half there, some lines below',
			lines('<a>', '<![CDATA[', 'return b;', ']]', '</a>'),
			lines('<a>', '<![CDATA[', 'return b;', ']]>', '</a>'),
		],
		[
			'ends a CDATA section behind all lines of text',
			lines('<a><![CDATA[', 'return b;', '</a>'),
			lines('<a><![CDATA[', 'return b;]]>', '</a>'),
		],
		['ends a CDATA section whose bracket is escaped', '<a><![CDATA[ b ]]&gt;</a>', '<a><![CDATA[ b ]]></a>'],
		['closes a value', '<a b="1 c="2"/>', '<a b="1" c="2"/>'],
		['closes a value in its own quotes', "<a b='1/>", "<a b='1'/>"],
		['separates attributes', '<a b="1"c="2"/>', '<a b="1" c="2"/>'],
		['escapes the brackets of a value', '<a b="<b>x</b>"/>', '<a b="&lt;b>x&lt;/b>"/>'],
		['escapes the quotes of a value', '<a b="Say "hi" now"/>', '<a b="Say &quot;hi&quot; now"/>'],
		[
			'escapes a value of HTML',
			'<a b="<i c="d">e</i>" f="g"/>',
			'<a b="&lt;i c=&quot;d&quot;>e&lt;/i>" f="g"/>',
		],
		[
			'escapes a value of SQL',
			'<a b="c = "d" or e < "f""/>',
			'<a b="c = &quot;d&quot; or e &lt; &quot;f&quot;"/>',
		],
		['removes a value without a name', '<a b="1" "2"/>', '<a b="1"/>'],
		['removes a character', '<a b="1"; c="2"/>', '<a b="1" c="2"/>'],
		['removes a character that separates', '<a b="1";c="2"/>', '<a b="1" c="2"/>'],
		['escapes a &', '<a b="?c=1&d=2"/>', '<a b="?c=1&amp;d=2"/>'],
		['ends a reference, or else escapes it', '<a>&lt b</a>', '<a>&lt; b</a>', '<a>&amp;lt b</a>'],
		['puts a number right', '<a>&#X41;</a>', '<a>&#x41;</a>'],
		['ends a number', '<a>&#65</a>', '<a>&#65;</a>'],
		['escapes what is no number', '<a>&#12a;</a>', '<a>&amp;#12a;</a>'],
		['writes what a name stands for', '<a>&nbsp;</a>', '<a>&#160;</a>', '<a>&amp;nbsp;</a>'],
		['writes a name in small letters', '<a>&LT;</a>', '<a>&lt;</a>'],
		['escapes an unknown name', '<a>&constructor;</a>', '<a>&amp;constructor;</a>'],
		['escapes a bracket', '<a>1 <2</a>', '<a>1 &lt;2</a>'],
		['escapes an end of CDATA', '<a>x]]>y</a>', '<a>x]]&gt;y</a>'],
		['ends CDATA', '<a><b><![CDATA[x</b></a>', '<a><b><![CDATA[x]]></b></a>'],
		['ends a comment', '<a>\n<!-- x\n<b/></a>', '<a>\n<!-- x -->\n<b/></a>'],
		['ends a comment before a tag', '<a><!-- x</a>', '<a><!-- x --></a>'],
		['parts the hyphens of a comment', '<a><!-- x -- y ----></a>', '<a><!-- x - - y - - --></a>'],
		[
			'ends a comment where its end is misspelt',
			'<a>\n<!-- x -- >\n<b/>\n<!-- y -->\n<c/></a>',
			'<a>\n<!-- x -->\n<b/>\n<!-- y -->\n<c/></a>',
		],
		[
			'ends a comment in its second line',
			'<a>\n<!-- x\n y ->\n<b/>\n<!-- z -->\n</a>',
			'<a>\n<!-- x\n y -->\n<b/>\n<!-- z -->\n</a>',
		],
		[
			'ends the first of two comments',
			'<a>\n<!-- x\n<b/>\n<!-- y -->\n</a>',
			'<a>\n<!-- x -->\n<b/>\n<!-- y -->\n</a>',
		],
		[
			'ends a comment before what it hides, or else parts the hyphens',
			'<a>\n<!-- x -- >\n<b/> -->\n</a>',
			'<a>\n<!-- x -->\n<b/> -->\n</a>',
			'<a>\n<!-- x - - >\n<b/> -->\n</a>',
		],
		['begins a comment with all its characters', '<a><!- x --></a>', '<a><!-- x --></a>'],
		[
			'begins a comment as it should, or else escapes it',
			'<a><-- x --></a>',
			'<a><!-- x --></a>',
			'<a>&lt;-- x --></a>',
		],
		['ends an instruction', '<a><?go now></a>', '<a><?go now?></a>'],
		[
			'removes what stands before the declaration',
			'\n <?xml version="1.0"?><a/>',
			'<?xml version="1.0"?><a/>',
		],
		[
			'keeps what a malformed declaration says',
			"<?xml version='1.0' encoding='ISO-8859-1' standalone=no?><a/>",
			'<?xml version="1.0" encoding="ISO-8859-1" standalone="no"?><a/>',
		],
		['removes a second declaration', '<a/><?xml version="1.0"?>', '<a/>'],
		[
			'writes a declaration anew',
			'<?xml encoding=latin1 version=1?><a/>',
			'<?xml version="1.0" encoding="latin1"?><a/>',
		],
		['removes a second DOCTYPE', '<!DOCTYPE a><!DOCTYPE a><a/>', '<!DOCTYPE a><a/>'],
		['ends a DOCTYPE', '<!DOCTYPE a <a/>', '<!DOCTYPE a> <a/>'],
		[
			'closes a literal of a DOCTYPE',
			'<!DOCTYPE a PUBLIC "b" "b>\n<a c="1"/>',
			'<!DOCTYPE a PUBLIC "b" "b">\n<a c="1"/>',
		],
		['begins CDATA in the right letters', '<a><![cdata[x]]></a>', '<a><![CDATA[x]]></a>'],
		['begins CDATA with all its letters', '<a><![CDTA[x < y]]></a>', '<a><![CDATA[x < y]]></a>'],
		['begins CDATA with its second bracket', '<a><![CDATA x[0] ]]></a>', '<a><![CDATA[ x[0] ]]></a>'],
		['begins CDATA with its first bracket', '<a><!CDATA[ x < y ]]></a>', '<a><![CDATA[ x < y ]]></a>'],
		['begins CDATA with its mark', '<a><[CDATA[ x < y ]]></a>', '<a><![CDATA[ x < y ]]></a>'],
		['begins and ends CDATA', '<a><!CDATA[ x < y ]]</a>', '<a><![CDATA[ x < y ]]></a>'],
		[
			'begins CDATA that is escaped',
			'<a>&lt;![CDATA[if (x < y && z) {}]]&gt;</a>',
			'<a><![CDATA[if (x < y && z) {}]]></a>',
		],
		['joins the end of CDATA', '<a><![CDATA[x]] ></a>', '<a><![CDATA[x]]></a>'],
		[
			'ends a CDATA section before the next one',
			'<a><b><![CDATA[x</b><c><![CDATA[y]]></c></a>',
			'<a><b><![CDATA[x]]></b><c><![CDATA[y]]></c></a>',
		],
		['puts code into CDATA', '<a><b>i<n && m</b></a>', '<a><b><![CDATA[i<n && m]]></b></a>'],
		[
			'leaves what code means as it is',
			'<a>if (x &lt; y && z[a[0]]>1) s="&nbsp;";</a>',
			'<a><![CDATA[if (x < y && z[a[0]]]]><![CDATA[>1) s="&nbsp;";]]></a>',
		],
		[
			'puts code around a comment and a CDATA section into CDATA',
			'<a>x && y <!-- & --> <![CDATA[<]]> z;\n</a>',
			'<a><![CDATA[x && y ]]><!-- & --> <![CDATA[<]]><![CDATA[ z;\n]]></a>',
		],
		[
			'keeps the only element of another one, whose attribute holds code',
			'<a>\n<b c="if (x < y && z) {}"/>\n</a>',
			'<a>\n<b c="if (x &lt; y && z) {}"/>\n</a>',
		],
		[
			'puts code with the beginning of a comment into CDATA',
			'<a><b>if (x && y) { // <!-- z\n}</b></a>',
			'<a><b><![CDATA[if (x && y) { // <!-- z\n}]]></b></a>',
		],
		['writes DOCTYPE in capitals', '<!doctype a><a/>', '<!DOCTYPE a><a/>'],
		['joins a DOCTYPE', '<! DOCTYPE a><a/>', '<!DOCTYPE a><a/>'],
		[
			'writes the target of the declaration in small letters',
			'<?XML version="1.0"?><a/>',
			'<?xml version="1.0"?><a/>',
		],
		['removes what nobody sees before the root', '\u200b<a/>', '<a/>'],
		[
			'removes what nobody sees before the XML declaration',
			'\u00a0<?xml version="1.0" encoding="UTF-16"?><a/>',
			'<?xml version="1.0" encoding="UTF-16"?><a/>',
		],
		['puts an equals sign before a value', '<a b "c" d="e"/>', '<a b= "c" d="e"/>'],
		['puts an equals sign before a value without a space', '<a b"c"/>', '<a b="c"/>'],
		['removes what stands between a name and its value', '<a b;="c"/>', '<a b="c"/>'],
		['ends a CDATA section that lacks its last bracket', '<a><![CDATA[x]]</a>', '<a><![CDATA[x]]></a>'],
		[
			'ends a CDATA section, and nothing in it',
			'<a><b><![CDATA[x</b>\n<c/>\n</a>',
			'<a><b><![CDATA[x]]></b>\n<c/>\n</a>',
		],
		['removes what XML does not allow', '<a>x\u0001\u0002y</a>', '<a>xy</a>'],
	] as const) {
		test(what, () => {
			assert.equal(fixed(text), expected);
			if (other !== undefined) {
				assert.equal(fixed(text, 1), other);
			}
		});
	}

	for (const [what, rows] of Object.entries(malformedCases)) {
		test(`does away with its problem: ${what}`, () => {
			for (const [marked] of rows) {
				assertFixed(marked.replace(/[‹›]/g, ''));
			}
		});
	}

	test('leads to a document without problems, one after the other', () => {
		const left = Object.values(malformedCases)
			.flat()
			.map(([marked]) => marked.replace(/[‹›]/g, ''))
			.filter(text => !text.includes('"&f;"')) // Only a declaration would help.
			.filter(text => parseXml(allFixed(text)).problems.some(({ code }) => !withoutFix.has(code)));
		assert.deepEqual(left, []);
	});

	/** Fails if a fix of the first problems leaves its problem there; gives how many there are. */
	function assertFixesHelp(text: string): number {
		const document = parseXml(text);
		let count = 0;
		for (const problem of document.problems.slice(0, 3)) {
			for (const { edits } of fixesFor(document, problem)) {
				assert.ok(edits.length > 0);
				assert.ok(edits.every(({ start, end }) => 0 <= start && start <= end && end <= text.length));
				count++;
				assert.ok(isGone(document, problem, applyEdits(text, edits)), `${problem.code} at ${problem.start}`);
			}
		}
		return count;
	}

	seededTest('stays within the document and does away with its problem in mutants', 1000, seeds => {
		const fixtures = sampleDocuments().filter(text => text.length < 2500);
		let count = 0;
		for (const seed of seeds) {
			count += assertFixesHelp(mutant(fixtures[seed % fixtures.length] ?? '', seed));
		}
		assert.ok(count > 500);
	});

	test('does away with one of two problems that are alike', () => {
		assert.ok(assertFixesHelp('<a "b.dtd" "b.dtd"></a>') > 0);
	});

	test('is found however deep the document is', () => {
		const text = Array.from({ length: 5000 }, (_, index) => `<a${index}>`).join('');
		assert.ok(fixed(text) === `${text}</a0>`);
	});
});

function assertFixed(text: string): void {
	const document = parseXml(text);
	for (const problem of document.problems) {
		const fixes = fixesFor(document, problem);
		// What nobody sees may always go.
		if (withoutFix.has(problem.code) && text.slice(problem.start, problem.end) !== '\uFEFF') {
			assert.deepEqual(fixes, [], text);
		} else if (problem.code !== 'entity-undeclared') {
			assert.ok(fixes.length > 0, `${problem.code}: ${text}`);
		}
		for (const { edits } of fixes) {
			const after = applyEdits(text, edits);
			assert.ok(isGone(document, problem, after), `${problem.code}: ${text} → ${after}`);
		}
	}
}

/** Whether there are fewer problems of the kind, or another one where only the first of a tag is told. */
function isGone({ text, problems }: XmlDocument, problem: XmlProblem, after: string): boolean {
	const others = parseXml(after).problems.filter(({ code }) => code === problem.code);
	const isFirstOfTag = ['attribute-without-value', 'attribute-name-missing', 'character-unexpected'].includes(
		problem.code,
	);
	const written = text.slice(problem.start, problem.end);
	// Of two alike, side by side, the second one comes to where the first one was.
	const isStillThere =
		!text.slice(problem.end).trimStart().startsWith(written) &&
		others.some(({ start, end }) => start === problem.start && after.slice(start, end) === written);
	return (
		others.length < problems.filter(({ code }) => code === problem.code).length ||
		(isFirstOfTag && !isStillThere)
	);
}

/** By the first fix there is, again and again. */
function allFixed(text: string): string {
	for (let turn = 0; turn < 10; turn++) {
		const document = parseXml(text);
		const [fix] = document.problems.flatMap(problem => fixesFor(document, problem));
		text = fix ? applyEdits(text, fix.edits) : text;
	}
	return text;
}
