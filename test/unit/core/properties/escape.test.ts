import assert from 'node:assert/strict';
import {
	escapeEdits,
	escapeKey,
	escapeValue,
	plainSpelling,
	rawLetters,
	spellingOf,
	unescapeEdits,
} from '../../../../src/core/properties/escape';
import { rawRanges, valueOffsets } from '../../../../src/core/properties/offsets';
import { parseProperties } from '../../../../src/core/properties/parse';
import { applyEdits, type TextRange } from '../../../../src/core/text/textEdit';
import { seededTest } from '../../../seeds';
import { randomText } from './randomTexts';

const pairs = (text: string) => parseProperties(text).entries.map(({ key, value }) => [key, value]);

const escaped = (text: string, range?: TextRange) =>
	applyEdits(text, escapeEdits(parseProperties(text), range));
const unescaped = (text: string, range?: TextRange) =>
	applyEdits(text, unescapeEdits(parseProperties(text), range));

suite('Escapes of properties', () => {
	test('keys and values read as they were before they were escaped', () => {
		for (const text of [
			'',
			'a b',
			' a ',
			'  ',
			'=',
			'a=b:c',
			'#a',
			'!a',
			'\\',
			'\\u00fc',
			'\t\n\r\f',
			'\0\u2028',
			'ü😀',
			'\ud83d',
		]) {
			for (const ascii of [true, false]) {
				const spelling = { ascii, smallDigits: false };
				const line = `${escapeKey(text, spelling)}=${escapeValue(text, spelling)}`;
				assert.deepEqual(pairs(line), [[text, text]], line);
				assert.ok(!ascii || /^[ -~]*$/.test(line), line);
			}
		}
	});

	test('leave what need not be escaped', () => {
		assert.equal(escapeValue('a = b: #1! „ü“ <br> C:\\', plainSpelling), 'a = b: #1! „ü“ <br> C:\\\\');
		assert.equal(escapeValue('ü😀', { ascii: true, smallDigits: false }), '\\u00FC\\uD83D\\uDE00');
		assert.equal(escapeKey('Größe der Seite', plainSpelling), 'Größe\\ der\\ Seite');
	});

	test('are as most entries have them', () => {
		const lines = (count: number, line: (index: number) => string) =>
			[...Array(count).keys()].map(index => `${line(index)}\n`).join('');
		const escapes = lines(20, index => `k${index}=\\u00fcber`);
		assert.ok(spellingOf(parseProperties(`${escapes}l=Größe und Länge und Höhe`)).ascii);
		assert.ok(spellingOf(parseProperties(`a=${'\\u00e4'.repeat(114)}ö`)).ascii);
		assert.ok(!spellingOf(parseProperties(`a=\\u00fc\n${lines(3, index => `k${index}=é`)}`)).ascii);
		assert.ok(!spellingOf(parseProperties('a=Qu’est-ce\nb=Prix\\u00a0: 5\nc=Nom\\u00a0: x')).ascii);
		assert.ok(!spellingOf(parseProperties('a=C:\\\\u00fc\nb=C:\\\\u00fc\nc=é')).ascii);
		assert.ok(spellingOf(parseProperties('a=ü\nb=\\u00fc'), [parseProperties('c=\\u00e9')]).ascii);
		assert.ok(spellingOf(parseProperties('a=\\u20AC\nb=\\u20ac\\u20ac')).smallDigits);
	});

	test('lack where a raw letter stands among escaped ones', () => {
		const raw = (text: string) =>
			rawLetters(parseProperties(text)).map(({ start, end }) => text.slice(start, end));
		assert.deepEqual(raw('# ö\na=\\u00fc\nb=\\u00fc\nc=Größe für\n'), ['öße fü']);
		assert.deepEqual(raw('a=\\u00fc\\u00fc ö'), ['ö']);
		assert.deepEqual(raw('a=\\u00fc\nb=\\u00fc\nö=1\r\n'), ['ö']);
		assert.deepEqual(raw('a=\\u00fc\nb=ö'), []);
		assert.deepEqual(raw('a=ü\nb=ö'), []);
		assert.deepEqual(raw('a=\\u00fc\nb=\\u00fc'), []);
	});

	test('are as the document has them', () => {
		assert.ok(spellingOf(parseProperties('# ü\na=\\u00fc')).ascii);
		assert.ok(!spellingOf(parseProperties('a=b')).ascii);
		assert.ok(!spellingOf(parseProperties('a=\\u00fc\nb=ü')).ascii);
		assert.ok(spellingOf(parseProperties('a=\\u20ac')).smallDigits);
		assert.ok(!spellingOf(parseProperties('a=\\u20AC\nb=\\u20ac')).smallDigits);
	});

	test('of a document that has none are as in the others beside it', () => {
		const others = [parseProperties('a=b'), parseProperties('a=\\u00fc'), parseProperties('a=ü')];
		assert.ok(spellingOf(parseProperties('a=b'), others).ascii);
		assert.ok(!spellingOf(parseProperties('a=é'), others).ascii);
	});

	test('replace what is not ASCII in keys and values, and nothing in comments', () => {
		assert.equal(
			escaped('# ü\nschön=ö\\ü \\\n  😀é'),
			'# ü\nsch\\u00F6n=\\u00F6\\u00FC \\\n  \\uD83D\\uDE00\\u00E9',
		);
		assert.deepEqual(escapeEdits(parseProperties('a=b\\u00fc')), []);
	});

	test('are undone where the character can be seen and means itself', () => {
		assert.equal(unescaped('sch\\u00f6n=\\u00F6\\ud83d\\ude00 \\u0041\\u003cbr\\u003e'), 'schön=ö😀 A<br>');
		assert.equal(unescaped('a=\\u00\\\n  fc'), 'a=ü');
		assert.equal(unescaped('a=x\\u003dy'), 'a=x=y');
		for (const text of [
			'a=\\u0020b\\u00a0\\u200b\\ufeff\\u2028', // Nobody would see them.
			'a=\\u000a\\u0000\\t\\n\\\\\\u005c',
			'a\\u003d\\u003a\\u0023\\u0021=b',
			'a \\u003db',
			'a=\\ud83dx\\ude00', // Halves of characters.
			'\\ud83d=\\ude00',
			'a=\\u00\\u0041', // The A would be taken for a digit.
			'# \\u00fc',
		]) {
			assert.equal(unescaped(text), text);
		}
	});

	test('change in the given range only', () => {
		assert.equal(escaped('a=üüü\nb=ü', { start: 3, end: 4 }), 'a=ü\\u00FCü\nb=ü');
		assert.equal(escaped('a=üxü', { start: 3, end: 3 }), 'a=\\u00FCxü');
		assert.equal(unescaped('a=\\u00fc\\u00fc\nb=\\u00fc', { start: 9, end: 9 }), 'a=\\u00fcü\nb=\\u00fc');
		assert.equal(unescaped('a=\\u00fc\\u00fc', { start: 2, end: 8 }), 'a=ü\\u00fc');
		assert.equal(unescaped('a=\\u00\\u0041\\u0042', { start: 12, end: 18 }), 'a=\\u00\\u0041B');
	});

	seededTest('never change what is read', 5000, seeds => {
		let changed = 0;
		for (const seed of seeds) {
			const text = randomText(seed);
			const before = pairs(text);
			const document = parseProperties(text);
			const third = { start: Math.floor(text.length / 3), end: Math.floor((text.length * 2) / 3) };
			for (const range of [undefined, third]) {
				for (const edits of [escapeEdits(document, range), unescapeEdits(document, range)]) {
					changed += edits.length;
					assert.deepEqual(pairs(applyEdits(text, edits)), before, JSON.stringify(text));
				}
			}
			const ascii = parseProperties(escaped(text));
			for (const { start, end } of ascii.entries) {
				assert.match(ascii.text.slice(start, end), /^[\0-\x7f]*$/);
			}
		}
		assert.ok(changed > 5000);
	});
});

