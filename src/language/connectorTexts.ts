import * as vscode from 'vscode';
import type { ConnectorDocuments } from '../connector/connectorDocuments';
import {
	documentAtPath,
	fileOf,
	isTranslation,
	localeOf,
	type DocumentName,
} from '../connector/documentName';
import type { Catalog } from '../documents/catalog';
import { placeAt, scheme } from '../documents/documentPath';
import type { Documents } from '../documents/documents';
import { fromUri, placeUri } from '../documents/documentUri';
import { parseProperties, type PropertiesDocument } from '../properties/parse';
import { DisposableStore } from '../util/disposables';
import { parseXml } from '../xml/parse';
import type { XmlDocument } from '../xml/tree';
import { fetchTexts, type Texts } from './fetchedTexts';
import type { ConnectorFolder, LanguageTools } from './languageTools';
import { isOfConnectors } from './schemes';

interface Fetched {
	readonly texts: Promise<Texts>;
	/** Once they are there. */
	known?: Texts;
}

/** A text, and what it means. */
interface Read<T> {
	readonly text: string;
	readonly parsed: T;
}

/** The texts of connectors, and what they mean: from editors, else as tenants and disks were last seen to have them. */
export class ConnectorTexts implements LanguageTools, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<vscode.Uri>());
	readonly onDidChange = this.didChange.event;
	/** By the folder's URI; the one used last is the last. */
	private readonly fetched = new Map<string, Fetched>();
	private readonly readXml = new Map<string, Read<XmlDocument>>();
	private readonly readProperties = new Map<string, Read<PropertiesDocument>>();

	constructor(
		private readonly catalog: Catalog,
		private readonly documents: Documents,
		readonly log: (error: unknown) => void,
	) {
		const watcher = this.store.add(vscode.workspace.createFileSystemWatcher(watched));
		const forgetFile = (uri: vscode.Uri) => this.forget(this.folderOf(uri)?.folder);
		this.store.add(watcher.onDidCreate(forgetFile));
		this.store.add(watcher.onDidChange(forgetFile));
		this.store.add(watcher.onDidDelete(forgetFile));
		this.store.add(
			catalog.onDidChange(({ tenant, scriptName }) => {
				if (scriptName !== undefined) {
					this.forget(placeUri(tenant, { kind: 'connector', scriptName }));
				} else {
					this.foldersOf(tenant).forEach(folder => this.forget(folder));
				}
			}),
		);
		this.store.add(
			documents.onDidChange(({ id: { tenant, scriptName } }) =>
				this.didChange.fire(placeUri(tenant, { kind: 'connector', scriptName })),
			),
		);
		this.store.add(
			vscode.workspace.onDidSaveTextDocument(({ uri }) => {
				if (uri.scheme === 'file') {
					forgetFile(uri); // The watcher looks after the workspace's folders only.
				}
			}),
		);
		const tell = ({ uri }: vscode.TextDocument) => {
			const found = this.folderOf(uri);
			if (found) {
				this.didChange.fire(found.folder);
			}
		};
		this.store.add(vscode.workspace.onDidOpenTextDocument(tell));
		this.store.add(
			vscode.workspace.onDidCloseTextDocument(document => {
				this.readXml.delete(document.uri.toString());
				this.readProperties.delete(document.uri.toString());
				tell(document);
			}),
		);
		this.store.add(
			vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
				if (contentChanges.length > 0) {
					tell(document);
				}
			}),
		);
	}

	xml(document: vscode.TextDocument): XmlDocument {
		return this.xmlOf(document.uri, document.getText());
	}

	properties(document: vscode.TextDocument): PropertiesDocument {
		return this.propertiesOf(document.uri, document.getText());
	}

	folderOf(uri: vscode.Uri): ConnectorFolder | undefined {
		const found = isOfConnectors(uri) ? documentAtPath(uri.path) : undefined;
		return found && { folder: uri.with({ path: found.folder || '/' }), name: found.name };
	}

	uriOf(folder: vscode.Uri, name: DocumentName): vscode.Uri {
		return vscode.Uri.joinPath(folder, fileOf(name));
	}

	async connector(folder: vscode.Uri): Promise<ConnectorDocuments> {
		const key = folder.toString();
		const known = this.fetched.get(key) ?? { texts: fetchTexts(folder, this.catalog) };
		this.fetched.delete(key);
		this.fetched.set(key, known);
		try {
			const isNew = known.known === undefined;
			known.known = await known.texts;
			if (isNew) {
				this.didChange.fire(folder);
			}
		} catch (error) {
			if (this.fetched.get(key) === known) {
				this.fetched.delete(key);
			}
			throw error;
		}
		this.forgetOldest();
		return this.assemble(folder, known.known);
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
		const known = this.fetched.get(folder.toString())?.known;
		return known && this.assemble(folder, known);
	}

	inEditors(folder: vscode.Uri): ConnectorDocuments {
		return this.assemble(folder, new Map());
	}

	knownNeighbours(folder: vscode.Uri): readonly ConnectorDocuments[] {
		const parent = vscode.Uri.joinPath(folder, '..').toString();
		const neighbours = [...this.fetched.keys()]
			.map(key => vscode.Uri.parse(key))
			.filter(each => vscode.Uri.joinPath(each, '..').toString() === parent)
			.filter(each => each.toString() !== folder.toString());
		return neighbours.flatMap(each => this.knownConnector(each) ?? []);
	}

	private assemble(folder: vscode.Uri, texts: Texts): ConnectorDocuments {
		const open = this.openTexts(folder);
		const names = new Set([...texts.keys(), ...open.keys()]);
		const text = (name: DocumentName) => open.get(name) ?? this.lastSeen(folder, name) ?? texts.get(name);
		const xml = (name: DocumentName) => {
			const found = names.has(name) ? text(name) : undefined;
			return found === undefined || isTooLong(found)
				? undefined
				: this.xmlOf(this.uriOf(folder, name), found);
		};
		const translations = new Map<string, PropertiesDocument>();
		for (const name of names) {
			const found = isTranslation(name) ? text(name) : undefined;
			if (isTranslation(name) && found !== undefined && !isTooLong(found)) {
				translations.set(localeOf(name), this.propertiesOf(this.uriOf(folder, name), found));
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

	/** What this session last read of a tenant's document, which is newer than what the connector's detail told. */
	private lastSeen(folder: vscode.Uri, name: DocumentName): string | undefined {
		const id = fromUri(this.uriOf(folder, name));
		const bytes = id && this.documents.known(id)?.current?.bytes;
		return bytes && new TextDecoder().decode(bytes);
	}

	private xmlOf(uri: vscode.Uri, text: string): XmlDocument {
		return isTooLong(text)
			? { text, children: [], root: undefined, problems: [] }
			: remembered(this.readXml, uri, text, parseXml);
	}

	private propertiesOf(uri: vscode.Uri, text: string): PropertiesDocument {
		return isTooLong(text)
			? { text, entries: [], comments: [], problems: [] }
			: remembered(this.readProperties, uri, text, parseProperties);
	}

	private foldersOf(tenant: string): readonly vscode.Uri[] {
		return [...this.fetched.keys()]
			.map(key => vscode.Uri.parse(key))
			.filter(({ authority }) => authority === tenant);
	}

	private forget(folder: vscode.Uri | undefined): void {
		if (folder && this.fetched.delete(folder.toString())) {
			this.didChange.fire(folder);
		}
	}

	private forgetOldest(): void {
		for (const key of [...this.fetched.keys()].slice(0, -mostConnectors)) {
			this.fetched.delete(key);
			for (const memory of [this.readXml, this.readProperties]) {
				[...memory.keys()].filter(uri => uri.startsWith(`${key}/`)).forEach(uri => memory.delete(uri));
			}
		}
	}

	dispose(): void {
		this.store.dispose();
	}
}

/** Of how many connectors the texts are kept: a rich one takes some 200 KB. */
const mostConnectors = 40;
/** What is longer is not read: that would be felt with every keystroke. */
const mostCharacters = 2_000_000;
const watched = '**/{source-config.xml,source-template.xml,correlation-config.xml,translations/*.properties}';

function isTooLong(text: string): boolean {
	return text.length > mostCharacters;
}

function remembered<T>(
	memory: Map<string, Read<T>>,
	uri: vscode.Uri,
	text: string,
	parse: (text: string) => T,
): T {
	const key = uri.toString();
	const known = memory.get(key);
	if (known?.text === text) {
		return known.parsed;
	}
	const parsed = parse(text);
	memory.set(key, { text, parsed });
	return parsed;
}
