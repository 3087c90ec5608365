/** The first line of a text, counted from 1, that another text has not at the same place; undefined if they are the same. */
export function firstDifference(
	text: string,
	other: string,
): { readonly line: number; readonly text: string } | undefined {
	if (text === other) {
		return undefined;
	}
	const lines = text.split(/\r\n|\r|\n/);
	const others = other.split(/\r\n|\r|\n/);
	const index = lines.findIndex((line, at) => line !== others[at]);
	// All lines are the same: the other text has more of them, or other line ends.
	const found = index === -1 ? lines.length - 1 : index;
	return { line: found + 1, text: lines[found] ?? '' };
}
