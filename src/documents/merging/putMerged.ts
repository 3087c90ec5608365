import * as vscode from 'vscode';
import { lineEdits } from '../../core/text/lineEdits';
import type { RemoteDocument } from '../../core/remote/remoteDocument';
import type { Version } from '../../core/remote/versions';
import { completeStep } from '../../util/walkthroughSteps';

/**
 * Puts a merged text into its editor, unsaved and as one edit, which can be undone: the next save compares with the version that
 * was merged.
 */
export async function putMerged(
	document: vscode.TextDocument,
	merged: { readonly text: string; readonly lineEnd: vscode.EndOfLine },
	remote: RemoteDocument,
	version: Version,
): Promise<void> {
	const before = document.getText();
	const edits = lineEdits(before, merged.text).map(({ start, end, newText }) =>
		vscode.TextEdit.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), newText),
	);
	const ends = merged.lineEnd === document.eol ? [] : [vscode.TextEdit.setEndOfLine(merged.lineEnd)];
	const edit = new vscode.WorkspaceEdit();
	edit.set(document.uri, [...edits, ...ends]);
	// VS Code calls an edit of nothing a failure: a person may have kept every line of their own.
	if (edits.length + ends.length > 0 && !(await vscode.workspace.applyEdit(edit))) {
		throw new Error('VS Code has not applied the edit of a merge');
	}
	remote.merged(before, document.getText(), version.hash);
	completeStep('conflict');
}
