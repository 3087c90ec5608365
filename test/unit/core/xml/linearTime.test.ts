import assert from 'node:assert/strict';
import { nodeAt, elementsOf } from '../../../../src/core/xml/tree';
import { parseXml } from '../../../../src/core/xml/parse';

const numbered = (count: number, line: (index: number) => string) =>
	Array.from({ length: count }, (_, index) => line(index)).join('');

const inputs: Readonly<Record<string, (count: number) => string>> = {
	'opening brackets': count => '<'.repeat(count),
	'opening brackets in an element': count => `<a>${'<'.repeat(count)}</a>`,
	ampersands: count => `<a>${'&'.repeat(count)}</a>`,
	'ampersands in a value': count => `<a b="${'&'.repeat(count)}"/>`,
	'names without semicolons': count => `<a>${'&amp '.repeat(count)}</a>`,
	'long numbers': count => `<a>&#${'1'.repeat(count)};</a>`,
	'open comments': count => '<!--'.repeat(count),
	'open comments on lines': count => `<a>${'<!--\n'.repeat(count)}`,
	'open comments before others': count => `<a>${'<!-- \n<b/><!-- -->'.repeat(count)}</a>`,
	'open comments before two ends': count => `<a>${'<!-- \n'.repeat(count)}--> -->`,
	'hyphens in an open comment': count => `<a><!--${'-'.repeat(count)}x\n`,
	'dashes and spaces in an open comment': count => `<a><!--${'- '.repeat(count)}x\n`,
	'code in one element': count => `<a>${'if (i<n && m) x = "</b>"; '.repeat(count)}</a>`,
	'code in many elements': count => `<a>${'<b>i<n && m</b>'.repeat(count)}</a>`,
	'classes of classes': count => `<a>${'x<y'.repeat(count)}</a>`,
	'open instructions in code': count => `<a>x && ${'<?1 '.repeat(count)}</a>`,
	'misspelt CDATA sections': count => `<a>${'<!CDATA[ '.repeat(count)}</a>]]>`,
	'CDATA sections in each other': count => `<a>${'<![CDATA['.repeat(count)}]]></b></a>`,
	'conflicts of a merge': count => `<a>\n${'<<<<<<< x\n=======\n>>>>>>> y\n'.repeat(count)}</a>`,
	'open CDATA sections': count => `<a>${'<![CDATA['.repeat(count)}`,
	'open CDATA sections on lines': count => `<a>${'<![CDATA[\n'.repeat(count)}`,
	'an open CDATA section before blank lines': count => `<a><![CDATA[${'\n \r'.repeat(count)}`,
	'unknown sections': count => `<a>${'<![A['.repeat(count)}`,
	'unknown sections before CDATA': count => `<a>${'<![A['.repeat(count)}<![CDATA[]]>`,
	'open instructions': count => `<a>${'<?a '.repeat(count)}`,
	'open declarations': count => `<a>${'<!a '.repeat(count)}`,
	'open values': count => '<a x="'.repeat(count),
	'open values on lines': count => '<a x="\n'.repeat(count),
	'open values in both quotes': count => `<a x="<a y='`.repeat(count),
	'open values of tags': count => `<a x="${`<a b='c' `.repeat(count)}`,
	'open values with doubled quotes': count => `<a ${'x="y = "z" '.repeat(count)}`,
	'one open value': count => `<a x="${'y '.repeat(count)}`,
	'values that run into the next': count => `<a ${'x="1 '.repeat(count)}/>`,
	'values without quotes': count => `<a ${'x=1 '.repeat(count)}/>`,
	'equals signs': count => `<a ${'='.repeat(count)}/>`,
	'names and equals signs': count => `<a ${'a='.repeat(count)}/>`,
	'quotes in a tag': count => `<a ${`"'`.repeat(count)}/>`,
	'quotes in a value': count => `<a b="${'x"'.repeat(count)}`,
	'brackets before attributes': count => `<a ${'<b="" '.repeat(count)}`,
	'digits in a tag': count => `<a ${'1'.repeat(count)}`,
	'slashes in a tag': count => `<a ${'/ '.repeat(count)}`,
	attributes: count => `<a ${numbered(count, index => `b${index}="" `)}/>`,
	'attributes twice': count => `<a ${'b="" '.repeat(count)}/>`,
	'white space in a tag': count => `<a ${' '.repeat(count)}`,
	'white space in a value': count => `<a b=" ${' '.repeat(count)}"c`,
	'white space behind brackets': count => `<${' '.repeat(count)}`.repeat(2),
	'open elements': count => '<a>'.repeat(count),
	'open elements with different names': count => numbered(count, index => `<a${index}>`),
	'nested elements': count => '<a>'.repeat(count) + '</a>'.repeat(count),
	'end tags on lines of their own': count => '<a>'.repeat(count) + '\n</a>'.repeat(count - 1),
	'end tags that are indented otherwise': count => '<a>\n'.repeat(count) + ' </a>\n'.repeat(count - 1),
	'unfinished start tags within each other': count => `<a>${'<a '.repeat(count)}${'</a>'.repeat(count)}`,
	'end tags': count => '</a>'.repeat(count),
	'end tags without a name': count => `<a>${'</'.repeat(count)}`,
	'misspelt end tags': count => '<a>'.repeat(count) + '</b>'.repeat(count),
	'misspelt end tags one by one': count => `<r>${'<a></b>'.repeat(count)}</r>`,
	'misspelt end tags before children': count =>
		`${'<a>'.repeat(count)}${'</b>'.repeat(count)}${'<c/>'.repeat(count)}</r>`,
	'unfinished start tags': count => `<r>${'<a '.repeat(count)}</r>`,
	'unclosed children': count => `<r>${'<a><b></a>'.repeat(count)}</r>`,
	'end tags in the wrong order': count => `<r>${'<a><b></a></b>'.repeat(count)}</r>`,
	'illegal characters': count => `<a>${'\0a'.repeat(count)}</a>`,
	'closing brackets': count => `<a>${']'.repeat(count)}</a>`,
	'ends of CDATA': count => `<a>${']]>'.repeat(count)}</a>`,
	'misspelt long names': count => `<${'a'.repeat(count)}>`.repeat(10) + `</${'a'.repeat(count)}b>`.repeat(10),
	'one name': count => `<${'a'.repeat(count)}`,
	prefixes: count => numbered(count, index => `<p${index}:a xmlns:p${index}="u">`),
	'open DOCTYPEs': count => '<!DOCTYPE a ['.repeat(count),
	'quotes in a DOCTYPE': count => `<!DOCTYPE a [${'<!E "">'.repeat(count)}`,
	'malformed entities': count => `<!DOCTYPE a [${`<!ENTITY a "'<!ENTITY b '`.repeat(count)}`,
	'parentheses in a content model': count => `<!DOCTYPE a [<!ELEMENT a ${'('.repeat(count)}`,
	'parameter entities': count => `<!DOCTYPE a [<!ENTITY % e "x">${'%e;'.repeat(count)}]><a/>`,
	'a chain of entities': count =>
		`<!DOCTYPE a [${numbered(count, index => `<!ENTITY e${index} "&e${index + 1};">`)}]><a>&e0;</a>`,
	'a chain of parameter entities': count =>
		`<!DOCTYPE a [${numbered(count, index => `<!ENTITY % e${index} "&#37;e${index + 1};">`)}%e0;]><a/>`,
	'entities that double each time': count =>
		`<!DOCTYPE a [${numbered(count, index => `<!ENTITY e${index} "&e${index + 1};&e${index + 1};">`)}]><a>&e0;</a>`,
};

