import * as vscode from 'vscode';
import { lineCounts } from '../../core/text/lineDiff';

/** What a text would change at its tenant, as a sentence. */
export function changeSentence(bytes: Uint8Array, present: Uint8Array | undefined): string {
	if (!present) {
		return vscode.l10n.t('The tenant does not have this document yet.');
	}
	const decoder = new TextDecoder();
	const counts = lineCounts(decoder.decode(present), decoder.decode(bytes));
	if (!counts) {
		return vscode.l10n.t('Only line endings or the byte order mark change.');
	}
	const { line, changed, added, removed } = counts;
	const parts = [
		changed === 1 ? vscode.l10n.t('1 line changed') : changed && vscode.l10n.t('{0} lines changed', changed),
		added === 1 ? vscode.l10n.t('1 line added') : added && vscode.l10n.t('{0} lines added', added),
		removed === 1 ? vscode.l10n.t('1 line removed') : removed && vscode.l10n.t('{0} lines removed', removed),
	];
	return vscode.l10n.t('{0} (from line {1})', parts.filter(Boolean).join(', '), line);
}
