import type { Lines } from '../text/lines';
import type { TextEdit, TextRange } from '../text/textEdit';
import { isSpace } from './characters';
import type { XmlDocument, XmlElement, XmlNode } from './tree';
import { attributeText } from './values';

export interface LayoutOptions {
	/** One step of indentation. */
	readonly unit: string;
	readonly lineEnd: string;
	/** Whether elements of a name hold nothing but elements, so that white space in an empty one means nothing. */
	readonly holdsElements?: (name: string) => boolean;
}

/** The lines that may be changed. */
export interface LayoutScope {
	readonly firstLine: number;
	readonly lastLine: number;
	/** No line break is added or removed. */
	readonly indentationOnly: boolean;
	/** The caret, whose line is indented even if it is empty. */
	readonly caret?: number;
}

/** What stands side by side, and the white space before the first and behind the last of it. */
interface Content {
	readonly nodes: readonly XmlNode[];
	readonly start: number;
	readonly end: number;
	/** Of what stands in it. */
	readonly indent: string;
	/** Of the end tag behind it; undefined at the end of the document. */
	readonly endIndent: string | undefined;
}

/** Deeper elements are not indented further: the white space alone would outgrow every text. */
const widest = 400;

/** Lays out white space that means nothing: between tags where there is no text, and inside of tags. */
export class Layout {
	private readonly found: TextEdit[] = [];
	private readonly open: Content[] = [];

	constructor(
		private readonly document: XmlDocument,
		private readonly options: LayoutOptions,
		private readonly scope: LayoutScope,
		private readonly lines: Lines,
	) {}

	edits(): readonly TextEdit[] {
		const { children: nodes, text } = this.document;
		const start = text.startsWith('\uFEFF') ? 1 : 0;
		this.open.push({ nodes, start, end: text.length, indent: '', endIndent: undefined });
		for (let content = this.open.pop(); content; content = this.open.pop()) {
			this.layOutContent(content);
		}
		return this.found.sort((one, other) => one.start - other.start);
	}

	private layOutContent({ nodes, start, end, indent, endIndent }: Content): void {
		let at = start;
		for (const node of nodes) {
			if (node.kind === 'text') {
				continue;
			}
			const isFirstOfAll = endIndent === undefined && at === start;
			if (isFirstOfAll) {
				this.change(at, node.start, '', this.isIndented(at, node.start));
			} else if (node.kind !== 'comment' || this.breaksIn(at, node.start) > 0) {
				this.layOutGap(at, node.start, indent, indent);
			}
			if (node.kind === 'element') {
				this.layOutElement(node, this.isLaidOut(at, node.start) ? indent : this.writtenIndent(node.start));
			}
			at = node.end;
		}
		if (endIndent !== undefined) {
			this.layOutGap(at, end, endIndent, indent);
		} else {
			this.change(at, end, this.breaksIn(at, end) > 0 ? this.options.lineEnd : '', false);
		}
	}

	private layOutElement(element: XmlElement, indent: string): void {
		const { unit, holdsElements } = this.options;
		const inner = indent.length < widest ? indent + unit : indent;
		this.layOutStartTag(element, indent, inner);
		const { endTag, children: nodes, startTagEnd: start } = element;
		if (endTag) {
			this.change(endTag.nameStart + endTag.name.length, endTag.end - 1, '', false);
			if (hasOnlyElements(this.document.text, element, holdsElements)) {
				this.open.push({ nodes, start, end: endTag.start, indent: inner, endIndent: indent });
			}
		}
	}

	/** Lines stay as they are broken. */
	private layOutStartTag(element: XmlElement, indent: string, inner: string): void {
		const { nameStart, name, attributes, startTagEnd, selfClosing } = element;
		let at = nameStart + name.length;
		for (const { start, end } of attributes) {
			this.layOutInTag(at, start, ' ', inner);
			at = end;
		}
		const close = startTagEnd - (selfClosing ? 2 : 1);
		this.layOutInTag(at, close, selfClosing && at < close ? ' ' : '', indent);
	}

	private layOutInTag(start: number, end: number, space: string, indent: string): void {
		const lineStart = this.lastLineStart(start, end);
		if (lineStart === undefined) {
			this.change(start, end, space, false);
		} else {
			this.change(start, lineStart, this.options.lineEnd, false);
			this.change(lineStart, end, indent, true);
		}
	}

