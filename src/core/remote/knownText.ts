import type { Wait } from '../api/lookAgain';
import { LateSaves, type LateSaveEvents } from './lateSaves';
import type { KeptSave, RemoteText } from './save';
import { isInVain } from './saveOutcome';
import { hashOf, type Version, type Versions } from './versions';

/** `arrived`: the tenant has the text of a save of this session whose answer got lost. */
export type DocumentChange = 'changed' | 'deleted' | 'created' | 'arrived';

export interface KnownTextEvents extends LateSaveEvents {
	/**
	 * The tenant turns out to have another text than was known before, or none any more.
	 * @param previous the hash of the version known before
	 */
	readonly changed: (change: DocumentChange, previous: string | undefined) => void;
}

/** Those, and what only the document itself follows. */
export interface OwnTextEvents extends KnownTextEvents {
	/** The tenant turns out to have the text of this hash, which an editor of this window has sent without an answer. */
	readonly arrived: (hash: string) => void;
}

/** A version, and what it says. */
export interface VersionText {
	readonly version: Version;
	readonly bytes: Uint8Array;
}

/** What is known of the text that a tenant has of one document, and how fresh that is. */
export class KnownText {
	/** The tenant's side; what is written by it is counted. */
	readonly remote: RemoteText;
	readonly late: LateSaves;
	/** When the tenant was last known to have the current version, or no such document. */
	private checkedAt = -Infinity;
	private isGone = false;
	private reading: Promise<VersionText | undefined> | undefined;
	/** Rises when a write leaves and when it is answered: a read that began before says nothing of what came after. */
	private writes = 0;
	/** Rises whenever memory is no longer good enough; what was asked for before is then too old. */
	private expiries = 0;
	private checkedInExpiry = -1;
	/** The version that a save of this window has made, whose answer got lost. */
	private arrived: Version | undefined;

	constructor(
		remote: RemoteText,
		private readonly versions: Versions,
		private readonly events: OwnTextEvents,
		private readonly now: () => number,
		wait: Wait,
	) {
		this.remote = {
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
		this.late = new LateSaves(events, () => this.refresh(), now, wait);
	}

	/** What the tenant has, as far as it is known. */
	get current(): Version | undefined {
		return this.isGone ? undefined : this.versions.current;
	}

	/** The bytes of that, unless they were let go. */
	get bytes(): Uint8Array | undefined {
		return this.isGone ? undefined : this.versions.bytes;
	}

	/** Whether the tenant was asked in this session. */
	get isKnown(): boolean {
		return this.checkedInExpiry >= 0;
	}

	/** Whether memory is still good enough. */
	get isFresh(): boolean {
		return this.checkedInExpiry === this.expiries;
	}

	get isReading(): boolean {
		return this.reading !== undefined;
	}

	/** Milliseconds since the tenant was last asked. */
	get age(): number {
		return this.now() - this.checkedAt;
	}

	/** Whether the version comes from a save of this window whose answer got lost. */
	hasArrived(version: Version | undefined): boolean {
		return version === this.arrived;
	}

	/** Memory is no longer good enough. */
	expire(): void {
		this.expiries++;
		this.reading = undefined;
	}

	refresh(): Promise<VersionText | undefined> {
		this.expire();
		return this.readIfOlder(Infinity);
	}

	/** Undefined if the tenant has no such document. */
	readIfOlder(milliseconds: number): Promise<VersionText | undefined> {
		const { text } = this;
		if (this.isFresh && this.age < milliseconds && (text || !this.current)) {
			return Promise.resolve(text);
		}
		if (!this.reading) {
			const reading = this.read().finally(() => {
				if (this.reading === reading) {
					this.reading = undefined;
				}
			});
			this.reading = reading;
		}
		return this.reading;
	}

	/** The same save of an editor, which is looked for, and known as its own if it arrives without an answer. */
	watchOwn(save: KeptSave): KeptSave {
		this.versions.sends(save.sent);
		return this.late.watch({
			...save,
			settle: async outcome => {
				if (isInVain(outcome)) {
					this.versions.sentInVain(save.sent);
				}
				await save.settle(outcome);
			},
		});
	}

	/** Undefined also if another text has left meanwhile. */
	async readAgain(): Promise<VersionText | undefined> {
		this.reading = undefined;
		const { writes } = this;
		const text = await this.readIfOlder(-1);
		return writes === this.writes ? text : undefined;
	}

	private get text(): VersionText | undefined {
		const { current: version, bytes } = this;
		return version && bytes && { version, bytes };
	}

	/**
	 * Takes note that the tenant has a text that was to be saved; true if it is another than was known before.
	 * @param shown what the editor that has saved it holds: what VS Code takes its file for, until that is read again
	 */
	saved(bytes: Uint8Array, shown = bytes): boolean {
		this.late.supersede(hashOf(bytes));
		return this.note(shown, this.expiries, this.now());
	}

	private async read(): Promise<VersionText | undefined> {
		const { writes, expiries } = this;
		const askedAt = this.now();
		const bytes = await this.remote.read();
		if (writes !== this.writes) {
			return this.text;
		}
		const wasKnown = this.isKnown;
		const wasGone = this.isGone;
		const previous = this.current;
		const previousBytes = this.bytes;
		const present = bytes && hashOf(bytes);
		// What an editor holds was made from the text whose answer got lost: that it arrived is no change made elsewhere.
		const isArriving = present !== undefined && this.versions.isArriving(present);
		const isNews = this.note(bytes, expiries, askedAt, isArriving);
		if (isArriving) {
			this.events.arrived(present);
			this.arrived = this.current;
		}
		this.late.saw(present, previous && { ...previous, bytes: previousBytes }, askedAt);
		if (isNews || (wasKnown && wasGone !== this.isGone)) {
			const hasArrived = this.current !== undefined && this.hasArrived(this.current);
			const change = this.isGone ? 'deleted' : wasGone ? 'created' : hasArrived ? 'arrived' : 'changed';
			this.events.changed(change, previous?.hash);
		}
		return this.text;
	}

	/**
	 * True if this is another text than was known before.
	 * @param isArriving see `Versions.saw`
	 */
	private note(bytes: Uint8Array | undefined, expiry: number, at: number, isArriving = false): boolean {
		this.checkedInExpiry = expiry;
		this.checkedAt = at;
		this.isGone = bytes === undefined;
		return bytes !== undefined && this.versions.saw(bytes, isArriving);
	}
}
