import fs from 'node:fs/promises';
import path from 'node:path';
import { isObject } from '../api/errors';
import { placeAt, pathOf, type DocumentId } from '../remote/documentPath';
import { createUnflushed, filesBelow, namesIn, removeFile } from '../files/flushedFiles';
import { parseLines } from '../files/jsonLines';
import { documentIn, recordEnding, unansweredEnding, type HistoryEntryName } from './historyEntry';

/** The history entry of a save whose outcome nobody knows yet. */
export interface UnansweredSave extends HistoryEntryName {
	/** To be called when it is answered. */
	readonly close: () => Promise<void>;
}

/** Longer than any save can take (milliseconds): its window has gone. */
const longestSave = 30 * 60_000;

/**
 * The saves without an answer, each with a small file beside its texts, so that a window that starts finds those of windows that
 * were closed or broke off in the middle of one.
 */
export class UnansweredSaves {
	/** Paths of the files of this process. */
	private readonly own = new Set<string>();

	/** @param folder of the histories of all documents */
	constructor(private readonly folder: string) {}

	/**
	 * Writes the file; rejects with `EEXIST` if it is there. Nobody needs its content after a power cut, when the process has gone
	 * and the record has all else; its name is on the disk when the record is.
	 */
	async add(file: string, { id, document: { tenant, scriptName, part } }: HistoryEntryName): Promise<void> {
		const document = pathOf({ kind: 'document', scriptName, part });
		this.own.add(file);
		try {
			await createUnflushed(file, JSON.stringify({ tenant, document, point: id, process: process.pid }));
		} catch (error) {
			this.own.delete(file);
			throw error;
		}
	}

	/** Removes the file: what became of the save is known. */
	async close(file: string): Promise<void> {
		await removeFile(file);
		this.own.delete(file);
	}

	/**
	 * Takes over the saves of windows that have gone.
	 * @returns also how many belong to other windows, which may yet break off
	 */
	async takeOver(): Promise<{ readonly saves: readonly UnansweredSave[]; readonly others: number }> {
		const saves: UnansweredSave[] = [];
		let others = 0;
		for (const file of await this.files()) {
			if (this.own.has(file)) {
				continue;
			}
			const found = await read(file);
			if (found && isRunning(found.process) && Date.now() - found.since < longestSave) {
				others++;
			} else if (found) {
				this.own.add(file);
				saves.push({ id: found.id, document: found.document, close: () => this.close(file) });
			} else if (await isAbandoned(file)) {
				await this.close(file);
			}
		}
		return { saves, others };
	}

	/** The documents of all, whichever window has sent them. */
	async documents(): Promise<readonly DocumentId[]> {
		const found = await Promise.all((await this.files()).map(read));
		return found.filter(each => each !== undefined).map(({ document }) => document);
	}

	private async files(): Promise<readonly string[]> {
		const earlier = path.join(this.folder, earlierFolder);
		const names = (await namesIn(earlier)).filter(each => each.endsWith('.json'));
		const files = await filesBelow(this.folder, unansweredEnding);
		return [...files, ...names.map(name => path.join(earlier, name))];
	}
}

/** Where earlier versions have kept the files of all documents. */
const earlierFolder = '.unanswered';

/** Another window may be about to write it. One that is gone, or cannot be read at the moment, is left alone. */
async function isAbandoned(file: string): Promise<boolean> {
	try {
		await fs.readFile(file);
		return Date.now() - (await fs.stat(file)).mtimeMs > longestSave;
	} catch {
		return false;
	}
}

interface FoundSave extends HistoryEntryName {
	/** The number of the process that has sent it; `NaN` if a power cut took it, and ended that. */
	readonly process: number;
	/** Milliseconds since 1970. */
	readonly since: number;
}

/** Undefined for what another version, or a power cut, has left: it names nothing that could be asked about. */
async function read(file: string): Promise<FoundSave | undefined> {
	try {
		const { mtimeMs: since } = await fs.stat(file);
		const [content] = parseLines(await fs.readFile(file, 'utf8'));
		const { tenant, document, point, process } = isObject(content) ? content : {};
		const place = placeAt(String(document));
		if (place?.kind === 'document' && typeof tenant === 'string' && typeof point === 'string') {
			const id: DocumentId = { tenant, scriptName: place.scriptName, part: place.part };
			return { id: point, document: id, process: Number(process), since };
		}
		const named = documentIn(await fs.readFile(file.replace(unansweredEnding, recordEnding), 'utf8'));
		const [name = ''] = path.basename(file).split(unansweredEnding);
		return named && { id: name, document: named, process: Number.NaN, since };
	} catch {
		return undefined;
	}
}

/** Whether another process of this number is there; this one asks about nothing that it does not know of. */
function isRunning(pid: number): boolean {
	if (!(pid > 0) || pid === process.pid) {
		return false;
	}
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
