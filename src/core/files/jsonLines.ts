/** A value for the file of `parseLines`: a line of its own, also behind one that a power cut has left a part of. */
export function addedLine(value: unknown): string {
	return `\n${JSON.stringify(value)}`;
}

/**
 * Reads a file that begins with an object, in one line or indented, to which `addedLine` has added others. What a power cut or
 * a full disk has left of one is undefined.
 */
export function parseLines(text: string): readonly unknown[] {
	// Where the system knew of the new size before it had the text, there are zeros.
	return text
		.replaceAll('\0', '')
		.split(/\n(?=\{)/)
		.map(parsed);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
