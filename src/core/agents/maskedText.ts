import type { TextRange } from '../text/textEdit';

/** A text with names in the place of its secrets. */
export interface MaskedText {
	readonly text: string;
	/** The first one is called `‹secret 1›`. */
	readonly secrets: readonly string[];
}

/** How the name of a secret is written. */
export const secretMark = /‹secret (\d{1,4})›/g;

/** Puts names in the place of some ranges, which are in their order. */
export function masked(text: string, ranges: readonly TextRange[]): MaskedText {
	const pieces: string[] = [];
	let at = 0;
	for (const [index, { start, end }] of ranges.entries()) {
		pieces.push(text.slice(at, start), `‹secret ${index + 1}›`);
		at = end;
	}
	return {
		text: [...pieces, text.slice(at)].join(''),
		secrets: ranges.map(({ start, end }) => text.slice(start, end)),
	};
}

/** A text with secrets in the place of their names, and where these stand in it. */
export interface RestoredText {
	readonly text: string;
	readonly ranges: readonly TextRange[];
}

/** The inverse of `masked`, for a text that may have been changed since. */
export function restored(text: string, secrets: readonly string[]): RestoredText {
	const ranges: TextRange[] = [];
	let whole = '';
	let at = 0;
	for (const match of text.matchAll(secretMark)) {
		const secret = secrets[Number(match[1]) - 1];
		if (secret !== undefined) {
			whole += text.slice(at, match.index);
			ranges.push({ start: whole.length, end: whole.length + secret.length });
			whole += secret;
			at = match.index + match[0].length;
		}
	}
	return { text: whole + text.slice(at), ranges };
}

/** The texts of those ranges that lie in none of the others. */
export function textsOutside(
	text: string,
	ranges: readonly TextRange[],
	others: readonly TextRange[],
): readonly string[] {
	return ranges
		.filter(({ start, end }) => !others.some(other => other.start <= start && end <= other.end))
		.map(({ start, end }) => text.slice(start, end));
}
