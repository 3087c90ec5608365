/** One part of a multipart/form-data body. */
export interface Part {
	readonly name: string;
	/** undefined if the part is a plain field. */
	readonly filename: string | undefined;
	readonly content: Uint8Array;
}

/** The body does not follow the rules of multipart/form-data. */
export class MultipartError extends Error {
	override name = 'MultipartError';
}

/** Cuts a body into its parts, whose contents are exactly the bytes between the delimiters. */
export function parseMultipart(contentType: string, body: Uint8Array): Part[] {
	const delimiter = Buffer.from(`\r\n--${boundaryOf(contentType)}`);
	// The first delimiter may open the body; with a line end before it, it looks like the others.
	const bytes = Buffer.concat([Buffer.from('\r\n'), body]);
	const parts: Part[] = [];
	let line = nextDelimiter(bytes, delimiter, 0);
	while (!line.last) {
		const next = nextDelimiter(bytes, delimiter, line.end);
		parts.push(parsePart(bytes.subarray(line.end, next.start)));
		line = next;
	}
	return parts;
}

function boundaryOf(contentType: string): string {
	const boundary = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]+)"|([^\s;"]+))/is.exec(
		contentType,
	);
	const found = boundary?.[1] ?? boundary?.[2];
	if (found === undefined) {
		throw new MultipartError('The content type is not multipart/form-data with a boundary.');
	}
	return found;
}

interface DelimiterLine {
	readonly start: number;
	readonly end: number;
	/** It carries the two hyphens that close the body. */
	readonly last: boolean;
}

/** The next line that is a delimiter and nothing more; a line that only begins like one is content. */
function nextDelimiter(bytes: Buffer, delimiter: Buffer, from: number): DelimiterLine {
	for (
		let start = bytes.indexOf(delimiter, from);
		start !== -1;
		start = bytes.indexOf(delimiter, start + 1)
	) {
		let end = start + delimiter.length;
		const last = bytes[end] === hyphen && bytes[end + 1] === hyphen;
		end += last ? 2 : 0;
		while (bytes[end] === space || bytes[end] === tab) {
			end++;
		}
		if (bytes[end] === carriageReturn && bytes[end + 1] === lineFeed) {
			return { start, end: end + 2, last };
		}
		if (last && end === bytes.length) {
			return { start, end, last };
		}
	}
	throw new MultipartError('A delimiter of the multipart body is missing.');
}

const [tab, lineFeed, carriageReturn, space, hyphen] = [0x09, 0x0a, 0x0d, 0x20, 0x2d];

function parsePart(bytes: Buffer): Part {
	const end = bytes.indexOf('\r\n\r\n');
	if (end === -1) {
		throw new MultipartError('The headers of a part do not end.');
	}
	const headers = bytes.toString('utf8', 0, end).split('\r\n');
	const disposition = headers.find(header => /^content-disposition\s*:\s*form-data\s*;/i.test(header));
	const name = disposition && parameter(disposition, 'name');
	if (disposition === undefined || name === undefined) {
		throw new MultipartError('A part has no name.');
	}
	const filename = parameter(disposition, 'filename') ?? parameter(disposition, 'filename*');
	return { name, filename, content: bytes.subarray(end + 4) };
}

function parameter(header: string, name: string): string | undefined {
	for (const [, key, quoted, plain] of header.matchAll(
		/;\s*([\w*-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*))/g,
	)) {
		if (key?.toLowerCase() === name) {
			return quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1');
		}
	}
	return undefined;
}
