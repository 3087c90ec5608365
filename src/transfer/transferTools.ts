import type { ConnectorsApi } from '../api/connectorsApi';
import type { Catalog } from '../documents/catalog';
import type { Documents } from '../documents/documents';
import type { DocumentId } from '../documents/documentPath';
import type { SaveAction } from '../documents/restorePoint';
import type { RestorePoints } from '../documents/restorePoints';
import type { Compared } from '../documents/save';
import type { SaveCause, Saves } from '../documents/saves';
import { hashOf } from '../documents/versions';
import type { ConnectorDeletion } from './connectorDeletion';
import type { TransferRecords } from './transferRecords';

/** What transfers work with. */
export interface TransferTools {
	readonly client: (tenant: string) => Promise<ConnectorsApi>;
	readonly catalog: Pick<Catalog, 'open' | 'refresh'>;
	readonly documents: Pick<Documents, 'get'>;
	readonly saves: Pick<Saves, 'save'>;
	readonly points: () => Promise<RestorePoints>;
	readonly records: TransferRecords;
	readonly deletion: Pick<ConnectorDeletion, 'delete'>;
}

/** Why a text is sent, and what it was compared with. */
export interface TextCause extends Pick<SaveCause, 'onDidKeep'> {
	readonly action: SaveAction;
	readonly compared: Compared;
}

/** What a tenant has. */
export interface Text {
	readonly hash: string;
	readonly bytes: Uint8Array;
}

/** Sends a text by the rules of a save, and resolves to what the tenant has then. */
export async function sendText(
	{ saves, documents }: Pick<TransferTools, 'saves' | 'documents'>,
	id: DocumentId,
	bytes: Uint8Array,
	cause: TextCause,
): Promise<Text> {
	const document = documents.get(id);
	const result = await saves.save(id, bytes, { ...cause, fromEditor: false });
	await document.verify();
	const isUnchanged = result.sent && result.unchanged;
	// An editor that shows the document may have begun to look before; and a tenant that says it has changed nothing has to show it.
	if (document.isBusy || isUnchanged) {
		await document.refresh().catch((error: unknown) => {
			if (isUnchanged) {
				throw error;
			}
		});
	}
	return document.current ?? { hash: hashOf(bytes), bytes };
}
