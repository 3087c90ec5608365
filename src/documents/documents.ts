import * as vscode from 'vscode';
import { localeOf } from '../core/connector/documentName';
import type { ConnectorsApi } from '../core/api/connectorsApi';
import { delay } from '../core/api/send/http';
import { DisposableStore } from '../util/disposables';
import { setting } from '../util/settings';
import type { Catalog } from '../catalog/catalog';
import { fileOf, type DocumentId, type TenantPlace } from '../core/remote/documentPath';
import { fromUri, toUri } from './documentUri';
import { afterSave, documentAt, editedIn, isUnsaved } from './openDocuments';
import { shownDocument } from './versionUri';
import type { LateAnswer } from '../core/remote/lateSaves';
import type { DocumentChange } from '../core/remote/knownText';
import { freshForReading, RemoteDocument } from '../core/remote/remoteDocument';
import type { TextChange } from '../core/remote/textOrigins';
import { RemoteMetadata, RemotePart } from '../core/remote/remoteText';
import type { RemoteText } from '../core/remote/save';
import type { ReportedStateMemory } from './reportedStateMemory';
import { Versions } from '../core/remote/versions';

/** A document of which the tenant turned out to have another text than was known. */
export interface ChangedDocument {
	readonly id: DocumentId;
	readonly change: DocumentChange;
	/** The hash of the version known before, if there was one. */
	readonly previous: string | undefined;
}

/** A document, and what the tenant has made of a text that was sent to it. */
export interface Rewriting {
	readonly id: DocumentId;
	readonly sent: Uint8Array;
	readonly present: Uint8Array;
}

