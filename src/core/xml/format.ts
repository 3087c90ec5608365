import { Lines } from '../text/lines';
import type { TextEdit, TextRange } from '../text/textEdit';
import { Layout, type LayoutOptions, type LayoutScope } from './layout';
import { isWellFormed } from './problem';
import { nodeAt, type XmlDocument } from './tree';

/** Changes of white space that lay out a whole document; none if it is malformed. */
export function formatDocument(document: XmlDocument, options: LayoutOptions): readonly TextEdit[] {
	return layOut(document, options, everything, new Lines(document.text));
}

/** Changes of white space in the lines that a selection touches. */
export function formatRange(
	document: XmlDocument,
	range: TextRange,
	options: LayoutOptions,
): readonly TextEdit[] {
	const lines = new Lines(document.text);
	const firstLine = lines.positionAt(range.start).line;
	const last = lines.positionAt(range.end);
	// A selection of whole lines ends at the start of the one behind them.
	const isWholeLine = last.character === 0 && last.line > firstLine;
	const lastLine = isWholeLine ? last.line - 1 : last.line;
	return layOut(document, options, { firstLine, lastLine, indentationOnly: false }, lines);
}

/** Indents the tag whose `>` has just been typed before `offset`, or the lines around a line break that has been typed. */
export function formatTyped(
	document: XmlDocument,
	offset: number,
	character: string,
	options: LayoutOptions,
): readonly TextEdit[] {
	const lines = new Lines(document.text);
	const lastLine = lines.positionAt(offset).line;
	const tagStart = character === '>' ? startOfTag(document, offset) : undefined;
	if (character === '>' && tagStart === undefined) {
		return [];
	}
	const firstLine = tagStart === undefined ? Math.max(lastLine - 1, 0) : lines.positionAt(tagStart).line;
	return layOut(document, options, { firstLine, lastLine, indentationOnly: true, caret: offset }, lines);
}

const everything: LayoutScope = { firstLine: 0, lastLine: Infinity, indentationOnly: false };

function layOut(
	document: XmlDocument,
	options: LayoutOptions,
	scope: LayoutScope,
	lines: Lines,
): readonly TextEdit[] {
	return isWellFormed(document) ? new Layout(document, options, scope, lines).edits() : [];
}

function startOfTag(document: XmlDocument, end: number): number | undefined {
	const node = nodeAt(document, end - 1);
	if (node?.kind !== 'element') {
		return undefined;
	}
	const { startTagEnd, start, endTag } = node;
	return startTagEnd === end ? start : endTag?.end === end ? endTag.start : undefined;
}
