import { zipSync } from 'fflate';
import { archiveLimits, byPath, type ArchiveEntry } from './archive';
import { ArchiveError } from './archiveError';

/**
 * The same bytes for the same entries, on every day and machine. (Node's own zlib compresses differently on different
 * processors.)
 */
export function writeZip(entries: readonly ArchiveEntry[]): Uint8Array {
	if (entries.length > archiveLimits.entries) {
		throw new ArchiveError({ kind: 'too-many-entries', limit: archiveLimits.entries });
	}
	const files = [...entries].sort(byPath).map(({ path, bytes }) => [path, bytes] as const);
	// fflate writes the local time, so this is the same in every time zone.
	const mtime = new Date(1980, 0, 1, 12);
	return zipSync(Object.fromEntries(files), { level: 9, mtime, os: 3, attrs: 0o100644 << 16 });
}