suite('Offsets in values of properties', () => {
	const first = (text: string) => {
		const document = parseProperties(text);
		return { document, entry: document.entries[0]! };
	};

	test('are where each character is written', () => {
		const { document, entry } = first('a=x\\u00fc\\\n  y\\n');
		assert.equal(entry.value, 'xüy\n');
		assert.deepEqual(valueOffsets(document, entry), [2, 3, 13, 14, 16]);
		const empty = first('a=');
		assert.deepEqual(valueOffsets(empty.document, empty.entry), [2]);
	});

	test('give the written form of a part of the value', () => {
		const { document, entry } = first('a=x\\u00fc\\\n  y\\n z');
		const written = (start: number, end: number) => {
			const range = rawRanges(document, entry)({ start, end });
			return document.text.slice(range.start, range.end);
		};
		assert.equal(written(0, 1), 'x');
		assert.equal(written(1, 2), '\\u00fc');
		assert.equal(written(0, 2), 'x\\u00fc');
		assert.equal(written(1, 3), '\\u00fc\\\n  y');
		assert.equal(written(3, 5), '\\n ');
		assert.equal(written(5, 99), 'z');
		assert.equal(written(2, 2), '');
	});

	seededTest('give a written form that reads as the part does', 5000, seeds => {
		for (const seed of seeds) {
			const text = randomText(seed);
			const document = parseProperties(text);
			for (const entry of document.entries) {
				const rangeOf = rawRanges(document, entry);
				for (let start = 0; start < entry.value.length; start++) {
					const range = rangeOf({ start, end: entry.value.length });
					const raw = text.slice(range.start, range.end);
					assert.deepEqual(pairs(`a=${escapeFirstSpace(raw)}`), [['a', entry.value.slice(start)]], text);
				}
			}
		}
	});
});

/** White space in front is no part of a value. */
function escapeFirstSpace(raw: string): string {
	return raw.replace(/^[ \t\f]/, '\\$&').replace(/^\\t/, '\\t');
}
