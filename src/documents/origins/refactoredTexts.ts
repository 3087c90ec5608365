import * as vscode from 'vscode';
import { isMadeBySome, type TextEdit } from '../../core/text/textEdit';
import { DisposableStore } from '../../util/disposables';
import { scheme } from '../../core/remote/documentPath';
import { documentAt } from '../openDocuments';

/** Milliseconds in which VS Code begins to save what a rename or a quick fix has changed. */
const soon = 30_000;

interface Expected {
	readonly before: string;
	readonly edits: readonly TextEdit[];
}

/**
 * What a rename or a quick fix of this extension has just changed in several documents. VS Code saves that by itself
 * (`files.refactoring.autoSave`), and announces it as if a person had chosen Save.
 */
export class RefactoredTexts implements vscode.Disposable {
	private readonly store = new DisposableStore();
	/**
	 * The edits that were asked for since a document last changed, by URI. People may look at several quick fixes, take any of
	 * them, and leave out some of its edits in the preview; VS Code may make other edits that come to the same.
	 */
	private readonly expected = new Map<string, readonly Expected[]>();
	/** When a document was changed by them, by URI. */
	private readonly changed = new Map<string, number>();

	constructor() {
		this.store.add(
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				const key = document.uri.toString();
				const expected = contentChanges.length > 0 ? this.expected.get(key) : undefined;
				if (expected) {
					this.expected.delete(key);
					const text = document.getText();
					if (expected.some(({ edits, before }) => isMadeBySome(edits, before, text))) {
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
				const expected = { before: document.getText(), edits: edits.map(edit => textEdit(document, edit)) };
				this.expected.set(key, [...(this.expected.get(key) ?? []), expected]);
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

/** VS Code makes the line ends of an edit those of the document. */
function textEdit(document: vscode.TextDocument, { range, newText }: vscode.TextEdit): TextEdit {
	const lineEnd = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
	return {
		start: document.offsetAt(range.start),
		end: document.offsetAt(range.end),
		newText: newText.replace(/\r\n|\r|\n/g, lineEnd),
	};
}
