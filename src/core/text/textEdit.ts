/** From one offset to before another, in UTF-16 units. */
export interface TextRange {
	readonly start: number;
	readonly end: number;
}

/** Puts `newText` in the place of what stands in the range. */
export interface TextEdit extends TextRange {
	readonly newText: string;
}

/** Applies edits that do not overlap, in whatever order they come. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
	const inOrder = edits.toSorted((one, other) => one.start - other.start || one.end - other.end);
	let result = '';
	let at = 0;
	for (const { start, end, newText } of inOrder) {
		result += text.slice(at, start) + newText;
		at = end;
	}
	return result + text.slice(at);
}

/** What makes the text again of what edits that do not overlap have made of it. */
export function inverseEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
	let shift = 0;
	return edits
		.toSorted((one, other) => one.start - other.start || one.end - other.end)
		.map(({ start, end, newText }) => {
			const from = start + shift;
			shift += newText.length - (end - start);
			return { start: from, end: from + newText.length, newText: text.slice(start, end) };
		});
}
