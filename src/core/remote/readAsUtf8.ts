/** A text that an editor has read in a wrong encoding, and the bytes that it was read from. */
export interface MisreadText {
	/** What the editor shows, with what was typed since it was opened. */
	readonly shown: string;
	/** What the editor showed when it was opened. */
	readonly original: string;
	/** What its bytes say in UTF-8. */
	readonly decoded: string;
	/** The bytes of a character in the wrong encoding; none if it has no such character. */
	readonly bytesOf: (character: string) => readonly number[];
}

/** The text as it would be if the editor had read it as UTF-8, and the same had been typed. */
export function readAsUtf8({ shown, original, decoded, bytesOf }: MisreadText): string {
	const ends = /(\r\n|\r|\n)/;
	const originalLines = original.split(ends);
	const decodedLines = decoded.split(ends);
	const known = new Map(
		originalLines.length === decodedLines.length
			? originalLines.map((line, at) => [line, decodedLines[at] ?? line])
			: [],
	);
	return shown
		.split(ends)
		.map(line => known.get(line) ?? mended(line, bytesOf))
		.join('');
}

/** Characters whose bytes are one character of UTF-8 become that one; all others were typed, or are the same in both. */
function mended(line: string, bytesOf: MisreadText['bytesOf']): string {
	const characters = Array.from(line);
	let result = '';
	for (let at = 0; at < characters.length;) {
		const { text, length } = utf8At(characters.slice(at, at + 4), bytesOf);
		result += text;
		at += length;
	}
	return result;
}

function utf8At(
	characters: readonly string[],
	bytesOf: MisreadText['bytesOf'],
): { readonly text: string; readonly length: number } {
	const [first = ''] = characters;
	const bytesOfAll = characters.map(bytesOf);
	const foreign = bytesOfAll.findIndex(bytes => bytes.length === 0);
	for (let length = foreign < 0 ? characters.length : foreign; length > 1; length--) {
		const bytes = bytesOfAll.slice(0, length).flat();
		try {
			const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
			if (Array.from(text).length === 1) {
				return { text, length };
			}
		} catch {
			// Not one character of UTF-8.
		}
	}
	return { text: first, length: 1 };
}
