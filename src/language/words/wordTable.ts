import * as vscode from 'vscode';
import { oneLine } from './oneLine';

/** How much of a text a cell shows, in UTF-16 units. */
const longest = 300;

/** A plain text, or one that runs a command. */
type Cell =
	| string
	| { readonly text: string; readonly command: string; readonly arguments: readonly unknown[] };

/** A table of plain texts, the header first: nothing in them is taken for markup, a link or an image. */
export function wordTable(rows: readonly (readonly Cell[])[]): vscode.MarkdownString {
	const lines = rows.map(cells => `| ${cells.map(asMarkdown).join(' | ')} |`);
	const rule = `|${' --- |'.repeat(rows[0]?.length ?? 0)}`;
	return new vscode.MarkdownString([...lines.slice(0, 1), rule, ...lines.slice(1)].join('\n'));
}

function asMarkdown(cell: Cell): string {
	if (typeof cell === 'string') {
		return plain(cell);
	}
	const query = encodeURIComponent(JSON.stringify(cell.arguments)).replace(/[!'()*]/g, asCode);
	return `[${plain(cell.text) || '…'}](command:${cell.command}?${query})`;
}

function plain(text: string): string {
	return oneLine(text, longest).replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Of a character that `encodeURIComponent` leaves alone, though it may mean something in Markdown. */
function asCode(character: string): string {
	return `%${character.charCodeAt(0).toString(16)}`;
}
