import { ArchiveError } from './archiveError';
import { broken, elsewhere, readZipEnd } from './zipEnd';
import { zipPath } from './zipNames';

/** What the directory at the end of a zip says of an entry: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
export interface ZipRecord {
	readonly path: string;
	/** The path as it stands in the zip. */
	readonly name: Buffer;
	readonly isFolder: boolean;
	readonly flags: number;
	readonly method: number;
	readonly checksum: number;
	readonly compressedSize: number;
	readonly size: number;
	/** Type and permissions of a Unix file; 0 if the zip was made elsewhere. */
	readonly unixMode: number;
	readonly dosAttributes: number;
	/** Of its local header. */
	readonly offset: number;
}

export interface ZipDirectory {
	readonly records: readonly ZipRecord[];
	/** Where it begins, and the entries end. */
	readonly start: number;
}

const signature = 0x02014b50;
const fixedLength = 46;
const utf8Flag = 0x800;
const slash = 0x2f;

/** @throws ArchiveError */
export function readZipDirectory(zip: Buffer, limit: number): ZipDirectory {
	const { end, count, start } = readZipEnd(zip);
	if (count > limit) {
		throw new ArchiveError({ kind: 'too-many-entries', limit });
	}
	const records: ZipRecord[] = [];
	let at = start;
	while (records.length < count) {
		if (at + fixedLength > end || zip.readUInt32LE(at) !== signature) {
			throw broken();
		}
		const next =
			at + fixedLength + [28, 30, 32].reduce((sum, field) => sum + zip.readUInt16LE(at + field), 0);
		records.push(recordIn(zip.subarray(at, next)));
		at = next;
	}
	if (at !== end) {
		throw broken();
	}
	return { records, start };
}

function recordIn(record: Buffer): ZipRecord {
	const nameEnd = fixedLength + record.readUInt16LE(28);
	const extra = record.subarray(nameEnd, nameEnd + record.readUInt16LE(30));
	const name = record.subarray(fixedLength, nameEnd);
	const flags = record.readUInt16LE(8);
	const wide = wideNumbers(extra);
	const long = (field: number) => {
		const number = record.readUInt32LE(field);
		return number === elsewhere.long ? wide(8) : number;
	};
	const path = zipPath(name, (flags & utf8Flag) !== 0);
	// In the order in which zip64 has those that are elsewhere.
	const [size, compressedSize, offset] = [long(24), long(20), long(42)];
	const disk = record.readUInt16LE(34);
	if ((disk === elsewhere.short ? wide(4) : disk) !== 0) {
		throw new ArchiveError({ kind: 'multi-disk' });
	}
	return {
		path,
		name,
		isFolder: name.at(-1) === slash,
		flags,
		method: record.readUInt16LE(10),
		checksum: record.readUInt32LE(16),
		compressedSize,
		size,
		unixMode: record.readUInt16LE(40),
		dosAttributes: record.readUInt16LE(38),
		offset,
	};
}

/** Gives one number of the zip64 field after another. */
function wideNumbers(extra: Buffer): (bytes: 4 | 8) => number {
	let field: Buffer = Buffer.alloc(0);
	for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
		if (extra.readUInt16LE(at) === 1) {
			field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
			break;
		}
	}
	return bytes => {
		if (field.length < bytes) {
			throw broken();
		}
		const number = bytes === 4 ? field.readUInt32LE() : Number(field.readBigUInt64LE());
		field = field.subarray(bytes);
		return number;
	};
}