/** The documents that this session has to do with. */
export class Documents implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<ChangedDocument>());
	readonly onDidChange = this.didChange.event;
	private readonly didRewrite = this.store.add(new vscode.EventEmitter<Rewriting>());
	readonly onDidRewrite = this.didRewrite.event;
	private readonly didAnswer = this.store.add(
		new vscode.EventEmitter<{ readonly id: DocumentId; readonly answer: LateAnswer }>(),
	);
	/** It turned out what became of a save whose answer got lost. */
	readonly onDidAnswer = this.didAnswer.event;
	private readonly didLetGo = this.store.add(
		new vscode.EventEmitter<{ readonly id: DocumentId; readonly bytes: Uint8Array }>(),
	);
	/** The bytes that the tenant was last seen to have of a document are in memory no longer. */
	readonly onDidLetGo = this.didLetGo.event;
	private readonly remotes = new Map<string, RemoteDocument>();
	private letting: NodeJS.Timeout | undefined;
	/** The documents that get back a text, by URI. */
	private readonly givenBack = new Set<string>();
	private readonly end = new AbortController();

	constructor(
		private readonly client: (tenant: string) => Promise<ConnectorsApi>,
		private readonly catalog: Catalog,
		private readonly reported: ReportedStateMemory,
		private readonly log: (error: unknown) => void,
	) {
		this.store.add(
			vscode.workspace.onWillSaveTextDocument(({ document: { uri }, reason }) => {
				const id = fromUri(uri);
				// An automatic save that will not be sent is worth no request, which might be under way when a person saves.
				if (id && (reason === vscode.TextDocumentSaveReason.Manual || setting('save.automatic'))) {
					this.get(id).beginSave();
				}
			}),
		);
		this.followEditors();
	}

	/** Knows from which versions the texts in editors were made. */
	private followEditors(): void {
		const { workspace } = vscode;
		const opened = (document: vscode.TextDocument, hasPast: boolean) => {
			const id = fromUri(document.uri);
			if (id) {
				this.get(id).opened(document.getText(), hasPast);
			}
		};
		// After the extension host was restarted, people can still undo what it has not seen.
		workspace.textDocuments.forEach(document => opened(document, true));
		this.store.add(workspace.onDidOpenTextDocument(document => opened(document, false)));
		this.store.add(
			workspace.onDidCloseTextDocument(({ uri }) =>
				queueMicrotask(() => {
					const id = fromUri(uri);
					// A document that gets another language is closed and opened.
					if (id && !documentAt(uri)) {
						this.known(id)?.closed();
					}
				}),
			),
		);
		// An editor that closes with its window keeps its unsaved text, so that only what is said of its text counts.
		this.store.add(
			workspace.onDidChangeTextDocument(event => {
				const change = this.kindOf(event);
				const { document } = event;
				// A tab has its mark a moment after an edit, and keeps it a moment longer.
				this.follow(document, change === undefined ? isUnsaved(document) : document.isDirty, change);
			}),
		);
		this.store.add(
			vscode.window.tabGroups.onDidChangeTabs(({ changed }) => {
				for (const uri of changed.map(editedIn).filter(each => each !== undefined)) {
					const [document, id] = [documentAt(uri), fromUri(uri)];
					if (document && id && isUnsaved(document) !== (this.get(id).baseHash !== undefined)) {
						this.follow(document, isUnsaved(document));
					}
				}
			}),
		);
	}

	private follow(document: vscode.TextDocument, isUnsavedNow: boolean, change?: TextChange): void {
		const id = fromUri(document.uri);
		if (id) {
			this.get(id).follow({ text: document.getText(), isUnsaved: isUnsavedNow, change });
		}
	}

	private kindOf({
		contentChanges,
		document,
		reason,
	}: vscode.TextDocumentChangeEvent): TextChange | undefined {
		if (contentChanges.length === 0) {
			return undefined;
		}
		if (reason !== undefined) {
			return reason === vscode.TextDocumentChangeReason.Undo ? 'undone' : 'redone';
		}
		// VS Code does not say that it undoes a change of line ends, which comes as an edit of the whole text.
		const isWhole =
			contentChanges.length === 1 && contentChanges[0]?.text.length === document.getText().length;
		return isWhole || this.givenBack.has(document.uri.toString()) ? 'given back' : 'made';
	}

	/** Lets `edit` put texts into editors that these had before, as an undo does. */
	async giveBack<T>(uris: readonly vscode.Uri[], edit: () => Thenable<T>): Promise<T> {
		const keys = uris.map(uri => uri.toString());
		keys.forEach(key => this.givenBack.add(key));
		try {
			return await edit();
		} finally {
			keys.forEach(key => this.givenBack.delete(key));
		}
	}

	/** Reads again what the tenant has: immediately what an editor shows, also in a comparison, and all else when it is needed. */
	refresh({ tenant, scriptName }: TenantPlace): void {
		const shown = new Set(
			vscode.workspace.textDocuments.map(({ uri }) => {
				const id = shownDocument(uri);
				return id && toUri(id).toString();
			}),
		);
		for (const [key, document] of this.remotes) {
			const id = fromUri(vscode.Uri.parse(key));
			if (id?.tenant === tenant && (scriptName === undefined || id.scriptName === scriptName)) {
				if (shown.has(key)) {
					document.refresh().catch(this.log);
				} else {
					document.expire();
				}
			}
		}
	}

	get(id: DocumentId): RemoteDocument {
		const key = toUri(id).toString();
		const known = this.remotes.get(key);
		if (known) {
			return known;
		}
		const document = new RemoteDocument(
			this.remote(id),
			{
				changed: (change, previous) => this.didChange.fire({ id, change, previous }),
				rewritten: (sent, present) =>
					void afterSave(toUri(id)).then(() => this.didRewrite.fire({ id, sent, present })),
				answered: answer => this.didAnswer.fire({ id, answer }),
				failed: this.log,
			},
			new Versions(this.reported.of(key), reported => this.reported.keep(key, reported)),
			undefined,
			milliseconds => delay(milliseconds, this.end.signal),
		);
		this.remotes.set(key, document);
		this.letting ??= setInterval(() => this.letGo(), freshForReading);
		return document;
	}

	/** Keeps no bytes of documents that nobody shows: a transfer alone may have to do with thousands. */
	private letGo(): void {
		for (const [key, document] of this.remotes) {
			const bytes = document.letGo();
			const id = bytes && fromUri(vscode.Uri.parse(key));
			if (id) {
				this.didLetGo.fire({ id, bytes });
			}
		}
	}

	/** Undefined if this session has not had to do with it yet. */
	known(id: DocumentId): RemoteDocument | undefined {
		return this.knownAt(toUri(id));
	}

	/** The same for the document at a URI; undefined if that is none of a tenant. */
	knownAt(uri: vscode.Uri): RemoteDocument | undefined {
		return this.remotes.get(uri.toString());
	}

	/** Settles when no save is under way. */
	async settled(): Promise<void> {
		await Promise.all([...this.remotes.values()].map(document => document.settled()));
	}

	private remote({ tenant, scriptName, part }: DocumentId): RemoteText {
		const client = () => this.client(tenant);
		if (part === 'connector-metadata') {
			return new RemoteMetadata(client, scriptName);
		}
		const locale = localeOf(part);
		return locale === undefined
			? new RemotePart(client, scriptName, part)
			: new RemotePart(client, scriptName, part, {
					mayExist: async () =>
						(await this.catalog.hasLocale(tenant, scriptName, locale, trustLocales)) !== false ||
						// Somebody may have added it meanwhile, and what does not exist is overwritten unseen.
						(await this.catalog.hasLocale(tenant, scriptName, locale, freshLocales)) !== false,
					created: () => this.catalog.refresh({ tenant, scriptName }),
				});
	}

	dispose(): void {
		this.end.abort();
		clearInterval(this.letting);
		this.store.dispose();
	}
}

/** Names a document within its tenant where no one reads it as a sentence: in logs and names of files. `documentTitle` is for people. */
export function nameOf({ scriptName, part }: DocumentId): string {
	return `${scriptName}/${fileOf(part)}`;
}

/** Milliseconds for which a locale is believed to exist still: for one that does not, the service answers in English. */
const trustLocales = 60_000;
/** Milliseconds for which it is believed not to exist. */
const freshLocales = 1000;
