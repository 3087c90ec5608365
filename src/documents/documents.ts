import * as vscode from 'vscode';
import type { ConnectorPart, ConnectorsApi } from '../api/connectorsApi';
import { ApiError } from '../api/errors';
import { DisposableStore } from '../util/disposables';
import type { Catalog, CatalogPlace } from './catalog';
import type { DocumentId, DocumentPart } from './documentPath';
import { fromUri, toUri } from './documentUri';
import { metadataPatch, metadataText, parseMetadata } from './metadata';
import { RemoteDocument } from './remoteDocument';
import type { RemoteText } from './save';
import type { SizeMemory } from './sizeMemory';
import { Versions } from './versions';

/** The documents that this session has to do with. */
export class Documents implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<DocumentId>());
	/** The tenant turned out to have another text of the document than was known. */
	readonly onDidChange = this.didChange.event;
	private readonly known = new Map<string, RemoteDocument>();
	/** The documents of which VS Code has begun a save by itself. */
	private readonly automatic = new Set<string>();

	constructor(
		private readonly client: (tenant: string) => Promise<ConnectorsApi>,
		private readonly catalog: Catalog,
		private readonly sizes: SizeMemory,
		private readonly log: (error: unknown) => void,
	) {
		this.store.add(
			vscode.workspace.onWillSaveTextDocument(({ document: { uri }, reason }) => {
				const id = fromUri(uri);
				if (id) {
					this.get(id).expire();
					this.noteReason(uri, reason);
				}
			}),
		);
	}

	/** Whether VS Code itself, not a person, has just begun to save the document; tells it of each save once. */
	takeAutomatic(uri: vscode.Uri): boolean {
		return this.automatic.delete(uri.toString());
	}

	private noteReason(uri: vscode.Uri, reason: vscode.TextDocumentSaveReason): void {
		if (reason === vscode.TextDocumentSaveReason.Manual) {
			this.automatic.delete(uri.toString());
		} else {
			this.automatic.add(uri.toString());
		}
	}

	/** Looks again what the tenant has: at once for what is open in an editor, for all else when it is needed. */
	refresh({ tenant, scriptName }: CatalogPlace): void {
		for (const [key, document] of this.known) {
			const uri = vscode.Uri.parse(key);
			const id = fromUri(uri);
			if (id?.tenant === tenant && (scriptName === undefined || id.scriptName === scriptName)) {
				if (vscode.workspace.textDocuments.some(open => open.uri.toString() === key)) {
					document.refresh().catch(this.log);
				} else {
					document.expire();
				}
			}
		}
	}

	get(id: DocumentId): RemoteDocument {
		const key = toUri(id).toString();
		const known = this.known.get(key);
		if (known) {
			return known;
		}
		const versions = new Versions(this.sizes.of(key), sizes => this.sizes.keep(key, sizes));
		const document = new RemoteDocument(this.remote(id), () => this.didChange.fire(id), versions);
		this.known.set(key, document);
		return document;
	}

	private remote({ tenant, scriptName, part }: DocumentId): RemoteText {
		if (part === 'connector-metadata') {
			return new RemoteMetadata(() => this.client(tenant), scriptName);
		}
		const locale = localeOf(part);
		const translation = locale && {
			exists: () => this.catalog.hasLocale(tenant, scriptName, locale, trustLocales),
			created: () => this.catalog.refresh({ tenant, scriptName }),
		};
		return new RemotePart(() => this.client(tenant), scriptName, part, translation || undefined);
	}

	dispose(): void {
		this.store.dispose();
	}
}

export function localeOf(part: DocumentPart): string | undefined {
	return part.startsWith('translations/') ? part.slice('translations/'.length) : undefined;
}

/** Milliseconds for which a locale is believed to exist still: for one that does not, the service answers in English. */
const trustLocales = 60_000;

/** What is to be known of a translation beyond its text. */
interface TranslationState {
	/** The service answers with the `en` text for a locale that does not exist, so its answer cannot tell. */
	readonly exists: () => Promise<boolean>;
	readonly created: () => void;
}

/** What the API reads and writes as a file. */
class RemotePart implements RemoteText {
	constructor(
		private readonly client: () => Promise<ConnectorsApi>,
		private readonly scriptName: string,
		private readonly part: ConnectorPart,
		private readonly translation: TranslationState | undefined,
	) {}

	async read(): Promise<Uint8Array | undefined> {
		if (this.translation && !(await this.translation.exists())) {
			return undefined;
		}
		const client = await this.client();
		return unlessMissing(() => client.readPart(this.scriptName, this.part));
	}

	async write(bytes: Uint8Array, previous: Uint8Array | undefined) {
		const client = await this.client();
		const detail = await client.writePart(this.scriptName, this.part, bytes);
		if (!previous) {
			this.translation?.created();
		}
		return detail;
	}
}

/** The connectorMetadata map, which is read with the connector's detail and changed by a PATCH. */
class RemoteMetadata implements RemoteText {
	constructor(
		private readonly client: () => Promise<ConnectorsApi>,
		private readonly scriptName: string,
	) {}

	async read(): Promise<Uint8Array | undefined> {
		const client = await this.client();
		const detail = await unlessMissing(() => client.getConnector(this.scriptName));
		return detail && new TextEncoder().encode(metadataText(detail.connectorMetadata ?? {}));
	}

	async write(bytes: Uint8Array, previous: Uint8Array | undefined) {
		const before = previous ? parseMetadata(new TextDecoder().decode(previous)) : {};
		const operations = metadataPatch(before, parseMetadata(new TextDecoder().decode(bytes)));
		if (operations.length === 0) {
			return { status: 'UNCHANGED' } as const;
		}
		await (await this.client()).patchConnector(this.scriptName, operations);
		return { status: 'UPDATED' } as const;
	}
}

async function unlessMissing<T>(request: () => Promise<T>): Promise<T | undefined> {
	try {
		return await request();
	} catch (error) {
		if (error instanceof ApiError && error.status === 404) {
			return undefined;
		}
		throw error;
	}
}
