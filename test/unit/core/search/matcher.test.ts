import assert from 'node:assert/strict';
import { Matcher } from '../../../../src/core/search/matcher';
import { PatternError, type Pattern, type PatternProblem } from '../../../../src/core/search/pattern';
import { below, oneOf, seeded, seededTest } from '../../../seeds';

const plain: Pattern = { text: '', isRegExp: false, matchCase: false, wholeWord: false };
const text = (text: string, more: Partial<Pattern> = {}): Pattern => ({ ...plain, text, ...more });
const regExp = (text: string, more: Partial<Pattern> = {}): Pattern => ({
	...plain,
	text,
	isRegExp: true,
	...more,
});

/** The places of the matches, as `line:start-end`. */
function places(pattern: Pattern, document: string, most = 1000): string[] {
	return new Matcher(pattern).find(document, most).map(({ line, start, end }) => `${line}:${start}-${end}`);
}

function assertRefused(work: () => unknown, problem: PatternProblem, detail?: string): void {
	assert.throws(work, (error: PatternError) => {
		assert.equal(error.problem, problem);
		assert.equal(error.detail, detail ?? error.detail);
		return error instanceof PatternError;
	});
}

suite('Matching', () => {
	const cases: readonly (readonly [string, Pattern, string, readonly string[]])[] = [
		['a text is found wherever it is', text('ab'), 'ab cab\nxx\nab', ['0:0-2', '0:4-6', '2:0-2']],
		['matches do not overlap', text('aa'), 'aaaaa', ['0:0-2', '0:2-4']],
		[
			'no letter of a text is special',
			text('a.b*(c)[d]\\{1}^$|+?-#/'),
			'a.b*(c)[d]\\{1}^$|+?-#/',
			['0:0-22'],
		],
		['a dot of a text is no other character', text('a.b'), 'axb', []],
		['a space is a text', text(' '), 'a b', ['0:1-2']],
		['upper and lower case are the same', text('äÖß'), 'Äöß ÄÖẞ', ['0:0-3', '0:4-7']],
		['unless case is to match', text('Ab', { matchCase: true }), 'ab AB Ab', ['0:6-8']],
		['columns are those of UTF-16', text('x'), '😀x𝒳x', ['0:2-3', '0:5-6']],
		['half a character is not found', text('\uD83D'), '😀 \uD83D', ['0:3-4']],
		[
			'lines end as in an editor',
			text('x'),
			'x\r\nx\nx\rx\u2028x\u0085x',
			['0:0-1', '1:0-1', '2:0-1', '3:0-1', '3:2-3', '3:4-5'],
		],
		['an empty line counts', text('x'), '\r\n\r\n\n\rx', ['4:0-1']],
		[
			'a word stands alone',
			text('name', { wholeWord: true }),
			'name="a" names displayName my-name name_ a.name',
			['0:0-4', '0:30-34', '0:43-47'],
		],
		['letters of every script make a word', text('sch', { wholeWord: true }), 'schön ésch sch', ['0:11-14']],
		['what is no word needs not stand alone', text('="x"', { wholeWord: true }), 'a="x"b', ['0:1-5']],
		['a mark at one end does not', text('="x', { wholeWord: true }), 'a="x" a="xy"', ['0:1-4']],
		[
			'a word is one for each alternative',
			regExp('a|ab', { wholeWord: true }),
			'ab a cab',
			['0:0-2', '0:3-4'],
		],
		['a regular expression is one', regExp('n[ao]me'), 'name nome', ['0:0-4', '0:5-9']],
		['it does not cross lines', regExp('a[^b]*'), 'a x\ny b', ['0:0-3']],
		['nor does it find their ends', regExp('\\s'), 'a\r\nb c', ['1:1-2']],
		['^ and $ are those of the line', regExp('^x|x$'), 'xax\r\nx', ['0:0-1', '0:2-3', '1:0-1']],
		['a character is a code point', regExp('^.$'), '😀\nab', ['0:0-2']],
		['classes of Unicode are there', regExp('\\p{Lu}', { matchCase: true }), 'aÄ', ['0:1-2']],
		['a group can be referred to', regExp('(.)\\1', { wholeWord: true }), 'aa bab', ['0:0-2']],
		['lookbehind works', regExp('(?<=name=")\\w+'), 'name="abc"', ['0:6-9']],
	];
	for (const [what, pattern, document, expected] of cases) {
		test(what, () => assert.deepEqual(places(pattern, document), expected));
	}

	test('what is of no length is found once at each place', () => {
		assert.deepEqual(places(regExp('^'), 'a\n\nb'), ['0:0-0', '1:0-0', '2:0-0']);
		assert.deepEqual(places(regExp('$'), 'ab\r\nc'), ['0:2-2', '1:1-1']);
		assert.deepEqual(places(regExp('(?:)'), '😀'), ['0:0-0', '0:2-2']);
		assert.deepEqual(places(regExp('x*'), 'axx'), ['0:0-0', '0:1-3', '0:3-3']);
		assert.deepEqual(places(regExp('\\b'), 'ab'), ['0:0-0', '0:2-2']);
	});

	test('it stops at as many as are wanted, also within a line', () => {
		assert.deepEqual(places(text('a'), 'aa\naa', 3), ['0:0-1', '0:1-2', '1:0-1']);
		assert.deepEqual(places(text('a'), 'aa\naa', 0), []);
	});

	test('a match has its line; of a very long one, what is around it', () => {
		const [match] = new Matcher(text('b')).find('x\n  a b c\ny', 10);
		assert.deepEqual(match, { line: 1, start: 4, end: 5, text: '  a b c', offset: 0 });
		const [far] = new Matcher(text('b')).find(`${'a'.repeat(5000)}b${'c'.repeat(5000)}`, 10);
		assert.equal(far?.start, 5000);
		assert.equal(far.text.length, 1000);
		assert.equal(far.text[far.start - far.offset], 'b');
		const [whole] = new Matcher(regExp('.+')).find('a'.repeat(1_000_000), 10);
		assert.deepEqual([whole?.start, whole?.end, whole?.text.length], [0, 1_000_000, 1000]);
	});

	seededTest('many random texts: finds what a plain look through the lines finds', 300, seeds => {
		const bits = ['a', 'b', '.', '😀', '\n', '\r', '\r\n', ' ', '\u00e4'];
		for (const seed of seeds) {
			const random = seeded(seed);
			const some = (length: number) => Array.from({ length }, () => oneOf(random, bits)).join('');
			const document = some(below(random, 60));
			const wanted = some(1 + below(random, 2)).replace(/[\r\n]/g, 'a');
			const expected = document.split(/\r\n|[\r\n]/).flatMap((line, number) => {
				const found: string[] = [];
				for (let at = line.indexOf(wanted); at >= 0; at = line.indexOf(wanted, at + wanted.length)) {
					found.push(`${number}:${at}-${at + wanted.length}`);
				}
				return found;
			});
			assert.deepEqual(places(text(wanted, { matchCase: true }), document), expected);
		}
	});

	test('a text of 10 MB takes a moment', () => {
		const line = '\t<Field name="abc" displayName="Some thing" type="text" required="true"/>\r\n';
		const document = line.repeat(10_000_000 / line.length);
		const start = performance.now();
		assert.equal(places(text('nowhere'), document).length, 0);
		assert.ok(performance.now() - start < 5000);
	});
});

