import assert from 'node:assert/strict';
import { Element, Node, parseXmlDocument } from 'slimdom';
import { applyEdits, type TextEdit } from '../../../../src/core/text/textEdit';
import { formatDocument, formatRange, formatTyped } from '../../../../src/core/xml/format';
import type { LayoutOptions } from '../../../../src/core/xml/layout';
import { parseXml } from '../../../../src/core/xml/parse';
import { isNamespaceProblem } from '../../../../src/core/xml/problem';
import { below, oneOf, seeded, seededTest } from '../../../seeds';
import { mutant } from './mutants';
import { sampleDocuments } from './sampleDocuments';

const tabs = { unit: '\t', lineEnd: '\n' };

const formatted = (text: string, options: LayoutOptions = tabs) =>
	applyEdits(text, formatDocument(parseXml(text), options));

suite('a formatted document', () => {
	test('has the end tag of an empty element in its place if that is known to hold elements', () => {
		const options = { ...tabs, holdsElements: (name: string) => name === 'b' };
		const text = '<a>\n<b>\n</b>\n<b></b>\n<b> </b>\n<c>\n</c>\n<b>x\n</b>\n</a>\n';
		const expected = '<a>\n\t<b>\n\t</b>\n\t<b></b>\n\t<b> </b>\n\t<c>\n</c>\n\t<b>x\n</b>\n</a>\n';
		assert.equal(formatted(text, options), expected);
		assert.equal(formatted(expected, options), expected);
	});

	for (const [what, lines, expected] of [
		[
			'has elements within each other',
			['<a><b><c/><d/></b></a>'],
			['<a>', '\t<b>', '\t\t<c/>', '\t\t<d/>', '\t</b>', '</a>'],
		],
		[
			'is indented as deep as it is',
			['  <a>', '<b>', '      <c/>', '  </b>', '    </a>'],
			['<a>', '\t<b>', '\t\t<c/>', '\t</b>', '</a>'],
		],
		['keeps an empty line', ['<a>', '\t<b/>', '', '\t<c/>', '</a>'], ['<a>', '\t<b/>', '', '\t<c/>', '</a>']],
		[
			'keeps one of several empty lines',
			['<a>', '\t<b/>  ', '', ' \t', '', '\t<c/>', '</a>'],
			['<a>', '\t<b/>', '', '\t<c/>', '</a>'],
		],
		['keeps a text', ['<a>', '<b>  x', '  y </b>', '</a>'], ['<a>', '\t<b>  x', '  y </b>', '</a>']],
		[
			'keeps text with elements in it',
			['<a>', '<b>x <c>', '<d/>', '</c></b></a>'],
			['<a>', '\t<b>x <c>', '<d/>', '</c></b>', '</a>'],
		],
		[
			'keeps white space that may be a value',
			['<a><b>  </b><c>', '</c><d> <!-- e --></d></a>'],
			['<a>', '\t<b>  </b>', '\t<c>', '</c>', '\t<d> <!-- e --></d>', '</a>'],
		],
		[
			'keeps what a reference stands for',
			['<a> <b>&#32;<c/></b></a>'],
			['<a>', '\t<b>&#32;<c/></b>', '</a>'],
		],
		[
			'keeps what wants to be kept',
			['<a><b xml:space="preserve"  c=""> <d> <e/></d></b></a>'],
			['<a>', '\t<b xml:space="preserve" c=""> <d> <e/></d></b>', '</a>'],
		],
		['keeps CDATA', ['<a><b> <![CDATA[', 'x ]]> </b></a>'], ['<a>', '\t<b> <![CDATA[', 'x ]]> </b>', '</a>']],
		[
			'keeps the inside of comments',
			['<a>', '<!-- x', '  y', ' -->', '<b/></a>'],
			['<a>', '\t<!-- x', '  y', ' -->', '\t<b/>', '</a>'],
		],
		[
			'leaves a comment behind what it is about',
			['<a> <!-- 1 -->', '<b/>  <!-- 2 -->', '<!-- 3 --><c/></a>'],
			['<a> <!-- 1 -->', '\t<b/>  <!-- 2 -->', '\t<!-- 3 -->', '\t<c/>', '</a>'],
		],
		[
			'indents a comment that stands alone',
			['<a>', '<b>', '<!-- c -->', '</b>', '</a>'],
			['<a>', '\t<b>', '\t\t<!-- c -->', '\t</b>', '</a>'],
		],
		['begins behind a byte order mark', ['\uFEFF  <a/>'], ['\uFEFF<a/>']],
		['begins at its beginning', ['', ' <a/>'], ['<a/>']],
		['ends with a line end if it did', ['<a/>', '', ' '], ['<a/>', '']],
		['ends without one if it did', ['<a/>  '], ['<a/>']],
		[
			'has a line for everything',
			['<?xml version="1.0"?><!DOCTYPE a  SYSTEM  "b" ><?c d?><a/>'],
			['<?xml version="1.0"?>', '<!DOCTYPE a  SYSTEM  "b" >', '<?c d?>', '<a/>'],
		],
		['has one space between attributes', [`<a  b = "1"\t\tc='2'   />`], [`<a b = "1" c='2' />`]],
		['has none before the end of a tag', ['<a b="1"  ></a  >'], ['<a b="1"></a>']],
		['has none before the end of a tag if it had none', ['<a b="1"/>'], ['<a b="1"/>']],
		[
			'keeps the lines of attributes',
			['<a><b c="1"', 'd="2" e="3"  ', '', '      f="4"', '/></a>'],
			['<a>', '\t<b c="1"', '\t\td="2" e="3"', '\t\tf="4"', '\t/>', '</a>'],
		],
		['keeps values of several lines', ['<a><b c="1', '   2"/></a>'], ['<a>', '\t<b c="1', '   2"/>', '</a>']],
	] as const) {
		test(what, () => {
			for (const lineEnd of ['\n', '\r\n']) {
				const options = { unit: '\t', lineEnd };
				assert.equal(formatted(lines.join(lineEnd), options), expected.join(lineEnd));
			}
		});
	}

	test('is indented with spaces where that is wanted', () => {
		assert.equal(
			formatted('<a><b><c/></b></a>', { unit: '  ', lineEnd: '\n' }),
			'<a>\n  <b>\n    <c/>\n  </b>\n</a>',
		);
	});

	test('has no edit where nothing changes, and small ones elsewhere', () => {
		const text = '<a>\n\t<b/>\n  <c/>\n</a>\n';
		assert.deepEqual(formatDocument(parseXml(text), tabs), [{ start: 10, end: 12, newText: '\t' }]);
	});

	test('is not touched if it is malformed', () => {
		for (const text of ['<a><b></a>', '<a x=1><b/></a>', '<a><b/>&</a>', '<a><b', '']) {
			assert.deepEqual(formatDocument(parseXml(text), tabs), []);
		}
	});

	test('may have prefixes that nothing declares', () => {
		assert.equal(formatted('<p:a><p:b/></p:a>'), '<p:a>\n\t<p:b/>\n</p:a>');
	});

	test('is found at any depth', () => {
		const depth = 10_000;
		const text = formatted('<a>'.repeat(depth) + '</a>'.repeat(depth));
		assert.equal(text.split('\n').length, 2 * depth - 1);
	});
});

