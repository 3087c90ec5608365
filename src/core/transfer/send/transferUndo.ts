import { unlessMissing } from '../../api/unlessMissing';
import type { DocumentId } from '../../remote/documentPath';
import { wayLeft } from '../../history/historyEntry';
import { SaveConflictError } from '../../remote/saveErrors';
import { hashOf } from '../../remote/versions';
import { NothingToDeleteError } from '../copy/connectorDeletion';
import { contentHash } from '../copy/contentHash';
import type { OpenRecord } from './openRecord';
import { isSameName } from './transferPlan';
import type { CreatedConnector, TransferChange } from './transferRecord';
import { sendText, type TransferTools } from './transferTools';

/** What could not be undone, and why: a document's text, or a connector that was created. */
export type FailedUndo =
	| { readonly document: DocumentId; readonly error: unknown }
	| { readonly connector: CreatedConnector; readonly error: unknown };

/** The result of an undo. */
export interface UndoResult {
	/** The documents that have again what they had. */
	readonly restored: readonly DocumentId[];
	/** The documents of which the tenant rewrote the text that they had. */
	readonly altered: readonly DocumentId[];
	/** The connectors that are gone again. */
	readonly deleted: readonly string[];
	/** The documents that stay, because the service can delete none. */
	readonly stay: readonly DocumentId[];
	/** What could not be undone, and can be tried again. */
	readonly failed: readonly FailedUndo[];
	/** It was cancelled before everything had its turn. */
	readonly isCancelled: boolean;
}

export const nothingUndone: UndoResult = {
	restored: [],
	altered: [],
	deleted: [],
	stay: [],
	failed: [],
	isCancelled: false,
};

/** The history entry has been removed from this machine meanwhile. */
export class GoneTextError extends Error {
	override name = 'GoneTextError';

	constructor() {
		super('What the tenant had before is no longer kept on this machine');
	}
}

/** The text got no answer when it was sent, and may still arrive. */
export class StillArrivingError extends Error {
	override name = 'StillArrivingError';

	constructor() {
		super('What was sent may still arrive');
	}
}

/** The tenant answered that it took the text, and still has what the transfer made. */
export class NotTakenError extends Error {
	override name = 'NotTakenError';

	constructor() {
		super('The tenant still has what was sent to it');
	}
}

/** The script name of what was created belongs to another connector now, which is left alone. */
export class OtherConnectorError extends Error {
	override name = 'OtherConnectorError';

	constructor(
		readonly scriptName: string,
		/** What the tenant calls the connector that has the script name. */
		readonly present: string,
	) {
		super(`${scriptName} is another connector now, ${present}`);
	}
}

/** Gives a tenant back what it had before a transfer. */
export class TransferUndo {
	private readonly restored: DocumentId[] = [];
	private readonly altered: DocumentId[] = [];
	private readonly deleted: string[] = [];
	private readonly stay: DocumentId[] = [];
	private readonly failed: FailedUndo[] = [];

	constructor(
		private readonly tools: TransferTools,
		private readonly tenant: string,
		private readonly record: OpenRecord,
		private readonly signal: AbortSignal,
	) {}

	/** One after another; what fails, and what belongs to it, stays in the record. */
	async run(): Promise<UndoResult> {
		const { restored, altered, deleted, stay, failed } = this;
		const isWhole = (await this.deleteCreated()) && (await this.giveBackChanges());
		return { restored, altered, deleted, stay, failed, isCancelled: !isWhole };
	}

	/** False if it was cancelled. */
	private async deleteCreated(): Promise<boolean> {
		for (const connector of this.record.created) {
			if (this.signal.aborted) {
				return false;
			}
			try {
				await this.delete(connector);
				this.deleted.push(connector.name);
				await this.record.note({ deleted: connector.scriptName });
			} catch (error) {
				if (this.isEndedBy(error)) {
					return false;
				}
				this.failed.push({ connector, error });
			}
		}
		return true;
	}

	/** One that is gone already is as it should be. */
	private async delete({ scriptName, name }: CreatedConnector): Promise<void> {
		const present = await this.presentName(scriptName);
		if (present !== undefined && !isSameName(present, name)) {
			throw new OtherConnectorError(scriptName, present);
		}
		try {
			await this.tools.deletion.delete(this.tenant, { scriptName, name: present ?? name }, this.signal);
		} catch (error) {
			if (!(error instanceof NothingToDeleteError)) {
				throw error;
			}
			const other = await this.presentName(scriptName); // Somebody may have been quicker.
			if (other !== undefined) {
				throw new OtherConnectorError(scriptName, other);
			}
		}
	}

	/** What the tenant calls the connector of a script name; undefined if it has none. */
	private async presentName(scriptName: string): Promise<string | undefined> {
		const client = await this.tools.client(this.tenant);
		const detail = await unlessMissing(() => client.getConnector(scriptName, { signal: this.signal }));
		return detail && (detail.name || scriptName);
	}

	/** False if it was cancelled. */
	private async giveBackChanges(): Promise<boolean> {
		const kept = new Set(this.record.created.map(({ scriptName }) => scriptName));
		// The texts of a connector that is to be deleted as a whole need no undo of their own.
		const changes = this.record.changes.filter(({ document }) => !kept.has(document.scriptName));
		for (const change of changes.reverse()) {
			if (this.signal.aborted) {
				return false;
			}
			const { document, isNew } = change;
			try {
				const become = isNew ? 'stay' : await this.giveBack(change);
				this[become].push(document);
				await this.record.note({ dropped: change });
			} catch (error) {
				if (this.isEndedBy(error)) {
					return false;
				}
				this.failed.push({ document, error });
			}
		}
		return true;
	}

	/** What has become of it. */
	private async giveBack({ document: id, point, made }: TransferChange): Promise<'restored' | 'altered'> {
		const bytes = await (await this.tools.history()).read({ document: id, id: point }, 'replaced');
		if (!bytes) {
			throw new GoneTextError();
		}
		const document = this.tools.documents.get(id);
		const now = await document.refresh();
		const hash = now && contentHash(id.part, now);
		if (hash === contentHash(id.part, bytes)) {
			if (document.hasLateSave || (await this.mayArrive(id, point))) {
				throw new StillArrivingError();
			}
			return 'restored'; // It never arrived, or somebody has given it back already.
		}
		if (now && hash !== made) {
			throw new SaveConflictError();
		}
		const compared = now ? { hash: hashOf(now) } : 'nothing';
		const sent = await sendText(this.tools, id, bytes, { action: 'undo', compared, isLookedUp: true });
		const present = contentHash(id.part, sent);
		if (present === made) {
			throw new NotTakenError();
		}
		return present === contentHash(id.part, bytes) ? 'restored' : 'altered';
	}

	/** Whether another window waits for it to arrive. */
	private async mayArrive(document: DocumentId, id: string): Promise<boolean> {
		return wayLeft(await (await this.tools.history()).entry({ document, id })) > 0;
	}

	private isEndedBy(error: unknown): boolean {
		return this.signal.aborted && error instanceof Error && error.name === 'AbortError';
	}
}
