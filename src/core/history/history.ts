import fs from 'node:fs/promises';
import path from 'node:path';
import { fileOf, type DocumentId } from '../remote/documentPath';
import { makeFolder } from '../files/flushedFiles';
import { safeFolderName } from '../files/safeFolderName';
import { TenantHistories } from './tenantHistories';
import {
	dateOf,
	wayLeft,
	type HistoryEntry,
	type HistoryEntryName,
	type Retention,
	type SaveAction,
	type TextMark,
} from './historyEntry';
import { DocumentHistory, type Side } from './documentHistory';
import type { KeptSave } from '../remote/save';
import { isInVain, type SaveOutcome } from '../remote/saveOutcome';
import { UnansweredSaves, type UnansweredSave } from './unansweredSaves';
import { hashOf } from '../remote/versions';

export interface HistoryOptions {
	/** Where everything is kept; made when it is first needed. */
	readonly folder: string;
	readonly retention: () => Retention;
	/** Who works on this machine. */
	readonly by: string;
	/** Whether a tenant can be asked what became of a save: a removed one cannot. By default all can. */
	readonly isThere?: (tenant: string) => boolean;
	/** Takes errors that do no harm to a save. */
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
export class History {
	readonly unanswered: UnansweredSaves;
	readonly ofTenants: TenantHistories;
	/** What is too much or too old is removed, which no save waits for. */
	private tidying: Promise<void> = Promise.resolve();
	/** All documents once in a session are enough. */
	private isPruned = false;

