import { seeded } from '../xml/mutants';

const bits = [
	...[
		'\\',
		'\\',
		'\\',
		'\n',
		'\n',
		'\n',
		'\r',
		'\r\n',
		' ',
		'\t',
		'\f',
		'=',
		':',
		'#',
		'!',
		'a',
		'b',
		'u',
		'0',
	],
	...[
		'ü',
		'😀',
		'\u00a0',
		'\u2028',
		'\v',
		'\\u00fc',
		'\\u00',
		'\\u003d',
		'\\ud83d\\ude00',
		'\\uD83D',
		'k=v\n',
	],
	...['key', '\\n', '\\t', '\\=', '\\\n  ', '\n\n# c\n', 'menuLabel_A=1\n', 'sectionInfo_B : 2\n', 'fc'],
];

/** Texts of which many are properties that nobody would write, and which say something nevertheless. */
export function* randomTexts(count: number, longest = 16): Generator<string, undefined> {
	for (let seed = 1; seed <= count; seed++) {
		const random = seeded(seed);
		const length = 1 + Math.floor(random() * longest);
		yield Array.from({ length }, () => bits[Math.floor(random() * bits.length)] ?? '').join('');
	}
}

/** The same with line ends of one kind only, as editors have them. */
export function* evenTexts(count: number, longest?: number): Generator<string, undefined> {
	let index = 0;
	for (const text of randomTexts(count, longest)) {
		yield text.replace(/\r\n|\r|\n/g, ['\n', '\r\n', '\r'][index++ % 3] ?? '');
	}
}