const most = 150;

suite('the time to read a document (long)', function () {
	this.timeout(60_000);

	for (const [what, input] of Object.entries(inputs)) {
		test(`grows no faster than the document with ${what}`, () => {
			// Squared time would be 256 times as long. The memory of large documents alone costs up to six times its share.
			const [small, large] = [input(1000), input(16_000)];
			const short = Math.max(Math.min(...[1, 2, 3].map(() => timeOf(small))), 0.2);
			const ratios: number[] = [];
			do {
				ratios.push(timeOf(large) / short);
			} while (ratios.length < 9 && Math.min(...ratios) > most);
			assert.ok(Math.min(...ratios) < most, `16 times the text took ${ratios.join(', ')} times as long`);
		});
	}

	test('does not depend on depth, nor does the stack', () => {
		const depth = 50_000;
		const document = parseXml('<a>'.repeat(depth) + 'x' + '</a>'.repeat(depth));
		assert.deepEqual(document.problems, []);
		assert.equal(nodeAt(document, 3 * depth)?.kind, 'text');
		assert.equal([...elementsOf(document)].length, depth);
	});

	test('is not spent on more problems than anybody reads', () => {
		assert.equal(parseXml('<a>&'.repeat(100_000)).problems.length, 1000);
	});
});

/** In milliseconds. */
function timeOf(text: string): number {
	const start = performance.now();
	parseXml(text);
	return performance.now() - start;
}
