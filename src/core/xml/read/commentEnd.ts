import type { TextRange } from '../../text/textEdit';
import type { Scanner } from './scanner';

/** What somebody may have written for `-->` at the end of a line or before a tag, such as `-- >` or `->`. */
const slip = /(?<![-–—])(?:(?:[-–—]+|-[ \t]+-)[ \t]*!?>|-{2,}(?:&gt;)?)(?=[ \t]*(?:[\r\n<]|$))/;

/** The same in a line of its own, where nothing else can be meant. */
const slipAlone = /(?<=^[ \t]{0,100})(?:--|(?:[-–—]+|-[ \t]+-)[ \t]*!?>)(?=[ \t]*$)/m;

/** A line that begins with a tag, and the line break before it. */
const tagLine = /(?:\r\n|\r|\n)[ \t]*<[/!?\p{L}_]/gu;

/** Where the next line that begins with a tag is parted from the one before it. */
export function tagLineStart(text: string, from: number): number {
	tagLine.lastIndex = from;
	return tagLine.exec(text)?.index ?? text.length;
}

/** Where the comment at `start` was to end, if its end is only misspelt: before the next comment. */
export function commentEndSlip(text: string, start: number): TextRange | undefined {
	const innerStart = start + 4;
	const next = text.indexOf('<!--', innerStart);
	const inner = text.slice(innerStart, next === -1 ? undefined : next);
	const found = slip.exec(inner.slice(0, tagLineStart(inner, 0))) ?? slipAlone.exec(inner);
	return found
		? { start: innerStart + found.index, end: innerStart + found.index + found[0].length }
		: undefined;
}

/**
 * Whether the `-->` at `close` ends another comment, which begins after this one and something between them. One within
 * this one has an end of its own behind it.
 */
export function isOpenComment(scanner: Scanner, start: number, close: number): boolean {
	const { text } = scanner;
	const other = scanner.find('<!--', start + 4);
	// The hyphens of `<!-->` are those of the end.
	if (other + 2 >= close || isNested(scanner, close + 3)) {
		return false;
	}
	return (
		/[\r\n]|<[/!?\p{L}_]/u.test(text.slice(start + 4, other)) || commentEndSlip(text, start) !== undefined
	);
}

/** Whether a comment ends behind `from` before one begins. */
function isNested(scanner: Scanner, from: number): boolean {
	return scanner.find('-->', from, 'behind a comment') < scanner.find('<!--', from, 'behind a comment');
}
