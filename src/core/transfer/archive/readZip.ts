import { isUtf8 } from 'node:buffer';
import { crc32, inflateRawSync } from 'node:zlib';
import { archiveLimits, groupBy, pathKey, sizeCheck, type ArchiveEntry, type ArchiveLimits } from './archive';
import { ArchiveError } from './archiveError';

// What stands where in a zip: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
// Lengths are in bytes, without the parts whose length varies.
const localHeader = { signature: 0x04034b50, length: 30 };
const directoryRecord = { signature: 0x02014b50, length: 46 };
const zipEnd = { signature: 0x06054b50, length: 22 };
const zipEnd64 = { signature: 0x06064b50, length: 56 };
const end64Locator = { signature: 0x07064b50, length: 20 };
const longestComment = 0xffff;
/** In bytes; no system takes longer paths. */
const longestPath = 4096;
/** In place of a number that did not fit, and is in the zip64 structures. */
const elsewhere = { short: 0xffff, long: 0xffffffff };
const methods = { stored: 0, deflated: 8 };
const slash = 0x2f;
const utf8Flag = 0x800;
/** Encrypted, encrypted strongly, with an encrypted directory. */
const encryptedFlags = 0x0001 | 0x0040 | 0x2000;
const unixTypes = { mask: 0xf000, none: 0, file: 0x8000, folder: 0x4000, link: 0xa000 };
/** How Windows marks a link. */
const reparsePoint = 0x400;
/** Code page 437 from 0x80: the encoding of names that are not marked as UTF-8. */
const codePage437 =
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧' +
	'╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';
const badPaths = [
	{ kind: 'name-with-control-character', pattern: /[\u0000-\u001f\u007f]/ },
	{ kind: 'name-with-backslash', pattern: /\\/ },
	{ kind: 'name-absolute', pattern: /^(\/|[a-z]:)/i },
	{ kind: 'name-outside', pattern: /(^|\/)\.\.(\/|$)/ },
	{ kind: 'name-with-empty-segment', pattern: /(^|\/)\.?(\/|$)/ },
] as const;

/**
 * The files of a zip. A zip with anything in it that no honest tool writes is refused. fflate reads zips too, but believes
 * what they say of themselves; here the limits and the length of the zip bound memory and time.
 * @param isWanted the other files are checked too, but not unpacked, and may have any size
 * @throws ArchiveError
 */
export function readZip(
	bytes: Uint8Array,
	limits: ArchiveLimits = archiveLimits,
	isWanted: (path: string) => boolean = () => true,
): readonly ArchiveEntry[] {
	const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const { start, end, count } = findDirectory(zip);
	if (count > limits.entries) {
		throw new ArchiveError({ kind: 'too-many-entries', limit: limits.entries });
	}
	const records = readRecords(zip, start, end, count);
	records.forEach(refuseUnreadable);
	for (const [first, second] of groupBy(records, ({ path }) => pathKey(path)).values()) {
		if (first && second) {
			throw new ArchiveError({ kind: 'path-repeated', path: second.path, other: first.path });
		}
	}
	const contents = contentsOf(zip, records, start);
	const files = records.filter(({ isFolder, path }) => !isFolder && isWanted(path));
	const checkSize = sizeCheck(limits);
	files.forEach(({ path, size }) => checkSize(path, size)); // `unpack` accepts no other sizes.
	return files.map(record => ({
		path: record.path,
		bytes: unpack(contents.get(record) ?? Buffer.alloc(0), record),
	}));
}

/** Where the records of the directory begin and end, and how many there are. */
function findDirectory(zip: Buffer) {
	const at = findEnd(zip);
	const end64 = readEnd64(zip, at);
	const short = [
		...[4, 6, 8, 10].map(field => [zip.readUInt16LE(at + field), elsewhere.short] as const),
		...[12, 16].map(field => [zip.readUInt32LE(at + field), elsewhere.long] as const),
	];
	const numbers = end64?.numbers ?? short.map(([number]) => number);
	const [disk, startDisk, countHere, count = 0, length = 0, start = 0] = numbers;
	if (disk !== 0 || startDisk !== 0 || countHere !== count) {
		throw new ArchiveError({ kind: 'multi-disk' });
	}
	const end = end64?.at ?? at;
	// Where two ends contradict each other, two programs would see different files.
	const isSame = short.every(([number, mark], index) => number === mark || number === numbers[index]);
	if (start + length !== end || (end64 && !isSame)) {
		throw broken();
	}
	return { start, end, count };
}

