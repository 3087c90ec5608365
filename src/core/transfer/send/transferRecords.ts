import fs from 'node:fs/promises';
import path from 'node:path';
import {
	appendFlushed,
	flushFolder,
	makeFolder,
	namesIn,
	removeFile,
	replaceFlushed,
} from '../../files/flushedFiles';
import { addedLine } from '../../files/jsonLines';
import { idAt } from '../../history/historyEntry';
import {
	afterStep,
	isEmpty,
	parseTransfer,
	transferText,
	type TransferRecord,
	type TransferStep,
} from './transferRecord';

/** How many transfers can be undone at most. */
const most = 50;

/** The transfers from this machine that can be undone, a file each. */
export class TransferRecords {
	private latest = 0;
	/** The ids of records whose files this window has written: steps are appended to those. */
	private readonly written = new Set<string>();

	constructor(private readonly folder: string) {}

	/** A record of nothing yet; it is on the disk with its first step. */
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

	/**
	 * Keeps what is done or undone: when this resolves, the disk has it. A record in which nothing is left to undo goes.
	 * @returns the record after that
	 */
	async note(record: TransferRecord, step: TransferStep): Promise<TransferRecord> {
		const { id } = record;
		const now = afterStep(record, step);
		if (isEmpty(now)) {
			this.written.delete(id);
			await removeFile(this.fileOf(id));
		} else if (!(await this.append(id, step))) {
			await this.write(now);
		}
		return now;
	}

	/** False where there is no file of this window's to append to. */
	private async append(id: string, step: TransferStep): Promise<boolean> {
		if (!this.written.has(id)) {
			return false;
		}
		try {
			await appendFlushed(this.fileOf(id), addedLine(step));
			return true;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
				return false;
			}
			throw error;
		}
	}

	private async write(record: TransferRecord): Promise<void> {
		const parents = await makeFolder(this.folder);
		await replaceFlushed(this.fileOf(record.id), transferText(record));
		await Promise.all(parents.map(flushFolder));
		this.written.add(record.id);
		const superfluous = (await this.list()).slice(most);
		// One that cannot be removed is there the next time, too.
		await Promise.allSettled(superfluous.map(({ id }) => removeFile(this.fileOf(id))));
	}

	private fileOf(id: string): string {
		return path.join(this.folder, `${id}.json`);
	}
}
