/** What is searched for, with the switches of VS Code's own search. */
export interface Pattern {
	readonly text: string;
	readonly isRegExp: boolean;
	readonly matchCase: boolean;
	readonly wholeWord: boolean;
}

export type PatternProblem = 'empty' | 'too-long' | 'several-lines' | 'malformed' | 'too-slow';

/** Nothing can be searched for with this pattern. */
export class PatternError extends Error {
	override name = 'PatternError';

	constructor(
		readonly problem: PatternProblem,
		/** What is wrong with a regular expression, in the words of the engine. */
		readonly detail = '',
	) {
		super([problem, detail].filter(Boolean).join(': '));
	}
}

/** Nothing interrupts the engine while it reads a regular expression. */
const longestText = 10_000;

/**
 * With `u`, as VS Code's search and its editor have it: a character is a code point, case is folded in every script, and
 * `\p{…}` is there. What VS Code refuses for that, such as `\-`, is refused here, too.
 *
 * @throws PatternError
 */
export function regExpOf({ text, isRegExp, matchCase, wholeWord }: Pattern): {
	readonly source: string;
	readonly flags: string;
} {
	if (text === '') {
		throw new PatternError('empty');
	}
	if (text.length > longestText) {
		throw new PatternError('too-long');
	}
	if (/[\r\n]/.test(text)) {
		throw new PatternError('several-lines');
	}
	if (isRegExp) {
		check(text);
	}
	const source = isRegExp ? text : escapeRegExp(text);
	return {
		source: wholeWord ? `${notInsideWord}(?:${source})${notInsideWord}` : source,
		flags: matchCase ? 'gu' : 'giu',
	};
}

export function escapeRegExp(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Whole words are looked for only beside one of these; `\b` would take `ü` for the end of a word. */
const wordCharacter = '[\\p{L}\\p{M}\\p{N}_]';
const notInsideWord = `(?!(?<=${wordCharacter})${wordCharacter})`;

/** Alone, since `a)(b` would pass within the parentheses that are put around it for whole words. */
function check(source: string): void {
	try {
		new RegExp(source, 'u');
	} catch (error) {
		throw new PatternError('malformed', detailOf(error));
	}
}

/** The end of "Invalid regular expression: /(/u: Unterminated group": "Unterminated group". */
function detailOf(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	return message.replace(/^Invalid regular expression: (\/[^]*\/\w*: )?/, '');
}
