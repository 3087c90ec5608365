import { crc32, inflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { archiveLimits, byPath, groupBy, pathKey, type ArchiveEntry, type ArchiveLimits } from './archive';
import { ArchiveError } from './archiveError';
import { readZipDirectory, type ZipRecord } from './zipDirectory';

const methods = { stored: 0, deflated: 8 };
/** Encrypted, encrypted strongly, with an encrypted directory. */
const encryptedFlags = 0x0001 | 0x0040 | 0x2000;
const unixTypes = { mask: 0xf000, none: 0, file: 0x8000, folder: 0x4000, link: 0xa000 };
const reparsePoint = 0x400;
const localHeader = { signature: 0x04034b50, fixedLength: 30 };

/**
 * The same bytes for the same entries, on every day and machine. (Node's own zlib compresses differently on different
 * processors.)
 */
export function writeZip(entries: readonly ArchiveEntry[]): Uint8Array {
	if (entries.length > archiveLimits.entries) {
		throw new ArchiveError({ kind: 'too-many-entries', limit: archiveLimits.entries });
	}
	const files = [...entries].sort(byPath).map(({ path, bytes }) => [path, bytes] as const);
	// fflate writes the date as it is here, so it is the same date everywhere.
	const mtime = new Date(1980, 0, 1, 12);
	return zipSync(Object.fromEntries(files), { level: 9, mtime, os: 3, attrs: 0o100644 << 16 });
}

/**
 * The files of a zip, if nothing in it is such as no honest tool would write. Nothing that it says of itself is believed:
 * memory and time are bound by the limits and by its length.
 * @param isWanted the others are looked at, and not unpacked
 * @throws ArchiveError
 */
export function readZip(
	bytes: Uint8Array,
	limits: ArchiveLimits = archiveLimits,
	isWanted: (path: string) => boolean = () => true,
): readonly ArchiveEntry[] {
	const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const { records, start } = readZipDirectory(zip, limits.entries);
	for (const record of records) {
		refuseUnreadable(record);
	}
	refuseRepeated(records);
	const contents = contentsOf(zip, records, start);
	const files = records.filter(({ isFolder, path }) => !isFolder && isWanted(path));
	refuseLarge(files, limits);
	return files.map(record => ({
		path: record.path,
		bytes: unpack(contents.get(record) ?? Buffer.alloc(0), record),
	}));
}

function refuseUnreadable({ path, isFolder, flags, method, size, unixMode, dosAttributes }: ZipRecord): void {
	const type = unixMode & unixTypes.mask;
	if (type === unixTypes.link || dosAttributes & reparsePoint) {
		throw new ArchiveError({ kind: 'link', path });
	}
	if (![unixTypes.none, unixTypes.file, isFolder ? unixTypes.folder : unixTypes.file].includes(type)) {
		throw new ArchiveError({ kind: 'special-file', path });
	}
	if (flags & encryptedFlags) {
		throw new ArchiveError({ kind: 'encrypted', path });
	}
	if (method !== methods.stored && method !== methods.deflated) {
		throw new ArchiveError({ kind: 'unknown-method', path, method });
	}
	if (isFolder && size > 0) {
		throw new ArchiveError({ kind: 'broken', path });
	}
}

function refuseRepeated(records: readonly ZipRecord[]): void {
	for (const [first, second] of groupBy(records, ({ path }) => pathKey(path)).values()) {
		if (first && second) {
			throw new ArchiveError({ kind: 'path-repeated', path: second.path, other: first.path });
		}
	}
}

/** Where the bytes of each entry are: between the header of its own and whatever follows. */
function contentsOf(zip: Buffer, records: readonly ZipRecord[], end: number): ReadonlyMap<ZipRecord, Buffer> {
	const contents = new Map<ZipRecord, Buffer>();
	const inOrder = [...records].sort((one, other) => one.offset - other.offset);
	inOrder.forEach((record, index) => {
		const { path, compressedSize } = record;
		const next = inOrder[index + 1]?.offset ?? end;
		const from = contentStart(zip, record, end);
		if (from + compressedSize > end) {
			throw new ArchiveError({ kind: 'broken', path });
		}
		if (from + compressedSize > next) {
			throw new ArchiveError({ kind: 'overlap', path });
		}
		contents.set(record, zip.subarray(from, from + compressedSize));
	});
	return contents;
}

function contentStart(zip: Buffer, { path, name, offset, flags, method }: ZipRecord, end: number): number {
	const nameStart = offset + localHeader.fixedLength;
	if (nameStart > end || zip.readUInt32LE(offset) !== localHeader.signature) {
		throw new ArchiveError({ kind: 'broken', path });
	}
	const nameEnd = nameStart + zip.readUInt16LE(offset + 26);
	const isSame =
		zip.subarray(nameStart, nameEnd).equals(name) &&
		((zip.readUInt16LE(offset + 6) ^ flags) & encryptedFlags) === 0 &&
		zip.readUInt16LE(offset + 8) === method;
	if (!isSame) {
		throw new ArchiveError({ kind: 'header-mismatch', path });
	}
	return nameEnd + zip.readUInt16LE(offset + 28);
}

/** By what the directory says; `unpack` holds it to that. */
function refuseLarge(files: readonly ZipRecord[], { fileBytes, totalBytes }: ArchiveLimits): void {
	let total = 0;
	for (const { path, size } of files) {
		if (size > fileBytes) {
			throw new ArchiveError({ kind: 'too-large', path, limit: fileBytes });
		}
		total += size;
	}
	if (total > totalBytes) {
		throw new ArchiveError({ kind: 'too-large-in-all', limit: totalBytes });
	}
}

function unpack(content: Buffer, { path, method, size, checksum }: ZipRecord): Uint8Array {
	const bytes = method === methods.stored ? new Uint8Array(content) : inflate(content, path, size);
	if (bytes.length !== size) {
		throw new ArchiveError({ kind: 'broken', path });
	}
	if (crc32(bytes) !== checksum) {
		throw new ArchiveError({ kind: 'checksum', path });
	}
	return bytes;
}

/**
 * With Node's zlib, since that stops at a length, allocates as it goes, and takes a hundredth of the time that fflate takes for
 * content which is made to be slow (blocks that hold nothing but long code tables).
 */
function inflate(content: Buffer, path: string, size: number): Uint8Array {
	const chunkSize = Math.min(Math.max(size, 1024), 2 ** 18);
	try {
		return new Uint8Array(inflateRawSync(content, { maxOutputLength: Math.max(size, 1), chunkSize }));
	} catch (error) {
		throw new ArchiveError({ kind: 'broken', path }, { cause: error });
	}
}
