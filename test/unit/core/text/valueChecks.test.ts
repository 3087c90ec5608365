import assert from 'node:assert/strict';
import { comparePlaceholders, valueProblems } from '../../../../src/core/text/html/valueChecks';
import { parseProperties } from '../../../../src/core/properties/parse';
import { sampleConnectors } from '../../../../src/sample/data/sampleConnectors';

const found = (text: string) =>
	valueProblems(text).map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);

suite('HTML in translations', () => {
	test('says nothing about what browsers understand', () => {
		for (const text of [
			'',
			'plain text',
			'one<br>two<br/>three<BR />four',
			'<strong>Note:</strong> see <a href="https://example.com/?a=1&copy=2&lt=3" target=_blank>the <em>guide</em></a>.',
			'<ul><li>one<li>two</ul><p>three<p>four',
			'<B>bold</b>',
			'a<b>b</b\n>',
			"<a href='x>y'>z</a>",
			'<img src="a.png" alt="a > b">',
			'<a href="x" title="a&nbsp b">c</a>',
			'<!-- <b> --> text',
			'R&amp;D &nbsp; &#160; &#xA0; &uuml;',
		]) {
			assert.deepEqual(found(text), [], text);
		}
	});

	test('says nothing about < and & that are meant as they are written', () => {
		for (const text of [
			...['a < b', 'a <b or c', 'a<5', 'x <= y', '<<', '< >', '<>', '->', 'if a <b and c> d'],
			...[
				'<domain>\\<user>',
				'https://<address>:<port>',
				'<Host Name>',
				'<user@example.com>',
				'List<String>',
			],
			...['R&D', 'AT&T', 'a & b', 'a &b', 'x&y=1&amp=2', '&', '&#', 'Q&A;', '&nbspx'],
		]) {
			assert.deepEqual(found(text), [], text);
		}
	});

	for (const [text, ...problems] of [
		['<b>bold', 'html-tag-not-closed <b>'],
		['<a href="x">one <a href="y">two</a>', 'html-tag-not-closed <a href="x">'],
		['one</strong>', 'html-end-tag-stray </strong>'],
		['<strong>one<strong>', 'html-tag-not-closed <strong>', 'html-tag-not-closed <strong>'],
		['<b><i>one</b></i>', 'html-tag-mismatch </b>'],
		['<b><i>one</b>', 'html-tag-not-closed <i>'],
		['<b>one</i></b>', 'html-end-tag-stray </i>'],
		['one<br two', 'html-tag-unfinished <br two'],
		['one<br', 'html-tag-unfinished <br'],
		['<a href="x"', 'html-tag-unfinished <a href="x"'],
		['<a href="x" <b>y</b></a>', 'html-tag-unfinished <a href="x"'],
		['<a href="x>y</a>', 'html-quote-missing <a href="x>'],
		['<b>one</b', 'html-tag-unfinished </b'],
		['a <!-- b <b>c', 'html-comment-unterminated <!--'],
		['a&nbsp b', 'html-entity-unfinished &nbsp'],
		['&lt <b>&#160 </b>', 'html-entity-unfinished &lt', 'html-entity-unfinished &#160'],
	] as const) {
		test(`finds one fault for each slip in ${text}`, () => {
			assert.deepEqual(found(text), problems);
		});
	}

	test('finds nothing in the translations of the sample tenant', () => {
		for (const { translations } of sampleConnectors(60)) {
			const documents = Object.values(translations).map(bytes =>
				parseProperties(new TextDecoder().decode(Buffer.from(bytes))),
			);
			for (const { value } of documents.flatMap(({ entries }) => entries)) {
				assert.deepEqual(found(value), [], value);
			}
		}
	});

	test('takes time in proportion to the text (long)', () => {
		for (const bit of [
			'<',
			'<b ',
			'<b>',
			'</b>',
			'<b x="',
			'<br x="\'',
			'<b><i>',
			'&',
			'<!--',
			'<br ',
			' ',
			'<br x=',
			'<p>',
		]) {
			for (const end of ['', '</b>'.repeat(50_000)]) {
				const before = performance.now();
				valueProblems(bit.repeat(100_000) + end);
				assert.ok(performance.now() - before < 2000, bit);
			}
		}
	});
});

