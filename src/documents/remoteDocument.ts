import {
	outcomeBy,
	save,
	type Compared,
	type KeptText,
	type RemoteText,
	type SaveOutcome,
	type SaveRequest,
	type SaveResult,
} from './save';
import { ReportedVersions } from './reportedVersions';
import { UnansweredSaveError } from './saveErrors';
import { hashOf, Versions, type Version } from './versions';

/** Milliseconds for which a text that was read serves an editor that opens the document again. */
const freshForReading = 10_000;
/** Milliseconds for which the text that `stat` has just read serves the save it was read for. */
const freshForSaving = 2_000;

export interface StatContext {
	/** An editor shows the document, and VS Code only looks whether it should reload. */
	readonly isOpen: boolean;
	/** Whether the editor that shows it has this very text. */
	readonly hasText?: (bytes: Uint8Array) => boolean;
}

/** `arrived`: the tenant has the text of a save of this session whose answer got lost. */
export type DocumentChange = 'changed' | 'deleted' | 'created' | 'arrived';

/** A text that left, and of which nobody knows whether it arrived. */
export interface OpenSave {
	/** The hashes of the text that left, and of the one that it was to replace. */
	readonly sent: string;
	readonly replaced: string | undefined;
	readonly settle: (outcome: SaveOutcome) => Promise<void>;
}

export interface DocumentEvents {
	/**
	 * The tenant turns out to have another text than was known before, or none any more.
	 * @param previous the hash of the version known before
	 */
	readonly changed: (change: DocumentChange, previous: string | undefined) => void;
	/** The tenant has made another text of the one that was sent. */
	readonly rewritten: (sent: Uint8Array, present: Uint8Array) => void;
	/** It turned out what became of a save whose answer got lost. */
	readonly answered: (outcome: SaveOutcome, save: OpenSave) => void;
	/** Something went wrong that nobody waits for. */
	readonly failed: (error: unknown) => void;
}

export interface WriteRequest extends Pick<SaveRequest, 'rules' | 'keep'> {
	readonly bytes: Uint8Array;
	/** A person saves what an editor holds, so that a change in the tenant is a conflict. */
	readonly fromEditor: boolean;
	/** VS Code has not told that it is about to save, so that it has compared the text without a person's doing. */
	readonly isUnannounced?: boolean;
	/** VS Code has been told to overwrite what was changed elsewhere without asking. */
	readonly overwritesUnseen?: boolean;
	/** What somebody has compared a text with that no editor holds. */
	readonly compared?: Compared | undefined;
}

/** What is known of one document of a tenant in this session. */
export class RemoteDocument {
	/** When the tenant was last known to have the current version, or no such document. */
	private checkedAt = -Infinity;
	private isGone = false;
	private reading: Promise<Version | undefined> | undefined;
	/** Rises with each write that leaves: an answer that was asked for before one says nothing of what came after. */
	private writes = 0;
	private pending: Promise<unknown> = Promise.resolve();
	private waiting = 0;
	/** Rises whenever memory is no longer good enough; what was asked for before is then too old. */
	private expiries = 0;
	private checkedInExpiry = -1;
	/** A save has returned, and what the tenant made of the text is yet to be looked at. */
	private unverified: { readonly sent: Uint8Array; readonly kept: KeptText } | undefined;
	private readonly open: OpenSave[] = [];
	/** The version that a save whose answer got lost has made. */
	private arrived: Version | undefined;
	private readonly reported = new ReportedVersions();

	constructor(
		private readonly remote: RemoteText,
		private readonly events: DocumentEvents,
		private readonly versions = new Versions(),
		/** Milliseconds. */
		private readonly now: () => number = () => performance.now(),
	) {}

	/** What the tenant has, as far as it is known. */
	get current(): Version | undefined {
		return this.isGone ? undefined : this.versions.current;
	}

	/** Milliseconds since the tenant was last asked. */
	get age(): number {
		return this.now() - this.checkedAt;
	}

	/** An editor is about to save: memory is no longer good enough. */
	beginSave(): void {
		this.reported.beginSave();
		this.expire();
	}

	/** Memory is no longer good enough. */
	expire(): void {
		this.expiries++;
		this.reading = undefined;
	}

	/** Answers from memory where it can, see DESIGN; undefined if the tenant has no such document. */
	async stat({ isOpen, hasText }: StatContext): Promise<Version | undefined> {
		let version = await this.versionForStat(isOpen);
		if (this.reported.isSaving && version && hasText?.(version.bytes)) {
			// VS Code takes a text for no conflict with itself if the size is that of the text which it is about to save.
			this.versions.useTrueSize();
			version = this.current;
		}
		this.reported.tell(version, version === this.arrived);
		if (this.unverified) {
			void this.verify();
		}
		return version;
	}

	private async versionForStat(isOpen: boolean): Promise<Version | undefined> {
		const { current } = this;
		if (!this.isKnown || !isOpen) {
			return this.readIfOlder(freshForReading);
		}
		// An error here would send VS Code on to write without having compared anything; the write will meet it again.
		return this.isFresh() ? current : this.readIfOlder(Infinity).catch(() => current);
	}

	/** Looks whether the tenant has another text by now, and tells of it. */
	async refresh(): Promise<void> {
		this.expire();
		await this.readIfOlder(Infinity);
	}

	/** Undefined if the tenant has no such document. */
	async read(): Promise<Uint8Array | undefined> {
		return (await this.readIfOlder(freshForReading))?.bytes;
	}

	/** Looks what became of a save, now or as soon as the tenant answers. */
	async ask(save: OpenSave): Promise<void> {
		this.open.push(save);
		await this.refresh();
	}

