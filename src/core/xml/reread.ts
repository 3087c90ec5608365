import type { TextRange } from '../text/textEdit';
import { mayBeIllegal } from './characters';
import { parseXml } from './parse';
import { inOrder, mostProblems, type XmlProblem } from './problem';
import type { BuildingElement } from './read/building';
import { Content } from './read/content';
import { mergeConflictIn } from './read/mergeConflict';
import { moved, movedEndTag } from './read/moved';
import { isOfNamespaces } from './read/namespaces';
import { Scanner } from './read/scanner';
import { unescapedCode } from './read/unescapedCode';
import { firstFrom, type XmlDocument, type XmlElement, type XmlNode } from './tree';

/** Deeper documents are read anew. */
const deepest = 100;

/** Gives what `parseXml` gives, faster for a text that differs in one place from one that has been read without problems. */
export function reread(before: XmlDocument | undefined, text: string): XmlDocument {
	return (before && readAround(before, text)) ?? parseXml(text);
}

/**
 * Begins in the innermost element around the change, with the node that it touches. As soon as it comes to where a node or an
 * end tag began before, in the same elements, all that follows is the same. Undefined if more than that matters.
 */
function readAround(before: XmlDocument, text: string): XmlDocument | undefined {
	const { root } = before;
	if (!root || before.problems.length > 0) {
		return undefined;
	}
	const { start, end, by } = difference(before.text, text);
	const path = elementsAround(root, { start, end });
	const isOdd =
		mayBeIllegal.test(text.slice(Math.max(0, start - 1), end + by + 1)) ||
		(mayBeMarker.test(linesAround(text, start, end + by)) && mergeConflictIn(text) !== undefined);
	if (path.length === 0 || path.length > deepest || isOdd) {
		return undefined;
	}
	const problems: XmlProblem[] = [];
	const scanner = new Scanner(text);
	let refersToEntity = false;
	const content = new Content({
		scanner,
		report: problem => problems.push(problem),
		refer: () => (refersToEntity = true),
		isDeclared: () => false,
	});
	const { elements } = content;
	const open = path.map((element, level) => {
		const copy = reopened(element);
		elements.begin(copy, false);
		const { children, startTagEnd } = element;
		const next = path[level + 1];
		const first = next ? children.indexOf(next) : Math.max(0, firstFrom(children, start) - 1);
		children.slice(0, first).forEach(child => elements.add(moved(child, 0)));
		scanner.at = children[first]?.start ?? startTagEnd;
		return copy;
	});
	const innermost = () => (elements.current ? open.lastIndexOf(elements.current) : -1);
	while (scanner.at - by < end || !somethingBegins(path[innermost()], scanner.at - by)) {
		if (!elements.current || scanner.atEnd) {
			return undefined;
		}
		content.readNext();
	}
	const at = scanner.at - by;
	for (const { children, endTag } of path.slice(0, innermost() + 1).toReversed()) {
		children.slice(firstFrom(children, at)).forEach(child => elements.add(moved(child, by)));
		if (endTag) {
			elements.end(movedEndTag(endTag, by), false);
		}
	}
	const nodes = before.children.map(child =>
		child === root ? open[0] : moved(child, child.start < root.start ? 0 : by),
	) as readonly XmlNode[];
	const document = { text, children: nodes, root: open[0] as XmlElement, problems: problems.sort(inOrder) };
	// What these mean is a matter of the whole document.
	const isOpen =
		elements.hasUnclosed || refersToEntity || [...scanner.names].some(name => isOfNamespaces({ name }));
	return isOpen || (problems.length > 0 && !isSurelyMeantSo(document)) ? undefined : document;
}

/** What git leaves of a merge stands in lines of its own. */
const mayBeMarker = /<{7}|\|{7}|={7}|>{7}/;

/** A part of a text, with the whole lines in which it begins and ends. */
function linesAround(text: string, start: number, end: number): string {
	const behind = text.indexOf('\n', end);
	return text.slice(text.lastIndexOf('\n', start - 1) + 1, behind < 0 ? text.length : behind);
}

/** Whether a malformed text would not be understood in another way. */
function isSurelyMeantSo(document: XmlDocument): boolean {
	return (
		document.problems.length < mostProblems &&
		!/<!(?:\[CDATA\[|DOCTYPE)/.test(document.text) &&
		unescapedCode(document).length === 0
	);
}

/** Whether a node in an element begins at a place, or its end tag. */
function somethingBegins(element: XmlElement | undefined, place: number): boolean {
	return (
		element !== undefined &&
		(element.children[firstFrom(element.children, place)] ?? element.endTag)?.start === place
	);
}

/** As it is before anything in it is read. */
function reopened(element: XmlElement): BuildingElement {
	const { kind, start, end, name, nameStart, attributes, startTagEnd, startTagClosed, selfClosing } = element;
	return {
		...{ kind, parent: undefined, start, end, closed: false, name, nameStart, attributes },
		...{ startTagEnd, startTagClosed, selfClosing, children: [], endTag: undefined },
	};
}

/** The elements in whose contents a range is, the outermost first. */
function elementsAround(root: XmlElement, { start, end }: TextRange): readonly XmlElement[] {
	const path: XmlElement[] = [];
	let at: XmlNode | undefined = root;
	while (at?.kind === 'element' && at.startTagEnd <= start && at.endTag && end <= at.endTag.start) {
		path.push(at);
		at = at.children[firstFrom(at.children, start) - 1];
	}
	return path;
}

/** The range that has been replaced, and by how many characters what is behind it has moved. */
function difference(before: string, text: string): TextRange & { readonly by: number } {
	const most = Math.min(before.length, text.length);
	const by = text.length - before.length;
	const start = lengthOf(most, (from, to) => before.slice(from, to) === text.slice(from, to));
	const kept = lengthOf(
		most - start,
		(from, to) =>
			before.slice(before.length - to, before.length - from) ===
			text.slice(text.length - to, text.length - from),
	);
	return { start, end: before.length - kept, by };
}

/** How much of a text stays the same from one of its ends on, of which parts are compared. */
function lengthOf(most: number, isSame: (from: number, to: number) => boolean): number {
	let length = 0;
	for (let step = 1 << 14; step > 0; step >>= 2) {
		while (length + step <= most && isSame(length, length + step)) {
			length += step;
		}
	}
	return length;
}
