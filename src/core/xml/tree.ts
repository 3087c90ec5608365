import type { TextRange } from '../text/textEdit';
import type { XmlProblem } from './problem';

export type XmlRange = TextRange;

/** What was read from a text, well-formed or not. */
export interface XmlDocument {
	readonly text: string;
	/** What stands side by side in the document: at best one element, with comments and the like around it. */
	readonly children: readonly XmlNode[];
	/** The first element. */
	readonly root: XmlElement | undefined;
	/** In the order of the text; no more than a thousand of well-formedness, and of namespaces. */
	readonly problems: readonly XmlProblem[];
}

export type XmlNode = XmlElement | XmlText | XmlInstruction | XmlDoctype | XmlEndTag;

interface XmlNodeBase extends XmlRange {
	/** Undefined for what stands beside the root. */
	readonly parent: XmlElement | undefined;
	/** Its end was written, not guessed. */
	readonly closed: boolean;
}

export interface XmlElement extends XmlNodeBase {
	readonly kind: 'element';
	/** Empty for a lone `<`. */
	readonly name: string;
	readonly nameStart: number;
	readonly attributes: readonly XmlAttribute[];
	/** After the `>`; where the reading of the tag ended, if that is missing. */
	readonly startTagEnd: number;
	/** The start tag has its `>`. */
	readonly startTagClosed: boolean;
	/** The start tag ends with `/>`. */
	readonly selfClosing: boolean;
	readonly children: readonly XmlNode[];
	/** Its name differs from the element's if it is misspelt. */
	readonly endTag: XmlEndTag | undefined;
}

/** Of an element; as a child, an end tag that ends nothing. */
export interface XmlEndTag extends XmlNodeBase {
	readonly kind: 'endTag';
	/** Empty for `</`. */
	readonly name: string;
	readonly nameStart: number;
}

/** From its name to its closing quote, or as far as it was written. */
export interface XmlAttribute extends XmlRange {
	readonly name: string;
	readonly nameEnd: number;
	readonly value: XmlValue | undefined;
}

/** With its quotes. */
export interface XmlValue extends XmlRange {
	/** Without the quotes. */
	readonly innerStart: number;
	readonly innerEnd: number;
}

/** References and line ends stand as they were written. */
export interface XmlText extends XmlNodeBase {
	readonly kind: 'text' | 'cdata' | 'comment';
}

/** Also the XML declaration, whose target is `xml`. */
export interface XmlInstruction extends XmlNodeBase {
	readonly kind: 'instruction';
	readonly target: string;
}

export interface XmlDoctype extends XmlNodeBase {
	readonly kind: 'doctype';
	/** The name of the root element that it announces. */
	readonly name: string;
}

/**
 * The innermost node in which a cursor at `offset` stands: between its first and its last character, at an end of a text,
 * or behind something that has no end yet. Undefined beside the root.
 */
export function nodeAt(document: XmlDocument, offset: number): XmlNode | undefined {
	let found: XmlNode | undefined;
	let children = document.children;
	for (;;) {
		const child = childAt(children, offset);
		if (!child) {
			return found;
		}
		found = child;
		children = child.kind === 'element' ? child.children : [];
	}
}

/** The attribute of an element in whose name or value a cursor at `offset` stands. */
export function attributeAt(element: XmlElement, offset: number): XmlAttribute | undefined {
	return element.attributes.find(attribute => attribute.start <= offset && offset <= attribute.end);
}

export function childElements({ children }: Pick<XmlElement, 'children'>): readonly XmlElement[] {
	return children.filter(child => child.kind === 'element');
}

/** Whether one of the elements around an element is of some kind. */
export function isInside({ parent }: XmlElement, isWanted: (around: XmlElement) => boolean): boolean {
	let around = parent;
	while (around && !isWanted(around)) {
		around = around.parent;
	}
	return around !== undefined;
}

const elements = new WeakMap<XmlDocument, readonly XmlElement[]>();

/** Every element of the document, parents before their children. */
export function elementsOf(document: XmlDocument): readonly XmlElement[] {
	const known = elements.get(document) ?? elementsIn(document.children);
	elements.set(document, known);
	return known;
}

/** The elements among some nodes and in them, parents before their children. */
export function elementsIn(
	children: readonly XmlNode[],
	childrenOf = (element: XmlElement) => element.children,
): readonly XmlElement[] {
	const found: XmlElement[] = [];
	const waiting = children.toReversed();
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (node.kind === 'element') {
			found.push(node);
			const inside = childrenOf(node);
			for (let index = inside.length; index > 0;) {
				const child = inside[--index];
				if (child) {
					waiting.push(child);
				}
			}
		}
	}
	return found;
}

/** The index of the first node that begins at an offset or behind it. */
export function firstFrom(nodes: readonly XmlNode[], offset: number): number {
	let low = 0;
	let high = nodes.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((nodes[middle]?.start ?? offset) < offset) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

function childAt(children: readonly XmlNode[], offset: number): XmlNode | undefined {
	const first = firstFrom(children, offset);
	// The one before `first` begins before the cursor; the one at `first` may begin at it.
	return [children[first - 1], children[first]].find(child => child && holds(child, offset));
}

function holds(node: XmlNode, offset: number): boolean {
	if (node.kind === 'text') {
		return node.start <= offset && offset <= node.end;
	}
	return node.start < offset && (offset < node.end || (offset === node.end && !node.closed));
}
