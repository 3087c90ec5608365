import * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import {
	documentAtPath,
	fileOfDocument,
	isTranslation,
	localeOf,
	translationOf,
	xmlNames,
	type DocumentName,
} from '../../core/connector/documentName';
import { perDocument } from '../../core/connector/perDocument';
import { isSamePicture } from '../../core/connector/form/pictureOf';
import type { Catalog } from '../../catalog/catalog';
import { placeAt, scheme, type DocumentId } from '../../core/remote/documentPath';
import type { RemoteDocument } from '../../core/remote/remoteDocument';
import { hashOf } from '../../core/remote/versions';
import type { Documents } from '../../documents/documents';
import type { RefactoredTexts } from '../../documents/origins/refactoredTexts';
import { placeUri } from '../../documents/documentUri';
import { folderName } from '../../documents/folderName';
import type { PropertiesDocument } from '../../core/properties/parse';
import { DisposableStore } from '../../util/disposables';
import type { XmlDocument } from '../../core/xml/tree';
import { FetchedConnectors } from './fetchedConnectors';
import { fetchTexts, type FetchedTexts } from './fetchedTexts';
import type { ConnectorChange, ConnectorFolder, LanguageTools } from './languageTools';
import { isTooLong, ReadTexts } from './readTexts';
import { isOfConnectors } from './schemes';

/** A connector as it was put together from its texts. */
interface Assembled {
	readonly connector: ConnectorDocuments;
	/** Whether something may have changed in it since. */
	isOutdated: boolean;
}

