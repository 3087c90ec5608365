import * as vscode from 'vscode';

/** How much of a text a cell shows, in UTF-16 units. */
const longest = 300;

/** A table of plain texts, the header first: nothing in them is taken for markup, a link or an image. */
export function wordTable(rows: readonly (readonly string[])[]): vscode.MarkdownString {
	const lines = rows.map(cells => `| ${cells.map(asCell).join(' | ')} |`);
	const rule = `|${' --- |'.repeat(rows[0]?.length ?? 0)}`;
	return new vscode.MarkdownString([...lines.slice(0, 1), rule, ...lines.slice(1)].join('\n'));
}

function asCell(text: string): string {
	return shortened(text.replace(/\s+/g, ' ').trim(), longest).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Cut where a text is longer than a person reads in passing; never within a character. */
export function shortened(text: string, most: number): string {
	return text.length > most ? `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…` : text;
}
