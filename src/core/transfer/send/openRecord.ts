import {
	isEmpty,
	type CreatedConnector,
	type TransferChange,
	type TransferRecord,
	type TransferStep,
} from './transferRecord';
import type { TransferRecords } from './transferRecords';

/** The record of a transfer that is being done or undone: what it holds, the disk holds. */
export class OpenRecord {
	private pending: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly records: TransferRecords,
		private record: TransferRecord,
	) {}

	get id(): string {
		return this.record.id;
	}

	get created(): readonly CreatedConnector[] {
		return this.record.created;
	}

	get changes(): readonly TransferChange[] {
		return this.record.changes;
	}

	/** Nothing of it is left to undo. */
	get isEmpty(): boolean {
		return isEmpty(this.record);
	}

	/** Resolves when the disk has it; one step after another. */
	note(step: TransferStep): Promise<void> {
		const noted = this.pending.then(async () => {
			this.record = await this.records.note(this.record, step);
		});
		this.pending = noted.catch(() => undefined);
		return noted;
	}
}