	/** Puts what stands behind white space on a line of its own; one empty line may stay before it. */
	private layOutGap(start: number, end: number, indent: string, emptyIndent: string): void {
		const { lineEnd } = this.options;
		const lineStart = this.lastLineStart(start, end);
		if (lineStart === undefined) {
			this.change(start, end, lineEnd + indent, false);
			return;
		}
		this.change(start, lineStart, this.breaksIn(start, end) > 1 ? lineEnd + lineEnd : lineEnd, false);
		this.change(lineStart, end, indent, true);
		const { caret = -1 } = this.scope;
		if (start < caret && caret < lineStart) {
			this.indentEmptyLine(start, caret, emptyIndent);
		}
	}

	private indentEmptyLine(gapStart: number, caret: number, indent: string): void {
		const { text } = this.document;
		const start = caret - this.lines.positionAt(caret).character;
		let end = caret;
		while (text[end] === ' ' || text[end] === '\t') {
			end++;
		}
		if (start > gapStart) {
			this.change(start, end, indent, true);
		}
	}

	private change(start: number, end: number, newText: string, isIndentation: boolean): void {
		const { firstLine, lastLine, indentationOnly } = this.scope;
		const { text } = this.document;
		const edit = isBlank(text, { start, end }) ? smallest(text, { start, end, newText }) : undefined;
		if (
			edit &&
			(isIndentation || !indentationOnly) &&
			this.lineOf(edit.start) >= firstLine &&
			this.lineOf(edit.end) <= lastLine
		) {
			this.found.push(edit);
		}
	}

	/** Whether what stands behind the white space is put where it belongs. */
	private isLaidOut(start: number, end: number): boolean {
		const { firstLine, lastLine, indentationOnly } = this.scope;
		const line = this.lineOf(end);
		return firstLine <= line && line <= lastLine && (!indentationOnly || this.isIndented(start, end));
	}

	/** Whether white space ends with the indentation of a line. */
	private isIndented(start: number, end: number): boolean {
		return start === 0 || this.breaksIn(start, end) > 0;
	}

	/** The white space with which the line of `offset` begins. */
	private writtenIndent(offset: number): string {
		const start = offset - this.lines.positionAt(offset).character;
		return /^[ \t]*/.exec(this.document.text.slice(start, start + widest))?.[0] ?? '';
	}

	private lastLineStart(start: number, end: number): number | undefined {
		const { character } = this.lines.positionAt(end);
		return end - character > start ? end - character : undefined;
	}

	private breaksIn(start: number, end: number): number {
		return this.lineOf(end) - this.lineOf(start);
	}

	private lineOf(offset: number): number {
		return this.lines.positionAt(offset).line;
	}
}

/**
 * Whether an element's white space means nothing: other elements stand in it. Without them the white space may be a value, but
 * for line breaks beside a comment or in an element that is known to hold elements.
 */
function hasOnlyElements(
	text: string,
	element: XmlElement,
	holdsElements: LayoutOptions['holdsElements'],
): boolean {
	const { children, name } = element;
	const texts = children.filter(({ kind }) => kind === 'text' || kind === 'cdata');
	return (
		texts.every(node => node.kind === 'text' && isBlank(text, node)) &&
		attributeText(text, element, 'xml:space') !== 'preserve' &&
		(children.some(({ kind }) => kind === 'element') ||
			(texts.length > 0 &&
				(texts.length < children.length || holdsElements?.(name) === true) &&
				texts.every(node => isBroken(text, node))))
	);
}

function isBlank(text: string, { start, end }: TextRange): boolean {
	let at = start;
	while (at < end && isSpace(text.charCodeAt(at))) {
		at++;
	}
	return at === end;
}

function isBroken(text: string, { start, end }: TextRange): boolean {
	return /[\r\n]/.test(text.slice(start, end));
}

/** Only what changes; undefined if nothing does. */
function smallest(text: string, { start, end, newText }: TextEdit): TextEdit | undefined {
	let newStart = 0;
	let newEnd = newText.length;
	while (start < end && newStart < newEnd && text[start] === newText[newStart]) {
		start++;
		newStart++;
	}
	while (end > start && newEnd > newStart && text[end - 1] === newText[newEnd - 1]) {
		end--;
		newEnd--;
	}
	return start === end && newStart === newEnd
		? undefined
		: { start, end, newText: newText.slice(newStart, newEnd) };
}
