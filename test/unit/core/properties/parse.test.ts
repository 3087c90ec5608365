import assert from 'node:assert/strict';
import { parseProperties } from '../../../../src/core/properties/parse';
import { sampleConnectors } from '../../../../src/sample/data/sampleConnectors';
import { seededTest } from '../../../seeds';
import { randomText } from './randomTexts';
import { readByTheBook, type Pair } from './reference';

function assertReads(text: string, ...expected: Pair[]): void {
	const { entries } = parseProperties(text);
	assert.deepEqual(
		entries.map(({ key, value }) => [key, value]),
		expected,
		JSON.stringify(text),
	);
}

/** The written key, what parts it from the value, and the written value. */
function parts(text: string): string[][] {
	return parseProperties(text).entries.map(({ keyStart, keyEnd, valueStart, valueEnd }) => [
		text.slice(keyStart, keyEnd),
		text.slice(keyEnd, valueStart),
		text.slice(valueStart, valueEnd),
	]);
}

suite('Reading properties', () => {
	test('parts keys from values as Java does', () => {
		for (const text of ['a=b', 'a:b', 'a b', 'a\tb', 'a\fb', 'a = b', 'a : b', ' \t\fa  b', 'a= b', 'a =b']) {
			assertReads(text, ['a', 'b']);
		}
		assertReads('a==b', ['a', '=b']);
		assertReads('a = = b', ['a', '= b']);
		assertReads('a:=b', ['a', '=b']);
		assertReads('a  b  c ', ['a', 'b  c ']);
		assertReads('a\u00a0b', ['a\u00a0b', '']);
		assertReads('a\vb', ['a\vb', '']);
	});

	test('reads keys without values and values without keys', () => {
		assertReads('a', ['a', '']);
		assertReads('a=', ['a', '']);
		assertReads('a = ', ['a', '']);
		assertReads('=b', ['', 'b']);
		assertReads(':', ['', '']);
		assertReads('');
		assertReads(' \n\t\r\n\f');
	});

	test('understands escapes in keys and values', () => {
		assertReads('a\\ b\\=c\\:d=\\=\\:', ['a b=c:d', '=:']);
		assertReads('a=\\t\\n\\r\\f\\q\\"\\\\', ['a', '\t\n\r\fq"\\']);
		assertReads('\\u0061\\u00FC=\\u00fc\\ud83d\\ude00', ['aü', 'ü😀']);
		assertReads('a=\\U0061', ['a', 'U0061']);
		assertReads('\\#a=b', ['#a', 'b']);
	});

	test('ends lines at LF, CR LF and CR', () => {
		assertReads('a=1\nb=2\r\nc=3\rd=4', ['a', '1'], ['b', '2'], ['c', '3'], ['d', '4']);
		assertReads('a=1\u2028b=2\u0085', ['a', '1\u2028b=2\u0085']);
	});

	test('continues a line behind an odd number of backslashes, without the white space in front', () => {
		for (const end of ['\n', '\r\n', '\r']) {
			assertReads(`a=b\\${end} \t\fc`, ['a', 'bc']);
			assertReads(`a=b\\\\${end}c=d`, ['a', 'b\\'], ['c', 'd']);
			assertReads(`a=b\\\\\\${end}c=d`, ['a', 'b\\c=d']);
			assertReads(`a=b\\${end}\\${end}c`, ['a', 'bc']);
			assertReads(`a=b\\${end}${end}c=d`, ['a', 'b'], ['c', 'd']);
			assertReads(`a\\${end}  b=c`, ['ab', 'c']);
			assertReads(`a\\${end}  =c`, ['a', 'c']);
			assertReads(`a\\${end}  = \\${end} c`, ['a', 'c']);
			assertReads(`a=b \\${end} # c`, ['a', 'b # c']);
		}
		assertReads('a=\\u00\\\n  fc', ['a', 'ü']);
		assertReads('a=b\\', ['a', 'b']);
		assertReads('a=b\\\n', ['a', 'b']);
		assertReads('\\\n# c\na=b', ['a', 'b']);
	});

	test('makes an empty key of a last backslash, as Java does', () => {
		assertReads('\\', ['', '']);
		assertReads('a=b\n\\\n', ['a', 'b'], ['', '']);
		assertReads('\\\r\n');
		assertReads('\\\n\n');
	});

	test('keeps comments apart, also behind white space; they do not go on', () => {
		const text = '#a=b\\\n  ! c \r\nd=e # no\n\t#\u00fc';
		assertReads(text, ['d', 'e # no']);
		assert.deepEqual(
			parseProperties(text).comments.map(({ start, end }) => text.slice(start, end)),
			['#a=b\\', '! c ', '#\u00fc'],
		);
	});

	test('keeps all entries of a repeated key', () => {
		assertReads('a=1\nb=2\na=3', ['a', '1'], ['b', '2'], ['a', '3']);
	});

	test('tells where everything is', () => {
		assert.deepEqual(parts('  a\\ b\\\n  = \\\n c\\\n  d \n'), [['a\\ b', '\\\n  = \\\n ', 'c\\\n  d ']]);
		assert.deepEqual(parts('a'), [['a', '', '']]);
		assert.deepEqual(parts('a=\\'), [['a', '=', '\\']]);
		const text = '\n  a=b\\\n c\nd';
		const [first] = parseProperties(text).entries;
		assert.equal(text.slice(first?.start, first?.end), '  a=b\\\n c');
	});

	test('reports a \\u without four digits once, and keeps it as it is written', () => {
		for (const [text, value, ...faults] of [
			['a=\\u', '\\u', '\\u'],
			['a=\\u12', '\\u12', '\\u12'],
			['a=x\\u00zz', 'x\\u00zz', '\\u00'],
			['a=\\u00fg', '\\u00fg', '\\u00f'],
			['a=\\u\\u00fc', '\\uü', '\\u'],
			['a=\\u1\\u2 \\u0041', '\\u1\\u2 A', '\\u1', '\\u2'],
			['a=\\u00\\\n  zz', '\\u00zz', '\\u00'],
			['a=\\u00\\\n  f', '\\u00f', '\\u00\\\n  f'],
			['a=\\\\u12', '\\u12'],
		] as const) {
			assertReads(text, ['a', value]);
			const { problems } = parseProperties(text);
			assert.deepEqual(
				problems.map(({ code, start, end }) => [code, text.slice(start, end)]),
				faults.map(fault => ['unicode-escape-malformed', fault]),
			);
		}
		assertReads('\\u00=b', ['\\u00', 'b']);
	});

	seededTest('reads every text as the documentation of Java says', 30_000, seeds => {
		let entries = 0;
		for (const seed of seeds) {
			const text = randomText(seed);
			assertReads(text, ...readByTheBook(text));
			entries += parseProperties(text).entries.length;
		}
		assert.ok(entries > 30_000);
	});

	seededTest(
		'leaves nothing out: entries and comments stand in the order of the text, and blanks between them',
		5000,
		seeds => {
			for (const seed of seeds) {
				const text = randomText(seed);
				const { entries, comments } = parseProperties(text);
				let at = 0;
				for (const { start, end } of [...entries, ...comments].sort(
					(one, other) => one.start - other.start,
				)) {
					assert.match(text.slice(at, start), /^(?:[ \t\f\r\n]|\\[\r\n])*$/);
					at = end;
				}
				assert.match(text.slice(at), /^(?:[ \t\f\r\n]|\\[\r\n])*$/);
				for (const { start, keyStart, keyEnd, valueStart, valueEnd, end } of entries) {
					const places = [start, keyStart, keyEnd, valueStart, valueEnd];
					assert.deepEqual(
						places,
						places.toSorted((one, other) => one - other),
					);
					assert.equal(end, valueEnd);
				}
			}
		},
	);

	test('finds no fault in the translations of the sample tenant', () => {
		const texts = sampleConnectors(60).flatMap(({ translations }) =>
			Object.values(translations).map(bytes => new TextDecoder().decode(Buffer.from(bytes))),
		);
		assert.ok(texts.length > 100);
		for (const text of texts) {
			const { entries, problems } = parseProperties(text);
			assert.ok(entries.length > 0);
			assert.deepEqual(problems, []);
		}
	});

	test('takes time in proportion to the text (long)', () => {
		for (const bit of [
			'a=b\n',
			'a=\\u00fc\n',
			'a',
			'\\',
			'\\\n',
			'\\u',
			'\\u00\\\n ',
			'#',
			' ',
			'=',
			'a\\\n=\\\n',
			'\\u0\\\n\\\n',
		]) {
			const text = bit.repeat(Math.ceil(200_000 / bit.length));
			const before = performance.now();
			parseProperties(`x=${text}`);
			parseProperties(`${text}\\`);
			assert.ok(performance.now() - before < 2000, JSON.stringify(bit));
		}
	});
});
