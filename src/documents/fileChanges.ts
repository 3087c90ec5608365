import * as vscode from 'vscode';
import type { AccessMode } from '../core/api/tenant';
import { scheme } from '../core/remote/documentPath';
import type { DocumentChange } from '../core/remote/knownText';
import type { Tenants } from '../tenants/tenants';
import { DisposableStore } from '../util/disposables';
import type { Documents } from './documents';
import { toUri } from './documentUri';
import { documentAt } from './openDocuments';

/** What VS Code hears of files that are not as they were. */
export class FileChanges implements vscode.Disposable {
	private readonly store = new DisposableStore();
	/** The changes of documents whose editors are dirty at this moment, by URI. */
	private readonly waiting = new Map<string, vscode.FileChangeType>();
	/** The access modes that VS Code knows of. */
	private access: ReadonlyMap<string, AccessMode>;

	constructor(
		private readonly tenants: Tenants,
		documents: Documents,
		private readonly didChange: vscode.EventEmitter<vscode.FileChangeEvent[]>,
	) {
		this.access = accessOf(tenants);
		this.store.add(tenants.onDidChange(() => this.fireAccess()));
		this.store.add(documents.onDidChange(({ id, change }) => this.fire(toUri(id), types[change])));
		this.store.add(vscode.workspace.onDidSaveTextDocument(document => this.fireWaiting(document)));
		this.store.add(
			vscode.workspace.onDidChangeTextDocument(({ document }) => {
				if (!document.isDirty) {
					this.fireWaiting(document);
				}
			}),
		);
		this.store.add(
			vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.waiting.delete(uri.toString())),
		);
	}

	/** VS Code reloads clean editors only, and one that is just being saved counts as dirty: it hears of it a moment later. */
	fire(uri: vscode.Uri, type: vscode.FileChangeType): void {
		if (type === vscode.FileChangeType.Changed && documentAt(uri)?.isDirty) {
			this.waiting.set(uri.toString(), type);
		} else {
			this.didChange.fire([{ type, uri }]);
		}
	}

	private fireWaiting({ uri }: vscode.TextDocument): void {
		const type = this.waiting.get(uri.toString());
		if (type !== undefined) {
			this.waiting.delete(uri.toString());
			this.fire(uri, type);
		}
	}

	/** VS Code asks again whether an editor may be typed into. */
	private fireAccess(): void {
		const before = this.access;
		this.access = accessOf(this.tenants);
		const changed = vscode.workspace.textDocuments
			.map(({ uri }) => uri)
			.filter(
				({ scheme: its, authority }) =>
					its === scheme && before.get(authority) !== this.access.get(authority),
			);
		this.didChange.fire(changed.map(uri => ({ type: vscode.FileChangeType.Changed, uri })));
	}

	dispose(): void {
		this.store.dispose();
	}
}

const types: Readonly<Record<DocumentChange, vscode.FileChangeType>> = {
	changed: vscode.FileChangeType.Changed,
	created: vscode.FileChangeType.Created,
	deleted: vscode.FileChangeType.Deleted,
	arrived: vscode.FileChangeType.Changed,
};

function accessOf(tenants: Tenants): ReadonlyMap<string, AccessMode> {
	return new Map(tenants.all().map(({ id, access }) => [id, access]));
}
