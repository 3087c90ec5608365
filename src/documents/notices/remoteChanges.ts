import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposables';
import type { Documents } from '../documents';
import { fromUri } from '../documentUri';
import { isUnsaved, unsavedDocuments, visibleDocuments } from '../openDocuments';

/** Milliseconds for which nobody is asked again. */
const shortestInterval = 30_000;

/** Asks what others have changed in the tenants when a person comes back to the window, and knows which unsaved texts are behind. */
export class RemoteChanges implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<void>());
	/** Other unsaved texts are behind than before. */
	readonly onDidChange = this.didChange.event;
	/** URIs. */
	private behind: ReadonlySet<string> = new Set();

	constructor(
		private readonly documents: Documents,
		private readonly log: (error: unknown) => void,
	) {
		const look = () => this.look();
		this.store.add(
			vscode.window.onDidChangeWindowState(({ focused }) => {
				if (focused) {
					this.ask();
				}
			}),
		);
		this.store.add(documents.onDidChange(look));
		this.store.add(documents.onDidRewrite(look));
		this.store.add(
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				const { uri } = document;
				if (this.isBehind(uri) !== (isUnsaved(document) && this.hasNewer(uri))) {
					look(); // It is no longer unsaved, or an undo has brought back an earlier text.
				}
			}),
		);
		this.store.add(vscode.workspace.onDidSaveTextDocument(look));
		this.store.add(vscode.workspace.onDidCloseTextDocument(look));
	}

	/** Whether the tenant has another version than the one that this unsaved text was made from. */
	isBehind(uri: vscode.Uri): boolean {
		return this.behind.has(uri.toString());
	}

	/** Looks which unsaved texts are behind; asks no tenant. */
	look(): void {
		const uris = unsavedDocuments().map(({ uri }) => uri);
		const behind = uris.filter(uri => this.hasNewer(uri));
		const before = this.behind;
		this.behind = new Set(behind.map(uri => uri.toString()));
		if (this.behind.size !== before.size || [...before].some(uri => !this.behind.has(uri))) {
			this.didChange.fire();
		}
	}

	private hasNewer(uri: vscode.Uri): boolean {
		const id = fromUri(uri);
		return (id && this.documents.known(id)?.isBehind) ?? false;
	}

	/** Asks for what is visible, unless that was asked for a moment ago. */
	private ask(): void {
		for (const { uri } of visibleDocuments()) {
			const id = fromUri(uri);
			const document = id && this.documents.get(id);
			if (document && document.age >= shortestInterval) {
				document.refresh().catch(this.log);
			}
		}
	}

	dispose(): void {
		this.store.dispose();
	}
}
