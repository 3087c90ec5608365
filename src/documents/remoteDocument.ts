import { save, type RemoteText, type SaveRequest } from './save';
import { hashOf, Versions, type Version } from './versions';

/** Milliseconds for which a text that was read serves an editor that opens the document again. */
const freshForReading = 10_000;
/** Milliseconds for which the text that `stat` has just read serves the save it was read for. */
const freshForSaving = 2_000;

export interface StatContext {
	/** An editor shows the document, and VS Code only looks whether it should reload. */
	readonly isOpen: boolean;
}

/** What is known of one document of a tenant in this session. */
export class RemoteDocument {
	/** When the tenant was last known to have the current version. */
	private checkedAt = -Infinity;
	private reading: Promise<Version | undefined> | undefined;
	/** Rises with each write that leaves: an answer that was asked for before one says nothing of what came after. */
	private writes = 0;
	private pending: Promise<unknown> = Promise.resolve();
	/** Rises whenever memory is no longer good enough; what was asked for before is then too old. */
	private expiries = 0;
	private checkedInExpiry = 0;
	/** A save has returned, and what the tenant made of the text is yet to be looked at. */
	private unverified = false;
	private reported: string | undefined;

	/** @param changed called when the tenant turns out to have another text than was known before */
	constructor(
		private readonly remote: RemoteText,
		private readonly changed: () => void,
		private readonly versions = new Versions(),
		/** Milliseconds. */
		private readonly now: () => number = () => performance.now(),
	) {}

	/** An editor is about to save, or a person wants to see what the tenant has: memory is no longer good enough. */
	expire(): void {
		this.expiries++;
		this.reading = undefined;
	}

	/** Answers from memory where it can, see DESIGN; undefined if the tenant has no such document. */
	async stat({ isOpen }: StatContext): Promise<Version | undefined> {
		const version = await this.versionForStat(isOpen);
		this.reported = version?.hash;
		if (this.unverified) {
			this.verify();
		}
		return version;
	}

	private async versionForStat(isOpen: boolean): Promise<Version | undefined> {
		const { current } = this.versions;
		if (!current || !isOpen) {
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
	 * Saves; one after another, in the order of the calls.
	 * @param fromEditor a person saves what an editor holds, so that a change in the tenant is a conflict
	 * @param approve see `SaveRequest`
	 */
	write(
		bytes: Uint8Array,
		fromEditor: boolean,
		approve: SaveRequest['approve'] = () => Promise.resolve(),
	): Promise<void> {
		const turn = this.pending.then(() => this.writeInTurn(bytes, fromEditor, approve));
		this.pending = turn.catch(() => undefined);
		return turn;
	}

	private async writeInTurn(
		bytes: Uint8Array,
		fromEditor: boolean,
		approve: SaveRequest['approve'],
	): Promise<void> {
		const compared = fromEditor
			? this.reported === undefined
				? 'nothing'
				: { hash: this.reported }
			: 'by-nobody';
		const present = async () => (await this.readIfOlder(freshForSaving))?.bytes;
		const write = async (...args: Parameters<RemoteText['write']>) => {
			this.writes++;
			try {
				return await this.remote.write(...args);
			} finally {
				this.writes++;
			}
		};
		const wasSent = await save(
			{ read: () => this.remote.read(), write },
			{ bytes, present, compared, approve },
		);
		this.note(bytes, this.expiries, this.now());
		this.reported = hashOf(bytes);
		this.unverified = wasSent;
	}

	/**
	 * Looks what the tenant made of a text. VS Code takes the state that it asks for right after a save for that of the
	 * text in the editor, so only after that may another version be found.
	 */
	private verify(): void {
		this.unverified = false;
		this.reading = undefined;
		void this.readIfOlder(-1).catch(() => undefined); // The next read or save will meet the fault, and tell.
	}

	private isFresh(): boolean {
		return this.checkedInExpiry === this.expiries;
	}

	private readIfOlder(milliseconds: number): Promise<Version | undefined> {
		if (this.versions.current && this.isFresh() && this.now() - this.checkedAt < milliseconds) {
			return Promise.resolve(this.versions.current);
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
		if (!bytes) {
			return undefined;
		}
		if (writes === this.writes && this.note(bytes, expiries, askedAt)) {
			this.changed();
		}
		return this.versions.current;
	}

	/** True if this is another text than was known before. */
	private note(bytes: Uint8Array, expiry: number, at: number): boolean {
		this.checkedInExpiry = expiry;
		this.checkedAt = at;
		return this.versions.saw(bytes);
	}
}
