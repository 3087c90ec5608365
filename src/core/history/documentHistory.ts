import fs from 'node:fs/promises';
import path from 'node:path';
import type { DocumentId } from '../remote/documentPath';
import { isInVain, type SaveOutcome } from '../remote/saveOutcome';
import { allEnded, appendFlushed, flushFolder, namesIn, removeFile, writeWhole } from '../files/flushedFiles';
import { addedLine } from '../files/jsonLines';
import {
	dateOf,
	documentIn,
	idAt,
	openRecordText,
	parseRecord,
	recordEnding,
	recordText,
	sentBytesIn,
	unansweredEnding,
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

	/**
	 * Takes an id that is free and sorts behind all others.
	 * @param claim what takes it: rejects with `EEXIST` if it is taken
	 */
	async takeId(claim: (id: string) => Promise<void>): Promise<string> {
		const latest = dateOf((await this.ids()).at(-1) ?? '')?.getTime() ?? 0;
		// Also if the clock was set back: what sorts first is what goes first.
		for (let time = Math.max(Date.now(), latest + 1); ; time++) {
			const id = idAt(new Date(time));
			try {
				await claim(id);
				return id;
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
					throw error;
				}
			}
		}
	}

	/**
	 * When this resolves, the disk has everything; before, it may have the text or the record or both, each whole.
	 * @param parents folders that have to be flushed as well
	 */
	async write(
		entry: HistoryEntry,
		{ replaced, sent }: { readonly replaced: Uint8Array | undefined; readonly sent: Uint8Array },
		parents: readonly string[],
	): Promise<void> {
		await allEnded([
			writeWhole(this.recordFile(entry.id), openRecordText(entry, sent)),
			...(replaced ? [writeWhole(this.replacedFile(entry.id), replaced)] : []),
			...parents.map(flushFolder),
		]);
		await flushFolder(this.folder);
	}

	/** In the order of their times. What a power cut has left without its record counts as well. */
	async ids(): Promise<readonly string[]> {
		const names = await namesIn(this.folder);
		const ids = names
			.filter(name => !name.endsWith('.tmp') && !name.endsWith(unansweredEnding))
			.map(name => name.slice(0, idLength));
		return [...new Set(ids)].filter(id => dateOf(id)).sort();
	}

	async entry(document: DocumentId, id: string): Promise<HistoryEntry> {
		return { document, ...(await this.record(id)) };
	}

	/** Adds an outcome to a record; the text that was sent stays. */
	async addOutcome(id: string, outcome: SaveOutcome): Promise<void> {
		await appendFlushed(this.recordFile(id), addedLine({ outcome }));
	}

	/** Writes a record without the text that was sent. */
	async dropSent(entry: HistoryEntry): Promise<void> {
		// Until the disk has the new name as well, it has the record before: that is no harm.
		await writeWhole(this.recordFile(entry.id), recordText(entry));
		await removeFile(this.sentFile(entry.id));
	}

	/** Undefined if there was no text, or it is no longer kept. */
	async text(id: string, side: Side): Promise<Uint8Array | undefined> {
		return side === 'replaced'
			? unlessGone(() => fs.readFile(this.replacedFile(id)))
			: (sentBytesIn(await this.readRecord(id)) ?? unlessGone(() => fs.readFile(this.sentFile(id))));
	}

	remove(id: string): Promise<void> {
		return this.removeAll([id]);
	}

	async removeAll(ids: readonly string[]): Promise<void> {
		const gone = new Set(ids);
		for (const name of (await namesIn(this.folder)).filter(each => gone.has(each.slice(0, idLength)))) {
			await removeFile(path.join(this.folder, name));
		}
	}

	/** Also of one that cannot be read. */
	async hasRecord(id: string): Promise<boolean> {
		return (await namesIn(this.folder)).includes(path.basename(this.recordFile(id)));
	}

	/** The id of the tenant whose document it is; undefined if the record does not say. */
	async tenantOf(id: string): Promise<string | undefined> {
		return documentIn(await this.readRecord(id))?.tenant;
	}

	/** Whether one of them is an unanswered save. */
	async hasUnanswered(ids: readonly string[]): Promise<boolean> {
		return (await Promise.all(ids.map(id => this.record(id)))).some(isUnanswered);
	}

	/** Removes what is too much or too old, the oldest first, but never the latest and no unanswered save. */
	async prune({ count, age }: Retention): Promise<void> {
		const ids = (await this.ids()).toReversed();
		if (ids.length <= count && ageOf(ids.at(-1) ?? '') <= age) {
			return;
		}
		let counted = 0;
		for (const [index, record] of (await Promise.all(ids.map(id => this.record(id)))).entries()) {
			const { id, outcome } = record;
			if (index > 0 && (counted >= count || ageOf(id) > age) && !isUnanswered(record)) {
				await this.remove(id);
			}
			// What has not arrived, or not yet, must not push out what has.
			counted += isUnanswered(record) || isInVain(outcome) ? 0 : 1;
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

	private replacedFile(id: string): string {
		return path.join(this.folder, `${id}${this.extension}`);
	}

	/** Where earlier versions have kept the text that was sent. */
	private sentFile(id: string): string {
		return path.join(this.folder, `${id}.sent${this.extension}`);
	}

	/** Not `.json` alone: connector-metadata's own texts end so. */
	private recordFile(id: string): string {
		return path.join(this.folder, `${id}${recordEnding}`);
	}

	/** Says that the save has no answer yet. */
	unansweredFile(id: string): string {
		return path.join(this.folder, `${id}${unansweredEnding}`);
	}
}

const idLength = idAt(new Date()).length;

async function unlessGone<T>(read: () => Promise<T>): Promise<T | undefined> {
	try {
		return await read();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return undefined;
		}
		throw error;
	}
}

/** In days. */
function ageOf(id: string): number {
	return (Date.now() - (dateOf(id)?.getTime() ?? 0)) / day;
}

/** After a day nobody will know any more. */
function isUnanswered({ id, outcome }: Pick<HistoryEntry, 'id' | 'outcome'>): boolean {
	return outcome === 'unknown' && ageOf(id) <= 1;
}
