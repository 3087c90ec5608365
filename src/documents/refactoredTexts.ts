import * as vscode from 'vscode';
import { DisposableStore } from '../util/disposables';
import { scheme } from './documentPath';

/** Milliseconds in which VS Code begins to save what a rename or a quick fix has changed. */
const soon = 30_000;

/**
 * What a rename or a quick fix of this extension has just changed in several documents. VS Code saves that by itself
 * (`files.refactoring.autoSave`), and announces it as if a person had chosen Save.
 */
export class RefactoredTexts implements vscode.Disposable {
	private readonly store = new DisposableStore();
	/** The texts that the latest edits put into documents, by URI. */
	private expected = new Map<string, ReadonlySet<string>>();
	/** When a document was changed by them, by URI. */
	private readonly changed = new Map<string, number>();

	constructor() {
		this.store.add(
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				const key = document.uri.toString();
				const texts = this.expected.get(key);
				if (texts && contentChanges.some(({ text }) => texts.has(withoutReturns(text)))) {
					this.expected.delete(key);
					this.changed.set(key, Date.now());
				}
			}),
		);
	}

	/** VS Code is about to make these edits. */
	expect(edit: vscode.WorkspaceEdit): void {
		const entries = edit.entries();
		this.expected = new Map(
			entries
				.filter(([{ scheme: its }]) => its === scheme && entries.length > 1)
				.map(([uri, edits]) => [uri.toString(), new Set(edits.map(each => withoutReturns(each.newText)))]),
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

/** VS Code makes the line ends of an edit those of the document. */
function withoutReturns(text: string): string {
	return text.replaceAll('\r', '');
}
