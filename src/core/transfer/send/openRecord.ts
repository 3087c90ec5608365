import type { CreatedConnector, TransferChange, TransferRecord } from './transferRecord';
import type { TransferRecords } from './transferRecords';

/** The record of a transfer that is being done or undone: what it holds, the disk holds. */
export class OpenRecord {
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
		return this.created.length === 0 && this.changes.length === 0;
	}

	async addCreated(connector: CreatedConnector): Promise<void> {
		await this.put({ created: [...this.created, connector] });
	}

	/** With whatever was changed in it. */
	async removeCreated(connector: CreatedConnector): Promise<void> {
		await this.put({
			created: this.created.filter(each => each !== connector),
			changes: this.changes.filter(({ document }) => document.scriptName !== connector.scriptName),
		});
	}

	async renameCreated(connector: CreatedConnector, name: string): Promise<void> {
		await this.put({
			created: this.created.map(each => (each === connector ? { ...each, name } : each)),
		});
	}

	async addChange(change: TransferChange): Promise<void> {
		await this.put({ changes: [...this.changes, change] });
	}

	async replaceChange(change: TransferChange, other: TransferChange): Promise<void> {
		await this.put({ changes: this.changes.map(each => (each === change ? other : each)) });
	}

	async removeChange(change: TransferChange): Promise<void> {
		await this.put({ changes: this.changes.filter(each => each !== change) });
	}

	private async put(more: Partial<TransferRecord>): Promise<void> {
		const record = { ...this.record, ...more };
		await this.records.put(record);
		this.record = record;
	}
}
