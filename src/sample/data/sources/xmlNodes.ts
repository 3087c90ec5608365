import { XMLParser } from 'fast-xml-parser';

/** An element with the elements in it; comments and the text around elements are left out. */
export interface XmlNode {
	readonly tag: string;
	readonly attributes: Readonly<Record<string, string>>;
	readonly children: readonly XmlNode[];
	/** Trimmed. */
	readonly text: string;
}

const parser = new XMLParser({
	preserveOrder: true,
	ignoreAttributes: false,
	attributeNamePrefix: '',
	parseTagValue: false,
	// oxlint-disable-next-line typescript/no-deprecated -- its successor is a decoder that one has to write
	htmlEntities: true, // Without it, character references stay as they are.
});

type Parsed = Readonly<Record<string, readonly Parsed[] | string | Readonly<Record<string, string>>>>;

/** All elements of a document, in their order; each holds the elements in it once more. */
export function elementsOf(document: Uint8Array): readonly XmlNode[] {
	const text = new TextDecoder().decode(document);
	return nodesOf(parser.parse(text) as readonly Parsed[]).flatMap(withDescendants);
}

function nodesOf(parsed: readonly Parsed[]): XmlNode[] {
	return parsed.flatMap(each => {
		const [tag = ''] = Object.keys(each);
		const content = each[tag];
		if (!Array.isArray(content) || tag.startsWith('?')) {
			return [];
		}
		const children = content as readonly Parsed[];
		return {
			tag,
			attributes: (each[':@'] ?? {}) as Readonly<Record<string, string>>,
			children: nodesOf(children),
			text: children.map(child => (typeof child['#text'] === 'string' ? child['#text'] : '')).join(''),
		};
	});
}

export function withDescendants(node: XmlNode): XmlNode[] {
	return [node, ...node.children.flatMap(withDescendants)];
}

export function childOf(node: XmlNode | undefined, tag: string): XmlNode | undefined {
	return node?.children.find(child => child.tag === tag);
}
