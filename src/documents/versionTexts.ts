import * as vscode from 'vscode';
import { DisposableStore } from '../util/disposables';
import { scheme as documentScheme, type DocumentId } from '../core/remote/documentPath';
import { fromUri, toUri } from './documentUri';
import type { Documents } from './documents';
import type { HistoryEntryName } from '../core/history/historyEntry';
import type { Side } from '../core/history/documentHistory';
import type { History } from '../core/history/history';

const scheme = 'isc-connector-version';

/** The document of which a URI shows the text, as it is in the editor or as it is or was elsewhere. */
export function shownDocument(uri: vscode.Uri): DocumentId | undefined {
	return fromUri(uri.scheme === scheme ? uri.with({ scheme: documentScheme }) : uri);
}

/** Read-only texts of documents: what a tenant has or had, to be compared with an editor's. */
export class VersionTexts implements vscode.TextDocumentContentProvider, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly texts = new Map<string, string>();
	private count = 0;

	constructor(
		private readonly documents: Documents,
		private readonly history: () => Promise<History>,
	) {
		this.store.add(vscode.workspace.registerTextDocumentContentProvider(scheme, this));
		this.store.add(
			vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.texts.delete(uri.toString())),
		);
	}

	/** A text that is kept in memory until its editor is closed. */
	snapshot(id: DocumentId, bytes: Uint8Array): vscode.Uri {
		const uri = this.uri(id, { snapshot: `${Date.now()}-${++this.count}` });
		this.texts.set(uri.toString(), new TextDecoder().decode(bytes));
		return uri;
	}

	/** What the tenant has now; nothing if it does not have the document. */
	async present(id: DocumentId): Promise<vscode.Uri> {
		const document = this.documents.get(id);
		await document.refresh();
		return this.snapshot(id, document.current?.bytes ?? new Uint8Array());
	}

	/** A text of a history entry. */
	historyEntry({ document, id }: HistoryEntryName, side: Side): vscode.Uri {
		return this.uri(document, { point: id, side });
	}

	/** The history entry that an editor shows; undefined for every other editor. */
	historyEntryAt(uri: vscode.Uri): HistoryEntryName | undefined {
		const id = new URLSearchParams(uri.query).get('point');
		const document = uri.scheme === scheme ? shownDocument(uri) : undefined;
		return document && id !== null ? { document, id } : undefined;
	}

	async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
		const known = this.texts.get(uri.toString());
		if (known !== undefined) {
			return known;
		}
		const entry = this.historyEntryAt(uri);
		const side = uri.query.includes('side=sent') ? 'sent' : 'replaced';
		const bytes = entry && (await (await this.history()).read(entry, side));
		return bytes
			? new TextDecoder().decode(bytes)
			: vscode.l10n.t('This version is no longer available. Compare again to see it.');
	}

	private uri(id: DocumentId, query: Readonly<Record<string, string>>): vscode.Uri {
		return toUri(id).with({ scheme, query: new URLSearchParams(query).toString() });
	}

	dispose(): void {
		this.store.dispose();
	}
}
