/** A change of a text by what stands there and what is to stand in its place. */
export interface ExactEdit {
	/** Occurs exactly once. */
	readonly oldText: string;
	readonly newText: string;
}

/** An edit that cannot be made; the message is a sentence for the agent that wrote it. */
export class ExactEditError extends Error {
	override name = 'ExactEditError';
}

/** Makes edits one after another. @throws ExactEditError if one has no place, or several */
export function withExactEdits(text: string, edits: readonly ExactEdit[]): string {
	return edits.reduce((before, { oldText, newText }, index) => {
		const at = oldText === '' ? -1 : before.indexOf(oldText);
		if (at < 0) {
			throw new ExactEditError(
				`The oldText of edit ${index + 1} is not in the document. Read the document again and copy it exactly.`,
			);
		}
		if (before.indexOf(oldText, at + 1) >= 0) {
			throw new ExactEditError(
				`The oldText of edit ${index + 1} occurs more than once. Copy more of the text around it.`,
			);
		}
		return before.slice(0, at) + newText + before.slice(at + oldText.length);
	}, text);
}
