import type { ElementNameCursor, EndTagNameCursor, XmlTextCursor } from '../xml/cursor';
import type { XmlElement } from '../xml/tree';
import type { Completing, Completion } from './completion';
import { elementSnippet } from './completionSnippets';
import { elementWords, rootOf } from './vocabulary';

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
	const texts = parent && elementWords(kind, parent.name)?.texts;
	if (texts) {
		return texts.map(label => ({ kind: 'value', label, newText: label, isSnippet: false }));
	}
	return elementsIn(completing, parent).map(item => ({ ...item, newText: `<${item.newText}` }));
}

function elementsIn(
	{ kind, document, usage }: Completing,
	parent: XmlElement | undefined,
	typed?: XmlElement,
): readonly Completion[] {
	if (!parent && document.children.some(node => node.kind === 'element' && node !== typed && node.name)) {
		return [];
	}
	const used = usage.children(parent?.name ?? '');
	const known = parent ? (elementWords(kind, parent.name)?.children ?? []) : [rootOf(kind)];
	const learned = parent ? [...used.keys()].filter(name => name !== '' && name !== typed?.name) : [];
	const names = new Set([...byCount(known, used), ...learned]);
	return [...names].map(name => {
		const words = elementWords(kind, name);
		return {
			kind: 'element',
			label: name,
			newText: elementSnippet(name, words),
			isSnippet: true,
			connectors: used.get(name) ?? 0,
			word: { element: name },
		};
	});
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
	word: { element },
});
