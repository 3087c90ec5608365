import type { TextEdit } from '../../../../src/core/text/textEdit';

/** Numbers from 0 to 1, the same for the same seed. */
export function seeded(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

const bits = [
	...Array.from('<>/="\'&;#x!?-[]% \n\t:a1é|,()*\u0001\uFFFE😀\u00a0'),
	...['<!--', '-->', '--', '<![CDATA[', ']]>', '<?', '?>', '</', '/>', '&amp;', '&#x41;', '&#0;', '&lt'],
	...['&nbsp;', ' xmlns:p="u"', ' p:b="1"', '<!ENTITY e "x">', '&e;', '%pe;', '<a>', '</a>', '<b/>', '="'],
	...['" ', 'xml', '<?xml version="1.0"?>', '<!DOCTYPE a>'],
];

/** The text with one to three slips in it: something lost, added, overwritten, doubled or moved. */
export function mutant(text: string, seed: number): string {
	const random = seeded(seed);
	const below = (limit: number) => Math.floor(random() * limit);
	const characters = Array.from(text);
	for (let slips = 1 + below(3); slips > 0; slips--) {
		const at = below(characters.length + 1);
		const length = 1 + below(1 + below(8));
		const bit = bits[below(bits.length)] ?? '';
		switch (below(5)) {
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
				const from = below(characters.length);
				characters.splice(at, 0, ...characters.slice(from, from + below(20)));
				break;
			}
			default:
				characters.splice(below(characters.length), 0, ...characters.splice(at, length * 2));
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
	const any = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)];
	const [right, wrong] = any(slips)!;
	const found = any([...text.matchAll(right)]);
	return found && { start: found.index, end: found.index + found[0].length, newText: any(wrong)! };
}
