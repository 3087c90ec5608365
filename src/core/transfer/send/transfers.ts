import { isDeepStrictEqual } from 'node:util';
import type { DocumentId } from '../../remote/documentPath';
import { SaveConflictError } from '../../remote/saveErrors';
import { hashOf } from '../../remote/versions';
import { ChangedSinceError, type ConnectorBundle } from '../archive/bundle';
import { contentHash } from '../copy/contentHash';
import { createNamed } from '../copy/createConnector';
import { OpenRecord } from './openRecord';
import { readConnector } from '../copy/readConnector';
import type { TransferChoice, Expected, SendOptions, DocumentBytes, Transfer } from './transfer';
import type { TransferChange, TransferRecord } from './transferRecord';
import { sendText, type TextCause, type TransferTools } from './transferTools';
import { nothingUndone, TransferUndo, type UndoResult } from './transferUndo';

/** Milliseconds for reading a connector that was just created, after the transfer was cancelled or has failed. */
const timeForLook = 5000;

type Comparison = Pick<TextCause, 'compared' | 'isLookedUp'>;

/** Brings texts to tenants through the save pipeline, and back again as a whole; in each tenant one thing after another. */
export class Transfers {
	/** What each transfer has done, all its runs together. */
	private readonly done = new WeakMap<Transfer, OpenRecord>();
	/** Tenant → the end of its latest transfer or undo. */
	private readonly turns = new Map<string, Promise<unknown>>();

	constructor(private readonly tools: TransferTools) {}

	/** Sends what is chosen, see `Transfer.send`, and keeps how to undo it, also if this rejects. */
	send(
		transfer: Transfer,
		chosen: ReadonlySet<TransferChoice>,
		options: Omit<SendOptions, 'service'> & { readonly title: string },
	): Promise<void> {
		return this.inTurn(transfer.tenant, () => this.sendInTurn(transfer, chosen, options));
	}

	/** The id of the record by which a transfer can be undone; undefined if it has changed nothing. */
	recordOf(transfer: Transfer): string | undefined {
		const record = this.done.get(transfer);
		return record?.isEmpty === false ? record.id : undefined;
	}

	/** Gives the tenant back what it had before a transfer; what fails stays in the record, so that it can be tried again. */
	undo({ id, tenant }: Pick<TransferRecord, 'id' | 'tenant'>, signal: AbortSignal): Promise<UndoResult> {
		return this.inTurn(tenant, async () => {
			const { records } = this.tools;
			// Whatever came before in the queue may have changed it, or may be the transfer itself.
			const record = await records.get(id);
			return record
				? new TransferUndo(this.tools, tenant, new OpenRecord(records, record), signal).run()
				: nothingUndone;
		});
	}

	/** Settles when nothing is under way in a tenant. */
	async settled(tenant: string): Promise<void> {
		await this.turns.get(tenant);
	}

	private inTurn<T>(tenant: string, work: () => Promise<T>): Promise<T> {
		const turn = (this.turns.get(tenant) ?? Promise.resolve()).then(work);
		this.turns.set(
			tenant,
			turn.catch(() => undefined),
		);
		return turn;
	}