suite('the formatter', () => {
	const fixtures = sampleDocuments();

	function assertHarmless(text: string, edits: readonly TextEdit[]): void {
		const after = applyEdits(text, edits);
		assert.ok(after.replace(/[ \t\r\n]/g, '') === text.replace(/[ \t\r\n]/g, ''), text);
		assert.deepEqual(treeOf(after), treeOf(text));
	}

	test('leaves the documents of the sample tenant as they are', () => {
		let same = 0;
		for (const text of fixtures) {
			const unit = /\n([ \t]+)</.exec(text)?.[1] ?? '\t';
			const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
			const after = formatted(text, { unit, lineEnd });
			assertHarmless(text, formatDocument(parseXml(text), { unit, lineEnd }));
			same += after === text ? 1 : 0;
		}
		assert.ok(same > 0.9 * fixtures.length, `${same} of ${fixtures.length}`);
	});

	seededTest(
		'changes white space only and is done at once, in documents whose lines were torn',
		2000,
		seeds => {
			for (const seed of seeds) {
				const text = torn(small(seed), seed);
				const options = { unit: seed % 2 ? '\t' : '  ', lineEnd: text.includes('\r\n') ? '\r\n' : '\n' };
				const edits = formatDocument(parseXml(text), options);
				assertHarmless(text, edits);
				const after = applyEdits(text, edits);
				assert.equal(formatted(after, options), after);
			}
		},
	);

	seededTest('changes white space only in mutants, and nothing in those that are malformed', 2000, seeds => {
		let compared = 0;
		for (const seed of seeds) {
			const text = mutant(seed % 3 ? small(seed) : torn(small(seed), seed), seed);
			const document = parseXml(text);
			const edits = formatDocument(document, tabs);
			if (!document.problems.every(isNamespaceProblem)) {
				assert.deepEqual(edits, []);
				continue;
			}
			compared += treeOf(text) ? 1 : 0;
			assertHarmless(text, edits);
			const after = applyEdits(text, edits);
			assert.equal(formatted(after), after);
		}
		assert.ok(compared > 100, `${compared}`);
	});

	seededTest('changes the lines of a selection only, and those as in the whole document', 500, seeds => {
		for (const seed of seeds) {
			const text = torn(small(seed), seed);
			const random = seeded(seed);
			const [start = 0, end = 0] = [below(random, text.length), below(random, text.length)].toSorted(
				(one, other) => one - other,
			);
			const document = parseXml(text);
			const edits = formatRange(document, { start, end }, tabs);
			assertHarmless(text, edits);
			const first = text.lastIndexOf('\n', start - 1) + 1;
			const last = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end);
			assert.ok(edits.every(edit => first <= edit.start && edit.end <= last));
			const whole = formatRange(document, { start: 0, end: text.length }, tabs);
			assert.deepEqual(whole, formatDocument(document, tabs));
		}
	});
});

