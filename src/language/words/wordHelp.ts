import * as vscode from 'vscode';

/** How many connectors have something, of those that were read: a tenant may have many more. */
export function usedBy(connectors: number, all: number): string {
	return all === 1
		? vscode.l10n.t('Used by this connector')
		: vscode.l10n.t('Used by {0} of {1} connectors read so far', connectors, all);
}

/** Paragraphs of plain text: nothing in them is taken for markup, a link or an image. */
export function wordHelp(...paragraphs: readonly (string | undefined)[]): vscode.MarkdownString {
	return new vscode.MarkdownString(
		paragraphs
			.filter(text => text !== undefined)
			.map(asMarkdown)
			.join('\n\n'),
	);
}

/** `MarkdownString.appendText` would make all spaces non-breaking. */
function asMarkdown(text: string): string {
	const lines = text.trim().split(/\s*[\r\n]\s*/);
	return lines.map(line => line.replace(/[!-/:-@[-`{-~]/g, '\\$&')).join('  \n');
}
