import { ArchiveError } from './archiveError';

const signatures = { localHeader: 0x04034b50, end: 0x06054b50, end64: 0x06064b50, end64Locator: 0x07064b50 };
const lengths = { end: 22, end64: 56, end64Locator: 20, longestComment: 0xffff };

/** In place of a number that is in the zip64 structures. */
export const elsewhere = { short: 0xffff, long: 0xffffffff };

/** Where the records of the directory begin and end, and how many there are. */
export interface ZipEnd {
	readonly start: number;
	readonly end: number;
	readonly count: number;
}

/** @throws ArchiveError */
export function readZipEnd(zip: Buffer): ZipEnd {
	const at = findEnd(zip);
	const short = {
		disks: [zip.readUInt16LE(at + 4), zip.readUInt16LE(at + 6)],
		counts: [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)],
		length: zip.readUInt32LE(at + 12),
		start: zip.readUInt32LE(at + 16),
	};
	const long = readEnd64(zip, at);
	const { disks, counts, length, start } = long ?? short;
	const [count = 0, all] = counts;
	if (disks.some(disk => disk !== 0) || count !== all) {
		throw new ArchiveError({ kind: 'multi-disk' });
	}
	const end = long?.at ?? at;
	// Two ends that tell different stories are for two readers that see different things.
	if (start + length !== end || (long && !isShortOf(short, long))) {
		throw broken();
	}
	return { start, end, count };
}

interface EndNumbers {
	readonly disks: readonly number[];
	readonly counts: readonly number[];
	readonly length: number;
	readonly start: number;
}

function isShortOf(short: EndNumbers, long: EndNumbers): boolean {
	const pairs = [
		...short.disks.map((disk, index) => [disk, long.disks[index], elsewhere.short] as const),
		...short.counts.map((count, index) => [count, long.counts[index], elsewhere.short] as const),
		[short.length, long.length, elsewhere.long] as const,
		[short.start, long.start, elsewhere.long] as const,
	];
	return pairs.every(([number, wide, mark]) => number === wide || number === mark);
}

function findEnd(zip: Buffer): number {
	const last = zip.length - lengths.end;
	for (let at = last; at >= Math.max(0, last - lengths.longestComment); at--) {
		if (zip.readUInt32LE(at) === signatures.end && zip.readUInt16LE(at + 20) === last - at) {
			return at;
		}
	}
	const isBegun = zip.length >= 4 && zip.readUInt32LE() === signatures.localHeader;
	throw new ArchiveError({ kind: isBegun ? 'cut-off' : 'not-a-zip' });
}

function readEnd64(zip: Buffer, end: number): (EndNumbers & { readonly at: number }) | undefined {
	const locator = end - lengths.end64Locator;
	if (locator < 0 || zip.readUInt32LE(locator) !== signatures.end64Locator) {
		return undefined;
	}
	if (zip.readUInt32LE(locator + 4) !== 0 || zip.readUInt32LE(locator + 16) > 1) {
		throw new ArchiveError({ kind: 'multi-disk' });
	}
	const at = Number(zip.readBigUInt64LE(locator + 8));
	if (at + lengths.end64 > locator || zip.readUInt32LE(at) !== signatures.end64) {
		throw broken();
	}
	const wide = (field: number) => Number(zip.readBigUInt64LE(at + field));
	if (at + 12 + wide(4) !== locator) {
		throw broken();
	}
	return {
		at,
		disks: [zip.readUInt32LE(at + 16), zip.readUInt32LE(at + 20)],
		counts: [wide(24), wide(32)],
		length: wide(40),
		start: wide(48),
	};
}

/** The directory cannot be what a tool for zips wrote. */
export function broken(): ArchiveError {
	return new ArchiveError({ kind: 'broken', path: undefined });
}
