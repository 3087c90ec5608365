import * as vscode from 'vscode';
import { DisposableStore } from '../util/disposables';
import type { DocumentId } from '../core/remote/documentPath';
import type { Documents } from './documents';
import { fromUri, toUri } from './documentUri';

/** The texts with which documents were opened, for as long as they are open. */
export class OpenedTexts implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly texts = new Map<string, Uint8Array>();
	private readonly didOpen = this.store.add(
		new vscode.EventEmitter<{ readonly document: vscode.TextDocument; readonly bytes: Uint8Array }>(),
	);
	/** A document is open, and these are the bytes that the tenant has of it. */
	readonly onDidOpen = this.didOpen.event;

	constructor(private readonly documents: Documents) {
		this.store.add(vscode.workspace.onDidOpenTextDocument(document => void this.look(document)));
		this.store.add(
			vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.texts.delete(uri.toString())),
		);
		vscode.workspace.textDocuments.forEach(document => void this.look(document));
	}

	/** Undefined if the tenant could not be asked when the document was opened. */
	of(id: DocumentId): Uint8Array | undefined {
		return this.texts.get(toUri(id).toString());
	}

	/** VS Code has just read the text, so that this costs no request. */
	private async look(document: vscode.TextDocument): Promise<void> {
		const id = fromUri(document.uri);
		const bytes =
			id &&
			(await this.documents
				.get(id)
				.read()
				.catch(() => undefined));
		if (bytes && !document.isClosed) {
			this.texts.set(document.uri.toString(), bytes);
			this.didOpen.fire({ document, bytes });
		}
	}

	dispose(): void {
		this.store.dispose();
	}
}
