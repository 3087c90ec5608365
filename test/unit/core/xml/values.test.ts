import assert from 'node:assert/strict';
import { parseXmlDocument } from 'slimdom';
import { parseXml } from '../../../../src/core/xml/parse';
import {
	attributeNamed,
	attributeText,
	escapeAttribute,
	escapeText,
	ownText,
} from '../../../../src/core/xml/values';
import { below, oneOf, seeded, seededTest } from '../../../seeds';
import { sampleDocuments } from './sampleDocuments';

const rootOf = (text: string) => {
	const document = parseXml(text);
	assert.ok(document.root);
	return { document, root: document.root };
};

suite('what an attribute says', () => {
	const said = (text: string, name = 'b') => attributeText(text, rootOf(text).root, name);

	for (const [what, text, expected] of [
		['a plain value', '<a b="x y"/>', 'x y'],
		['a value in single quotes', `<a b='"x"'/>`, '"x"'],
		['the predefined entities', '<a b="&lt;&gt;&amp;&quot;&apos;"/>', `<>&"'`],
		['characters by number', '<a b="&#65;&#x1F600;&#xA;"/>', 'A😀\n'],
		['a reference to a reference', '<a b="&amp;lt;"/>', '&lt;'],
		['line breaks and tabs, which count as spaces', '<a b="1\t2\r\n3\n4\r5"/>', '1 2 3 4 5'],
		['the name of a declared entity', '<!DOCTYPE a [<!ENTITY e "x">]><a b="&e;"/>', '&e;'],
		['a reference that is none', '<a b="&; & &lt &#0; &#x;"/>', '&; & &lt &#0; &#x;'],
		['a value whose quote is missing', '<a b="x/>', 'x'],
		['a value without quotes', '<a b=x/>', 'x'],
		['an empty value', '<a b=""/>', ''],
		['an attribute without a value', '<a b c="1"/>', undefined],
		['an attribute that is not there', '<a c="1"/>', undefined],
		['the first of two', '<a b="1" b="2"/>', '1'],
	] as const) {
		test(`is right for ${what}`, () => assert.equal(said(text), expected));
	}

	test('is found by the whole name', () => {
		const { root } = rootOf('<a xb="1" b:x="2" bx="3"/>');
		assert.equal(attributeNamed(root, 'b'), undefined);
		assert.equal(attributeNamed(root, 'b:x')?.name, 'b:x');
	});
});

suite('the text of an element', () => {
	test('is its own text and CDATA, not that of its children', () => {
		const { document, root } = rootOf('<a>1 &lt; 2<b>no</b><!-- no --><![CDATA[ &amp; <]]>\r\n</a>');
		assert.equal(ownText(document, root), '1 < 2 &amp; <\n');
	});

	test('is what is there of a CDATA section without an end', () => {
		const { document, root } = rootOf('<a><![CDATA[x</a>');
		assert.equal(ownText(document, root), 'x</a>');
	});
});

suite('an escaped text', () => {
	const bits = [
		'&',
		'<',
		'>',
		']]>',
		'"',
		"'",
		'\n',
		'\r',
		'\r\n',
		'\t',
		' ',
		'a',
		'&amp;',
		'&#10;',
		'ü',
		'😀',
	];
	const textFrom = (seed: number) => {
		const random = seeded(seed);
		return Array.from({ length: 1 + below(random, 8) }, () => oneOf(random, bits)).join('');
	};

	for (const quote of ['"', "'"] as const) {
		seededTest(`is itself again for every parser between ${quote}`, 500, seeds => {
			for (const seed of seeds) {
				const text = textFrom(seed);
				const xml = `<a b=${quote}${escapeAttribute(text, quote)}${quote}/>`;
				assert.equal(attributeText(xml, rootOf(xml).root, 'b'), text);
				assert.equal(parseXmlDocument(xml).documentElement?.getAttribute('b'), text);
			}
		});
	}

	seededTest('is itself again for every parser between tags', 500, seeds => {
		for (const seed of seeds) {
			const text = textFrom(seed);
			const xml = `<a>${escapeText(text)}</a>`;
			const { document, root } = rootOf(xml);
			assert.deepEqual(document.problems, []);
			assert.equal(ownText(document, root), text);
			assert.equal(parseXmlDocument(xml).documentElement?.textContent, text);
		}
	});

	test('leaves what needs no escape', () => {
		assert.equal(escapeAttribute(`it's > "x"`, '"'), "it's > &quot;x&quot;");
		assert.equal(escapeText(`it's > "x"\n`), `it's > "x"\n`);
	});
});

suite('the values of the sample documents', () => {
	test('are what another parser finds', () => {
		for (const text of sampleDocuments()) {
			const { root } = rootOf(text);
			const other = parseXmlDocument(text).documentElement;
			const own = root.attributes.map(({ name }) => attributeText(text, root, name));
			assert.deepEqual(
				own,
				other?.attributes.map(({ value }) => value),
			);
		}
	});
});
