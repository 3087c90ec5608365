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

/**
 * The versions of one document. VS Code notices that a document was changed elsewhere only if its mtime
 * rose and its size differs, so each version gets a size of its own: the true one, or the next that is free.
 */
export class Versions {
	private latest: Version | undefined;

	/**
	 * @param sizes those of versions seen in earlier sessions, by hash
	 * @param keep called when there is another
	 */
	constructor(
		private readonly sizes = new Map<string, number>(),
		private readonly keep: (sizes: ReadonlyMap<string, number>) => void = () => undefined,
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
		const mtime = Math.max(Date.now(), (known?.mtime ?? 0) + 1);
		this.latest = { hash, bytes, mtime, size: this.sizeFor(hash, bytes.length, like) };
		return known !== undefined;
	}

	/** From here on the current version has its true size, which another version may have as well. */
	useTrueSize(): void {
		if (this.latest && this.latest.size !== this.latest.bytes.length) {
			this.latest = { ...this.latest, size: this.latest.bytes.length };
			this.sizes.set(this.latest.hash, this.latest.size);
			this.keep(this.sizes);
		}
	}

	private sizeFor(hash: string, length: number, like: string | undefined): number {
		const known = this.sizes.get(hash);
		if (known !== undefined) {
			return known;
		}
		const taken = new Set(this.sizes.values());
		let size = length;
		while (taken.has(size)) {
			size++;
		}
		size = (like !== undefined ? this.sizes.get(like) : undefined) ?? size;
		this.sizes.set(hash, size);
		this.keep(this.sizes);
		return size;
	}
}

export function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('base64');
}
