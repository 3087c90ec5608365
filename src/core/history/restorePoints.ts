import fs from 'node:fs/promises';
import path from 'node:path';
import { fileOf, type DocumentId } from '../remote/documentPath';
import { safeFolderName, makeFolder } from '../files/flushedFiles';
import { KeptHistories } from './keptHistories';
import {
	dateOf,
	isInVain,
	type RestorePoint,
	type RestorePointName,
	type Retention,
	type SaveAction,
	type TextMark,
} from './restorePoint';
import { RestorePointFolder, type Side } from './restorePointFolder';
import type { KeptText, SaveOutcome } from '../remote/save';
import { UnansweredSaves } from './unansweredSaves';
import { hashOf } from '../remote/versions';

export interface RestorePointOptions {
	/** Where everything is kept; made when it is first needed. */
	readonly folder: string;
	readonly retention: () => Retention;
	/** Who works on this machine. */
	readonly by: string;
	/** Whether a tenant can be asked what became of a save; a removed one cannot. All can, if absent. */
	readonly isThere?: (tenant: string) => boolean;
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

/**
 * What the tenants had before each change, in a folder for each document: the text as it was, and a small record beside it.
 * Several windows may share the folder.
 */
export class RestorePoints {
	readonly unanswered: UnansweredSaves;
	readonly histories: KeptHistories;
	/** Once in a session is enough. */
	private pruning: Promise<void> | undefined;

	constructor(private readonly options: RestorePointOptions) {
		this.unanswered = new UnansweredSaves(path.join(options.folder, '.unanswered'));
		this.histories = new KeptHistories(options.folder, async () => {
			const { isThere = () => true } = options;
			const documents = (await this.unanswered.documents()).filter(({ tenant }) => isThere(tenant));
			return new Set(documents.map(document => this.folderOf(document)));
		});
	}

	/**
	 * Keeps a change; when this resolves, the disk has it. If anything goes wrong, nothing of it stays.
	 * @param onDidKeep awaited before the text may leave
	 */
	async keep(
		{ document, action, replaced, sent }: Change,
		onDidKeep?: (point: RestorePointName) => Promise<void>,
	): Promise<KeptPoint> {
		const files = this.filesOf(document);
		await makeFolder(files.folder);
		const id = await files.create(replaced, sent);
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
		let answered = () => Promise.resolve();
		try {
			answered = await this.unanswered.add(point);
			// The record comes last: whatever has one was whole, and about to leave.
			await files.writeRecord(point);
			await onDidKeep?.(point);
		} catch (error) {
			await answered().catch(this.options.log);
			await this.drop(point).catch(this.options.log);
			throw error;
		}
		return {
			settle: async outcome => {
				try {
					await this.settle(point, outcome, true);
					if (outcome !== 'unknown') {
						await answered();
					}
				} catch (error) {
					this.options.log(error);
				}
			},
			keepReplaced: bytes => this.keepReplaced(point, sent, bytes),
			point,
		};
	}

	/** Keeps another text that the same change has replaced, because it arrived after that. */
	async keepReplaced(
		{ document, action }: RestorePoint,
		sent: Uint8Array,
		replaced: Uint8Array,
	): Promise<void> {
		const kept = await this.keep({ document, action, replaced, sent });
		await kept.settle('saved');
	}

	/** Removes what was kept for a text that did not leave. */
	async drop({ document, id }: RestorePointName): Promise<void> {
		await this.filesOf(document).remove(id);
	}

	/**
	 * Notes what came of a change.
	 * @param isSenderThere the editor or program that sent the text still has it
	 */
	async settle(point: RestorePoint, outcome: SaveOutcome, isSenderThere: boolean): Promise<void> {
		const files = this.filesOf(point.document);
		await files.writeRecord({ ...point, outcome });
		if (outcome === 'saved' || (isInVain(outcome) && isSenderThere)) {
			await files.dropText(point.id, 'sent');
		}
		if (isInVain(outcome)) {
			await this.dropRepeated(files, point);
		} else if (outcome === 'accepted') {
			// Not before: what is not sent must not push out what was.
			await files.prune(this.options.retention());
			this.pruning ??= this.prune().catch(this.options.log);
		}
	}

	/** The latest first. */
	async list(document: DocumentId): Promise<readonly RestorePoint[]> {
		const files = this.filesOf(document);
		const ids = await files.ids();
		return Promise.all(ids.toReversed().map(id => files.point(document, id)));
	}

	/** Undefined if there was no text, or it is no longer kept. */
	read({ id, document }: RestorePointName, side: Side): Promise<Uint8Array | undefined> {
		return this.filesOf(document).text(id, side);
	}

	point({ id, document }: RestorePointName): Promise<RestorePoint> {
		return this.filesOf(document).point(document, id);
	}

	/** Whether the record is there, which comes last before the text leaves. */
	hasRecord({ id, document }: RestorePointName): Promise<boolean> {
		return this.filesOf(document).hasRecord(id);
	}

	/** Removes what is too much or too old of all documents, also of those that are not saved any more. */
	async prune(): Promise<void> {
		const { folder, retention } = this.options;
		const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
		const folders = entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.'));
		for (const { parentPath, name } of folders) {
			await new RestorePointFolder(path.join(parentPath, name), '').prune(retention());
		}
	}

	/** Where the restore points of a document are, or those of all. */
	folderOf(document?: DocumentId): string {
		return document ? this.filesOf(document).folder : this.options.folder;
	}

	private filesOf({ tenant, scriptName, part }: DocumentId): RestorePointFolder {
		const names = [tenant, scriptName, ...part.split('/')].map(safeFolderName);
		return new RestorePointFolder(path.join(this.options.folder, ...names), path.extname(fileOf(part)));
	}

	/** A text that is tried again and again without success is kept once. */
	private async dropRepeated(
		files: RestorePointFolder,
		{ document, id, replaced }: RestorePoint,
	): Promise<void> {
		const before = (await files.ids()).filter(other => other < id).at(-1);
		const other = before === undefined ? undefined : await files.point(document, before);
		const isRepeated = other && isInVain(other.outcome) && other.replaced?.hash === replaced?.hash;
		if (isRepeated && !(await files.text(other.id, 'sent'))) {
			await files.remove(other.id);
		}
	}
}

/** A change that has been kept. */
export interface KeptPoint extends KeptText {
	readonly point: RestorePoint;
}

function markOf(bytes: Uint8Array): TextMark {
	return { hash: hashOf(bytes), size: bytes.length };
}
