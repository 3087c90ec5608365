import * as vscode from 'vscode';
import { oneLine } from './oneLine';

/** How much of a text a cell shows, in UTF-16 units. */
const longest = 300;

/** A table of plain texts, the header first: nothing in them is taken for markup, a link or an image. */
export function wordTable(rows: readonly (readonly string[])[]): vscode.MarkdownString {
	const lines = rows.map(cells => `| ${cells.map(asCell).join(' | ')} |`);
	const rule = `|${' --- |'.repeat(rows[0]?.length ?? 0)}`;
	return new vscode.MarkdownString([...lines.slice(0, 1), rule, ...lines.slice(1)].join('\n'));
}

function asCell(text: string): string {
	return oneLine(text, longest).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
