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
import type { Catalog } from '../../catalog/catalog';
import { placeAt, scheme } from '../../core/remote/documentPath';
import type { Documents } from '../../documents/documents';
import type { RefactoredTexts } from '../../documents/origins/refactoredTexts';
import { fromUri, placeUri } from '../../documents/documentUri';
import type { PropertiesDocument } from '../../core/properties/parse';
import { DisposableStore } from '../../util/disposables';
import type { XmlDocument } from '../../core/xml/tree';
import { FetchedConnectors } from './fetchedConnectors';
import { fetchTexts, type FetchedTexts, type Texts } from './fetchedTexts';
import type { ConnectorFolder, LanguageTools } from './languageTools';
import { isTooLong, ReadTexts } from './readTexts';
import { isOfConnectors } from './schemes';

/** The texts of connectors, and what they mean: from editors, else as tenants and disks were last seen to have them. */
export class ConnectorTexts implements LanguageTools, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<vscode.Uri>());
	readonly onDidChange = this.didChange.event;
	private readonly read = new ReadTexts();
	private readonly fetched = new FetchedConnectors(
		folder => fetchTexts(vscode.Uri.parse(folder), this.catalog),
		{ fetched: folder => this.tell(vscode.Uri.parse(folder)), dropped: folder => this.drop(folder) },
	);
	/** What was told of connectors as neighbours, by the folder's URI, until something changes in them. */
	private readonly neighbours = new Map<string, ConnectorDocuments>();

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
					this.foldersOf(tenant).forEach(folder => this.forget(folder));
				}
			}),
		);
		this.store.add(
			documents.onDidChange(({ id: { tenant, scriptName } }) =>
				this.tell(placeUri(tenant, { kind: 'connector', scriptName })),
			),
		);
		this.store.add(
			vscode.workspace.onDidSaveTextDocument(({ uri }) => {
				if (uri.scheme !== scheme) {
					forgetFile(uri); // The watcher looks after the workspace's folders only.
				}
			}),
		);
		const tellOf = ({ uri }: vscode.TextDocument) => {
			const found = this.folderOf(uri);
			if (found) {
				this.tell(found.folder);
			}
		};
		this.store.add(vscode.workspace.onDidOpenTextDocument(tellOf));
		this.store.add(
			vscode.workspace.onDidCloseTextDocument(document => {
				this.read.forget(document.uri.toString());
				tellOf(document);
			}),
		);
		this.store.add(
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (contentChanges.length > 0) {
					tellOf(document);
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
		const found = isOfConnectors(uri) ? documentAtPath(uri.path) : undefined;
		return found && { folder: uri.with({ path: found.folder || '/' }), name: found.name };
	}

	uriOf(folder: vscode.Uri, name: DocumentName): vscode.Uri {
		return vscode.Uri.joinPath(folder, fileOfDocument(name));
	}

	async connector(folder: vscode.Uri, { again = false } = {}): Promise<ConnectorDocuments> {
		return this.assemble(folder, await this.fetched.get(folder.toString(), again));
	}

	async refresh(folder: vscode.Uri, maxAge: number): Promise<void> {
		const known = this.fetched.known(folder.toString());
		if (folder.scheme === scheme && known && performance.now() - known.askedAt > maxAge) {
			this.fetched.renew(folder.toString(), await fetchTexts(folder, this.catalog, maxAge));
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
		const known = this.fetched.known(folder.toString());
		return known && this.assemble(folder, known);
	}

	inEditors(folder: vscode.Uri): ConnectorDocuments {
		return this.assemble(folder, undefined);
	}

	knownNeighbours(folder: vscode.Uri): readonly ConnectorDocuments[] {
		const parent = vscode.Uri.joinPath(folder, '..').toString();
		return this.fetched
			.folders()
			.map(key => vscode.Uri.parse(key))
			.filter(each => vscode.Uri.joinPath(each, '..').toString() === parent)
			.filter(each => each.toString() !== folder.toString())
			.flatMap(each => this.knownNeighbour(each) ?? []);
	}

	private knownNeighbour(folder: vscode.Uri): ConnectorDocuments | undefined {
		const key = folder.toString();
		const neighbour = this.neighbours.get(key) ?? this.knownConnector(folder);
		if (neighbour) {
			this.neighbours.set(key, neighbour);
		}
		return neighbour;
	}

	private assemble(folder: vscode.Uri, fetched: FetchedTexts | undefined): ConnectorDocuments {
		const open = this.openTexts(folder);
		const { texts, askedAt } = fetched ?? { texts: new Map<DocumentName, string>(), askedAt: -Infinity };
		const names = new Set([...texts.keys(), ...open.keys()]);
		const textOf = (name: DocumentName) => {
			const text = open.get(name) ?? this.seenSince(askedAt, folder, name) ?? texts.get(name);
			return text !== undefined && isTooLong(text) ? undefined : text;
		};
		const xml = (name: DocumentName) => {
			const text = names.has(name) ? textOf(name) : undefined;
			return text === undefined ? undefined : this.read.xml(this.uriOf(folder, name).toString(), text);
		};
		const translations = new Map<string, PropertiesDocument>();
		for (const name of [...names].filter(isTranslation)) {
			const text = textOf(name);
			if (text !== undefined) {
				translations.set(localeOf(name), this.read.properties(this.uriOf(folder, name).toString(), text));
			}
		}
		return {
			sourceConfig: xml('source-config'),
			sourceTemplate: xml('source-template'),
			correlationConfig: xml('correlation-config'),
			translations,
		};
	}

	private openTexts(folder: vscode.Uri): Texts {
		const texts = new Map<DocumentName, string>();
		for (const document of vscode.workspace.textDocuments) {
			const found = document.isClosed ? undefined : this.folderOf(document.uri);
			if (found?.folder.toString() === folder.toString()) {
				texts.set(found.name, document.getText());
			}
		}
		return texts;
	}

	/** What a tenant's document was last seen to be, if that was not before the connector was asked for. */
	private seenSince(askedAt: number, folder: vscode.Uri, name: DocumentName): string | undefined {
		const id = fromUri(this.uriOf(folder, name));
		const known = id && this.documents.known(id);
		const isNewer = known !== undefined && performance.now() - known.age >= askedAt;
		return isNewer && known.current ? new TextDecoder().decode(known.current.bytes) : undefined;
	}

	private foldersOf(tenant: string): readonly vscode.Uri[] {
		return this.fetched
			.folders()
			.map(key => vscode.Uri.parse(key))
			.filter(({ authority }) => authority === tenant);
	}

	private forget(folder: vscode.Uri | undefined): void {
		if (folder && this.fetched.forget(folder.toString())) {
			this.tell(folder);
		}
	}

	private tell(folder: vscode.Uri): void {
		this.neighbours.delete(folder.toString());
		this.didChange.fire(folder);
	}

	private drop(folder: string): void {
		this.neighbours.delete(folder);
		const open = new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
		this.read.forgetBelow(folder, uri => open.has(uri));
	}

	dispose(): void {
		this.store.dispose();
	}
}

const watched = `**/{${[...xmlNames, translationOf('*')].map(fileOfDocument).join()}}`;