function findEnd(zip: Buffer): number {
	const last = zip.length - zipEnd.length;
	for (let at = last; at >= Math.max(0, last - longestComment); at--) {
		if (zip.readUInt32LE(at) === zipEnd.signature && zip.readUInt16LE(at + 20) === last - at) {
			return at;
		}
	}
	const isBegun = zip.length >= 4 && zip.readUInt32LE() === localHeader.signature;
	throw new ArchiveError({ kind: isBegun ? 'cut-off' : 'not-a-zip' });
}

/** Where the end for zip64 is, if there is one, and its numbers, in the order of the ordinary end. */
function readEnd64(zip: Buffer, end: number) {
	const locator = end - end64Locator.length;
	if (locator < 0 || zip.readUInt32LE(locator) !== end64Locator.signature) {
		return undefined;
	}
	if (zip.readUInt32LE(locator + 4) !== 0 || zip.readUInt32LE(locator + 16) > 1) {
		throw new ArchiveError({ kind: 'multi-disk' });
	}
	const at = Number(zip.readBigUInt64LE(locator + 8));
	const isThere = at + zipEnd64.length <= locator && zip.readUInt32LE(at) === zipEnd64.signature;
	if (!isThere || at + 12 + Number(zip.readBigUInt64LE(at + 4)) !== locator) {
		throw broken();
	}
	const numbers = [
		...[16, 20].map(field => zip.readUInt32LE(at + field)),
		...[24, 32, 40, 48].map(field => Number(zip.readBigUInt64LE(at + field))),
	];
	return { at, numbers };
}

function readRecords(zip: Buffer, start: number, end: number, count: number): readonly ZipRecord[] {
	const records: ZipRecord[] = [];
	let at = start;
	while (records.length < count) {
		if (at + directoryRecord.length > end || zip.readUInt32LE(at) !== directoryRecord.signature) {
			throw broken();
		}
		const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map(field => zip.readUInt16LE(at + field));
		const next = at + directoryRecord.length + name + extra + comment;
		records.push(recordIn(zip.subarray(at, next), name, extra));
		at = next;
	}
	if (at !== end) {
		throw broken();
	}
	return records;
}

/** What the directory says of an entry. */
type ZipRecord = ReturnType<typeof recordIn>;

function recordIn(record: Buffer, nameLength: number, extraLength: number) {
	const nameEnd = directoryRecord.length + nameLength;
	const name = record.subarray(directoryRecord.length, nameEnd);
	const flags = record.readUInt16LE(8);
	const path = entryPath(name, (flags & utf8Flag) !== 0);
	const orWide = wideNumbers(record.subarray(nameEnd, nameEnd + extraLength));
	// In the order in which zip64 has those that did not fit.
	const [size = 0, compressedSize = 0, offset = 0] = [24, 20, 42].map(field =>
		orWide(record.readUInt32LE(field), 'long'),
	);
	if (orWide(record.readUInt16LE(34), 'short') !== 0) {
		throw new ArchiveError({ kind: 'multi-disk' });
	}
	const unixType = record.readUInt16LE(40) & unixTypes.mask;
	return {
		path,
		name,
		isFolder: name.at(-1) === slash,
		flags,
		method: record.readUInt16LE(10),
		checksum: record.readUInt32LE(16),
		compressedSize,
		size,
		/** 0 if the zip was not made on Unix. */
		unixType,
		isLink: unixType === unixTypes.link || (record.readUInt16LE(38) & reparsePoint) !== 0,
		/** Of its local header. */
		offset,
	};
}

