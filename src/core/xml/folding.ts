import type { Lines } from '../text/lines';
import { isSpace } from './characters';
import type { XmlDocument, XmlElement, XmlNode } from './tree';

/** Lines of which all but the first can be hidden. */
export interface Fold {
	readonly startLine: number;
	/** The last line that is hidden. */
	readonly endLine: number;
	readonly isComment: boolean;
}

/** What can be folded in a document. The line of an end tag remains, if it begins with it. */
export function foldsOf(document: XmlDocument, lines: Lines): readonly Fold[] {
	const folds: Fold[] = [];
	const fold = (start: number, endLine: number, isComment = false) => {
		const startLine = lines.positionAt(start).line;
		if (startLine < endLine) {
			folds.push({ startLine, endLine, isComment });
		}
	};
	const open = [document.children.values()];
	for (let nodes = open.at(-1); nodes; nodes = open.at(-1)) {
		const { value: node, done } = nodes.next();
		if (done) {
			open.pop();
		} else if (node.kind === 'element') {
			const startLine = lines.positionAt(node.start).line;
			if (startLine < lines.positionAt(node.end).line) {
				const endLine = lastHiddenLine(document.text, lines, node);
				fold(node.start, endLine);
				if (startLine < lines.positionAt(node.startTagEnd).line) {
					fold(node.startTagEnd, endLine); // With the attributes in sight.
				}
			}
			if (node.children.length > 0) {
				open.push(node.children.values());
			}
		} else if (node.kind !== 'text') {
			fold(node.start, lines.positionAt(node.end).line, node.kind === 'comment');
		}
	}
	return folds;
}

function lastHiddenLine(text: string, lines: Lines, element: XmlElement): number {
	const { endTag, startTagEnd, start, selfClosing, startTagClosed } = element;
	if (endTag) {
		return lineBefore(text, lines, endTag.start);
	}
	if (element.children.length > 0) {
		return lines.positionAt(contentEnd(text, element.children, startTagEnd)).line;
	}
	const closing = startTagEnd - (selfClosing ? 2 : startTagClosed ? 1 : 0);
	return lineBefore(text, lines, Math.max(closing, start));
}

/** The line in which something stands, or the one before it if nothing stands to its left. */
function lineBefore(text: string, lines: Lines, offset: number): number {
	const { line, character } = lines.positionAt(offset);
	return text.slice(offset - character, offset).trim() === '' ? line - 1 : line;
}

/** Where the content of an element without an end tag ends, without the white space behind it. */
function contentEnd(text: string, children: readonly XmlNode[], startTagEnd: number): number {
	let end = children.at(-1)?.end ?? startTagEnd;
	while (end > startTagEnd && isSpace(text.charCodeAt(end - 1))) {
		end--;
	}
	return end;
}
