import type { ElementNameCursor, EndTagNameCursor, XmlTextCursor } from '../../xml/cursor';
import type { XmlDocument, XmlElement } from '../../xml/tree';
import type { Completing, Completion } from './completion';
import { elementSnippet } from './completionSnippets';
import { localPart, namespaceOf, prefixOf } from '../../xml/prefixes';
import { localName } from '../model/mention';
import { elementWords, rootOf } from '../vocabulary/vocabulary';

/** The elements that may stand where one is begun, and the end of the one around it. */
export function completeElement(completing: Completing, cursor: ElementNameCursor): readonly Completion[] {
	const { element, isBare } = cursor;
	const items = elementsIn(completing, element.parent, element).map(item =>
		isBare ? item : { ...item, newText: item.label, isSnippet: false },
	);
	const around = element.parent?.name;
	return isBare && around ? [...items, endTag(around, `/${around}`, `/${around}>`)] : items;
}

/** The innermost element that is open. */
export function completeEndTag({ element, closed }: EndTagNameCursor): readonly Completion[] {
	return element?.name ? [endTag(element.name, element.name, element.name + (closed ? '' : '>'))] : [];
}

/** What may stand between tags: elements, or the texts that the element around it may have. */
export function completeText(completing: Completing, { parent }: XmlTextCursor): readonly Completion[] {
	const { kind } = completing;
	const { children, texts } = (parent && elementWords(kind, parent.name)) ?? {};
	const proposed = (texts ?? []).map((label): Completion => ({
		kind: 'value',
		label,
		newText: label,
		isSnippet: false,
	}));
	const elements = texts && children?.length === 0 ? [] : elementsIn(completing, parent);
	return [...proposed, ...elements.map(item => ({ ...item, newText: `<${item.newText}` }))];
}

function elementsIn(
	{ kind, document, usage }: Completing,
	parent: XmlElement | undefined,
	typed?: XmlElement,
): readonly Completion[] {
	if (!parent && document.children.some(node => node.kind === 'element' && node !== typed && node.name)) {
		return [];
	}
	const prefix = prefixFor(document, parent, typed);
	if (prefix === undefined) {
		return [];
	}
	const around = parent && localName(parent);
	const used = usage.children(around ?? '');
	const known = parent ? (elementWords(kind, parent.name)?.children ?? []) : [rootOf(kind)];
	const isTyped = (name: string) => typed !== undefined && name === localName(typed);
	const learned = parent ? [...used.keys()].filter(name => name !== '' && !isTyped(name)) : [];
	const names = new Set([...byCount(known, used), ...learned]);
	return [...names].map(name => {
		const words = elementWords(kind, name);
		return {
			kind: 'element',
			label: prefix + name,
			newText: elementSnippet(prefix + name, words, around),
			isSnippet: true,
			connectors: used.get(name) ?? 0,
			word: { element: name },
		};
	});
}

/** With its colon: the one that is typed, else that of the element around; undefined if it stands for other elements. */
function prefixFor(
	{ text }: XmlDocument,
	parent: XmlElement | undefined,
	typed: XmlElement | undefined,
): string | undefined {
	const own = typed && prefixOf(typed);
	if (!parent || !own || own === prefixOf(parent)) {
		return own || (parent ? prefixOf(parent) : '');
	}
	const namespace = namespaceOf(text, parent, own);
	return namespace !== undefined && namespace === namespaceOf(text, parent, prefixOf(parent))
		? own
		: undefined;
}

/** The most used first; those used equally often stay in their order. */
export function byCount(names: readonly string[], used: ReadonlyMap<string, number>): readonly string[] {
	return names.toSorted((one, other) => (used.get(other) ?? 0) - (used.get(one) ?? 0));
}

const endTag = (element: string, label: string, newText: string): Completion => ({
	kind: 'end-tag',
	label,
	newText,
	isSnippet: false,
	word: { element: localPart(element) },
});