/** Replaces each number that did not fit by the next one of the zip64 field. */
function wideNumbers(extra: Buffer): (number: number, kind: keyof typeof elsewhere) => number {
	let field: Buffer = Buffer.alloc(0);
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		if (extra.readUInt16LE(at) === 1) {
			field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
			break;
		}
	}
	return (number, kind) => {
		if (number !== elsewhere[kind]) {
			return number;
		}
		const length = kind === 'short' ? 4 : 8;
		if (field.length < length) {
			throw broken();
		}
		const wide = kind === 'short' ? field.readUInt32LE() : Number(field.readBigUInt64LE());
		field = field.subarray(length);
		return wide;
	};
}

/** Without the `/` at the end of a folder's. Throws if no honest tool writes such a name. */
function entryPath(name: Buffer, isMarkedUtf8: boolean): string {
	if (name.length > longestPath || (isMarkedUtf8 && !isUtf8(name))) {
		throw new ArchiveError({ kind: 'name-malformed', path: name.toString('utf8', 0, longestPath) });
	}
	// macOS does not mark its UTF-8, so whatever can be UTF-8 is read as UTF-8.
	const path = (isUtf8(name) ? name.toString() : fromCodePage437(name)).replace(/\/$/, '');
	const bad = badPaths.find(({ pattern }) => pattern.test(path));
	if (bad) {
		throw new ArchiveError({ kind: bad.kind, path });
	}
	return path;
}

function fromCodePage437(bytes: Buffer): string {
	return Array.from(bytes, byte =>
		byte < 0x80 ? String.fromCharCode(byte) : (codePage437[byte - 0x80] ?? ''),
	).join('');
}

function refuseUnreadable({ path, isFolder, flags, method, size, unixType, isLink }: ZipRecord): void {
	if (isLink) {
		throw new ArchiveError({ kind: 'link', path });
	}
	if (![unixTypes.none, unixTypes.file, isFolder ? unixTypes.folder : unixTypes.file].includes(unixType)) {
		throw new ArchiveError({ kind: 'special-file', path });
	}
	if (flags & encryptedFlags) {
		throw new ArchiveError({ kind: 'encrypted', path });
	}
	if (method !== methods.stored && method !== methods.deflated) {
		throw new ArchiveError({ kind: 'unknown-method', path, method });
	}
	if (isFolder && size > 0) {
		throw broken(path);
	}
}

/** Where the bytes of each entry are: after its own header, and before whatever follows. */
function contentsOf(zip: Buffer, records: readonly ZipRecord[], end: number): ReadonlyMap<ZipRecord, Buffer> {
	const inOrder = [...records].sort((one, other) => one.offset - other.offset);
	const contents = inOrder.map((record, index) => {
		const from = contentStart(zip, record, end);
		const to = from + record.compressedSize;
		if (to > end) {
			throw broken(record.path);
		}
		if (to > (inOrder[index + 1]?.offset ?? end)) {
			throw new ArchiveError({ kind: 'overlap', path: record.path });
		}
		return [record, zip.subarray(from, to)] as const;
	});
	return new Map(contents);
}

function contentStart(zip: Buffer, { path, name, offset, flags, method }: ZipRecord, end: number): number {
	const nameStart = offset + localHeader.length;
	if (nameStart > end || zip.readUInt32LE(offset) !== localHeader.signature) {
		throw broken(path);
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

function unpack(content: Buffer, { path, method, size, checksum }: ZipRecord): Uint8Array {
	const bytes = method === methods.stored ? new Uint8Array(content) : inflate(content, path, size);
	if (bytes.length !== size) {
		throw broken(path);
	}
	if (crc32(bytes) !== checksum) {
		throw new ArchiveError({ kind: 'checksum', path });
	}
	return bytes;
}

/**
 * With Node's zlib: it stops at a length, allocates as it goes, and needs a hundredth of fflate's time for content that is
 * made to be slow (blocks of nothing but long code tables).
 */
function inflate(content: Buffer, path: string, size: number): Uint8Array {
	const chunkSize = Math.min(Math.max(size, 1024), 2 ** 18);
	try {
		return new Uint8Array(inflateRawSync(content, { maxOutputLength: Math.max(size, 1), chunkSize }));
	} catch (error) {
		throw broken(path, error);
	}
}

/** Without a path, the directory cannot be one that a zip tool wrote. */
function broken(path?: string, cause?: unknown): ArchiveError {
	return new ArchiveError({ kind: 'broken', path }, { cause });
}
