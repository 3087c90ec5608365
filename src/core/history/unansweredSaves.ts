import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { isObject } from '../api/errors';
import { placeAt, pathOf, type DocumentId } from '../remote/documentPath';
import { createFlushed, flushFolder, makeFolder, namesIn } from '../files/flushedFiles';
import type { HistoryEntryName } from './historyEntry';

/** The history entry of a save whose outcome nobody knows yet. */
export interface UnansweredSave extends HistoryEntryName {
	/** To be called when it is answered. */
	readonly close: () => Promise<void>;
}

/** Longer than any save can take (milliseconds): its window has gone. */
const longestSave = 30 * 60_000;

/**
 * The saves without an answer, each a small file, so that a window that starts finds those of windows that were closed or
 * broke off in the middle of one.
 */
export class UnansweredSaves {
	/** Those of this process. */
	private readonly own = new Set<string>();

	constructor(private readonly folder: string) {}

	/** @returns to be called when it is answered */
	async add(entry: HistoryEntryName): Promise<() => Promise<void>> {
		await makeFolder(this.folder);
		const name = `${entry.id}-${randomBytes(6).toString('hex')}.json`;
		const { tenant, scriptName, part } = entry.document;
		const document = pathOf({ kind: 'document', scriptName, part });
		const content = { tenant, document, point: entry.id, process: process.pid };
		this.own.add(name);
		try {
			await createFlushed(path.join(this.folder, name), `${JSON.stringify(content, undefined, '\t')}\n`);
			await flushFolder(this.folder);
		} catch (error) {
			await this.close(name);
			throw error;
		}
		return () => this.close(name);
	}

	/**
	 * Takes over the saves of windows that have gone.
	 * @returns also how many belong to other windows, which may yet break off
	 */
	async takeOver(): Promise<{ readonly saves: readonly UnansweredSave[]; readonly others: number }> {
		const saves: UnansweredSave[] = [];
		let others = 0;
		for (const name of (await namesIn(this.folder)).filter(each => each.endsWith('.json'))) {
			if (this.own.has(name)) {
				continue;
			}
			const found = await this.read(name);
			if (found && isRunning(found.process) && Date.now() - found.since < longestSave) {
				others++;
			} else if (found) {
				this.own.add(name);
				saves.push({ id: found.id, document: found.document, close: () => this.close(name) });
			} else if (await this.isAbandoned(name)) {
				await this.close(name);
			}
		}
		return { saves, others };
	}

	/** The documents of all, whichever window has sent them. */
	async documents(): Promise<readonly DocumentId[]> {
		const names = (await namesIn(this.folder)).filter(each => each.endsWith('.json'));
		const found = await Promise.all(names.map(name => this.read(name)));
		return found.filter(each => each !== undefined).map(({ document }) => document);
	}

	/** Another window may be about to write it. One that is gone, or cannot be read at the moment, is left alone. */
	private async isAbandoned(name: string): Promise<boolean> {
		const file = path.join(this.folder, name);
		try {
			await fs.readFile(file);
			return Date.now() - (await fs.stat(file)).mtimeMs > longestSave;
		} catch {
			return false;
		}
	}

	private async close(name: string): Promise<void> {
		await fs.rm(path.join(this.folder, name), { force: true });
		this.own.delete(name);
	}

	/** Undefined for what another version, or a power cut, has left: it names nothing that could be asked about. */
	private async read(name: string) {
		try {
			const file = path.join(this.folder, name);
			const { mtimeMs } = await fs.stat(file);
			const content: unknown = JSON.parse(await fs.readFile(file, 'utf8'));
			const { tenant, document, point, process } = isObject(content) ? content : {};
			const place = placeAt(String(document));
			if (place?.kind !== 'document' || typeof tenant !== 'string' || typeof point !== 'string') {
				return undefined;
			}
			const id: DocumentId = { tenant, scriptName: place.scriptName, part: place.part };
			return { id: point, document: id, process: Number(process), since: mtimeMs };
		} catch {
			return undefined;
		}
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
