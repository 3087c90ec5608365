import * as vscode from 'vscode';
import type { ConnectorPart, ConnectorsApi } from '../api/connectorsApi';
import { ApiError } from '../api/errors';
import { DisposableStore } from '../util/disposables';
import type { Catalog } from './catalog';
import type { DocumentId, DocumentPart } from './documentPath';
import { fromUri, toUri } from './documentUri';
import { metadataPatch, metadataText, parseMetadata } from './metadata';
import { RemoteDocument } from './remoteDocument';
import type { RemoteText } from './save';

/** The documents that this session has to do with. */
export class Documents implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<DocumentId>());
	/** The tenant turned out to have another text of the document than was known. */
	readonly onDidChange = this.didChange.event;
	private readonly known = new Map<string, RemoteDocument>();

	constructor(
		private readonly client: (tenant: string) => Promise<ConnectorsApi>,
		private readonly catalog: Catalog,
	) {
		this.store.add(
			vscode.workspace.onWillSaveTextDocument(({ document: { uri } }) => {
				const id = fromUri(uri);
				if (id) {
					this.get(id).announceSave();
				}
			}),
		);
	}

	get(id: DocumentId): RemoteDocument {
		const key = toUri(id).toString();
		const known = this.known.get(key);
		if (known) {
			return known;
		}
		const document = new RemoteDocument(this.remote(id), () => this.didChange.fire(id));
		this.known.set(key, document);
		return document;
	}

	private remote({ tenant, scriptName, part }: DocumentId): RemoteText {
		if (part === 'connector-metadata') {
			return new RemoteMetadata(() => this.client(tenant), scriptName);
		}
		const locale = localeOf(part);
		return new RemotePart(
			() => this.client(tenant),
			scriptName,
			part,
			async () => {
				const outline = await this.catalog.outline(tenant, scriptName);
				return !locale || (outline?.locales.some(known => known === locale) ?? false);
			},
		);
	}

	dispose(): void {
		this.store.dispose();
	}
}

export function localeOf(part: DocumentPart): string | undefined {
	return part.startsWith('translations/') ? part.slice('translations/'.length) : undefined;
}

/** What the API reads and writes as a file. */
class RemotePart implements RemoteText {
	constructor(
		private readonly client: () => Promise<ConnectorsApi>,
		private readonly scriptName: string,
		private readonly part: ConnectorPart,
		/** The service answers with the `en` text for a locale that does not exist, so its answer cannot tell. */
		private readonly exists: () => Promise<boolean>,
	) {}

	async read(): Promise<Uint8Array | undefined> {
		if (localeOf(this.part) && !(await this.exists())) {
			return undefined;
		}
		const client = await this.client();
		return unlessMissing(() => client.readPart(this.scriptName, this.part));
	}

	async write(bytes: Uint8Array) {
		return (await this.client()).writePart(this.scriptName, this.part, bytes);
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