/** The texts of connectors, and what they mean: from editors, else as tenants and disks were last seen to have them. */
export class ConnectorTexts implements LanguageTools, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<ConnectorChange>());
	readonly onDidChange = this.didChange.event;
	private readonly read = new ReadTexts();
	private readonly fetched = new FetchedConnectors(folder => this.fetch(vscode.Uri.parse(folder)), {
		fetched: folder => this.changed(vscode.Uri.parse(folder)),
		dropped: folder => this.drop(folder),
	});
	/** By the URIs of connectors' folders. */
	private readonly assembled = new Map<string, Assembled>();
	/** What the connectors in folders were last seen to be called. */
	private readonly names = new Map<string, string>();

	constructor(
		private readonly catalog: Catalog,
		private readonly documents: Documents,
		readonly refactored: RefactoredTexts,
		readonly log: (error: unknown) => void,
	) {
		const watcher = this.store.add(vscode.workspace.createFileSystemWatcher(watched));
		const forgetFile = (uri: vscode.Uri) => this.forget(this.folderOf(uri)?.folder);
		this.store.add(watcher.onDidCreate(forgetFile));
		this.store.add(watcher.onDidChange(forgetFile));
		this.store.add(watcher.onDidDelete(forgetFile));
		this.store.add(
			catalog.onDidRefresh(({ tenant, scriptName }) => {
				if (scriptName !== undefined) {
					this.forget(placeUri(tenant, { kind: 'connector', scriptName }));
				} else {
					const parent = placeUri(tenant, { kind: 'tenant' }).toString();
					this.foldersIn(parent).forEach(folder => this.forget(vscode.Uri.parse(folder)));
				}
			}),
		);
		this.store.add(
			documents.onDidChange(({ id: { tenant, scriptName } }) =>
				this.changed(placeUri(tenant, { kind: 'connector', scriptName })),
			),
		);
		this.store.add(documents.onDidLetGo(({ id, bytes }) => this.takeOver(id, bytes)));
		this.store.add(
			vscode.workspace.onDidSaveTextDocument(({ uri }) => {
				if (uri.scheme !== scheme) {
					forgetFile(uri); // The watcher looks after the workspace's folders only.
				}
			}),
		);
		const documentChanged = ({ uri }: vscode.TextDocument) => {
			const found = this.folderOf(uri);
			if (found) {
				this.changed(found.folder, found.name);
			}
		};
		this.store.add(vscode.workspace.onDidOpenTextDocument(documentChanged));
		this.store.add(
			vscode.workspace.onDidCloseTextDocument(document => {
				this.read.forget(document.uri.toString());
				documentChanged(document);
			}),
		);
		this.store.add(
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (contentChanges.length > 0) {
					documentChanged(document);
				}
			}),
		);
	}

	xml(document: vscode.TextDocument): XmlDocument {
		return this.read.xml(document.uri.toString(), document.getText());
	}

	properties(document: vscode.TextDocument): PropertiesDocument {
		return this.read.properties(document.uri.toString(), document.getText());
	}

	folderOf(uri: vscode.Uri): ConnectorFolder | undefined {
		return folderOf(uri);
	}

	uriOf(folder: vscode.Uri, name: DocumentName): vscode.Uri {
		const uris = urisIn(folder);
		const uri = uris.get(name) ?? vscode.Uri.joinPath(folder, fileOfDocument(name));
		uris.set(name, uri);
		return uri;
	}

	async nameOf(folder: vscode.Uri): Promise<string> {
		const place = folder.scheme === scheme ? placeAt(folder.path) : undefined;
		if (place?.kind === 'connector' && this.catalog.hasDetail(folder.authority, place.scriptName)) {
			const detail = await this.catalog.detail(folder.authority, place.scriptName);
			this.names.set(folder.toString(), detail?.name || folderName(folder));
		}
		return this.names.get(folder.toString()) ?? folderName(folder);
	}

	async connector(folder: vscode.Uri, { again = false } = {}): Promise<ConnectorDocuments> {
		const fetched = await this.fetched.get(folder.toString(), again);
		return this.knownConnector(folder) ?? this.assemble(folder, fetched);
	}

	async refresh(folder: vscode.Uri, maxAge: number): Promise<void> {
		const known = this.fetched.known(folder.toString());
		if (folder.scheme === scheme && known && performance.now() - known.askedAt > maxAge) {
			this.fetched.renew(folder.toString(), await fetchTexts(folder, this.catalog, maxAge));
		}
	}

	private async fetch(folder: vscode.Uri): Promise<FetchedTexts> {
		const fetched = await fetchTexts(folder, this.catalog);
		const isOutdated = [...fetched.texts].some(([name, text]) => {
			const known = this.knownSince(fetched.askedAt, this.uriOf(folder, name));
			return known?.current && !known.bytes && !hashesOf(text).includes(known.current.hash);
		});
		return isOutdated ? fetchTexts(folder, this.catalog, 0) : fetched;
	}

	/** Keeps a text that is newer than what was fetched, since the document keeps it no longer. */
	private takeOver({ tenant, scriptName, part }: DocumentId, bytes: Uint8Array): void {
		const folder = placeUri(tenant, { kind: 'connector', scriptName });
		const fetched = this.fetched.known(folder.toString());
		if (
			fetched &&
			part !== 'connector-metadata' &&
			this.knownSince(fetched.askedAt, this.uriOf(folder, part))
		) {
			fetched.texts.set(part, decoded(bytes));
		}
	}

	hasJustFailed(folder: vscode.Uri): boolean {
		return this.fetched.hasJustFailed(folder.toString());
	}

	isAtHand(folder: vscode.Uri): boolean {
		const place = folder.scheme === scheme ? placeAt(folder.path) : undefined;
		return (
			this.fetched.has(folder.toString()) ||
			place?.kind !== 'connector' ||
			this.catalog.hasDetail(folder.authority, place.scriptName)
		);
	}

	knownConnector(folder: vscode.Uri): ConnectorDocuments | undefined {
		const key = folder.toString();
		const fetched = this.fetched.known(key);
		if (!fetched) {
			return undefined;
		}
		const before = this.assembled.get(key)?.connector;
		const now = this.assemble(folder, fetched);
		const isSame = isSamePicture(now, before) && now.correlationConfig === before?.correlationConfig;
		const connector = before && isSame ? before : now;
		this.assembled.set(key, { connector, isOutdated: false });
		return connector;
	}

	inEditors(folder: vscode.Uri): ConnectorDocuments {
		return this.assemble(folder, nothingFetched);
	}

	knownNeighbours(folder: vscode.Uri): readonly ConnectorDocuments[] {
		const own = folder.toString();
		const others = this.foldersIn(parentOf(own)).filter(key => key !== own);
		return others.flatMap(key => {
			const { connector, isOutdated = true } = this.assembled.get(key) ?? {};
			return (isOutdated ? this.knownConnector(vscode.Uri.parse(key)) : connector) ?? [];
		});
	}

	openDocuments(folder: vscode.Uri): ReadonlyMap<DocumentName, vscode.TextDocument> {
		const key = folder.toString();
		const documents = new Map<DocumentName, vscode.TextDocument>();
		for (const document of vscode.workspace.textDocuments) {
			const isBelow = !document.isClosed && document.uri.toString().startsWith(key);
			const found = isBelow ? this.folderOf(document.uri) : undefined;
			if (found?.folder.toString() === key) {
				documents.set(found.name, document);
			}
		}
		return documents;
	}

	savedText(folder: vscode.Uri, name: DocumentName): string | undefined {
		return this.savedIn(this.fetched.known(folder.toString()) ?? nothingFetched, folder, name);
	}

	private savedIn(
		{ texts, askedAt }: FetchedTexts,
		folder: vscode.Uri,
		name: DocumentName,
	): string | undefined {
		return this.seenSince(askedAt, this.uriOf(folder, name)) ?? texts.get(name);
	}

	private assemble(folder: vscode.Uri, fetched: FetchedTexts): ConnectorDocuments {
		const open = this.openDocuments(folder);
		const read = <T>(name: DocumentName, parse: (uri: string, text: string) => T): T | undefined => {
			const text = open.get(name)?.getText() ?? this.savedIn(fetched, folder, name);
			return text === undefined || isTooLong(text)
				? undefined
				: parse(this.uriOf(folder, name).toString(), text);
		};
		const names = new Set([...fetched.texts.keys(), ...open.keys()]);
		const xml = (name: DocumentName) =>
			names.has(name) ? read(name, (uri, text) => this.read.xml(uri, text)) : undefined;
		const translations = new Map<string, PropertiesDocument>();
		for (const name of [...names].filter(isTranslation)) {
			const document = read(name, (uri, text) => this.read.properties(uri, text));
			if (document) {
				translations.set(localeOf(name), document);
			}
		}
		return {
			sourceConfig: xml('source-config'),
			sourceTemplate: xml('source-template'),
			correlationConfig: xml('correlation-config'),
			translations,
		};
	}

	/** The text that a tenant's document was last seen to have, unless the connector was asked for later. */
	private seenSince(askedAt: number, uri: vscode.Uri): string | undefined {
		const bytes = this.knownSince(askedAt, uri)?.bytes;
		return bytes && decoded(bytes);
	}

	/** A tenant's document that was asked for later than the connector. */
	private knownSince(askedAt: number, uri: vscode.Uri): RemoteDocument | undefined {
		const known = this.documents.knownAt(uri);
		return known && performance.now() - known.age >= askedAt ? known : undefined;
	}

	/** The URIs of the connectors in a folder that have been asked for. */
	private foldersIn(parent: string): readonly string[] {
		return this.fetched.folders().filter(folder => parentOf(folder) === parent);
	}

	private forget(folder: vscode.Uri | undefined): void {
		if (folder && this.fetched.forget(folder.toString())) {
			this.changed(folder);
		}
	}

	private changed(folder: vscode.Uri, edited?: DocumentName): void {
		const assembled = this.assembled.get(folder.toString());
		if (assembled) {
			assembled.isOutdated = true;
		}
		this.didChange.fire({ folder, edited });
	}

	private drop(folder: string): void {
		this.assembled.delete(folder);
		const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
		this.read.forgetBelow(folder, uri => open.has(uri));
	}

	dispose(): void {
		this.store.dispose();
	}
}

