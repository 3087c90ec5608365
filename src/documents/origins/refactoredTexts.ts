import * as vscode from 'vscode';
import { applyEdits } from '../../core/text/textEdit';
import { DisposableStore } from '../../util/disposables';
import { scheme } from '../../core/remote/documentPath';
import { documentAt } from '../openDocuments';
import { hashOf } from '../../core/remote/versions';

/** Milliseconds in which VS Code begins to save what a rename or a quick fix has changed. */
const soon = 30_000;

/**
 * What a rename or a quick fix of this extension has just changed in several documents. VS Code saves that by itself
 * (`files.refactoring.autoSave`), and announces it as if a person had chosen Save.
 */
export class RefactoredTexts implements vscode.Disposable {
	private readonly store = new DisposableStore();
	/**
	 * What documents are with edits that were asked for since they last changed, as hashes by URI. People may look at several
	 * quick fixes and take any of them, and VS Code may make other edits that come to the same.
	 */
	private readonly expected = new Map<string, Set<string>>();
	/** When a document was changed by them, by URI. */
	private readonly changed = new Map<string, number>();

	constructor() {
		this.store.add(
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				const key = document.uri.toString();
				const expected = contentChanges.length > 0 ? this.expected.get(key) : undefined;
				if (expected) {
					this.expected.delete(key);
					if (expected.has(markOf(document.getText()))) {
						this.changed.set(key, Date.now());
					}
				}
			}),
		);
		this.store.add(
			vscode.workspace.onDidCloseTextDocument(({ uri }) => {
				this.expected.delete(uri.toString());
				this.changed.delete(uri.toString());
			}),
		);
	}

	/** VS Code may be about to make these edits. */
	expect(edit: vscode.WorkspaceEdit): void {
		for (const [uri, edits] of edit.size > 1 ? edit.entries() : []) {
			const document = uri.scheme === scheme ? documentAt(uri) : undefined;
			if (document) {
				const key = uri.toString();
				const known = this.expected.get(key) ?? [];
				this.expected.set(key, new Set([...known, markOf(edited(document, edits))]));
			}
		}
	}

	/** Whether a save that begins now is VS Code's own, because of such a change; each change counts once. */
	take(uri: vscode.Uri): boolean {
		const at = this.changed.get(uri.toString()) ?? -Infinity;
		this.changed.delete(uri.toString());
		const savesByItself = vscode.workspace.getConfiguration('files').get('refactoring.autoSave') !== false;
		return savesByItself && Date.now() - at < soon;
	}

	dispose(): void {
		this.store.dispose();
	}
}

function edited(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
	return applyEdits(
		document.getText(),
		edits.map(({ range, newText }) => ({
			start: document.offsetAt(range.start),
			end: document.offsetAt(range.end),
			newText,
		})),
	);
}

/** VS Code makes the line ends of an edit those of the document. */
function markOf(text: string): string {
	return hashOf(Buffer.from(text.replaceAll('\r', '')));
}