	/** Saves; one after another, in the order of the calls. */
	write(request: WriteRequest): Promise<SaveResult> {
		this.waiting++;
		const turn = this.pending.then(() => this.writeInTurn(request)).finally(() => this.waiting--);
		this.pending = turn.catch(() => undefined);
		return turn;
	}

	/** Whether it is not known yet what became of a save. */
	get hasOpenSave(): boolean {
		return this.open.length > 0;
	}

	/** Whether the tenant is being asked something. */
	get isBusy(): boolean {
		return this.waiting > 0 || this.reading !== undefined;
	}

	/** Settles when no save is under way. */
	async settled(): Promise<void> {
		await this.pending;
	}

	private async writeInTurn(request: WriteRequest): Promise<SaveResult> {
		const { bytes, fromEditor, isUnannounced = false, overwritesUnseen = false, rules } = request;
		let open: OpenSave | undefined;
		if (!fromEditor || isUnannounced || !this.reported.isSaving) {
			this.expire(); // Nobody has looked for the sake of this very write.
		}
		try {
			const result = await save(this.counted(this.remote), {
				bytes,
				rules,
				present: async () => (await this.readIfOlder(freshForSaving))?.bytes,
				compared: fromEditor
					? this.reported.compared(overwritesUnseen || isUnannounced)
					: (request.compared ?? 'by-nobody'),
				hasToExist: !this.remote.isCreatedByWriting && (fromEditor || this.versions.current !== undefined),
				keep: async (replaced, sent) => {
					const kept = await request.keep(replaced, sent);
					const settle = (outcome: SaveOutcome) => kept.settle(outcome);
					open = { sent: hashOf(sent), replaced: replaced && hashOf(replaced), settle };
					return kept;
				},
			});
			const previous = this.current?.hash;
			const isNews = this.note(bytes, this.expiries, this.now());
			if (fromEditor) {
				this.reported.written(this.current);
			}
			this.unverified = result.sent ? { sent: bytes, kept: result.kept } : undefined;
			if (isNews && !fromEditor) {
				this.events.changed('changed', previous);
			}
			return result;
		} catch (error) {
			if (error instanceof UnansweredSaveError && open) {
				this.open.push(open);
			}
			throw error;
		} finally {
			if (fromEditor && !isUnannounced) {
				this.reported.endSave();
			}
		}
	}

	private counted(remote: RemoteText): RemoteText {
		return {
			isCreatedByWriting: remote.isCreatedByWriting,
			read: () => remote.read(),
			write: async (...args) => {
				this.writes++;
				try {
					return await remote.write(...args);
				} finally {
					this.writes++;
				}
			},
		};
	}

	/**
	 * Looks what the tenant made of a text. VS Code takes the state that it asks for right after a save for that of the
	 * text in the editor, so only after that may another version be found.
	 */
	async verify(): Promise<void> {
		const { unverified } = this;
		if (!unverified) {
			return;
		}
		this.unverified = undefined;
		this.reading = undefined;
		const { sent, kept } = unverified;
		const { writes } = this;
		// A fault will be met, and told, by the next read or save; the tenant said that it took the text.
		const present = (await this.readIfOlder(-1).catch(() => undefined))?.bytes;
		if (!present || writes !== this.writes) {
			return;
		}
		const isRewritten = hashOf(present) !== hashOf(sent);
		await kept.settle(isRewritten ? 'rewritten' : 'saved');
		if (isRewritten) {
			this.events.rewritten(sent, present);
		}
	}

	private get isKnown(): boolean {
		return this.checkedInExpiry >= 0;
	}

	private isFresh(): boolean {
		return this.checkedInExpiry === this.expiries;
	}

	private readIfOlder(milliseconds: number): Promise<Version | undefined> {
		if (this.isKnown && this.isFresh() && this.age < milliseconds) {
			return Promise.resolve(this.current);
		}
		if (!this.reading) {
			const reading = this.readNow().finally(() => {
				if (this.reading === reading) {
					this.reading = undefined;
				}
			});
			this.reading = reading;
		}
		return this.reading;
	}

	private async readNow(): Promise<Version | undefined> {
		const { writes, expiries } = this;
		const askedAt = this.now();
		const bytes = await this.remote.read();
		if (writes !== this.writes) {
			return this.current;
		}
		const wasKnown = this.isKnown;
		const wasGone = this.isGone;
		const previous = this.current?.hash;
		const isNews = this.note(bytes, expiries, askedAt);
		this.answerOpenSaves(bytes);
		if (isNews || (wasKnown && wasGone !== this.isGone)) {
			const hasArrived = this.current !== undefined && this.current === this.arrived;
			const change = this.isGone ? 'deleted' : wasGone ? 'created' : hasArrived ? 'arrived' : 'changed';
			this.events.changed(change, previous);
		}
		return this.current;
	}

	/** True if this is another text than was known before. */
	private note(bytes: Uint8Array | undefined, expiry: number, at: number): boolean {
		this.checkedInExpiry = expiry;
		this.checkedAt = at;
		this.isGone = bytes === undefined;
		if (!bytes) {
			return false;
		}
		// The editor holds the text whose answer got lost: that it arrived is no change made elsewhere.
		const own = this.open.find(({ sent }) => sent === hashOf(bytes));
		const isNews = this.versions.saw(bytes, own?.replaced);
		if (own) {
			this.arrived = this.versions.current;
		}
		return isNews;
	}

	private answerOpenSaves(bytes: Uint8Array | undefined): void {
		const present = bytes && hashOf(bytes);
		for (const save of this.open.splice(0)) {
			const outcome = outcomeBy(present, save);
			save.settle(outcome).catch(this.events.failed);
			this.events.answered(outcome, save);
		}
	}
}