	constructor(private readonly options: HistoryOptions) {
		this.unanswered = new UnansweredSaves(options.folder);
		this.ofTenants = new TenantHistories(options.folder, async () => {
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
		onDidKeep?: (entry: HistoryEntryName) => Promise<void>,
	): Promise<KeptSave> {
		const files = this.filesOf(document);
		const parents = await makeFolder(files.folder);
		const id = await files.takeId(free =>
			this.unanswered.add(files.unansweredFile(free), { id: free, document }),
		);
		const close = () => this.unanswered.close(files.unansweredFile(id));
		const entry = {
			id,
			document,
			at: dateOf(id) ?? new Date(),
			action,
			by: this.options.by,
			replaced: replaced && markOf(replaced),
			sent: markOf(sent),
			outcome: 'unknown',
		} satisfies HistoryEntry;
		try {
			await files.write(entry, { replaced, sent }, parents);
			await onDidKeep?.(entry);
		} catch (error) {
			await files.remove(id).catch(this.options.log);
			await close().catch(this.options.log);
			throw error;
		}
		const settle = this.settling(entry, true, close);
		return {
			sent: entry.sent.hash,
			replaced: entry.replaced?.hash,
			settle: outcome => settle(outcome).catch(this.options.log),
			keepReplaced: bytes => this.keepReplaced(entry, sent, bytes),
		};
	}

	/**
	 * The save of a window that has gone, and the milliseconds in which it may still arrive; undefined if it cannot be asked
	 * about. The text that was sent stays, because no editor may have it any more.
	 */
	async interrupted({
		id,
		document,
		close,
	}: UnansweredSave): Promise<{ readonly save: KeptSave; readonly wayLeft: number } | undefined> {
		const files = this.filesOf(document);
		const entry = await files.entry(document, id);
		const { sent, replaced, outcome } = entry;
		if (outcome !== 'unknown') {
			await close(); // A power cut came before the disk knew that this is closed.
			return undefined;
		}
		if (!sent) {
			// Without a record the window broke off before the text left. One that cannot be read is tried at the next start.
			if (!(await files.hasRecord(id))) {
				await close();
				await files.remove(id);
			}
			return undefined;
		}
		const save: KeptSave = {
			sent: sent.hash,
			replaced: replaced?.hash,
			settle: this.settling(entry, false, close),
			keepReplaced: async bytes =>
				this.keepReplaced(entry, (await files.text(id, 'sent')) ?? new Uint8Array(), bytes),
		};
		return { save, wayLeft: wayLeft(entry) };
	}

	/** Keeps another text that the same change has replaced, because it arrived after that. */
	private async keepReplaced(
		{ document, action }: HistoryEntry,
		sent: Uint8Array,
		replaced: Uint8Array,
	): Promise<void> {
		const kept = await this.keep({ document, action, replaced, sent });
		await kept.settle('saved');
	}

	/**
	 * Notes what came of a change, each time more is known.
	 * @param isSenderThere the editor or program that sent the text still has it
	 * @param close called when something is known
	 */
	private settling(
		entry: HistoryEntry,
		isSenderThere: boolean,
		close: () => Promise<void>,
	): (outcome: SaveOutcome) => Promise<void> {
		const files = this.filesOf(entry.document);
		let known: SaveOutcome = 'unknown';
		return async outcome => {
			if (outcome === 'unknown') {
				return; // So it is kept.
			}
			const dropsSent = outcome === 'saved' || (isInVain(outcome) && isSenderThere);
			if (known === 'unknown' || !dropsSent) {
				await files.addOutcome(entry.id, outcome); // The disk has it before the question goes.
			}
			known = outcome;
			if (dropsSent) {
				await files.dropSent({ ...entry, outcome });
			}
			if (isInVain(outcome)) {
				await this.dropRepeated(files, entry);
			}
			await close();
			if (outcome === 'accepted') {
				this.tidy(files); // Not before: what is not sent must not push out what was.
			}
		};
	}

	private tidy(files: DocumentHistory): void {
		const prune = async () => {
			await files.prune(this.options.retention());
			if (!this.isPruned) {
				this.isPruned = true;
				await this.prune();
			}
		};
		this.tidying = this.tidying.then(prune).catch(this.options.log);
	}

	/** Settles when what was too much or too old after the saves until now is removed. */
	tidied(): Promise<void> {
		return this.tidying;
	}

	/** The latest first. */
	async list(document: DocumentId): Promise<readonly HistoryEntry[]> {
		const files = this.filesOf(document);
		const ids = await files.ids();
		return Promise.all(ids.toReversed().map(id => files.entry(document, id)));
	}

	/** Undefined if there was no text, or it is no longer kept. */
	read({ id, document }: HistoryEntryName, side: Side): Promise<Uint8Array | undefined> {
		return this.filesOf(document).text(id, side);
	}

	entry({ id, document }: HistoryEntryName): Promise<HistoryEntry> {
		return this.filesOf(document).entry(document, id);
	}

	/** Removes what is too much or too old of all documents, also of those that are not saved any more. */
	async prune(): Promise<void> {
		const { folder, retention } = this.options;
		const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
		const folders = entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.'));
		for (const { parentPath, name } of folders) {
			await new DocumentHistory(path.join(parentPath, name), '').prune(retention());
		}
	}

	/** Where the history entries of a document are, or those of all. */
	folderOf(document?: DocumentId): string {
		return document ? this.filesOf(document).folder : this.options.folder;
	}

	private filesOf({ tenant, scriptName, part }: DocumentId): DocumentHistory {
		const names = [tenant, scriptName, ...part.split('/')].map(safeFolderName);
		return new DocumentHistory(path.join(this.options.folder, ...names), path.extname(fileOf(part)));
	}

	/** A text that is tried again and again without success is kept once. */
	private async dropRepeated(
		files: DocumentHistory,
		{ document, id, replaced }: HistoryEntry,
	): Promise<void> {
		const before = (await files.ids()).filter(other => other < id).at(-1);
		const other = before === undefined ? undefined : await files.entry(document, before);
		const isRepeated = other && isInVain(other.outcome) && other.replaced?.hash === replaced?.hash;
		if (isRepeated && !(await files.text(other.id, 'sent'))) {
			await files.remove(other.id);
		}
	}
}

function markOf(bytes: Uint8Array): TextMark {
	return { hash: hashOf(bytes), size: bytes.length };
}
