import type { TextRange } from '../textEdit';
import { htmlTags, type HtmlTag } from './htmlTags';

/** HTML that a browser takes for something else than its author meant. */
export type HtmlProblem = TextRange &
	(
		| {
				readonly code:
					/** A start tag without its end tag. */
					| 'html-tag-not-closed'
					/** An end tag that ends nothing. */
					| 'html-end-tag-stray'
					/** A tag without its `>`. */
					| 'html-tag-unfinished'
					/** A tag in which a quote is never closed. */
					| 'html-quote-missing';
				readonly tag: string;
		  }
		/** A comment without its `-->` hides the rest of the text. */
		| { readonly code: 'html-comment-unterminated' }
		/** An end tag that comes before the end of an element which was opened later. */
		| { readonly code: 'html-tag-mismatch'; readonly open: string; readonly close: string }
		/** `&nbsp` without its `;`. */
		| { readonly code: 'html-entity-unfinished'; readonly entity: string }
	);

/** What is wrong with the HTML of a decoded text; gentle, for a `<` or a `&` may be meant as it is written. */
export function htmlProblems(text: string): HtmlProblem[] {
	const tags = htmlTags(text);
	const problems = [...tags.flatMap(unfinished), ...nestingProblems(tags), ...entityProblems(text, tags)];
	return problems.sort((one, other) => one.start - other.start);
}

function unfinished({ name, lacks, start, end }: HtmlTag): HtmlProblem[] {
	if (lacks === 'comment-end') {
		return [{ code: 'html-comment-unterminated', start, end: start + '<!--'.length }];
	}
	const code = lacks === 'bracket' ? 'html-tag-unfinished' : 'html-quote-missing';
	return lacks ? [{ code, tag: name, start, end }] : [];
}

/** Elements whose end HTML understands by itself. */
const endsItself = new Set(['dd', 'dt', 'li', 'p', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr']);

/** Nobody writes that by hand, and to search it for every end tag would take long. */
const deepest = 100;

interface OpenTag {
	readonly tag: HtmlTag;
	/** The first end tag of an element around this one. */
	crossedBy?: HtmlTag;
}

function nestingProblems(tags: readonly HtmlTag[]): HtmlProblem[] {
	const problems: HtmlProblem[] = [];
	const open: OpenTag[] = [];
	for (const tag of tags) {
		if (tag.kind === 'start') {
			open.push({ tag });
			if (open.length > deepest) {
				return [];
			}
		} else if (tag.kind === 'end') {
			problems.push(...close(open, tag));
		}
	}
	for (const { tag } of open) {
		if (!endsItself.has(tag.name) && !tag.lacks) {
			const { name, start, end } = tag;
			problems.push({ code: 'html-tag-not-closed', tag: name, start, end });
		}
	}
	return problems;
}

/** Takes the element out of those that are open; those within it wait for their own end. */
function close(open: OpenTag[], tag: HtmlTag): HtmlProblem[] {
	const { name, start, end } = tag;
	const index = open.findLastIndex(({ tag: { name: opened } }) => opened === name);
	const [element] = index < 0 ? [] : open.splice(index, 1);
	if (!element) {
		return tag.lacks ? [] : [{ code: 'html-end-tag-stray', tag: name, start, end }];
	}
	for (const inner of open.slice(index).filter(({ tag: { name: opened } }) => !endsItself.has(opened))) {
		inner.crossedBy ??= tag;
	}
	const { crossedBy } = element;
	return crossedBy
		? [
				{
					code: 'html-tag-mismatch',
					open: name,
					close: crossedBy.name,
					start: crossedBy.start,
					end: crossedBy.end,
				},
			]
		: [];
}

/** A name, or a number, of a character without its `;`; one that goes on or is followed by `=` may be part of an address. */
const entity = /&(?:(nbsp|amp|lt|gt|quot|apos)|#\d+|#x[\da-f]+)(?![\w;=])/gi;

function entityProblems(text: string, tags: readonly HtmlTag[]): HtmlProblem[] {
	let next = 0;
	return [...text.matchAll(entity)].flatMap(({ 0: written, index: start }) => {
		while ((tags[next]?.end ?? Infinity) <= start) {
			next++;
		}
		const isInTag = (tags[next]?.start ?? Infinity) <= start;
		const end = start + written.length;
		return isInTag ? [] : [{ code: 'html-entity-unfinished' as const, entity: written.slice(1), start, end }];
	});
}
