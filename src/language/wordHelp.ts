import * as vscode from 'vscode';

/** How many connectors have something; of all that were looked at, if that is said. */
export function usedBy(connectors: number, all?: number): string {
	if (all !== undefined) {
		return vscode.l10n.t('Used by {0} of {1} connectors', connectors, all);
	}
	return connectors === 1
		? vscode.l10n.t('Used by one connector')
		: vscode.l10n.t('Used by {0} connectors', connectors);
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

/** `MarkdownString.appendText` would make every space one at which no line may break. */
function asMarkdown(text: string): string {
	const lines = text.trim().split(/\s*[\r\n]\s*/);
	return lines.map(line => line.replace(/[!-/:-@[-`{-~]/g, '\\$&')).join('  \n');
}
