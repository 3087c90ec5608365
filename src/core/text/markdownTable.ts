/** Rows of cells as a table in GitHub's Markdown, the first row as its heading. What the cells say is text, whatever is in them. */
export function markdownTable([heading = [], ...rows]: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
	return [heading.map(markdownCell), heading.map(() => '---'), ...rows.map(row => row.map(markdownCell))]
		.map(line)
		.join('');
}

/** Entities rather than backslashes for what bounds cells and tags: not every reader of Markdown unescapes it in the same way. */
function markdownCell(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[&<>|`\\]/g, sign => `&#${sign.charCodeAt(0)};`)
		.replace(/[*_~[\]$]/g, '\\$&');
}
