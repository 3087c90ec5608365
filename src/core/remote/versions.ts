import { createHash } from 'node:crypto';

/** A text that a document had at the tenant. The service has no dates and no ETag, so its content names it. */
export interface Version {
	readonly hash: string;
	/** Milliseconds; rises with each version that the document is seen to have. */
	readonly mtime: number;
	/** What `stat` reports, see `Versions`: the number of bytes or a little more. */
	readonly size: number;
}

/** What `stat` has reported to VS Code of a document, kept over restarts: an unsaved text comes back with the state it was made from. */
export interface ReportedStates {
	/** Hash → size, of the versions that were reported; the latest come last. */
	readonly sizes: Map<string, number>;
	/** The latest one; the clock may have been set back since. */
	mtime: number;
	/** The hash of the version from which an unsaved text was made; undefined if there is none. */
	base?: string | undefined;
	/** The hashes of the texts that an editor has sent from that base, and may not have an answer for; the latest come last. */
	sent?: readonly string[] | undefined;
}

/** How many sizes a document keeps beside that of an unsaved text's base. */
const most = 10;
/** How many texts a document remembers to have sent without an answer. */
const mostSent = 10;
/** How many former texts a document keeps beside that base, to which people may undo. */
const mostTexts = 3;

/**
 * The versions of one document. VS Code notices that a document was changed elsewhere only if its mtime
 * rose and its size differs, so each version that is reported gets a size of its own: the true one, or the next that is free.
 */
export class Versions {
	private latest: Version | undefined;
	/** Its bytes, unless they were let go. */
	private latestBytes: Uint8Array | undefined;
	/** The last one that was reported to VS Code. */
	private lastReported: Version | undefined;
	/** The bytes of former ones by their hashes: of those that were reported last, and of the base of an unsaved text. */
	private readonly former = new Map<string, Uint8Array>();

	/** @param keep called when more was reported */
	constructor(
		private readonly reported: ReportedStates = { sizes: new Map(), mtime: 0 },
		private readonly keep: (reported: ReportedStates) => void = () => undefined,
	) {}

	/** What the tenant has, as far as it is known. */
	get current(): Version | undefined {
		return this.latest;
	}

	/** The bytes of that version; undefined if they were let go. */
	get bytes(): Uint8Array | undefined {
		return this.latestBytes;
	}

	/** The hash of the version from which an unsaved text was made; undefined if there is none. */
	get baseHash(): string | undefined {
		return this.reported.base;
	}

	/** The bytes of that version, if they are known. */
	get baseBytes(): Uint8Array | undefined {
		const { base } = this.reported;
		if (base === undefined) {
			return undefined;
		}
		return base === this.latest?.hash ? this.latestBytes : this.former.get(base);
	}

	/** Forgets all bytes, and no fact. */
	letGo(): void {
		this.latestBytes = undefined;
		this.former.clear();
	}

	/** The hash of the version that was last reported to VS Code. */
	get reportedHash(): string | undefined {
		return this.lastReported?.hash ?? [...this.reported.sizes.keys()].at(-1);
	}

	/** An editor sends the text of this hash. */
	sends(hash: string): void {
		this.reported.sent = [...this.sent.filter(each => each !== hash), hash].slice(-mostSent);
		this.keep(this.reported);
	}

	/** The text of this hash has not arrived, and will not. */
	sentInVain(hash: string): void {
		if (this.sent.includes(hash)) {
			this.reported.sent = this.sent.filter(each => each !== hash);
			this.keep(this.reported);
		}
	}

	/** Whether the text of this hash has just arrived, which an editor of this window has sent without an answer. */
	isArriving(hash: string): boolean {
		return hash !== this.latest?.hash && this.sent.includes(hash);
	}

	private get sent(): readonly string[] {
		return this.reported.sent ?? [];
	}

	/** The hash of the version from which what editors hold was made. */
	private get madeFrom(): string | undefined {
		return this.reported.base ?? this.reportedHash;
	}

	/**
	 * Takes note that the tenant has these bytes; true if that is another version than the one known before.
	 * @param isArriving VS Code may take it for the version that an editor's text was made from, if it was not seen yet
	 */
	saw(bytes: Uint8Array, isArriving = false): boolean {
		const hash = hashOf(bytes);
		const known = this.latest;
		if (known?.hash === hash) {
			this.latestBytes = bytes;
			return false;
		}
		this.keepLatest();
		const { sizes } = this.reported;
		const { madeFrom } = this;
		if (!isArriving && hash !== madeFrom) {
			this.reported.sent = undefined; // What arrives now comes over a text that no editor has seen.
		}
		const size = sizes.get(hash) ?? (isArriving && madeFrom !== undefined ? sizes.get(madeFrom) : undefined);
		this.reported.mtime = Math.max(Date.now(), this.reported.mtime + 1);
		this.latest = { hash, mtime: this.reported.mtime, size: size ?? this.freeSize(bytes.length) };
		this.latestBytes = bytes;
		return known !== undefined;
	}

