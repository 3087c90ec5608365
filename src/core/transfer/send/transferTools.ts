import type { ConnectorsApi } from '../../api/connectorsApi';
import type { DocumentId, TenantPlace } from '../../remote/documentPath';
import type { RemoteDocument } from '../../remote/remoteDocument';
import type { HistoryEntryName, SaveAction } from '../../history/historyEntry';
import type { History } from '../../history/history';
import type { Compared, SaveResult } from '../../remote/save';
import type { ConnectorDeletion } from '../copy/connectorDeletion';
import type { TransferRecords } from './transferRecords';

/** What transfers work with; the extension's own catalog, documents and saves fit. */
export interface TransferTools {
	readonly client: (tenant: string) => Promise<ConnectorsApi>;
	readonly catalog: {
		readonly open: (tenant: string, scriptName: string) => Promise<unknown>;
		/** Which connectors people have made. */
		readonly custom: { readonly add: (tenant: string, scriptName: string) => Promise<void> };
		readonly refresh: (place: TenantPlace) => void;
	};
	readonly documents: { readonly get: (id: DocumentId) => RemoteDocument };
	readonly saves: {
		readonly save: (
			id: DocumentId,
			bytes: Uint8Array,
			cause: TextCause & { readonly fromEditor: false },
		) => Promise<SaveResult>;
	};
	readonly history: () => Promise<History>;
	readonly records: TransferRecords;
	readonly deletion: Pick<ConnectorDeletion, 'delete'>;
}

/** Why a text is sent, and what it was compared with. */
export interface TextCause {
	readonly action: SaveAction;
	readonly compared: Compared;
	/** The tenant was just asked for that. */
	readonly isLookedUp?: boolean;
	/** Awaited with the history entry before anything leaves. */
	readonly onDidKeep?: (entry: HistoryEntryName) => Promise<void>;
}

/** Sends a text by the rules of a save, and resolves to what the tenant has then. */
export async function sendText(
	{ saves, documents }: Pick<TransferTools, 'saves' | 'documents'>,
	id: DocumentId,
	bytes: Uint8Array,
	cause: TextCause,
): Promise<Uint8Array> {
	const document = documents.get(id);
	const result = await saves.save(id, bytes, { ...cause, fromEditor: false });
	await document.verify();
	const isUnchanged = result.sent && result.unchanged;
	// An editor's read may have begun before; and where the tenant says that nothing has changed, its text has to prove it.
	if (document.isBusy || isUnchanged) {
		await document.refresh().catch((error: unknown) => {
			if (isUnchanged) {
				throw error;
			}
		});
	}
	return document.bytes ?? (await document.read().catch(() => undefined)) ?? bytes;
}
