import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposables';
import type { Documents } from '../documents';
import { fromUri, toUri } from '../documentUri';
import { documentAt, visibleDocuments } from '../openDocuments';
import { hashOf } from '../../core/remote/versions';

/** Milliseconds for which nobody is asked again. */
const shortestInterval = 30_000;

/** Asks what others have changed in the tenants when a person comes back to the window, and knows which unsaved texts are behind. */
export class RemoteChanges implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<void>());
	/** Other unsaved texts are behind than before. */
	readonly onDidChange = this.didChange.event;
	/** URI → the hash of the version that its unsaved text was made from. */
	private readonly behind = new Map<string, string | undefined>();

	constructor(
		private readonly documents: Documents,
		private readonly log: (error: unknown) => void,
	) {
		this.store.add(
			vscode.window.onDidChangeWindowState(({ focused }) => {
				if (focused) {
					this.look();
				}
			}),
		);
		this.store.add(
			documents.onDidChange(({ id, change, previous }) => {
				if (change === 'changed') {
					this.note(toUri(id), previous);
				}
			}),
		);
		this.store.add(documents.onDidRewrite(({ id, sent }) => this.note(toUri(id), hashOf(sent))));
		this.store.add(
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				if (!document.isDirty) {
					this.forget(document.uri);
				}
			}),
		);
		this.store.add(vscode.workspace.onDidSaveTextDocument(({ uri }) => this.forget(uri)));
		this.store.add(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri)));
	}

	/** Whether the tenant has another text by now than the one that this unsaved text was made from. */
	isBehind(uri: vscode.Uri): boolean {
		return this.behind.has(uri.toString());
	}

	/** Asks for what is visible, unless that was asked for a moment ago. */
	private look(): void {
		for (const { uri } of visibleDocuments()) {
			const id = fromUri(uri);
			const document = id && this.documents.get(id);
			if (document && document.age >= shortestInterval) {
				document.refresh().catch(this.log);
			}
		}
	}

	private note(uri: vscode.Uri, previous: string | undefined): void {
		const id = fromUri(uri);
		if (!id || !documentAt(uri)?.isDirty) {
			return;
		}
		const key = uri.toString();
		const base = this.behind.has(key) ? this.behind.get(key) : previous;
		if (this.documents.get(id).current?.hash === base) {
			this.forget(uri);
		} else {
			this.behind.set(key, base);
			this.didChange.fire();
		}
	}

	private forget(uri: vscode.Uri): void {
		if (this.behind.delete(uri.toString())) {
			this.didChange.fire();
		}
	}

	dispose(): void {
		this.store.dispose();
	}
}
