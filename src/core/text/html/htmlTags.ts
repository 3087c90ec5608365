import type { TextRange } from '../textEdit';

/** A tag of HTML in a text, by its name in small letters; a comment is a tag without a name. */
export interface HtmlTag extends TextRange {
	readonly name: string;
	readonly kind: 'start' | 'end' | 'empty';
	/** What it lacks: its `>`, a closing quote or its `-->`. */
	readonly lacks?: 'bracket' | 'quote' | 'comment-end';
}

/** Without words that people put between `<` and `>` for something to fill in, such as `<address>`. */
const names = new Set(
	(
		'a abbr b big blockquote br center cite code dd del div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li ' +
		'mark nobr ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul wbr'
	).split(' '),
);
const emptyNames = new Set(['br', 'hr', 'img', 'wbr']);

const beginning = /<!--|<(\/?)([a-z][a-z0-9]*)(?=[\s/<>]|$)/gi;
const attributes = /(?:\s+|\/|[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)/y;
const openQuote = /\s*=\s*["'][^<>]*>?/y;

/** The tags of a text; what only looks like one, such as `<b` in `a <b or c`, is left out. */
export function htmlTags(text: string): HtmlTag[] {
	const tags: HtmlTag[] = [];
	const search = new RegExp(beginning);
	for (let found = search.exec(text); found; found = search.exec(text)) {
		const name = found[2]?.toLowerCase() ?? '';
		const tag = found[2] === undefined ? commentAt(text, found.index) : undefined;
		const read = tag ?? (names.has(name) ? tagAt(text, found.index, name, found[1] === '/') : undefined);
		if (read) {
			tags.push(read);
			search.lastIndex = read.end;
		}
	}
	return tags;
}

function commentAt(text: string, start: number): HtmlTag {
	const end = text.indexOf('-->', start);
	return end < 0
		? { name: '', kind: 'empty', start, end: text.length, lacks: 'comment-end' }
		: { name: '', kind: 'empty', start, end: end + 3 };
}

function tagAt(text: string, start: number, name: string, isEnd: boolean): HtmlTag | undefined {
	let end = start + name.length + (isEnd ? 2 : 1);
	let hasValue = false;
	let hasWord = false;
	let isClosed = false;
	for (let part = matchAt(attributes, text, end); part !== ''; part = matchAt(attributes, text, end)) {
		end += part.length;
		hasValue ||= part.includes('=');
		hasWord ||= /[^\s/]/.test(part);
		isClosed = part === '/';
	}
	const kind = isEnd ? 'end' : isClosed || emptyNames.has(name) ? 'empty' : 'start';
	// One letter behind a `<` may be meant as it is written, unless it goes on like a tag.
	const isWord = name.length === 1 && kind === 'start' && !hasValue;
	if (text[end] === '>') {
		return isWord && hasWord ? undefined : { name, kind, start, end: end + 1 };
	}
	const quoted = matchAt(openQuote, text, end);
	if (quoted !== '') {
		return { name, kind, start, end: end + quoted.length, lacks: 'quote' };
	}
	return isWord
		? undefined
		: { name, kind, start, end: start + text.slice(start, end).trimEnd().length, lacks: 'bracket' };
}

function matchAt(pattern: RegExp, text: string, at: number): string {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? '';
}
