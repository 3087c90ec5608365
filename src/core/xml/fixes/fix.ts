import { applyEdits, type TextEdit, type TextRange } from '../../text/textEdit';
import { isSpace } from '../characters';
import { parseXml } from '../parse';
import type { XmlDocument } from '../tree';

/** A way out of a problem: its edits, and what a title says of them. */
export interface XmlFix {
	readonly code: 'insert' | 'replace' | 'remove' | 'insert-space' | 'remove-space' | 'wrap';
	/** What is inserted or removed, what takes the place of something, or the name of the element whose text is wrapped. */
	readonly what: string;
	readonly edits: readonly TextEdit[];
}

export function inserting(at: number, what: string, newText = what): XmlFix {
	return { code: 'insert', what, edits: [{ start: at, end: at, newText }] };
}

export function replacing({ start, end }: TextRange, newText: string): XmlFix {
	return { code: 'replace', what: newText, edits: [{ start, end, newText }] };
}

/** `what` may be less than what is removed, such as white space around it. */
export function removing(text: string, { start, end }: TextRange, what = text.slice(start, end)): XmlFix {
	return { code: 'remove', what, edits: [{ start, end, newText: '' }] };
}

export function removingSpace({ start, end }: TextRange): XmlFix {
	return { code: 'remove-space', what: ' ', edits: [{ start, end, newText: '' }] };
}

/** Puts a space in the place of what only looks like one. */
export function spacing(range: TextRange): XmlFix {
	return { ...replacing(range, ' '), code: 'insert-space' };
}

/** The fix behind which the fewest problems remain; the first of several. */
export function best({ text }: XmlDocument, fixes: readonly XmlFix[]): readonly XmlFix[] {
	const judged = fixes.map(fix => ({
		fix,
		problems: parseXml(applyEdits(text, fix.edits)).problems.length,
	}));
	const [first] = judged.sort((one, other) => one.problems - other.problems);
	return first ? [first.fix] : [];
}

/** Where the white space begins that stands before `at`. */
export function spaceStart(text: string, at: number, from = 0): number {
	while (at > from && isSpace(text.charCodeAt(at - 1))) {
		at--;
	}
	return at;
}

/** Takes something away, with its line, if nothing else stands there. */
export function removalOf(text: string, { start, end }: TextRange): TextEdit {
	const before = /(?:\r\n|\r|\n)[ \t]*$/.exec(text.slice(Math.max(0, start - 500), start))?.[0];
	const isAlone = before !== undefined && /^[ \t]*(?:[\r\n]|$)/.test(text.slice(end, end + 500));
	return { start: isAlone ? start - before.length : start, end, newText: '' };
}
