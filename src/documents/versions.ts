import { createHash } from 'node:crypto';

/** A text that a document had at the tenant. The service has no dates and no ETag, so its content names it. */
export interface Version {
	readonly hash: string;
	readonly bytes: Uint8Array;
	/** Milliseconds; rises with each version that the document is seen to have. */
	readonly mtime: number;
	/** What `stat` says, see `Versions`; the number of bytes or a little more. */
	readonly size: number;
}

/** What was told of the versions of a document, over restarts: an unsaved text comes back with the state it was made from. */
export interface ToldStates {
	/** Hash → size. */
	readonly sizes: Map<string, number>;
	/** The latest one; the clock may have been set back since. */
	mtime: number;
}

/**
 * The versions of one document. VS Code notices that a document was changed elsewhere only if its mtime
 * rose and its size differs, so each version gets a size of its own: the true one, or the next that is free.
 */
export class Versions {
	private latest: Version | undefined;

	/** @param keep called when more was told */
	constructor(
		private readonly told: ToldStates = { sizes: new Map(), mtime: 0 },
		private readonly keep: (told: ToldStates) => void = () => undefined,
	) {}

	/** What the tenant has, as far as it is known. */
	get current(): Version | undefined {
		return this.latest;
	}

	/**
	 * Takes note that the tenant has these bytes; true if that is another version than the one known before.
	 * @param like the hash of a version for which an editor may take this one, if it was not seen yet
	 */
	saw(bytes: Uint8Array, like?: string): boolean {
		const hash = hashOf(bytes);
		const known = this.latest;
		if (known?.hash === hash) {
			return false;
		}
		const { sizes } = this.told;
		const size = sizes.get(hash) ?? (like !== undefined ? sizes.get(like) : undefined);
		this.told.mtime = Math.max(Date.now(), this.told.mtime + 1);
		this.show({ hash, bytes, mtime: this.told.mtime, size: size ?? this.freeSize(bytes.length) });
		return known !== undefined;
	}

	/** From here on the current version has its true size. */
	useTrueSize(): void {
		if (this.latest && this.latest.size !== this.latest.bytes.length) {
			this.show({ ...this.latest, size: this.latest.bytes.length });
		}
	}

	private show(version: Version): void {
		const { sizes } = this.told;
		for (const [hash, size] of sizes) {
			if (size === version.size) {
				sizes.delete(hash); // If that version comes back, it gets another size.
			}
		}
		sizes.set(version.hash, version.size);
		this.latest = version;
		this.keep(this.told);
	}

	private freeSize(length: number): number {
		const taken = new Set(this.told.sizes.values());
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
