/** Both zero-based; `character` counts UTF-16 units, as editors do. */
export interface XmlPosition {
	readonly line: number;
	readonly character: number;
}

/** Where an offset stands. A line ends with `\r\n`, `\n` or `\r`. */
export function positionAt(text: string, offset: number): XmlPosition {
	const end = Math.max(0, Math.min(offset, text.length));
	let line = 0;
	let lineStart = 0;
	for (let at = 0; at < end; at++) {
		const code = text.charCodeAt(at);
		// Between \r and \n the line has not ended yet.
		if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) {
			line++;
			lineStart = at + 1;
		}
	}
	return { line, character: end - lineStart };
}