suite('Placeholders in translations', () => {
	const compared = (value: string, reference: string) =>
		comparePlaceholders(value, reference).map(({ code, placeholder, start, end }) =>
			[code.replace('placeholder-', ''), placeholder, start, end].join(' '),
		);

	test('may stand in any order and, if they have a name, any number of times', () => {
		assert.deepEqual(compared('{1} von {0}, {0}', '{0} of {1}'), []);
		assert.deepEqual(compared('${b} ${a}', '${a} ${b}'), []);
		assert.deepEqual(compared('%2$s %1$s', '%1$s %2$s'), []);
		assert.deepEqual(compared('{0,number,#}', '{0}'), []);
		assert.deepEqual(compared('{{ user }}', '{{user}}'), []);
	});

	test('that are missing or unknown are found', () => {
		assert.deepEqual(compared('Seite {1}', 'Page {0}'), ['missing {0} 0 9', 'unknown {1} 6 9']);
		assert.deepEqual(compared('%s', '%s of %s'), ['missing %s 0 2']);
		assert.deepEqual(compared('%s von %s', '%s'), ['unknown %s 7 9']);
		for (const placeholder of ['{host}', '{Größe}', '{{host}}', '#{host}', '%(host)s', '{a.b-c}']) {
			const { length } = placeholder;
			assert.deepEqual(compared('x', placeholder), [`missing ${placeholder} 0 1`]);
			assert.deepEqual(compared(placeholder, 'x'), [`unknown ${placeholder} 0 ${length}`]);
		}
		assert.deepEqual(compared('${Host}', '${host}'), ['missing ${host} 0 7', 'unknown ${Host} 0 7']);
	});

	test('are no percentages, addresses, or objects of JSON', () => {
		for (const text of [
			'100% sure',
			'50%discount',
			'a%20b',
			'%3d',
			'100%d',
			'{"a":1}',
			'{}',
			'$ 5',
			'{ x }',
			'{x: 1}',
			'%%s',
			'50%(about)',
		]) {
			assert.deepEqual(compared('nichts', text), [], text);
		}
	});

	test('in words may be translated, but neither dropped nor added', () => {
		assert.deepEqual(compared('{Name}', '{name}'), []);
		assert.deepEqual(compared('{Rechner}:{Port}, {Rechner}', '{port} of {host}'), []);
		assert.deepEqual(compared('{Rechner}', '{host}:{port}'), ['missing {port} 0 9']);
		assert.deepEqual(compared('{Rechner}:{Port}', '{host}'), ['unknown {Port} 10 16']);
		assert.deepEqual(compared('{Rechner} {1}', '{host} {0}'), ['missing {0} 0 13', 'unknown {1} 10 13']);
		assert.deepEqual(compared('${Rechner}', '${host}').length, 2);
	});

	test('in words are no placeholders in an example of what to type', () => {
		assert.deepEqual(comparePlaceholders('https://ihr-rechner', 'https://{your_host}', true), []);
		assert.deepEqual(comparePlaceholders('https://{ihr_rechner}', 'https://your-host', true), []);
		assert.equal(comparePlaceholders('https://ihr-rechner', 'https://${host}', true).length, 1);
		assert.equal(comparePlaceholders('https://ihr-rechner', 'https://{0}', true).length, 1);
		assert.equal(comparePlaceholders('https://ihr-rechner', 'https://{your_host}').length, 1);
	});

	test('are no repetitions and classes of regular expressions', () => {
		for (const text of [
			'\\d{3}',
			'^[A-Z]{2}$',
			'(ab){12}',
			'.{4}',
			'\\w{2,4}',
			'x{2,}',
			'\\p{Lu}+',
			'a{5}',
			'\\\\d{3}',
		]) {
			assert.deepEqual(compared('nichts', text), [], text);
			assert.deepEqual(compared(text, 'nothing'), [], text);
		}
		assert.deepEqual(compared('第{1}页', 'Page {1}'), []);
		assert.deepEqual(compared('Seite{1}', 'Page {1}'), []);
		assert.deepEqual(compared('Regel \\d{3}', '\\d{3} of {1}'), ['missing {1} 0 11']);
		assert.deepEqual(compared('x', 'user{0}.{1}'), ['missing {0} 0 1', 'missing {1} 0 1']);
	});

	test('do not count in an empty text', () => {
		assert.deepEqual(compared('', '{0}'), []);
	});
});
