import type { TextRange } from '../textEdit';
import { htmlProblems, type HtmlProblem } from './htmlProblems';

/** What is wrong with a decoded text in itself; `rawRanges` tells where its ranges are written. */
export function valueProblems(value: string): HtmlProblem[] {
	return htmlProblems(value);
}

/** A placeholder that a text and the one that it translates do not have in common. */
export type PlaceholderProblem = TextRange & {
	readonly code:
		/** The text lacks it: its range is the whole text. */
		| 'placeholder-missing'
		/** The text has it, and the other one has not. */
		| 'placeholder-unknown';
	readonly placeholder: string;
};

/**
 * Compares the placeholders of a decoded text with those of the one that it translates; an empty text says nothing. In an
 * example of what to type, words in braces stand for words of the reader's own.
 */
export function comparePlaceholders(
	value: string,
	reference: string,
	isExample = false,
): PlaceholderProblem[] {
	if (value.trim() === '') {
		return [];
	}
	const found = placeholdersIn(value);
	const wanted = placeholdersIn(reference);
	const counts = ({ isSure, isWord }: Placeholder) => isSure && !(isExample && isWord);
	const missing = surplus(wanted.filter(counts), found);
	const unknown = surplus(found.filter(counts), wanted);
	const translated = Math.min(words(missing).length, words(unknown).length);
	const names = new Set(withoutWords(missing, translated).map(({ placeholder }) => placeholder));
	return [
		...[...names].map(placeholder => ({
			code: 'placeholder-missing' as const,
			placeholder,
			start: 0,
			end: value.length,
		})),
		...withoutWords(unknown, translated).map(({ placeholder, start, end }) => ({
			code: 'placeholder-unknown' as const,
			placeholder,
			start,
			end,
		})),
	];
}

interface Placeholder extends TextRange {
	/** Without a format: `{0}` for `{0,number}`. */
	readonly placeholder: string;
	/** It looks like nothing else, such as a part of a regular expression. */
	readonly isSure: boolean;
	/** Such as `{host}`, which may be translated. */
	readonly isWord: boolean;
}

const named = /[$#]!?\{[^{}\s]+\}|\{\{\s*[\p{L}_][\p{L}\p{N}_.-]*\s*\}\}|\{[\p{L}_][\p{L}\p{N}_.-]*\}/u;
const numbered = /\{(\d+)(?:,\s*[a-z][^{}]*)?\}/u;
const printed = /(?<![\d%])%(?:\d+\$|\([^()\s]+\))?[dfis](?!\w)/u;

/** What `{3}` repeats in a regular expression, and what `{L}` belongs to in one. */
const repeated = /(?:\\[^\s{}]|[\w\]).])$/;
const escaped = /\\[a-z]$/i;

/** `{0}`, `{host}`, `{{host}}`, `${host}`, `#{host}`, `%s`, `%1$s`, `%(host)s`; neither `100% sure` nor `%20` nor JSON. */
const pattern = new RegExp([named, numbered, printed].map(({ source }) => source).join('|'), 'gu');

function placeholdersIn(text: string): Placeholder[] {
	const all = [...text.matchAll(pattern)];
	const isCounted = all.some(([, number]) => number === '0');
	return all.map(({ 0: written, 1: number, index }) => {
		const before = text.slice(Math.max(0, index - 2), index);
		const isWord = /^\{[^{}\d][^{}]*\}$/.test(written);
		return {
			placeholder: number === undefined ? written.replace(/(?<=^\{\{)\s+|\s+(?=\}\}$)/g, '') : `{${number}}`,
			start: index,
			end: index + written.length,
			isSure: isWord ? !escaped.test(before) : number === undefined || isCounted || !repeated.test(before),
			isWord,
		};
	});
}

/** The names of those that are words. */
function words(placeholders: readonly Placeholder[]): readonly string[] {
	return [...new Set(placeholders.filter(({ isWord }) => isWord).map(({ placeholder }) => placeholder))];
}

/** Leaves out so many of those that are words. */
function withoutWords(placeholders: readonly Placeholder[], count: number): readonly Placeholder[] {
	const dropped = new Set(words(placeholders).slice(0, count));
	return placeholders.filter(({ placeholder }) => !dropped.has(placeholder));
}

/** What others do not have; of those that are told apart by their order alone, what is more. */
function surplus(some: readonly Placeholder[], others: readonly Placeholder[]): Placeholder[] {
	const left = new Map<string, number>();
	for (const { placeholder } of others) {
		left.set(placeholder, (left.get(placeholder) ?? 0) + 1);
	}
	return some.filter(({ placeholder }) => {
		const count = left.get(placeholder) ?? 0;
		if (/^%[a-z]$/.test(placeholder)) {
			left.set(placeholder, count - 1);
		}
		return count <= 0;
	});
}
