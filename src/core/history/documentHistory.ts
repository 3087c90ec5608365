import fs from 'node:fs/promises';
import path from 'node:path';
import type { DocumentId } from '../remote/documentPath';
import { createFlushed, namesIn, replaceFlushed } from '../files/flushedFiles';
import {
	dateOf,
	idAt,
	isInVain,
	parseRecord,
	recordText,
	tenantIn,
	type HistoryEntry,
	type Retention,
} from './historyEntry';

/** A document's text in a history entry: what the tenant had before, or what was sent. */
export type Side = 'replaced' | 'sent';

const day = 86_400_000;

/** The history entries of one document: files whose names begin with the time. */
export class DocumentHistory {
	/** @param extension of the document's texts, with its dot */
	constructor(
		readonly folder: string,
		private readonly extension: string,
	) {}

	/** Writes the texts under a name that is free and sorts behind all others, and returns that name. */
	async create(replaced: Uint8Array | undefined, sent: Uint8Array): Promise<string> {
		const latest = dateOf((await this.ids()).at(-1) ?? '')?.getTime() ?? 0;
		// Also if the clock was set back: what sorts first is what goes first.
		for (let time = Math.max(Date.now(), latest + 1); ; time++) {
			const id = idAt(new Date(time));
			try {
				// Also where nothing is replaced: it is this file's name that nobody else can take.
				await createFlushed(this.textFile(id, 'sent'), sent);
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
					continue;
				}
				throw error;
			}
			try {
				if (replaced) {
					await createFlushed(this.textFile(id, 'replaced'), replaced);
				}
				return id;
			} catch (error) {
				await this.remove(id);
				throw error;
			}
		}
	}

	/** In the order of their times. What a power cut has left without its record counts as well. */
	async ids(): Promise<readonly string[]> {
		const names = await namesIn(this.folder);
		const ids = names.filter(name => !name.endsWith('.tmp')).map(name => name.slice(0, idLength));
		return [...new Set(ids)].filter(id => dateOf(id)).sort();
	}

	async entry(document: DocumentId, id: string): Promise<HistoryEntry> {
		return { document, ...(await this.record(id)) };
	}

	async writeRecord(entry: HistoryEntry): Promise<void> {
		await replaceFlushed(this.recordFile(entry.id), recordText(entry));
	}

	/** Undefined if there was no text, or it is no longer kept. */
	async text(id: string, side: Side): Promise<Uint8Array | undefined> {
		try {
			return await fs.readFile(this.textFile(id, side));
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
				return undefined;
			}
			throw error;
		}
	}

	async dropText(id: string, side: Side): Promise<void> {
		await fs.rm(this.textFile(id, side), { force: true });
	}

	remove(id: string): Promise<void> {
		return this.removeAll([id]);
	}

	async removeAll(ids: readonly string[]): Promise<void> {
		const gone = new Set(ids);
		for (const name of (await namesIn(this.folder)).filter(each => gone.has(each.slice(0, idLength)))) {
			await fs.rm(path.join(this.folder, name), { force: true });
		}
	}

	/** Also of one that cannot be read. */
	async hasRecord(id: string): Promise<boolean> {
		return (await namesIn(this.folder)).includes(path.basename(this.recordFile(id)));
	}

	/** The id of the tenant whose document it is; undefined if the record does not say. */
	async tenantOf(id: string): Promise<string | undefined> {
		return tenantIn(await this.readRecord(id));
	}

	/** Whether one of them is an unanswered save. */
	async hasUnanswered(ids: readonly string[]): Promise<boolean> {
		return (await Promise.all(ids.map(id => this.record(id)))).some(isUnanswered);
	}

	/** Removes what is too much or too old, the oldest first, but never the latest and no unanswered save. */
	async prune({ count, age }: Retention): Promise<void> {
		const [latest, ...others] = (await this.ids()).toReversed();
		let counted = 0;
		for (const id of latest === undefined ? [] : [latest, ...others]) {
			const record = await this.record(id);
			if (id !== latest && (counted >= count || ageOf(id) > age) && !isUnanswered(record)) {
				await this.remove(id);
			}
			// What has not arrived, or not yet, must not push out what has.
			counted += isUnanswered(record) || isInVain(record.outcome) ? 0 : 1;
		}
	}

	private async record(id: string): Promise<Omit<HistoryEntry, 'document'>> {
		return parseRecord(id, await this.readRecord(id));
	}

	private async readRecord(id: string): Promise<string | undefined> {
		try {
			return await fs.readFile(this.recordFile(id), 'utf8');
		} catch {
			return undefined; // The text beside it still counts.
		}
	}

	private textFile(id: string, side: Side): string {
		return path.join(this.folder, `${id}${side === 'sent' ? '.sent' : ''}${this.extension}`);
	}

	/** Not `.json` alone: connector-metadata's own texts end so. */
	private recordFile(id: string): string {
		return path.join(this.folder, `${id}.about.json`);
	}
}

const idLength = idAt(new Date()).length;

/** In days. */
function ageOf(id: string): number {
	return (Date.now() - (dateOf(id)?.getTime() ?? 0)) / day;
}

/** After a day nobody will know any more. */
function isUnanswered({ id, outcome }: Pick<HistoryEntry, 'id' | 'outcome'>): boolean {
	return outcome === 'unknown' && ageOf(id) <= 1;
}
