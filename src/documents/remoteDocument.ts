import { save, type RemoteText } from './save';
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
	private readonly versions = new Versions();
	/** When the tenant was last known to have the current version. */
	private checkedAt = -Infinity;
	private reading: Promise<Version | undefined> | undefined;
	/** Rises with each write that leaves: an answer that was asked for before one says nothing of what came after. */
	private writes = 0;
	private pending: Promise<unknown> = Promise.resolve();
	private saveAnnounced = false;
	/** A save has returned, and what the tenant made of the text is yet to be looked at. */
	private unverified = false;
	private reported: string | undefined;

	/** @param changed called when the tenant turns out to have another text than was known before */
	constructor(
		private readonly remote: RemoteText,
		private readonly changed: () => void,
		/** Milliseconds. */
		private readonly now: () => number = () => performance.now(),
	) {}

	/** An editor is about to save: the next `stat` is the one by which VS Code looks for a conflict. */
	announceSave(): void {
		this.saveAnnounced = true;
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
		if (this.saveAnnounced && current) {
			this.saveAnnounced = false;
			// An error here would send VS Code on to write without having compared anything; the write will meet it again.
			return this.readIfOlder(0).catch(() => current);
		}
		return current && isOpen ? current : this.readIfOlder(freshForReading);
	}

	/** Undefined if the tenant has no such document. */
	async read(): Promise<Uint8Array | undefined> {
		return (await this.readIfOlder(freshForReading))?.bytes;
	}

	/**
	 * Saves; one after another, in the order of the calls.
	 * @param fromEditor a person saves what an editor holds, so that a change in the tenant is a conflict
	 */
	write(bytes: Uint8Array, fromEditor: boolean): Promise<void> {
		const turn = this.pending.then(() => this.writeInTurn(bytes, fromEditor));
		this.pending = turn.catch(() => undefined);
		return turn;
	}

	private async writeInTurn(bytes: Uint8Array, fromEditor: boolean): Promise<void> {
		const compared = fromEditor ? this.reported : undefined;
		const present = await this.readIfOlder(freshForSaving);
		this.writes++;
		try {
			await save(this.remote, { bytes, present: present?.bytes, compared });
		} finally {
			this.writes++;
		}
		this.note(bytes);
		this.reported = hashOf(bytes);
		this.unverified = present?.hash !== this.reported;
	}

	/**
	 * Looks what the tenant made of a text. VS Code takes the state that it asks for right after a save for that of the
	 * text in the editor, so only after that may another version be found.
	 */
	private verify(): void {
		this.unverified = false;
		void this.readIfOlder(0).catch(() => undefined); // The next read or save will meet the fault, and tell.
	}

	private readIfOlder(milliseconds: number): Promise<Version | undefined> {
		if (this.versions.current && this.now() - this.checkedAt < milliseconds) {
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
		const { writes } = this;
		const bytes = await this.remote.read();
		if (!bytes) {
			return undefined;
		}
		if (writes === this.writes && this.note(bytes)) {
			this.changed();
		}
		return this.versions.current;
	}

	/** True if this is another text than was known before. */
	private note(bytes: Uint8Array): boolean {
		this.checkedAt = this.now();
		return this.versions.saw(bytes);
	}
}