suite('a selection that is formatted', () => {
	/** The selection stands between bars. */
	const inSelection = (marked: string) => {
		const [before = '', selected = '', after = ''] = marked.split('|');
		const text = before + selected + after;
		const range = { start: before.length, end: before.length + selected.length };
		return applyEdits(text, formatRange(parseXml(text), range, tabs));
	};

	test('is indented like what is around it', () => {
		assert.equal(
			inSelection('<a>\n    <b>\n|<c/>|\n<d/>\n    </b>\n</a>'),
			'<a>\n    <b>\n    \t<c/>\n<d/>\n    </b>\n</a>',
		);
	});

	test('does not hold the line at whose start it ends', () => {
		assert.equal(inSelection('<a>\n|<b/>\n|<c/>\n</a>'), '<a>\n\t<b/>\n<c/>\n</a>');
	});

	test('is broken into lines', () => {
		assert.equal(
			inSelection('<a>\n<b>|<c/>|</b>\n<d>  <e/> </d>\n</a>'),
			'<a>\n\t<b>\n\t\t<c/>\n\t</b>\n<d>  <e/> </d>\n</a>',
		);
	});
});

suite('a document that is formatted as one types', () => {
	const typed = (marked: string, character: string) => {
		const text = marked.replace('|', '');
		return applyEdits(text, formatTyped(parseXml(text), marked.indexOf('|'), character, tabs));
	};

	for (const [what, marked, character, expected] of [
		['indents an element behind its >', '<a>\n<b/>|\n<c/>\n</a>', '>', '<a>\n\t<b/>\n<c/>\n</a>'],
		[
			'indents an end tag behind its >',
			'<a>\n\t<b>\n<c/>\n\t\t</b>|\n</a>',
			'>',
			'<a>\n\t<b>\n<c/>\n\t</b>\n</a>',
		],
		[
			'indents the attributes of a start tag',
			'<a>\n<b\nc="1">|</b>\n</a>',
			'>',
			'<a>\n\t<b\n\t\tc="1"></b>\n</a>',
		],
		['breaks no line behind a >', '<a><b>|</b></a>', '>', '<a><b></b></a>'],
		['leaves the > of a text alone', '<a>\n<b>1 >| 2</b></a>', '>', '<a>\n<b>1 > 2</b></a>'],
		[
			'indents what stands behind a line break',
			'<a>\n\t<b/>\n|<c/>\n</a>',
			'\n',
			'<a>\n\t<b/>\n\t<c/>\n</a>',
		],
		['indents what stands before it', '<a>\n<b/>\n|<c/>\n</a>', '\n', '<a>\n\t<b/>\n\t<c/>\n</a>'],
		['indents an empty line', '<a>\n\t<b/>\n|\n\t<c/>\n</a>', '\n', '<a>\n\t<b/>\n\t\n\t<c/>\n</a>'],
		['indents an empty line before an end tag', '<a>\n\t<b/>\n|\n</a>', '\n', '<a>\n\t<b/>\n\t\n</a>'],
		['leaves a text alone', '<a>\n\t<b>x\n|\ny</b></a>', '\n', '<a>\n\t<b>x\n\ny</b></a>'],
		['leaves a malformed document alone', '<a>\n<b>|\n</a>', '>', '<a>\n<b>\n</a>'],
	] as const) {
		test(what, () => assert.equal(typed(marked, character), expected));
	}
});

