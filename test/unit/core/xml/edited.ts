import { parseXml } from '../../../../src/core/xml/parse';
import { elementsOf } from '../../../../src/core/xml/tree';
import { below, oneOf, type Random } from '../../../seeds';
import { mutant } from './mutants';

/** What one does to a document: what leaves it well-formed, what is half-typed, and slips. */
export function edited(text: string, random: Random, seed: number): string {
	const places = [...text.matchAll(/(?<==")(?=[^"<>]*"[^<>]*>)|(?<=>)|(?=<)/g)].map(({ index }) => index);
	const at = oneOf(random, [...places, text.length]);
	const insert = (written: string) => text.slice(0, at) + written + text.slice(at);
	switch (below(random, 7)) {
		case 0:
			return mutant(text, seed);
		case 1: {
			const elements = elementsOf(parseXml(text)).slice(1);
			const { start, end } = elements.length > 0 ? oneOf(random, elements) : { start: 0, end: 0 };
			const removed = text.slice(start, end);
			return text.slice(0, start) + (below(random, 2) ? removed + removed : '') + text.slice(end);
		}
		case 2:
			return insert(oneOf(random, halfTyped));
		default:
			return insert(oneOf(random, text[at - 1] === '"' ? ['x', ' ', '\n', '&amp;'] : ordinary));
	}
}

const halfTyped = [
	...[
		'<F',
		'<Field name="',
		'<Field name',
		'</',
		'<',
		'&',
		'<!--',
		'<!-- x',
		'<![CDATA[',
		'<?x',
		']]>',
		'x" ',
	],
	...['if (a < b && c) { x(); }', '<a:b/>', '<a xmlns:p="u">', '&nbsp;', '<<<<<<< x', '\u0001', '\ud83d'],
];
const ordinary = [
	'\n',
	' ',
	'text',
	'<!-- x -->',
	'<a b="c"/>',
	'<a>\n</a>',
	'<![CDATA[ < ]]>',
	'&lt;',
	'😀',
];