/** The same folder for the same URI: VS Code takes long to make one, and this is asked several times with each keystroke. */
const folderOf = perDocument((uri: vscode.Uri): ConnectorFolder | undefined => {
	const found = isOfConnectors(uri) ? documentAtPath(uri.path) : undefined;
	return found && { folder: uri.with({ path: found.folder || '/' }), name: found.name };
});

/** The URIs of the documents in a folder that have been asked for. */
const urisIn = perDocument<vscode.Uri, [], Map<DocumentName, vscode.Uri>>(() => new Map());

/** The same string for the same bytes, so that it is found to be the same text without a look at it. */
const decoded = perDocument((bytes: Uint8Array) => new TextDecoder().decode(bytes));

/** What the version of a text may be called, which has lost its byte order mark if it had one. */
function hashesOf(text: string): readonly string[] {
	return [text, `\uFEFF${text}`].map(each => hashOf(Buffer.from(each)));
}

const nothingFetched: FetchedTexts = { texts: new Map(), askedAt: -Infinity };

const watched = `**/{${[...xmlNames, translationOf('*')].map(fileOfDocument).join()}}`;

/** The URI of the folder that a folder is in, with its last slash. */
function parentOf(folder: string): string {
	return folder.slice(0, folder.lastIndexOf('/') + 1);
}
