import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip that is made byte by byte: everything that a header says can be a lie. */
export interface MadeEntry {
	readonly name: string | Buffer;
	readonly text?: string | Buffer;
	/** The bytes in the zip, in place of the compressed text. */
	readonly raw?: Buffer;
	/** Name in the header before the content. */
	readonly localName?: string;
	readonly localMethod?: number;
	readonly localFlags?: number;
	readonly method?: number;
	readonly flags?: number;
	readonly checksum?: number;
	readonly size?: number;
	readonly compressedSize?: number;
	readonly unixMode?: number;
	readonly dosAttributes?: number;
	readonly offset?: number;
	readonly disk?: number;
	readonly extra?: Buffer;
	readonly localExtra?: Buffer;
	/** Zeros before its local header. */
	readonly gap?: number;
}

export interface MadeEnd {
	readonly disk?: number;
	readonly count?: number;
	readonly countHere?: number;
	readonly length?: number;
	readonly start?: number;
	readonly comment?: string;
	/** With the structures of zip64. */
	readonly isLong?: boolean;
	/** With these, whether the ordinary numbers are there too. */
	readonly isShortToo?: boolean;
	/** What zip64 says of the number of entries. */
	readonly longCount?: number;
}

const utf8 = 0x800;

export function madeZip(entries: readonly MadeEntry[], end: MadeEnd = {}): Buffer {
	const bodies: Buffer[] = [];
	const records: Buffer[] = [];
	let at = 0;
	for (const entry of entries) {
		at += entry.gap ?? 0;
		const body = Buffer.concat([localHeader(entry), contentOf(entry)]);
		bodies.push(Buffer.alloc(entry.gap ?? 0), body);
		records.push(record(entry, at));
		at += body.length;
	}
	const directory = Buffer.concat(records);
	return Buffer.concat([...bodies, directory, endOf(entries.length, at, directory.length, end)]);
}

function textOf({ text = '' }: MadeEntry): Buffer {
	return Buffer.from(text);
}

function contentOf(entry: MadeEntry): Buffer {
	return entry.raw ?? (entry.method === 0 ? textOf(entry) : deflateRawSync(textOf(entry)));
}

function fields(entry: MadeEntry): Buffer {
	const { method = 8, flags = utf8, compressedSize = contentOf(entry).length } = entry;
	return numbers(
		[2, 20],
		[2, flags],
		[2, method],
		[4, 0x00210000],
		[4, entry.checksum ?? crc32(textOf(entry))],
		[4, compressedSize],
		[4, entry.size ?? textOf(entry).length],
	);
}

function localHeader(entry: MadeEntry): Buffer {
	const { method = 8, flags = utf8, localExtra = Buffer.alloc(0) } = entry;
	const name = Buffer.from(entry.localName ?? entry.name);
	const local = { ...entry, method: entry.localMethod ?? method, flags: entry.localFlags ?? flags };
	return Buffer.concat([
		numbers([4, 0x04034b50]),
		fields({ ...local, raw: contentOf(entry) }),
		numbers([2, name.length], [2, localExtra.length]),
		name,
		localExtra,
	]);
}

function record(entry: MadeEntry, at: number): Buffer {
	const { extra = Buffer.alloc(0), unixMode = 0o100644, dosAttributes = 0, disk = 0, offset = at } = entry;
	const name = Buffer.from(entry.name);
	return Buffer.concat([
		numbers([4, 0x02014b50], [2, 0x0314]),
		fields(entry),
		numbers([2, name.length], [2, extra.length], [2, 0], [2, disk], [2, 0]),
		numbers([2, dosAttributes], [2, unixMode], [4, offset]),
		name,
		extra,
	]);
}

function endOf(entries: number, at: number, size: number, end: MadeEnd): Buffer {
	const {
		count = entries,
		countHere = count,
		length = size,
		start = at,
		isLong = false,
		isShortToo = !isLong,
	} = end;
	const { disk = 0, comment = '', longCount = entries } = end;
	const long = Buffer.concat([
		numbers([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0]),
		numbers([8, longCount], [8, longCount], [8, length], [8, start]),
		numbers([4, 0x07064b50], [4, 0], [8, at + size], [4, 1]),
	]);
	const short = isShortToo
		? numbers([2, countHere], [2, count], [4, length], [4, start])
		: numbers([2, 0xffff], [2, 0xffff], [4, 0xffffffff], [4, 0xffffffff]);
	return Buffer.concat([
		isLong ? long : Buffer.alloc(0),
		numbers([4, 0x06054b50], [2, disk], [2, disk]),
		short,
		numbers([2, comment.length]),
		Buffer.from(comment),
	]);
}

/** The field of zip64 in a record: the numbers that did not fit. */
export function longNumbers(...values: readonly number[]): Buffer {
	return Buffer.concat([
		numbers([2, 1], [2, 8 * values.length]),
		...values.map(value => numbers([8, value])),
	]);
}

function numbers(...fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
	return Buffer.concat(
		fields.map(([bytes, value]) => {
			const field = Buffer.alloc(8);
			field.writeBigUInt64LE(BigInt(value));
			return field.subarray(0, bytes);
		}),
	);
}
