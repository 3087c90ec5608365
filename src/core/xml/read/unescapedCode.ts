import { indentBefore } from '../../text/lines';
import type { TextRange } from '../../text/textEdit';
import { nameEnd } from '../characters';
import { checkContent } from './content';
import { cdataSlipLength } from './markup';
import { Scanner } from './scanner';
import { mostProblems } from '../problem';
import { nodeAt, type XmlDocument, type XmlNode } from '../tree';

/** The content of an element that is a program or a query, with brackets or ampersands that are not escaped. */
export interface UnescapedCode extends TextRange {
	readonly tag: string;
	/** Of the first of them. */
	readonly at: number;
}

interface Tag extends TextRange {
	readonly name: string;
	readonly kind: 'start' | 'end' | 'empty';
}

const startTag = /<[^\s<>="'/]+(?:\s+[^\s<>="'/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/y;
const endTag = /<\/[^\s<>="'/]+\s*>/y;
/** What may hold brackets as it is. */
const sections = [
	['<!--', '-->'],
	['<![CDATA[', ']]>'],
	['<?', '?>'],
] as const;
/** A name behind which a bracket begins no tag: it is that of a class, not of a tag that is not finished. */
const className = /(?:^|[^\w<])\w+(?:<\w+)*\.?$/;
const everySection = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[A-Za-z_][^]*?\?>/g;
const everyReference = /&(?:amp|lt|gt|quot|apos|#\w+);|(?<!&)&#?\w*;/g;

/** No program and no query begins so: the first tag in an element does, even if it is not well-formed by itself. */
const elementStart = /^\s*<[A-Za-z_]/;

const signsOfCode = [
	/&&(?!amp;|lt;|gt;|#)|\|\||\+\+/,
	/[\w)\]"'] ?(?:[=!]=|[<>]=|<<|<>) ?[\w("'-]/,
	/[;{}][ \t]*(?:[\r\n]|\/\/|$)/,
	/\b(?:for|if|while|switch|catch) ?\(/,
	/\b(?:new|return|import|throw) +[\w.]+ *[(;<[]/,
	/\w<(?<!<\w+<)(?:\?|\w+(?:\[\])? *[,<])/,
	/[\w)\]]<(?<!<\w+<)(?:\w+ *[;)&|?:+*-]|[\w(][^<>=]*$)/,
];
const signsOfQuery = [/</, /\b(?:select|update|delete|insert)\b/i, /\b(?:from|set|where|into)\b/i];

/**
 * Where programs and queries stand as if in CDATA sections, and a malformed document is malformed. Nothing that is surely an
 * element is taken for one.
 */
export function unescapedCode(document: XmlDocument): readonly UnescapedCode[] {
	const { text, problems } = document;
	// Where there are so many problems, nobody has counted those behind them.
	const last = problems.length < mostProblems ? (problems.at(-1)?.end ?? 0) : text.length;
	const found: UnescapedCode[] = [];
	let around: Tag | undefined;
	for (const tag of properTags(text, troubleStart(document))) {
		if (around && isInCode(text, around, tag)) {
			continue;
		}
		if (around && tag.kind === 'end' && tag.name === around.name) {
			const at = firstInCode(text.slice(around.end, tag.start));
			if (at !== undefined) {
				found.push({ tag: tag.name, start: around.end, end: tag.start, at: around.end + at });
			}
		}
		if (tag.start >= last && beginsLine(text, tag)) {
			break;
		}
		around = tag.kind === 'start' ? tag : undefined;
	}
	return found;
}

/** What begins a line is never part of a text, so the tag of an element in a line of its own around the first problem. */
function troubleStart(document: XmlDocument): number {
	const { text, problems } = document;
	const first = problems[0]?.start ?? 0;
	let node: XmlNode | undefined = nodeAt(document, first);
	while (node && !(node.kind === 'element' && node.startTagEnd <= first && beginsLine(text, node))) {
		node = node.parent;
	}
	return node?.start ?? 0;
}

const beginsLine = (text: string, { start }: TextRange) => indentBefore(text, start) !== undefined;

/** The text with spaces in the place of what would not be markup in a CDATA section. */
export function withoutCode(text: string, codes: readonly UnescapedCode[]): string {
	let result = '';
	let at = 0;
	for (const { start, end } of codes) {
		result += text.slice(at, start) + plainCode(text.slice(start, end));
		at = end;
	}
	return result + text.slice(at);
}

function plainCode(content: string): string {
	let result = '';
	let at = 0;
	for (const { 0: section, index } of content.matchAll(everySection)) {
		result += content.slice(at, index).replace(/[<>&]/g, ' ') + section;
		at = index + section.length;
	}
	return result + content.slice(at).replace(/[<>&]/g, ' ');
}

/** Where the first bracket or ampersand stands that is not escaped, if a content is code. */
function firstInCode(content: string): number | undefined {
	const blank = (part: string) => ' '.repeat(part.length);
	const bare = content.replace(everySection, blank).replace(everyReference, blank);
	const at = bare.search(/[<&]/);
	const isCode =
		at !== -1 &&
		!elementStart.test(bare) &&
		cdataSlipLength(content, at) === 0 &&
		(signsOfCode.some(sign => sign.test(bare)) || signsOfQuery.every(sign => sign.test(bare))) &&
		checkContent(content).problems.length > 0;
	return isCode ? at : undefined;
}

/** Whether what looks like a tag is likely part of a text: a type behind a name, or a tag in a string. */
function isInCode(text: string, { end, name }: Tag, tag: Tag): boolean {
	const before = text.slice(Math.max(end, tag.start - 300), tag.start);
	const line = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
	const isInString = line.split('"').length % 2 === 0 || line.endsWith("'");
	if (tag.kind === 'end') {
		return isInString && tag.name !== name;
	}
	const isPlain = tag.kind === 'start' && tag.end - tag.start === tag.name.length + 2;
	return isInString || (isPlain && className.test(line));
}

/** The tags that are well-formed by themselves, but for those in what holds others as text. */
function* properTags(text: string, from: number): Generator<Tag> {
	const scanner = new Scanner(text);
	for (scanner.at = scanner.find('<', from); !scanner.atEnd; scanner.at = scanner.find('<')) {
		const { at: start } = scanner;
		const isEnd = text[start + 1] === '/';
		const section = isEnd ? undefined : sections.find(([opening]) => scanner.looksAt(opening));
		if (section && (section[1] !== '?>' || nameEnd(text, start + 2) > start + 2)) {
			const inner = start + section[0].length;
			const close = scanner.find(section[1], inner);
			scanner.at = close === text.length ? inner : close + section[1].length;
			continue;
		}
		if (!scanner.pass(isEnd ? endTag : startTag)) {
			scanner.at++;
			continue;
		}
		const nameStart = start + (isEnd ? 2 : 1);
		const name = text.slice(nameStart, nameEnd(text, nameStart));
		if (name && /[\s/>]/.test(text.charAt(nameStart + name.length))) {
			yield {
				kind: isEnd ? 'end' : text.startsWith('/>', scanner.at - 2) ? 'empty' : 'start',
				name,
				start,
				end: scanner.at,
			};
		}
	}
}
