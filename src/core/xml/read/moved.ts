import type { BuildingElement, BuildingEndTag, BuildingNode } from './building';
import { PlainAttribute } from './tags/plainTag';
import type { XmlAttribute, XmlElement, XmlEndTag, XmlNode, XmlValue } from '../tree';

/** A node of another version of a text without problems, in a version where it stands `by` characters further on. */
export function moved(node: XmlNode, by: number): BuildingNode {
	const { kind, closed, start, end } = node;
	switch (kind) {
		case 'element':
			return new MovedElement(node, by);
		case 'text':
		case 'cdata':
		case 'comment':
			return { kind, parent: undefined, start: start + by, end: end + by, closed };
		case 'instruction':
		case 'doctype':
		case 'endTag':
			return { ...node, parent: undefined, start: start + by, end: end + by };
	}
}

export function movedEndTag(
	{ kind, start, end, closed, name, nameStart }: XmlEndTag,
	by: number,
): BuildingEndTag {
	const [from, to] = [start + by, end + by];
	return { kind, parent: undefined, start: from, end: to, closed, name, nameStart: nameStart + by };
}

/** What is in an element, for those who ask for names alone: nothing has to move for that. */
export function childrenAsRead(element: XmlElement): readonly XmlNode[] {
	return element instanceof MovedElement ? element.childrenAsRead : element.children;
}

/**
 * The same object for an element in all versions of a text that have it and everything in it unchanged, wherever it stands.
 * Undefined if nothing is in it: such an element is read as fast as looked up.
 */
export function contentOf(element: XmlElement): object | undefined {
	if (element instanceof MovedElement) {
		return element.content;
	}
	if (element.children.length === 0) {
		return undefined;
	}
	const content = contents.get(element) ?? {};
	contents.set(element, content);
	return content;
}

/** Of those that were read where they stand. */
const contents = new WeakMap<XmlElement, object>();

/** What is in it moves when somebody asks for it: of a large document, few ask for all. */
class MovedElement implements BuildingElement {
	readonly kind = 'element';
	parent: BuildingElement | undefined;
	readonly start: number;
	readonly end: number;
	readonly name: string;
	readonly startTagEnd: number;
	readonly endTag: BuildingEndTag | undefined;
	readonly content: object | undefined;
	/** How far they have to move yet; undefined if they are in their place. */
	private childrenBy: number | undefined;
	private attributesBy: number;
	private theChildren: readonly XmlNode[];
	private theAttributes: readonly XmlAttribute[];

	constructor(element: XmlElement, by: number) {
		this.parent = undefined;
		this.start = element.start + by;
		this.end = element.end + by;
		this.name = element.name;
		this.startTagEnd = element.startTagEnd + by;
		this.endTag = element.endTag && movedEndTag(element.endTag, by);
		if (this.endTag) {
			this.endTag.parent = this;
		}
		this.content = contentOf(element);
		// A version that nobody has looked into is passed over, so that it does not have to be kept.
		const isMoved = element instanceof MovedElement;
		this.theChildren = isMoved ? element.theChildren : element.children;
		this.childrenBy = this.theChildren.length > 0 ? by + ((isMoved && element.childrenBy) || 0) : undefined;
		this.theAttributes = isMoved ? element.theAttributes : element.attributes;
		this.attributesBy = by + (isMoved ? element.attributesBy : 0);
	}

	get nameStart(): number {
		return this.start + 1;
	}

	get closed(): boolean {
		return true;
	}

	get startTagClosed(): boolean {
		return true;
	}

	get selfClosing(): boolean {
		return this.endTag === undefined;
	}

	/** Where they stood when they were read. */
	get childrenAsRead(): readonly XmlNode[] {
		return this.theChildren;
	}

	// An arrow function in these getters would cost memory at each look, even where it is not reached: hence the methods below.
	get children(): BuildingNode[] {
		if (this.childrenBy !== undefined) {
			this.moveChildren(this.childrenBy);
		}
		return this.theChildren as BuildingNode[];
	}

	get attributes(): readonly XmlAttribute[] {
		if (this.attributesBy !== 0) {
			this.moveAttributes(this.attributesBy);
		}
		return this.theAttributes;
	}

	private moveChildren(by: number): void {
		this.childrenBy = undefined;
		this.theChildren = this.theChildren.map(child => {
			const node = moved(child, by);
			node.parent = this;
			return node;
		});
	}

	private moveAttributes(by: number): void {
		this.attributesBy = 0;
		this.theAttributes = this.theAttributes.map(attribute => movedAttribute(attribute, by));
	}
}

function movedAttribute(attribute: XmlAttribute, by: number): XmlAttribute {
	const { name, start, nameEnd, end } = attribute;
	if (attribute instanceof PlainAttribute) {
		return new PlainAttribute(name, start + by, nameEnd + by, end + by);
	}
	const { value } = attribute;
	return {
		name,
		start: start + by,
		nameEnd: nameEnd + by,
		end: end + by,
		value: value && movedValue(value, by),
	};
}

function movedValue({ start, end, innerStart, innerEnd }: XmlValue, by: number): XmlValue {
	return { start: start + by, end: end + by, innerStart: innerStart + by, innerEnd: innerEnd + by };
}
