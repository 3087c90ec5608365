import type { TextRange } from '../text/textEdit';
import { htmlProblems, type HtmlProblem } from './html';

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

/** Compares the placeholders of a decoded text with those of the one that it translates; an empty text says nothing. */
export function comparePlaceholders(value: string, reference: string): PlaceholderProblem[] {
	if (value.trim() === '') {
		return [];
	}
	const found = placeholdersIn(value);
	const wanted = placeholdersIn(reference);
	const missing = new Set(surplus(wanted, found).map(({ placeholder }) => placeholder));
	return [
		...[...missing].map(placeholder => ({
			code: 'placeholder-missing' as const,
			placeholder,
			start: 0,
			end: value.length,
		})),
		...surplus(found, wanted).map(each => ({ code: 'placeholder-unknown' as const, ...each })),
	];
}

interface Placeholder extends TextRange {
	/** Without a format: `{0}` for `{0,number}`. */
	readonly placeholder: string;
}

const named = /[$#]!?\{[^{}\s]+\}|\{\{\s*[\p{L}_][\p{L}\p{N}_.-]*\s*\}\}|\{[\p{L}_][\p{L}\p{N}_.-]*\}/u;
const numbered = /\{(\d+)(?:,[^{}]*)?\}/u;
const printed = /(?<![\d%])%(?:\d+\$|\([^()\s]+\))?[dfis](?!\w)/u;

/** `{0}`, `{host}`, `{{host}}`, `${host}`, `#{host}`, `%s`, `%1$s`, `%(host)s`; neither `100% sure` nor `%20` nor JSON. */
const pattern = new RegExp([named, numbered, printed].map(({ source }) => source).join('|'), 'gu');

function placeholdersIn(text: string): Placeholder[] {
	return [...text.matchAll(pattern)].map(({ 0: written, 1: number, index }) => ({
		placeholder: number === undefined ? written.replace(/(?<=^\{\{)\s+|\s+(?=\}\}$)/g, '') : `{${number}}`,
		start: index,
		end: index + written.length,
	}));
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
