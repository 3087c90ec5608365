import * as vscode from 'vscode';
import { isObject } from '../core/api/errors';
import { scheme } from '../core/remote/documentPath';
import { ProposedTexts } from '../core/remote/proposedTexts';
import { DisposableStore } from '../util/disposables';
import { documentAt } from './openDocuments';

const key = 'iscConnectors.proposals';

/**
 * Which texts of open documents an agent has proposed. The memory of the window keeps it over restarts, as VS Code keeps the
 * unsaved texts themselves.
 */
export class Proposals implements vscode.Disposable {
	private readonly store = new DisposableStore();
	/** By URI. */
	private readonly documents = new Map<string, ProposedTexts>();
	/** What the memory has. */
	private written = '';

	/** @param onDidType a person has typed into a document */
	constructor(
		private readonly memory: Pick<vscode.Memento, 'get' | 'update'>,
		onDidType: vscode.Event<vscode.Uri>,
	) {
		const kept = memory.get<unknown>(key);
		for (const [uri, marks] of Object.entries(isObject(kept) ? kept : {})) {
			if (Array.isArray(marks)) {
				this.documents.set(uri, new ProposedTexts(marks.filter(mark => typeof mark === 'string')));
			}
		}
		this.written = JSON.stringify(isObject(kept) ? kept : {});
		const { workspace } = vscode;
		const note = (document: vscode.TextDocument) =>
			this.documents.get(document.uri.toString())?.note(document.getText());
		this.store.add(workspace.onDidOpenTextDocument(note));
		this.store.add(
			workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (document.uri.scheme !== scheme) {
					return;
				}
				note(document); // Other ends of lines are no change of the content.
				if (contentChanges.length === 0 && !document.isDirty) {
					this.documents.get(document.uri.toString())?.disown();
				}
				this.keep();
			}),
		);
		this.store.add(
			workspace.onDidSaveTextDocument(document => {
				this.documents.get(document.uri.toString())?.saved(document.getText());
				this.keep();
			}),
		);
		this.store.add(
			onDidType(uri => {
				this.documents.get(uri.toString())?.disown();
				this.keep();
			}),
		);
		this.store.add(
			workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
				// A document that gets another language is closed and opened.
				if (isClosed && this.documents.delete(uri.toString())) {
					this.keep();
				}
			}),
		);
		workspace.textDocuments.forEach(note);
	}

	/** A document is about to get a text that an agent has proposed. */
	expect(uri: vscode.Uri, text: string): void {
		const texts = this.documents.get(uri.toString()) ?? new ProposedTexts();
		this.documents.set(uri.toString(), texts);
		texts.note(documentAt(uri)?.getText() ?? '');
		texts.propose(text);
		this.keep();
	}

	/** Whether one of these texts was proposed, even if a person has looked at it. */
	has(uri: vscode.Uri, texts: Iterable<string>): boolean {
		return this.documents.get(uri.toString())?.has(texts) ?? false;
	}

	/** Whether one of these texts was proposed, and no person has looked at its changes. */
	isUnseen(uri: vscode.Uri, texts: Iterable<string>): boolean {
		return this.documents.get(uri.toString())?.isUnseen(texts) ?? false;
	}

	/** A person has looked at the changes of these texts. */
	looked(uri: vscode.Uri, texts: Iterable<string>): void {
		this.documents.get(uri.toString())?.looked(texts);
	}

	/** Most keystrokes change nothing of it. */
	private keep(): void {
		const kept = Object.fromEntries([...this.documents].map(([uri, texts]) => [uri, texts.kept]));
		const text = JSON.stringify(kept);
		if (text !== this.written) {
			this.written = text;
			void this.memory.update(key, kept);
		}
	}

	dispose(): void {
		this.store.dispose();
	}
}
