import { isSlip } from '../../text/nearest';
import { spaceEnd } from '../../xml/characters';
import { isWellFormed } from '../../xml/problem';
import type { XmlDocument, XmlElement, XmlText } from '../../xml/tree';
import type { XmlName } from '../documentName';
import { prefixOf } from '../../xml/prefixes';
import { hasToken } from '../model/hasToken';
import { holdsElements } from './vocabulary';
import type { Candidates } from './vocabularyCandidates';
import { renamed, type UnknownName } from './vocabularyUnknown';

/** The texts that stand directly in an element which holds other elements only. */
export function looseTexts(
	document: XmlDocument,
	kind: XmlName,
	element: XmlElement,
	candidates: Candidates,
): readonly UnknownName[] {
	const { children, name } = element;
	if (!holdsElements(kind, name)) {
		return none;
	}
	const found: UnknownName[] = [];
	for (const child of children) {
		const isText = child.kind === 'text' || child.kind === 'cdata';
		const loose = isText ? looseText(document, element, child, candidates) : undefined;
		if (loose) {
			found.push(loose);
		}
	}
	return found;
}

const none: readonly UnknownName[] = [];

/** As some programs write the ends of lines. */
const space = /^(?:\s|&#(?:0*(?:9|10|13|32)|x0*(?:9|a|d|20));|<!\[CDATA\[\s*\]\]>$)*/i;

function looseText(
	document: XmlDocument,
	parent: XmlElement,
	{ kind, start: from, end: to }: XmlText,
	candidates: Candidates,
): UnknownName | undefined {
	const { text } = document;
	const written = spaceEnd(text, from) < to ? text.slice(from, to) : '';
	if (written.trim() === '') {
		return undefined;
	}
	const blank = space.exec(written)?.[0].length ?? 0;
	const name = /^.*/.exec(written.slice(blank))?.[0].trimEnd() ?? '';
	if (name === '' || hasToken(name)) {
		return undefined;
	}
	const start = from + blank;
	const unknown = { what: 'text', name, start, end: start + name.length } as const;
	const word = kind === 'text' ? /^[\w:.-]+/.exec(name)?.[0] : undefined;
	const suggested = word === undefined ? undefined : candidates.suggestedChild(parent, word);
	if (word === undefined || suggested === undefined) {
		return renamed(unknown, undefined, []);
	}
	const [tag = ''] = /^[^<>]*>/.exec(text.slice(start)) ?? [];
	const isTag = tag.endsWith('/>') || (tag !== '' && !isWellFormed(document)); // Its end tag ends nothing then.
	const edits = isTag
		? [{ start, end: start + word.length, newText: `<${prefixOf(parent)}${suggested}` }]
		: [];
	return { code: 'name-unknown', ...unknown, suggested, edits, isSlip: isSlip(word, suggested) };
}