const fixturesUnder = sampleDocuments().filter(text => text.length < 3000);
const small = (seed: number) => fixturesUnder[seed % fixturesUnder.length] ?? '';

/** The text with white space lost, added and doubled where it stands between tags, and here and there some text or a comment. */
function torn(text: string, seed: number): string {
	const random = seeded(seed);
	const bits = [
		'',
		' ',
		'\n',
		'\n\n\n',
		'\t\n ',
		'      ',
		'\n\t\t',
		'<!-- x\n y -->',
		' <!-- z --> ',
		'<?p  q?>',
	];
	const lineEnd = seed % 5 ? '\n' : '\r\n';
	const gap = () => oneOf(random, bits);
	const rootEnd = text.indexOf('>', text.search(/<[A-Z]/));
	return (
		text.slice(0, rootEnd) +
		text
			.slice(rootEnd)
			.replace(/>\s+</g, whole => {
				const what = random();
				return what < 0.5
					? whole
					: what < 0.52
						? '>some text<'
						: what < 0.53
							? '> <![CDATA[ ]]> <'
							: `>${gap()}<`;
			})
			.replace(/" (?=\w+=")/g, whole =>
				random() < 0.1 ? `"${oneOf(random, ['  ', '\n', '\n\n   '])}` : whole,
			)
	).replace(/\r?\n/g, lineEnd);
}

/** What another parser finds, without the white space between elements; undefined if it does not like the document. */
function treeOf(text: string): unknown[] | undefined {
	const found: unknown[] = [];
	const visit = (nodes: readonly Node[], isKept: boolean) => {
		const isText = (node: Node) => node.nodeType === Node.TEXT_NODE;
		const hasElements = nodes.some(({ nodeType }) => nodeType === Node.ELEMENT_NODE);
		const hasText = nodes.some(
			node =>
				node.nodeType === Node.CDATA_SECTION_NODE || (isText(node) && /[^ \t\n]/.test(node.nodeValue ?? '')),
		);
		const isBroken = nodes.length > 1 && nodes.filter(isText).every(node => node.nodeValue?.includes('\n'));
		const keeps = isKept || hasText || (!hasElements && !isBroken);
		for (const node of nodes) {
			if (node instanceof Element) {
				const { nodeName, attributes, childNodes } = node;
				found.push([nodeName, attributes.map(({ name, value }) => [name, value])]);
				visit(
					childNodes,
					keeps || attributes.some(({ name, value }) => name === 'xml:space' && value === 'preserve'),
				);
				found.push('end');
			} else if (!isText(node) || keeps) {
				found.push([node.nodeType, node.nodeName, node.nodeValue]);
			}
		}
	};
	try {
		visit(parseXmlDocument(text).childNodes, false);
	} catch {
		return undefined;
	}
	return found;
}
