/** Documents are laid out in different ways, as people's editors do it. */
export const layouts = {
	plain: { indent: '    ', lineEnd: '\n' },
	tabs: { indent: '\t', lineEnd: '\n' },
	windows: { indent: '    ', lineEnd: '\r\n' },
};

/** Indented by tabs. */
export type XmlLines = readonly string[];

/** An element with what is in it, or with a text; attributes that are undefined are left out. */
export function element(
	tag: string,
	attributes: Readonly<Record<string, string | number | boolean | undefined>>,
	content: readonly XmlLines[] | string = [],
): XmlLines {
	let start = tag;
	for (const [name, value] of Object.entries(attributes)) {
		start += value === undefined ? '' : ` ${name}="${escaped(String(value))}"`;
	}
	if (typeof content === 'string') {
		return [`<${start}>${escaped(content)}</${tag}>`];
	}
	return content.length === 0
		? [`<${start}/>`]
		: [`<${start}>`, ...content.flat().map(line => `\t${line}`), `</${tag}>`];
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}

/** The text of a document, one element a line. */
export function writeXml(root: XmlLines, layout: keyof typeof layouts, doctype?: string): string {
	const { indent, lineEnd } = layouts[layout];
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		...(doctype === undefined ? [] : [`<!DOCTYPE ${doctype} PUBLIC "sailpoint.dtd" "sailpoint.dtd">`]),
		...root.map(line => line.replace(/^\t+/, tabs => indent.repeat(tabs.length))),
		'',
	].join(lineEnd);
}
