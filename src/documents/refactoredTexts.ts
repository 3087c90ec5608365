import * as vscode from 'vscode';
import { applyEdits } from '../text/textEdit';
import { DisposableStore } from '../util/disposables';
import { scheme } from './documentPath';
import { documentAt } from './openDocuments';

/** Milliseconds in which VS Code begins to save what a rename or a quick fix has changed. */
const soon = 30_000;

/**
 * What a rename or a quick fix of this extension has just changed in several documents. VS Code saves that by itself
 * (`files.refactoring.autoSave`), and announces it as if a person had chosen Save.
 */
export class RefactoredTexts implements vscode.Disposable {
	private readonly store = new DisposableStore();
	/** What the documents are with the latest edits, by URI. VS Code may make others that come to the same. */
	private expected = new Map<string, string>();
	/** When a document was changed by them, by URI. */
	private readonly changed = new Map<string, number>();

	constructor() {
		this.store.add(
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				const key = document.uri.toString();
				const expected = contentChanges.length > 0 ? this.expected.get(key) : undefined;
				if (expected !== undefined) {
					this.expected.delete(key);
					if (withoutReturns(document.getText()) === expected) {
						this.changed.set(key, Date.now());
					}
				}
			}),
		);
	}

	/** VS Code is about to make these edits. */
	expect(edit: vscode.WorkspaceEdit): void {
		const documents = edit.entries().flatMap(([uri, edits]) => {
			const document = documentAt(uri);
			return document ? [{ document, edits }] : [];
		});
		this.expected = new Map(
			documents
				.filter(({ document }) => document.uri.scheme === scheme && edit.size > 1)
				.map(({ document, edits }) => [document.uri.toString(), withoutReturns(edited(document, edits))]),
		);
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
function withoutReturns(text: string): string {
	return text.replaceAll('\r', '');
}
