import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposables';
import { lineEdits } from '../../core/text/lineEdits';
import type { RemoteDocument } from '../../core/remote/remoteDocument';
import type { Version } from '../../core/remote/versions';

/** A merge that an unsaved text has gone through, which people may undo. */
interface Merge {
	readonly remote: RemoteDocument;
	/** The text, and the hash of the version that it was made from. */
	readonly before: readonly [text: string, hash: string | undefined];
	readonly after: readonly [text: string, hash: string | undefined];
}

/** Puts merged texts into their editors, unsaved: the next save compares with the version that was merged. */
export class MergedTexts implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly merges = new Map<string, readonly Merge[]>();

	/** @param onDidRebase an unsaved text counts as made from another version */
	constructor(private readonly onDidRebase: () => void) {
		const { workspace } = vscode;
		const forget = ({ uri }: vscode.TextDocument) => void this.merges.delete(uri.toString());
		this.store.add(workspace.onDidSaveTextDocument(forget));
		this.store.add(workspace.onDidCloseTextDocument(forget));
		this.store.add(workspace.onDidChangeTextDocument(change => this.follow(change)));
	}

	/**
	 * One edit, which can be undone.
	 * @param version with which the text was merged
	 */
	async put(
		document: vscode.TextDocument,
		merged: { readonly text: string; readonly lineEnd: vscode.EndOfLine },
		remote: RemoteDocument,
		version: Version,
	): Promise<void> {
		const before = document.getText();
		const edits = lineEdits(before, merged.text).map(({ start, end, newText }) =>
			vscode.TextEdit.replace(
				new vscode.Range(document.positionAt(start), document.positionAt(end)),
				newText,
			),
		);
		const ends = merged.lineEnd === document.eol ? [] : [vscode.TextEdit.setEndOfLine(merged.lineEnd)];
		const edit = new vscode.WorkspaceEdit();
		edit.set(document.uri, [...edits, ...ends]);
		// VS Code calls an edit of nothing a failure: a person may have kept every line of their own.
		if (edits.length + ends.length > 0 && !(await vscode.workspace.applyEdit(edit))) {
			throw new Error('VS Code has not applied the edit of a merge');
		}
		const key = document.uri.toString();
		const merge: Merge = {
			remote,
			before: [before, remote.baseHash],
			after: [document.getText(), version.hash],
		};
		this.merges.set(key, [...(this.merges.get(key) ?? []), merge]);
		this.rebase(merge, version.hash);
	}

	/** An undone merge must not let the next save pass over what was merged. */
	private follow({ document, reason }: vscode.TextDocumentChangeEvent): void {
		if (reason === undefined) {
			return;
		}
		const text = document.getText();
		for (const merge of this.merges.get(document.uri.toString()) ?? []) {
			const [, hash] = [merge.before, merge.after].find(([known]) => known === text) ?? [];
			this.rebase(merge, hash);
		}
	}

	private rebase({ remote }: Merge, hash: string | undefined): void {
		if (hash !== undefined) {
			remote.rebase(hash);
			this.onDidRebase();
		}
	}

	dispose(): void {
		this.store.dispose();
	}
}
