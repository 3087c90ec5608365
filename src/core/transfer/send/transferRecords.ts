import fs from 'node:fs/promises';
import path from 'node:path';
import { makeFolder, namesIn, replaceFlushed } from '../../files/flushedFiles';
import { idAt } from '../../history/historyEntry';
import { parseTransfer, transferText, type TransferRecord } from './transferRecord';

/** How many transfers can be undone at most. */
const most = 50;

/** The transfers from this machine that can be undone, a file each. */
export class TransferRecords {
	private latest = 0;

	constructor(private readonly folder: string) {}

	/** A record of nothing yet; it is on the disk as soon as it is put. */
	start(about: Pick<TransferRecord, 'kind' | 'tenant' | 'title'>): TransferRecord {
		this.latest = Math.max(Date.now(), this.latest + 1); // Two that begin at once are two.
		return { id: idAt(new Date(this.latest)), ...about, created: [], changes: [] };
	}

	/** As the disk has it; undefined if nothing of it is left to undo. */
	async get(id: string): Promise<TransferRecord | undefined> {
		return (await this.list()).find(record => record.id === id);
	}

	/** The latest first. */
	async list(): Promise<readonly TransferRecord[]> {
		const names = (await namesIn(this.folder)).filter(name => name.endsWith('.json')).sort();
		const texts = await Promise.all(
			names.reverse().map(name => fs.readFile(path.join(this.folder, name), 'utf8').catch(() => '')),
		);
		return texts.map(parseTransfer).filter(record => record !== undefined);
	}

	/** Keeps what has been done: when this resolves, the disk has it. A record in which nothing is left to undo goes. */
	async put(record: TransferRecord): Promise<void> {
		await makeFolder(this.folder);
		if (record.created.length === 0 && record.changes.length === 0) {
			await fs.rm(this.fileOf(record.id), { force: true });
			return;
		}
		await replaceFlushed(this.fileOf(record.id), transferText(record));
		const superfluous = (await this.list()).slice(most);
		// One that cannot be removed is there the next time, too.
		await Promise.allSettled(superfluous.map(({ id }) => fs.rm(this.fileOf(id), { force: true })));
	}

	private fileOf(id: string): string {
		return path.join(this.folder, `${id}.json`);
	}
}
