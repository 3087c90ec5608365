import type { TextEdit } from '../../../../src/core/text/textEdit';
import { below, oneOf, seeded } from '../../../seeds';

const bits = [
	...Array.from('<>/="\'&;#x!?-[]% \n\t:a1é|,()*\u0001\uFFFE😀\u00a0'),
	...['<!--', '-->', '--', '<![CDATA[', ']]>', '<?', '?>', '</', '/>', '&amp;', '&#x41;', '&#0;', '&lt'],
	...['&nbsp;', ' xmlns:p="u"', ' p:b="1"', '<!ENTITY e "x">', '&e;', '%pe;', '<a>', '</a>', '<b/>', '="'],
	...['" ', 'xml', '<?xml version="1.0"?>', '<!DOCTYPE a>'],
];

/** The text with one to three slips in it: something lost, added, overwritten, doubled or moved. */
export function mutant(text: string, seed: number): string {
	const random = seeded(seed);
	const characters = Array.from(text);
	for (let slips = 1 + below(random, 3); slips > 0; slips--) {
		const at = below(random, characters.length + 1);
		const length = 1 + below(random, 1 + below(random, 8));
		const bit = oneOf(random, bits);
		switch (below(random, 5)) {
			case 0:
				characters.splice(at, length);
				break;
			case 1:
				characters.splice(at, 0, ...Array.from(bit));
				break;
			case 2:
				characters.splice(at, bit.length, ...Array.from(bit));
				break;
			case 3: {
				const from = below(random, characters.length);
				characters.splice(at, 0, ...characters.slice(from, from + below(random, 20)));
				break;
			}
			default:
				characters.splice(below(random, characters.length), 0, ...characters.splice(at, length * 2));
		}
	}
	return characters.join('');
}

/** What people write in the place of a delimiter, now and then. */
const slips: readonly (readonly [right: RegExp, wrong: readonly string[]])[] = [
	[/-->/g, ['--', '-- >', '->', '- ->', '--!>', '—>', '>', '']],
	[/<!--/g, ['<!-', '<!—', '<--', '<! --', '<!---']],
	[/\]\]>/g, [']]', ']] >', ']>', '']],
	[/<!\[CDATA\[/g, ['<![CDATA', '<!CDATA[', '<[CDATA[', '<![cdata[', '<![CDTA[', '<! [CDATA[', '']],
	[/\?>/g, ['?', '>', '']],
	[/\]>/g, [']', '>', '']],
	[/(?<==)["']/g, ['', '“']],
	[/(?<==("|')[^"'<>]*)\1/g, ['', '”', '"']],
	[/\/>/g, ['/', '>', '/ >', '']],
	[/(?<![-/?\]])>/g, ['', '>>', ' <']],
	[/<\//g, ['<', '/', '< /']],
	[/<(?=\w)/g, ['', '< ', '<<']],
	[/=(?=["'])/g, ['', '==', ' ; = ']],
	[/&\w+;/g, ['&', '& ', '&x', '&;']],
	[/(?<=[\w"]) (?=\w+=")/g, ['', '\u00a0', ', ']],
	[/(?<=>)\s*(?=<)/g, ['<', '&', '<!--', '<![CDATA[', '</', '-->', ']]>', 'x']],
];

/** One slip that people make with a delimiter of a text; undefined if it has none of the kind that comes up. */
export function slipIn(text: string, seed: number): TextEdit | undefined {
	const random = seeded(seed);
	const [right, wrong] = oneOf(random, slips);
	const places = [...text.matchAll(right)];
	if (places.length === 0) {
		return undefined;
	}
	const found = oneOf(random, places);
	return { start: found.index, end: found.index + found[0].length, newText: oneOf(random, wrong) };
}