	/** From here on the current version has its true size. */
	useTrueSize(): void {
		const size = this.latestBytes?.length;
		if (this.latest && size !== undefined && this.latest.size !== size) {
			this.latest = { ...this.latest, size };
		}
	}

	/** VS Code takes the current version for a newer one, so that an editor without changes reads it again. */
	renew(): void {
		if (this.latest) {
			this.reported.mtime = Math.max(Date.now(), this.reported.mtime + 1);
			this.latest = { ...this.latest, mtime: this.reported.mtime };
		}
	}

	/** `stat` reports the current version to VS Code. */
	report(): void {
		const { latest } = this;
		if (!latest || latest === this.lastReported) {
			return;
		}
		this.lastReported = latest;
		const { sizes, base } = this.reported;
		for (const [hash, size] of sizes) {
			if (size === latest.size) {
				sizes.delete(hash); // If that version comes back, it gets another size.
			}
		}
		sizes.delete(latest.hash);
		sizes.set(latest.hash, latest.size);
		const dispensable = [...sizes.keys()].filter(hash => hash !== base);
		dispensable.slice(0, -most).forEach(hash => sizes.delete(hash));
		this.keep(this.reported);
	}

	/** Whether an editor has text that is not saved, and was made from what was last reported to VS Code. */
	setUnsaved(isUnsaved: boolean): void {
		if (isUnsaved !== (this.reported.base !== undefined)) {
			this.reported.base = isUnsaved ? this.reportedHash : undefined;
			this.reported.sent = undefined;
			this.keep(this.reported);
		}
	}

	/** An editor has saved the current version, from which what is typed on is made. */
	saved(): void {
		if (this.reported.base !== undefined && this.latest) {
			this.reported.base = this.latest.hash;
		}
		this.reported.sent = undefined;
		this.keep(this.reported);
	}

	/** Whether VS Code takes the current version for another one than that which an unsaved text was made from. */
	get isPastBase(): boolean {
		const { latest, reported } = this;
		return (
			latest !== undefined &&
			reported.base !== undefined &&
			latest.hash !== reported.base &&
			latest.size !== reported.sizes.get(reported.base)
		);
	}

	/**
	 * From here on VS Code has to take the version of this hash for the one from which the unsaved text was made, and every other
	 * one for a change made elsewhere.
	 */
	rebase(hash: string): void {
		const { sizes, base } = this.reported;
		if (base === undefined || base === hash) {
			return;
		}
		const size = sizes.get(base) ?? this.lastReported?.size;
		sizes.delete(base);
		sizes.delete(hash);
		this.reported.base = hash;
		this.reported.sent = this.sent.includes(hash) ? this.sent.slice(this.sent.indexOf(hash) + 1) : undefined;
		if (size !== undefined) {
			sizes.set(hash, size);
			this.resize(hash, size);
		}
		this.keep(this.reported);
	}

	/** The version of this hash, and no other, has this size. */
	private resize(hash: string, size: number): void {
		if (this.latest?.hash === hash) {
			this.latest = { ...this.latest, size };
		} else if (this.latest?.size === size) {
			this.reported.mtime = Math.max(Date.now(), this.reported.mtime + 1);
			this.latest = { ...this.latest, size: this.freeSize(size), mtime: this.reported.mtime };
		}
	}

	/** Keeps the bytes of the latest version, which another one is about to replace, among few others if people may need them. */
	private keepLatest(): void {
		const { latest, latestBytes, former } = this;
		const { base } = this.reported;
		if (latest && latestBytes && (latest.hash === this.reportedHash || latest.hash === base)) {
			former.delete(latest.hash);
			former.set(latest.hash, latestBytes);
			const dispensable = [...former.keys()].filter(hash => hash !== base);
			dispensable.slice(0, -mostTexts).forEach(hash => former.delete(hash));
		}
	}

	private freeSize(length: number): number {
		const taken = new Set(this.reported.sizes.values());
		let size = length;
		while (taken.has(size)) {
			size++;
		}
		return size;
	}
}

export function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('base64');
}
