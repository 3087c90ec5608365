const fieldTag = /<Field((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)(\s*\/?>)/g;

/** The text of a form with the values of a source in the attribute `value` of its fields, those of secrets as they are kept. */
export function withValues(xml: string, values: Readonly<Record<string, unknown>>): string {
	return xml.replace(fieldTag, (tag, attributes: string, end: string) => {
		const name = /\sname\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';
		const value = Object.hasOwn(values, name) ? values[name] : undefined;
		if (value === undefined || value === null) {
			return tag;
		}
		const others = attributes.replace(/\svalue\s*=\s*(?:"[^"]*"|'[^']*')/, '');
		return `<Field${others} value="${escaped(textOf(value))}"${end}`;
	});
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('"', '&quot;')
		.replaceAll('\n', '&#10;');
}
