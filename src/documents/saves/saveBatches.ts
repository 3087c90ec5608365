import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposables';
import type { DocumentId } from '../../core/remote/documentPath';
import type { Documents } from '../documents';
import { fromUri, toUri } from '../documentUri';
import { documentAt } from '../openDocuments';
import type { Saves } from './saves';

/** A document that was to be saved together with others, and was not. */
export interface FailedSave {
	readonly id: DocumentId;
	/** Undefined if VS Code itself held the save back, because the tenant's text has changed. */
	readonly error: Error | undefined;
}

/** What came of saves that were made together, as "Save All" makes them. */
export interface SaveBatch {
	/** How many documents were to be saved. */
	readonly count: number;
	readonly failed: readonly FailedSave[];
}

/** Milliseconds without another save, or the end of one, after which a batch is complete. */
const quiet = 1000;

/** Gathers saves that were made at once. */
export class SaveBatches implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didFail = this.store.add(new vscode.EventEmitter<SaveBatch>());
	/** Several documents were saved at once, and several of them were not. */
	readonly onDidFail = this.didFail.event;
	/** By URI; undefined if it was saved. */
	private readonly batch = new Map<string, FailedSave | undefined>();
	private timer: NodeJS.Timeout | undefined;

	constructor(
		private readonly documents: Documents,
		saves: Saves,
	) {
		this.store.add(
			vscode.workspace.onWillSaveTextDocument(({ document: { uri }, reason }) => {
				const id = fromUri(uri);
				if (id && reason === vscode.TextDocumentSaveReason.Manual) {
					this.note(id, { id, error: undefined });
				}
			}),
		);
		this.store.add(
			saves.onDidEnd(({ id, fromEditor, outcome }) => {
				if (fromEditor && this.batch.has(toUri(id).toString())) {
					this.note(id, outcome instanceof Error ? { id, error: outcome } : undefined);
				}
			}),
		);
	}

	private note(id: DocumentId, failure: FailedSave | undefined): void {
		this.batch.set(toUri(id).toString(), failure);
		this.wait();
	}

	private wait(): void {
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.close(), quiet);
	}

	private close(): void {
		const count = this.batch.size;
		const failures = [...this.batch.values()].filter(failure => failure !== undefined);
		if (failures.some(({ id }) => this.documents.get(id).isBusy)) {
			this.wait();
			return;
		}
		this.batch.clear();
		const failed = failures.filter(({ id }) => documentAt(toUri(id))?.isDirty);
		if (failed.length > 1) {
			this.didFail.fire({ count, failed });
		}
	}

	dispose(): void {
		clearTimeout(this.timer);
		this.store.dispose();
	}
}
