import { indentBefore } from '../../text/lines';
import { spaceEnd } from '../characters';
import { spaceStart } from './fix';
import type { XmlElement } from '../tree';

/** Where an end tag is to be written, and the line break and the indentation before it. */
export interface EndTagPlace {
	readonly at: number;
	readonly before: string;
}

/**
 * Where the end tag belongs that an element lacks: behind what is indented deeper than the element; behind what
 * stands in the line of its start tag, if that is not the first in its line.
 */
export function endTagPlace(text: string, element: XmlElement): EndTagPlace {
	const { start, startTagEnd } = element;
	const indent = indentBefore(text, start);
	const deeper = spaceStart(text, contentEnd(text, element, indent), startTagEnd);
	const at =
		deeper === startTagEnd && indent !== undefined && isFlat(text, element, indent)
			? spaceStart(text, nextAlike(element), startTagEnd)
			: deeper;
	// A comment without an end reaches to the end of its line.
	const isInComment = element.children.some(
		({ kind, closed, end }) => kind === 'comment' && !closed && end === at,
	);
	const lineBreak = /\r\n|\r|\n/.exec(text.slice(startTagEnd, isInComment ? undefined : at))?.[0];
	const isInLine = lineBreak === undefined || indent === undefined;
	return { at, before: isInLine && !isInComment ? '' : (lineBreak ?? '\n') + (indent ?? '') };
}

/** Whether indentation says nothing of what is in an element: it is no further in than what it is in itself. */
function isFlat(text: string, { parent }: XmlElement, indent: string): boolean {
	return parent !== undefined && indentBefore(text, parent.start) === indent;
}

/** Where the next one of its name begins, or else its parent ends. */
function nextAlike({ name, children, end }: XmlElement): number {
	return children.find(child => child.kind === 'element' && child.name === name)?.start ?? end;
}

function contentEnd(text: string, element: XmlElement, indent: string | undefined): number {
	const { startTagEnd, end, children } = element;
	const nodes = children.values();
	let node = nodes.next();
	for (const { 0: lineBreak, index } of text.slice(startTagEnd, end).matchAll(/\r\n|\r|\n/g)) {
		const lineEnd = startTagEnd + index;
		const lineStart = lineEnd + lineBreak.length;
		while (!node.done && node.value.end <= lineEnd) {
			node = nodes.next();
		}
		const isInside = !node.done && node.value.kind !== 'text' && node.value.start < lineEnd;
		const first = spaceEnd(text, lineStart);
		const isBlank = first >= end || /[\r\n]/.test(text.slice(lineStart, first));
		if (!isInside && !isBlank && (indent === undefined || first - lineStart <= indent.length)) {
			return lineEnd;
		}
	}
	return end;
}
