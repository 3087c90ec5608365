import { isDeepStrictEqual } from 'node:util';
import type { ConnectorPart, ConnectorsApi } from '../api/connectorsApi';
import { unlessMissing } from '../api/unlessMissing';
import { metadataPatch, metadataText, parseMetadata } from './metadata';
import type { RemoteText } from './save';

/** What the catalog knows of a translation. */
export interface TranslationState {
	/**
	 * False if it is known that the tenant does not have the locale. The service would answer with the `en` text then, so its
	 * answer proves nothing.
	 */
	readonly mayExist: () => Promise<boolean>;
	readonly created: () => void;
}

/** What the API reads and writes as a file. */
export class RemotePart implements RemoteText {
	readonly isCreatedByWriting: boolean;

	constructor(
		private readonly client: () => Promise<ConnectorsApi>,
		private readonly scriptName: string,
		private readonly part: ConnectorPart,
		private readonly translation?: TranslationState,
	) {
		this.isCreatedByWriting = translation !== undefined;
	}

	async read(): Promise<Uint8Array | undefined> {
		if (this.translation && !(await this.translation.mayExist())) {
			return undefined;
		}
		const client = await this.client();
		return unlessMissing(() => client.readPart(this.scriptName, this.part));
	}

	async write(bytes: Uint8Array, previous: Uint8Array | undefined, leaveBy: number) {
		const client = await this.client();
		try {
			return await client.writePart(this.scriptName, this.part, bytes, leaveBy);
		} finally {
			if (!previous) {
				this.translation?.created(); // It may be so even if the answer got lost.
			}
		}
	}
}

/** The connectorMetadata map, which is read with the connector's detail and changed by a PATCH. */
export class RemoteMetadata implements RemoteText {
	readonly isCreatedByWriting = false;
	/** How the person lays out the map, the last text first; the service keeps the map, not its text. */
	private layouts: readonly string[] = [];

	constructor(
		private readonly client: () => Promise<ConnectorsApi>,
		private readonly scriptName: string,
	) {}

	async read(): Promise<Uint8Array | undefined> {
		const client = await this.client();
		const detail = await unlessMissing(() => client.getConnector(this.scriptName));
		if (!detail) {
			return undefined;
		}
		const metadata = detail.connectorMetadata ?? {};
		const laidOut = this.layouts.find(text => isDeepStrictEqual(parseMetadata(text), metadata));
		return new TextEncoder().encode(laidOut ?? metadataText(metadata));
	}

	async write(bytes: Uint8Array, previous: Uint8Array | undefined, leaveBy: number) {
		const before = previous ? parseMetadata(new TextDecoder().decode(previous)) : {};
		const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
		const operations = metadataPatch(before, parseMetadata(text));
		// The tenant has the map of either, until it is certain that it took this one.
		this.layouts = [text, ...this.layouts.slice(0, 1)];
		if (operations.length === 0) {
			return { status: 'UNCHANGED' } as const;
		}
		await (await this.client()).patchConnector(this.scriptName, operations, leaveBy);
		return { status: 'UPDATED' } as const;
	}
}
