/** People's editors differ. */
export const layouts = {
	plain: { indent: '    ', lineEnd: '\n' },
	tabs: { indent: '\t', lineEnd: '\n' },
	windows: { indent: '    ', lineEnd: '\r\n' },
};

export interface XmlElement {
	readonly tag: string;
	readonly attributes: Readonly<Record<string, string | number | boolean | undefined>>;
	/** Elements and comments, or a text that fills the element. */
	readonly content: readonly (XmlElement | XmlComment)[] | string;
}

export interface XmlComment {
	readonly comment: string;
}

/** An element; attributes that are undefined are left out. */
export const element = (
	tag: string,
	attributes: XmlElement['attributes'] = {},
	content: XmlElement['content'] = [],
): XmlElement => ({ tag, attributes, content });

const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
};
const escapeText = (text: string) => text.replace(/[&<>]/g, character => entities[character] ?? character);
const escapeAttribute = (text: string) =>
	text.replace(/[&<>"]/g, character => entities[character] ?? character);

function tagOf({ tag, attributes }: XmlElement): string {
	let text = tag;
	for (const [name, value] of Object.entries(attributes)) {
		if (value !== undefined) {
			text += ` ${name}="${escapeAttribute(String(value))}"`;
		}
	}
	return text;
}

function writeLines(node: XmlElement | XmlComment, margin: string, indent: string, lines: string[]): void {
	if ('comment' in node) {
		lines.push(`${margin}<!-- ${node.comment} -->`);
	} else if (typeof node.content === 'string') {
		lines.push(`${margin}<${tagOf(node)}>${escapeText(node.content)}</${node.tag}>`);
	} else if (node.content.length === 0) {
		lines.push(`${margin}<${tagOf(node)}/>`);
	} else {
		lines.push(`${margin}<${tagOf(node)}>`);
		for (const child of node.content) {
			writeLines(child, margin + indent, indent, lines);
		}
		lines.push(`${margin}</${node.tag}>`);
	}
}

/** The text of a document, one element a line. */
export function writeXml(root: XmlElement, layout: keyof typeof layouts, doctype = false): string {
	const { indent, lineEnd } = layouts[layout];
	const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
	if (doctype) {
		lines.push(`<!DOCTYPE ${root.tag} PUBLIC "sailpoint.dtd" "sailpoint.dtd">`);
	}
	writeLines(root, '', indent, lines);
	lines.push('');
	return lines.join(lineEnd);
}
