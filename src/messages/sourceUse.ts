import * as vscode from 'vscode';

/** "set in 2 of 3 sources" */
export function setIn(count: number, all: number): string {
	return all === 1
		? vscode.l10n.t('set in {0} of 1 source', count)
		: vscode.l10n.t('set in {0} of {1} sources', count, all);
}

/** "chosen in 1 source" */
export function chosenIn(count: number): string {
	return count === 1 ? vscode.l10n.t('chosen in 1 source') : vscode.l10n.t('chosen in {0} sources', count);
}
