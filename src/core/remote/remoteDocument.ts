import { delay } from '../api/send/http';
import type { Wait } from '../api/lookAgain';
import { LateSaves, type LateSaveEvents, type OpenSave } from './lateSaves';
import {
	save,
	type Compared,
	type KeptText,
	type RemoteText,
	type SaveRequest,
	type SaveResult,
} from './save';
import { ReportedVersions } from './reportedVersions';
import { longestWay } from './lateSaves';
import { hashOf, Versions, type Version } from './versions';

/** Milliseconds for which a text that was read serves an editor that opens the document again. */
const freshForReading = 10_000;
/** Milliseconds for which the text that `stat` has just read serves the save it was read for. */
const freshForSaving = 2_000;
/** Milliseconds before each further look for a save that got no answer. */
const looks = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** Milliseconds between two looks if the tenant still cannot be asked after those. */
const laterLooks = 120_000;

export interface StatContext {
	/** An editor shows the document, and VS Code only looks whether it should reload. */
	readonly isOpen: boolean;
	/** Whether the editor that shows it has this very text. */
	readonly hasText?: (bytes: Uint8Array) => boolean;
}

/** `arrived`: the tenant has the text of a save of this session whose answer got lost. */
export type DocumentChange = 'changed' | 'deleted' | 'created' | 'arrived';

/** `answered`: it turned out what became of a save whose answer got lost; `failed`: something that nobody waits for. */
export interface DocumentEvents extends LateSaveEvents {
	/**
	 * The tenant turns out to have another text than was known before, or none any more.
	 * @param previous the hash of the version known before
	 */
	readonly changed: (change: DocumentChange, previous: string | undefined) => void;
	/** The tenant has made another text of the one that was sent. */
	readonly rewritten: (sent: Uint8Array, present: Uint8Array) => void;
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
	private readonly late: LateSaves;
	/** How often was looked for the latest of them. */
	private looked = 0;
	private following: Promise<void> | undefined;
	/** The version that a save whose answer got lost has made. */
	private arrived: Version | undefined;
	private readonly reported = new ReportedVersions();

	constructor(
		private readonly remote: RemoteText,
		private readonly events: DocumentEvents,
		private readonly versions = new Versions(),
		/** Milliseconds. */
		private readonly now: () => number = () => performance.now(),
		/** Nothing more is looked for once this rejects. */
		private readonly wait: Wait = delay,
	) {
		this.late = new LateSaves(events);
	}

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

	/** An editor holds text that is not saved, or does not any more. */
	setUnsaved(isUnsaved: boolean): void {
		this.versions.setUnsaved(isUnsaved);
	}

	/** Answers from memory where it can, see DESIGN; undefined if the tenant has no such document. */
	async stat({ isOpen, hasText }: StatContext): Promise<Version | undefined> {
		let version = await this.versionForStat(isOpen);
		if (this.reported.isSaving && version && hasText?.(version.bytes)) {
			// VS Code takes a text for no conflict with itself if the size is that of the text which it is about to save.
			this.versions.useTrueSize();
			version = this.current;
		}
		this.reported.report(version, version === this.arrived);
		if (version) {
			this.versions.report();
		}
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

	/**
	 * Looks what became of a save, now and for as long as it may still arrive.
	 * @param milliseconds how long that is
	 */
	async ask(save: OpenSave, milliseconds = 0): Promise<void> {
		this.expect(save, milliseconds, false);
		await this.refresh();
	}

	/** Saves; one after another, in the order of the calls. */
	write(request: WriteRequest): Promise<SaveResult> {
		this.waiting++;
		const turn = this.pending.then(() => this.writeInTurn(request)).finally(() => this.waiting--);
		this.pending = turn.catch(() => undefined);
		return turn;
	}

	/** Whether a save that got no answer may still arrive. */
	get hasLateSave(): boolean {
		return !this.late.isEmpty;
	}

	/** Settles when no save may arrive any more, and what came of them is written down. */
	async answered(): Promise<void> {
		await this.following;
		await this.late.written();
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
				keep: async (...texts) => this.watched(await request.keep(...texts), ...texts),
				wait: this.wait,
			});
			if (result.sent) {
				this.late.supersede(hashOf(bytes));
			}
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
		} finally {
			if (fromEditor && !isUnannounced) {
				this.reported.endSave();
			}
		}
	}

	/** Whatever is not certain to have been the end of a text that left is looked for. */
	private watched(kept: KeptText, replaced: Uint8Array | undefined, sent: Uint8Array): KeptText {
		const open: OpenSave = {
			sent: hashOf(sent),
			replaced: replaced && hashOf(replaced),
			settle: outcome => kept.settle(outcome),
			keepReplaced: bytes => kept.keepReplaced(bytes),
		};
		return {
			...open,
			settle: async outcome => {
				await kept.settle(outcome);
				if (outcome === 'unknown' || outcome === 'overtaken') {
					this.expect(open, longestWay, outcome !== 'unknown');
				}
			},
		};
	}

	private expect(save: OpenSave, milliseconds: number, isAnswered: boolean): void {
		this.late.add(save, this.now() + milliseconds, isAnswered);
		this.looked = 0;
		this.following ??= this.follow().finally(() => (this.following = undefined));
	}

	/** Looks until nothing may arrive any more. */
	private async follow(): Promise<void> {
		while (this.hasLateSave) {
			try {
				await this.wait(looks[this.looked++] ?? laterLooks);
			} catch {
				return;
			}
			await this.refresh().catch(() => undefined); // The next look may meet no fault.
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
		if (isRewritten || !this.hasLateSave) {
			// As long as an earlier save may arrive over this one, its text is kept.
			await kept.settle(isRewritten ? 'rewritten' : 'saved');
		}
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
		const previous = this.current;
		const present = bytes && hashOf(bytes);
		// The editor holds the text whose answer got lost: that it arrived is no change made elsewhere.
		const own = this.late.arriving(present, previous);
		const isNews = this.note(bytes, expiries, askedAt, own && (previous?.hash ?? own.replaced));
		if (own) {
			this.arrived = this.current;
		}
		this.late.saw(present, previous, askedAt);
		if (isNews || (wasKnown && wasGone !== this.isGone)) {
			const hasArrived = this.current !== undefined && this.current === this.arrived;
			const change = this.isGone ? 'deleted' : wasGone ? 'created' : hasArrived ? 'arrived' : 'changed';
			this.events.changed(change, previous?.hash);
		}
		return this.current;
	}

	/**
	 * True if this is another text than was known before.
	 * @param like see `Versions.saw`
	 */
	private note(bytes: Uint8Array | undefined, expiry: number, at: number, like?: string): boolean {
		this.checkedInExpiry = expiry;
		this.checkedAt = at;
		this.isGone = bytes === undefined;
		if (!bytes) {
			return false;
		}
		return this.versions.saw(bytes, like);
	}
}
