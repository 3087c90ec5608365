import { below, oneOf, seeded } from '../../../seeds';

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

/** A text of up to so many bits; many are properties that nobody would write, and which say something nevertheless. */
export function randomText(seed: number, longest = 16): string {
	const random = seeded(seed);
	return Array.from({ length: 1 + below(random, longest) }, () => oneOf(random, bits)).join('');
}

/** The same with line ends of one kind only, as editors have them. */
export function evenText(seed: number, longest?: number): string {
	return randomText(seed, longest).replace(/\r\n|\r|\n/g, ['\n', '\r\n', '\r'][seed % 3] ?? '');
}
