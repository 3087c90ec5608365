import * as vscode from 'vscode';
import { changedLines } from '../../core/remote/textDifference';

/** What a text would change at its tenant, as a sentence. */
export function changeSentence(bytes: Uint8Array, present: Uint8Array | undefined): string {
	if (!present) {
		return vscode.l10n.t('The tenant does not have this document yet.');
	}
	const decoder = new TextDecoder();
	const lines = changedLines(decoder.decode(present), decoder.decode(bytes));
	if (!lines) {
		return vscode.l10n.t('Only line endings or the byte order mark change.');
	}
	return lines.first === lines.last
		? vscode.l10n.t('Line {0} changes.', lines.first)
		: vscode.l10n.t('Lines {0} to {1} change.', lines.first, lines.last);
}
