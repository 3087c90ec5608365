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

/** Whether `before` becomes `after` by some or all of these edits, which do not overlap. */
export function isMadeBySome(edits: readonly TextEdit[], before: string, after: string): boolean {
	let at = 0;
	/** The places in `after` up to which it can have been made by the edits so far, each of which may have been left out. */
	let reached: ReadonlySet<number> = new Set([0]);
	for (const { start, end, newText } of edits.toSorted((one, other) => one.start - other.start)) {
		const kept = before.slice(at, start);
		const next = [...reached]
			.filter(place => after.startsWith(kept, place))
			.flatMap(place =>
				[before.slice(start, end), newText]
					.filter(text => after.startsWith(text, place + kept.length))
					.map(text => place + kept.length + text.length),
			);
		reached = new Set(next);
		at = end;
	}
	return [...reached].some(place => after.slice(place) === before.slice(at));
}

/** The edits that undo others, which do not overlap. */
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
