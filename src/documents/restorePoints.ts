import fs from 'node:fs/promises';
import path from 'node:path';
import { fileOf, type DocumentId } from './documentPath';
import {
	createFlushed,
	flushFolder,
	folderName,
	makeFolder,
	namesIn,
	replaceFlushed,
} from './flushedFiles';
import {
	dateOf,
	idAt,
	parseRecord,
	recordText,
	type RestorePoint,
	type Retention,
	type SaveAction,
	type TextMark,
} from './restorePoint';
import type { KeptText, SaveOutcome } from './save';
import { UnansweredSaves } from './unansweredSaves';
import { hashOf } from './versions';

export interface RestorePointOptions {
	/** Where everything is kept; made when it is first needed. */
	readonly folder: string;
	readonly retention: () => Retention;
	/** Who works on this machine. */
	readonly by: string;
	/** What goes wrong without harm to a save. */
	readonly log: (error: unknown) => void;
}

/** A change that is about to leave for a tenant. */
export interface Change {
	readonly document: DocumentId;
	readonly action: SaveAction;
	readonly replaced: Uint8Array | undefined;
	readonly sent: Uint8Array;
}

/** A document's text in a restore point: what the tenant had before, or what was sent. */
export type Side = 'replaced' | 'sent';

/**
 * What the tenants had before each change, in a folder for each document: the text as it was, and a small record beside it.
 * Several windows may share the folder.
 */
export class RestorePoints {
	readonly unanswered: UnansweredSaves;

	constructor(private readonly options: RestorePointOptions) {
		this.unanswered = new UnansweredSaves(path.join(options.folder, '.unanswered'));
	}

	/** Keeps a change; when this resolves, the disk has it. */
	async keep({ document, action, replaced, sent }: Change): Promise<KeptPoint> {
		const folder = this.folderOf(document);
		await makeFolder(folder);
		const id = await this.create(document, replaced, sent);
		const point: RestorePoint = {
			id,
			document,
			at: dateOf(id) ?? new Date(),
			action,
			by: this.options.by,
			replaced: replaced && markOf(replaced),
			sent: markOf(sent),
			outcome: 'unknown',
		};
		await createFlushed(this.recordOf(point), recordText(point));
		const answered = await this.unanswered.add(point);
		await flushFolder(folder);
		await this.prune(document).catch(this.options.log);
		return new KeptPoint(point, async outcome => {
			try {
				await this.settle(point, outcome);
				if (outcome !== 'unknown') {
					await answered();
				}
			} catch (error) {
				this.options.log(error);
			}
		});
	}

	/** Notes what came of a change. */
	async settle(point: RestorePoint, outcome: SaveOutcome): Promise<void> {
		await replaceFlushed(this.recordOf(point), recordText({ ...point, outcome }));
		if (outcome === 'saved' || outcome === 'refused' || outcome === 'lost') {
			// The tenant has the text, or the editor that sent it still does.
			await fs.rm(this.fileOf(point, 'sent'), { force: true });
		}
		if (outcome === 'refused' || outcome === 'lost') {
			await this.dropRepeated(point);
		}
	}

	/** The latest first. */
	async list(document: DocumentId): Promise<readonly RestorePoint[]> {
		const ids = await this.ids(document);
		return Promise.all(ids.toReversed().map(id => this.point(document, id)));
	}

	/** Undefined if there was no text, or it is no longer kept. */
	async read(point: Pick<RestorePoint, 'id' | 'document'>, side: Side): Promise<Uint8Array | undefined> {
		try {
			return await fs.readFile(this.fileOf(point, side));
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
				return undefined;
			}
			throw error;
		}
	}

	async point(document: DocumentId, id: string): Promise<RestorePoint> {
		const record = await fs.readFile(this.recordOf({ document, id }), 'utf8').catch(() => undefined);
		return parseRecord(id, document, record);
	}

	/** Where the restore points of a document are, or those of all. */
	folderOf(document?: DocumentId): string {
		const { folder } = this.options;
		return document
			? path.join(
					folder,
					folderName(document.tenant),
					folderName(document.scriptName),
					...document.part.split('/').map(folderName),
				)
			: folder;
	}

	/** Writes the texts under a name that is free, and returns that name. */
	private async create(
		document: DocumentId,
		replaced: Uint8Array | undefined,
		sent: Uint8Array,
	): Promise<string> {
		for (let time = Date.now(); ; time++) {
			const id = idAt(new Date(time));
			try {
				// Also where nothing is replaced: it is this file's name that nobody else can take.
				await createFlushed(this.fileOf({ document, id }, 'sent'), sent);
			} catch (error) {
				if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
					continue;
				}
				throw error;
			}
			if (replaced) {
				await createFlushed(this.fileOf({ document, id }, 'replaced'), replaced);
			}
			return id;
		}
	}

	/** In the order of their times. A record without its text may still tell of one. */
	private async ids(document: DocumentId): Promise<readonly string[]> {
		const names = await namesIn(this.folderOf(document));
		const ids = names
			.filter(name => !name.endsWith('.tmp'))
			.map(name => name.slice(0, idAt(new Date()).length))
			.filter(id => dateOf(id));
		return [...new Set(ids)].sort();
	}

	/** A text that is tried again and again without success is kept once. */
	private async dropRepeated({ document, id, replaced }: RestorePoint): Promise<void> {
		const before = (await this.ids(document)).filter(other => other < id).at(-1);
		const other = before === undefined ? undefined : await this.point(document, before);
		const wasInVain = other?.outcome === 'refused' || other?.outcome === 'lost';
		if (other && wasInVain && other.replaced?.hash === replaced?.hash) {
			await this.remove(other);
		}
	}

	/** Removes what is too much or too old, the oldest first, but never the latest and nothing whose outcome is open. */
	private async prune(document: DocumentId): Promise<void> {
		const { count, age } = this.options.retention();
		const eldest = Date.now() - age * 86_400_000;
		const ids = await this.ids(document);
		const superfluous = ids
			.slice(0, -1)
			.filter((id, index) => index < ids.length - count || (dateOf(id)?.getTime() ?? 0) < eldest);
		for (const id of superfluous) {
			const point = await this.point(document, id);
			if (!this.unanswered.isOpen(point)) {
				await this.remove(point);
			}
		}
	}

	private async remove(point: RestorePoint): Promise<void> {
		await fs.rm(this.fileOf(point, 'replaced'), { force: true });
		await fs.rm(this.fileOf(point, 'sent'), { force: true });
		await fs.rm(this.recordOf(point), { force: true });
	}

	private fileOf({ document, id }: Pick<RestorePoint, 'id' | 'document'>, side: Side): string {
		const extension = path.extname(fileOf(document.part));
		return path.join(
			this.folderOf(document),
			`${id}${side === 'sent' ? '.sent' : ''}${extension}`,
		);
	}

	/** Not `.json` alone: connector-metadata's own texts end so. */
	private recordOf({ document, id }: Pick<RestorePoint, 'id' | 'document'>): string {
		return path.join(this.folderOf(document), `${id}.about.json`);
	}
}

/** A change that has been kept. */
export class KeptPoint implements KeptText {
	constructor(
		readonly point: RestorePoint,
		readonly settle: (outcome: SaveOutcome) => Promise<void>,
	) {}
}

export function markOf(bytes: Uint8Array): TextMark {
	return { hash: hashOf(bytes), size: bytes.length };
}