suite('A pattern', () => {
	for (const [source, detail] of [
		['(', 'Unterminated group'],
		['[a', 'Unterminated character class'],
		['*', 'Nothing to repeat'],
		['a{2,1}', 'numbers out of order in {} quantifier'],
		['\\-', 'Invalid escape'],
		['a)(b', "Unmatched ')'"],
		['/u: (', 'Unterminated group'],
		['\\', '\\ at end of pattern'],
	] as const) {
		test(`${source} is no regular expression, and it says why`, () => {
			assertRefused(() => new Matcher(regExp(source)), 'malformed', detail);
			assertRefused(() => new Matcher(regExp(source, { wholeWord: true })), 'malformed', detail);
		});
	}

	test('of nothing, of several lines, or of very many characters is refused', () => {
		assertRefused(() => new Matcher(text('')), 'empty');
		assertRefused(() => new Matcher(regExp('')), 'empty');
		assertRefused(() => new Matcher(text('a\nb')), 'several-lines');
		assertRefused(() => new Matcher(text('a'.repeat(20_000))), 'too-long');
	});

	for (const [source, document, time] of [
		['(a+)+$', `${'a'.repeat(50)}!`, 200],
		['(a*)*b', 'a'.repeat(50), 200],
		['^(\\w+\\s?)*$', `${'word '.repeat(30)}!`, 200],
		['(.*)*\\1z', 'a'.repeat(200_000), 200],
		['((x*)*)*y', 'x'.repeat(40), 200],
		['(\\p{L}+)+!', 'ä'.repeat(40), 200],
		['(?:a|b|(c))*z', 'a'.repeat(20_000_000), 20_000],
	] as const) {
		test(`like ${source} is ended in time, and others go on (long)`, () => {
			const matcher = new Matcher(regExp(source), time);
			const start = performance.now();
			assertRefused(() => matcher.find(document, 10), 'too-slow');
			assert.ok(performance.now() - start < 5000, `${performance.now() - start} ms`);
			assert.ok(matcher.find('', 10).length <= 1);
			assert.deepEqual(places(text('b'), 'abc'), ['0:1-2']);
		});
	}

	test('that is long, or nested deeply, is either taken or refused (long)', () => {
		for (const source of [
			'((a{1000}){1000}){1000}',
			'('.repeat(5000) + ')'.repeat(5000),
			'a|'.repeat(5000),
			'\\p{L}'.repeat(2000),
		]) {
			try {
				new Matcher(regExp(source)).find('aaa', 10);
			} catch (error) {
				assert.ok(error instanceof PatternError);
			}
		}
	});
});
