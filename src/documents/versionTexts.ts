import * as vscode from 'vscode';
import { DisposableStore } from '../util/disposables';
import type { DocumentId } from '../core/remote/documentPath';
import { fromUri, toUri } from './documentUri';
import type { Documents } from './documents';
import type { HistoryEntryName } from '../core/history/historyEntry';
import type { Side } from '../core/history/documentHistory';
import type { History } from '../core/history/history';
import { shownDocument, versionScheme } from './versionUri';

/** Read-only texts of documents: what a tenant has or had, to be compared with an editor's. */
export class VersionTexts implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly texts = new Map<string, string>();
	private count = 0;

	/** @param didChange told of URIs that have another text than before */
	constructor(
		private readonly documents: Documents,
		private readonly history: () => Promise<History>,
		private readonly didChange: vscode.EventEmitter<vscode.Uri>,
	) {
		const { workspace } = vscode;
		const change = (id: DocumentId) => {
			didChange.fire(this.presentUri(id));
			didChange.fire(this.reviewUri(id));
		};
		this.store.add(workspace.onDidCloseTextDocument(({ uri }) => void this.texts.delete(uri.toString())));
		this.store.add(documents.onDidChange(({ id }) => change(id)));
		this.store.add(documents.onDidRewrite(({ id }) => change(id)));
		this.store.add(
			workspace.onDidSaveTextDocument(({ uri }) => {
				const id = fromUri(uri);
				if (id) {
					change(id);
				}
			}),
		);
	}

	/**
	 * A text that is kept in memory until its editor is closed.
	 * @param name an editor that shows a text of the same document and name gets this one
	 */
	snapshot(id: DocumentId, bytes: Uint8Array, name = `${Date.now()}-${++this.count}`): vscode.Uri {
		return this.keep(this.snapshotUri(id, name), new TextDecoder().decode(bytes));
	}

	/** The same for a text that is no document's. @param uri of the scheme of this class */
	keep(uri: vscode.Uri, text: string): vscode.Uri {
		const key = uri.toString();
		const before = this.texts.get(key);
		this.texts.set(key, text);
		if (before !== undefined && before !== text) {
			this.didChange.fire(uri);
		}
		return uri;
	}

	/** Whether an editor shows a text that was kept. */
	isKept(uri: vscode.Uri): boolean {
		return this.texts.has(uri.toString());
	}

	/** The documents of which editors show a text of this name. */
	shown(name: string): readonly DocumentId[] {
		return [...this.texts.keys()]
			.map(key => vscode.Uri.parse(key))
			.filter(({ query }) => new URLSearchParams(query).get('snapshot') === name)
			.flatMap(uri => shownDocument(uri) ?? []);
	}

	snapshotUri(id: DocumentId, name: string): vscode.Uri {
		return this.uri(id, { snapshot: name });
	}

	/**
	 * What the tenant has; nothing if it does not have the document. The text stays true: it changes with what this session
	 * knows of the tenant.
	 */
	async present(id: DocumentId): Promise<vscode.Uri> {
		await this.documents.get(id).refresh();
		return this.presentUri(id);
	}

	/** The same without asking the tenant for what is known already. */
	presentUri(id: DocumentId): vscode.Uri {
		return this.uri(id, { version: 'present' });
	}

	/** The same in a comparison that is closed once the document is saved: people open others of the same document. */
	reviewUri(id: DocumentId): vscode.Uri {
		return this.uri(id, { version: 'present', for: 'review' });
	}

	/** A text of a history entry. */
	historyEntry({ document, id }: HistoryEntryName, side: Side): vscode.Uri {
		return this.uri(document, { point: id, side });
	}

	/** The history entry that an editor shows; undefined for every other editor. */
	historyEntryAt(uri: vscode.Uri): HistoryEntryName | undefined {
		const id = new URLSearchParams(uri.query).get('point');
		const document = uri.scheme === versionScheme ? shownDocument(uri) : undefined;
		return document && id !== null ? { document, id } : undefined;
	}

	async textOf(uri: vscode.Uri): Promise<string> {
		const known = this.texts.get(uri.toString());
		if (known !== undefined) {
			return known;
		}
		const id = shownDocument(uri);
		const query = new URLSearchParams(uri.query);
		if (id && query.get('version') === 'present') {
			const document = this.documents.get(id);
			const bytes = document.bytes ?? (await document.read());
			return new TextDecoder().decode(bytes);
		}
		const entry = this.historyEntryAt(uri);
		const side = query.get('side') === 'sent' ? 'sent' : 'replaced';
		const bytes = entry && (await (await this.history()).read(entry, side));
		return bytes
			? new TextDecoder().decode(bytes)
			: vscode.l10n.t('This text is no longer available. Open or compare it again to see it.');
	}

	private uri(id: DocumentId, query: Readonly<Record<string, string>>): vscode.Uri {
		return toUri(id).with({ scheme: versionScheme, query: new URLSearchParams(query).toString() });
	}

	dispose(): void {
		this.store.dispose();
	}
}
