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
		const startLine = lines.lineAt(start);
		if (startLine < endLine) {
			folds.push({ startLine, endLine, isComment });
		}
	};
	const waiting = document.children.toReversed();
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (node.kind === 'element') {
			const startLine = lines.lineAt(node.start);
			if (startLine < lines.lineAt(node.end)) {
				const endLine = lastHiddenLine(document.text, lines, node);
				fold(node.start, endLine);
				if (startLine < lines.lineAt(node.startTagEnd)) {
					fold(node.startTagEnd, endLine); // With the attributes in sight.
				}
				node.children.toReversed().forEach(child => waiting.push(child));
			}
		} else if (node.kind !== 'text') {
			fold(node.start, lines.lineAt(node.end), node.kind === 'comment');
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
		return lines.lineAt(contentEnd(text, element.children, startTagEnd));
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