	private async sendInTurn(
		transfer: Transfer,
		chosen: ReadonlySet<TransferChoice>,
		{ title, ...options }: Omit<SendOptions, 'service'> & { readonly title: string },
	): Promise<void> {
		const { catalog, records } = this.tools;
		const { kind, tenant } = transfer;
		const known = this.done.get(transfer);
		// One that goes on adds to what it has done, unless that was undone meanwhile.
		const record = (known && (await records.get(known.id))) ?? records.start({ kind, tenant, title });
		const open = new OpenRecord(records, record);
		this.done.set(transfer, open);
		const created: string[] = [];
		try {
			await transfer.send(chosen, {
				...options,
				service: {
					create: async (_, bundle) => {
						const scriptName = await this.create(tenant, bundle, open);
						created.push(scriptName);
						return scriptName;
					},
					send: (id, bytes, expected) => this.sendDocument(transfer, open, { id, bytes, expected }),
					read: (_, scriptName) => this.textsOf(tenant, scriptName),
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

	private async create(tenant: string, { about }: ConnectorBundle, open: OpenRecord): Promise<string> {
		const client = await this.tools.client(tenant);
		const { scriptName, name } = await createNamed(client, about);
		const connector = { scriptName, name: name ?? about.name };
		await open.note({ created: connector });
		await this.tools.catalog.custom.add(tenant, scriptName);
		if (name === undefined) {
			// The service may have made another name of it; that is the one by which it is known again.
			const detail = await client.getConnector(scriptName).catch(() => undefined);
			if (detail?.name && detail.name !== connector.name) {
				await open.note({ created: { ...connector, name: detail.name } });
			}
		}
		return scriptName;
	}

	/** From before the text leaves until it is certain that it did not arrive, the record says how to undo it. */
	private async sendDocument(
		transfer: Transfer,
		open: OpenRecord,
		{
			id,
			bytes,
			expected,
		}: { readonly id: DocumentId; readonly bytes: Uint8Array; readonly expected: Expected },
	): Promise<'sent' | 'altered'> {
		const made = contentHash(id.part, bytes);
		let change: TransferChange | undefined;
		const send = (comparison: Comparison) =>
			sendText(this.tools, id, bytes, {
				action: transfer.kind,
				...comparison,
				onDidKeep: async ({ id: point }) => {
					const isNew = this.tools.documents.get(id).current === undefined;
					const begun = { document: id, point, isNew, made };
					await open.note({ changed: begun });
					change = begun;
				},
			});
		try {
			const present = await send(await this.comparedWith(id, expected)).catch(async (error: unknown) => {
				const proof = typeof expected === 'string' ? undefined : expected.proof;
				if (!(error instanceof SaveConflictError) || change || !proof) {
					throw error;
				}
				// Nobody need have changed it: the detail with which it was compared may have another text than the document.
				const own = await proof().catch((reason: unknown) => {
					throw reason instanceof ChangedSinceError ? error : reason;
				});
				return send({ compared: { hash: hashOf(own) } });
			});
			await this.note(open, change, present);
			return contentHash(id.part, present) === made ? 'sent' : 'altered';
		} catch (error) {
			await this.dropIfInVain(open, change);
			this.dropLater(transfer, open, change);
			throw error;
		}
	}

	/** The tenant may have made another text of what was sent, or have left its own. */
	private async note(
		open: OpenRecord,
		change: TransferChange | undefined,
		present: Uint8Array,
	): Promise<void> {
		if (!change) {
			return;
		}
		const { document, point } = change;
		const { replaced } = await (await this.tools.history()).entry({ document, id: point });
		const done = { ...change, isNew: replaced === undefined, made: contentHash(document.part, present) };
		if (replaced?.hash === hashOf(present)) {
			await open.note({ dropped: change });
		} else if (!isDeepStrictEqual(done, change)) {
			await open.note({ changed: done });
		}
	}

	private async dropIfInVain(open: OpenRecord, change: TransferChange | undefined): Promise<void> {
		if (!change) {
			return;
		}
		const entry = { document: change.document, id: change.point };
		const { outcome } = await (await this.tools.history()).entry(entry);
		if (outcome === 'refused' || outcome === 'lost') {
			await open.note({ dropped: change });
		}
	}

	/** Drops a change whose answer got lost, if it turns out that it never arrived. */
	private dropLater(transfer: Transfer, { id }: OpenRecord, change: TransferChange | undefined): void {
		if (!change || !this.tools.documents.get(change.document).hasLateSave) {
			return;
		}
		const drop = async () => {
			const { records } = this.tools;
			const record = await records.get(id);
			if (record) {
				const open = new OpenRecord(records, record);
				await this.dropIfInVain(
					open,
					open.changes.find(({ point }) => point === change.point),
				);
				this.done.set(transfer, open);
			}
		};
		const answered = this.tools.documents.get(change.document).answered();
		// What cannot be dropped does no harm: the undo finds the old text.
		answered.then(() => this.inTurn(transfer.tenant, drop)).catch(() => undefined);
	}

	private async textsOf(tenant: string, scriptName: string): Promise<DocumentBytes | undefined> {
		try {
			const client = await this.tools.client(tenant);
			return (await readConnector(client, scriptName, AbortSignal.timeout(timeForLook)))?.texts;
		} catch {
			return undefined; // Whatever it has is then somebody's.
		}
	}

	private async comparedWith(id: DocumentId, expected: Expected): Promise<Comparison> {
		if (typeof expected === 'string') {
			return { compared: expected };
		}
		const compared = { hash: hashOf(expected.bytes) };
		if (id.part === 'connector-metadata') {
			// The same map may have another layout here: the one in which somebody has saved it in this session.
			const present = await this.tools.documents.get(id).refresh();
			const isSame = present && contentHash(id.part, present) === contentHash(id.part, expected.bytes);
			return { compared: isSame ? { hash: hashOf(present) } : compared, isLookedUp: true };
		}
		return { compared };
	}
}
