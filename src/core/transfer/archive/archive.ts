import { ArchiveError } from './archiveError';

/** A file of a folder or of a zip. */
export interface ArchiveEntry {
	/** Within the folder or the zip, with `/` between its segments. */
	readonly path: string;
	readonly bytes: Uint8Array;
}

/** What is read at most. Files that are no connector's are not read, so their sizes do not count. */
export interface ArchiveLimits {
	readonly entries: number;
	readonly fileBytes: number;
	readonly totalBytes: number;
}

const mebibyte = 2 ** 20;

export const archiveLimits: ArchiveLimits = {
	entries: 20_000,
	fileBytes: 32 * mebibyte,
	totalBytes: 256 * mebibyte,
};

/** Checks the size of one file after another. It throws an ArchiveError at the first one that exceeds a limit. */
export function sizeCheck({ fileBytes, totalBytes }: ArchiveLimits): (path: string, size: number) => void {
	let total = 0;
	return (path, size) => {
		if (size > fileBytes) {
			throw new ArchiveError({ kind: 'too-large', path, limit: fileBytes });
		}
		total += size;
		if (total > totalBytes) {
			throw new ArchiveError({ kind: 'too-large-in-all', limit: totalBytes });
		}
	};
}

/** The same key for two paths that are one on some system: upper and lower case, composed and decomposed letters. */
export function pathKey(path: string): string {
	return path.toUpperCase().toLowerCase().normalize('NFC');
}

/** An order that is the same everywhere: it does not depend on the language. */
export function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
	return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}

export function groupBy<K, T>(items: Iterable<T>, keyOf: (item: T) => K): ReadonlyMap<K, readonly T[]> {
	const groups = new Map<K, T[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) {
			group.push(item);
		} else {
			groups.set(key, [item]);
		}
	}
	return groups;
}
