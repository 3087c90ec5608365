import type { ConnectorsApi } from '../api/connectorsApi';
import type { Catalog } from '../documents/catalog';
import type { Documents } from '../documents/documents';
import type { DocumentId } from '../documents/documentPath';
import type { RestorePointName, SaveAction } from '../documents/restorePoint';
import type { RestorePoints } from '../documents/restorePoints';
import type { Compared } from '../documents/save';
import { SaveConflictError } from '../documents/saveErrors';
import type { Saves } from '../documents/saves';
import { hashOf } from '../documents/versions';
import type { ConnectorBundle } from './bundle';
import { createConnector } from './createConnector';
import { NothingToDeleteError, type ConnectorDeletion } from './connectorDeletion';
import { contentHash } from './contentHash';
import type { Choice, Expected, SendOptions, Transfer } from './transfer';
import type { TransferChange, TransferRecord } from './transferRecord';
import type { TransferRecords } from './transferRecords';

/** What an undo has come to. */
export interface UndoResult {
	/** The documents that have again what they had. */
	readonly restored: readonly DocumentId[];
	/** The connectors that are gone again. */
	readonly deleted: readonly string[];
	/** The documents that stay, because the service can delete none. */
	readonly stay: readonly DocumentId[];
	readonly failed: readonly { readonly document: DocumentId; readonly error: unknown }[];
}

/** What transfers work with. */
export interface TransferTools {
	readonly client: (tenant: string) => Promise<ConnectorsApi>;
	readonly catalog: Catalog;
	readonly documents: Documents;
	readonly saves: Saves;
	readonly points: () => Promise<RestorePoints>;
	readonly records: TransferRecords;
	readonly deletion: ConnectorDeletion;
}

/** Brings texts to tenants through the save pipeline, and back again as a whole. */
export class Transfers {
	constructor(private readonly tools: TransferTools) {}

	/** Sends what is chosen, see `Transfer.send`, and keeps how to undo it, also if this rejects. */
	async send(
		transfer: Transfer,
		chosen: ReadonlySet<Choice>,
		{ title, ...options }: Omit<SendOptions, 'service'> & { readonly title: string },
	): Promise<void> {
		const { catalog, records } = this.tools;
		const { kind, tenant } = transfer;
		let record = records.start({ kind, tenant, title });
		const keep = async (more: Partial<TransferRecord>) => {
			record = { ...record, ...more };
			await records.put(record);
		};
		const created: string[] = [];
		try {
			await transfer.send(chosen, {
				...options,
				service: {
					create: async (_, bundle: ConnectorBundle) => {
						const scriptName = await createConnector(await this.tools.client(tenant), bundle.about);
						created.push(scriptName);
						await keep({ created: [...record.created, { scriptName, name: bundle.about.name }] });
						return scriptName;
					},
					send: async (id, bytes, expected) => {
						const compared = await this.comparedWith(id, expected);
						const change = await this.sendText(id, bytes, { action: kind, compared });
						if (change) {
							await keep({ changes: [...record.changes, change] });
						}
						return change;
					},
				},
			});
		} finally {
			if (created.length > 0) {
				catalog.refresh({ tenant });
				for (const scriptName of created) {
					await catalog.open(tenant, scriptName).catch(() => undefined); // Its row is missing until a refresh.
				}
			}
		}
	}

	/** Gives the tenant back what it had before a transfer; what fails stays in the record, so that it can be tried again. */
	async undo(record: TransferRecord, signal: AbortSignal): Promise<UndoResult> {
		const { records, deletion } = this.tools;
		const { tenant } = record;
		const result = { restored: [], deleted: [], stay: [], failed: [] } as {
			-readonly [K in keyof UndoResult]: UndoResult[K][number][];
		};
		let left = record;
		const keep = async (more: Partial<TransferRecord>) => {
			left = { ...left, ...more };
			await records.put(left);
		};
		for (const connector of record.created) {
			signal.throwIfAborted();
			const { scriptName, name } = connector;
			await deletion.delete(tenant, connector).catch((error: unknown) => {
				if (!(error instanceof NothingToDeleteError)) {
					throw error;
				}
			});
			result.deleted.push(name);
			await keep({
				created: left.created.filter(each => each !== connector),
				changes: left.changes.filter(({ document }) => document.scriptName !== scriptName),
			});
		}
		for (const change of [...left.changes].reverse()) {
			signal.throwIfAborted();
			const { document } = change;
			if (change.isNew) {
				result.stay.push(document);
			} else {
				try {
					await this.giveBack(change);
					result.restored.push(document);
				} catch (error) {
					result.failed.push({ document, error });
					continue;
				}
			}
			await keep({ changes: left.changes.filter(each => each !== change) });
		}
		return result;
	}

	private async giveBack({ document, point, made }: TransferChange): Promise<void> {
		const { documents, points } = this.tools;
		const bytes = await (await points()).read({ document, id: point }, 'replaced');
		if (!bytes) {
			throw new GoneTextError();
		}
		await documents.get(document).refresh();
		const now = documents.get(document).current;
		if (now && contentHash(document.part, now.bytes) !== made) {
			throw new SaveConflictError();
		}
		const compared = now ? { hash: now.hash } : 'nothing';
		await this.sendText(document, bytes, { action: 'undo', compared });
	}

	private async comparedWith(id: DocumentId, expected: Expected): Promise<Compared> {
		if (typeof expected === 'string') {
			return expected;
		}
		if (id.part === 'connector-metadata') {
			// The same map may have another layout here: the one in which somebody has saved it in this session.
			const document = this.tools.documents.get(id);
			await document.refresh();
			const { current } = document;
			if (current && contentHash(id.part, current.bytes) === contentHash(id.part, expected.bytes)) {
				return { hash: current.hash };
			}
		}
		return { hash: hashOf(expected.bytes) };
	}

	private async sendText(
		id: DocumentId,
		bytes: Uint8Array,
		cause: { readonly action: SaveAction; readonly compared: Compared },
	): Promise<TransferChange | undefined> {
		const { saves, documents } = this.tools;
		let point: RestorePointName | undefined;
		const document = documents.get(id);
		const { sent } = await saves.save(id, bytes, {
			...cause,
			fromEditor: false,
			onDidKeep: kept => (point = kept),
		});
		await document.verify();
		const { current } = document;
		if (!sent || !point || !current) {
			return undefined;
		}
		const made = contentHash(id.part, current.bytes);
		const { replaced } = await (await this.tools.points()).point(point);
		return { document: id, point: point.id, isNew: replaced === undefined, made };
	}
}

/** The restore point has been removed from this machine meanwhile. */
export class GoneTextError extends Error {
	override name = 'GoneTextError';

	constructor() {
		super('What the tenant had before is no longer kept on this machine');
	}
}
