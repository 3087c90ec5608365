import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposables';
import { scheme } from '../../core/remote/documentPath';

/** Milliseconds in which the cursor follows what is typed: after that the arrow keys have moved it. */
const soon = 1000;

/** What a change has put where. */
interface Change {
	readonly ranges: readonly vscode.Range[];
	readonly at: number;
}

/**
 * Whether the last change of a text was typed by a person. VS Code does not say who changes a text, but typing moves the
 * cursor into what was typed, and VS Code says that the keyboard did so.
 */
export class TypedTexts implements vscode.Disposable {
	private readonly store = new DisposableStore();
	/** The last change, until the cursor moves; by URI. */
	private readonly changed = new Map<string, Change>();
	private readonly typed = new Set<string>();
	private readonly didType = this.store.add(new vscode.EventEmitter<vscode.Uri>());
	/** The last change of a document was typed. */
	readonly onDidType = this.didType.event;

	constructor() {
		this.store.add(
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (document.uri.scheme === scheme && contentChanges.length > 0) {
					this.typed.delete(document.uri.toString());
					const ranges = changedRanges(document, contentChanges);
					this.changed.set(document.uri.toString(), { ranges, at: performance.now() });
				}
			}),
		);
		this.store.add(
			vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
				const key = textEditor.document.uri.toString();
				const { ranges, at } = this.changed.get(key) ?? { ranges: [], at: -Infinity };
				this.changed.delete(key);
				const isTyped =
					performance.now() - at < soon &&
					selections.every(({ active }) => ranges.some(range => range.contains(active)));
				if (kind === vscode.TextEditorSelectionChangeKind.Keyboard && isTyped) {
					this.typed.add(key);
					this.didType.fire(textEditor.document.uri);
				}
			}),
		);
		this.store.add(
			vscode.workspace.onDidCloseTextDocument(({ uri }) => {
				this.typed.delete(uri.toString());
				this.changed.delete(uri.toString());
			}),
		);
	}

	isTyped(uri: vscode.Uri): boolean {
		return this.typed.has(uri.toString());
	}

	dispose(): void {
		this.store.dispose();
	}
}

/** Where the texts of changes are once all are made; a change itself has the place before any was made. */
function changedRanges(
	document: vscode.TextDocument,
	changes: readonly vscode.TextDocumentContentChangeEvent[],
): vscode.Range[] {
	let shift = 0;
	return [...changes]
		.sort((one, other) => one.rangeOffset - other.rangeOffset)
		.map(({ rangeOffset, rangeLength, text }) => {
			const start = rangeOffset + shift;
			shift += text.length - rangeLength;
			return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
		});
}
