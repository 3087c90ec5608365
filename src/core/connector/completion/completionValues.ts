import type { TextRange } from '../../text/textEdit';
import type { AttributeValueCursor } from '../../xml/cursor';
import { escapeAttribute } from '../../xml/values';
import { mostLearned, type Completing, type Completion } from './completion';
import { byCount } from './completionElements';
import { namesFor, type Name } from './completionNames';
import { localName } from '../model/mention';
import { attributeWords } from '../vocabulary/vocabulary';
import { listItemAt, listItems } from '../vocabulary/vocabularyLists';

/** The values that an attribute may have: what it can name, what is known, and what other connectors have there. */
export function completeValue(
	completing: Completing,
	cursor: AttributeValueCursor,
): TextRange & { readonly items: readonly Completion[] } {
	const { kind, document, offset, usage } = completing;
	const { element, attribute, opening, closing } = cursor;
	const words = attributeWords(kind, element.name, attribute.name) ?? {};
	const { start, end } = words.separator ? listItemAt(document.text, cursor, offset) : cursor;
	const place = { document, start: cursor.start, end: cursor.end };
	const counts = usage.values(
		localName(element),
		attribute.name,
		place,
		words.separator ? itemsOf : undefined,
	);
	const others = words.separator ? listItems(document.text, cursor).filter(item => item.start !== start) : [];
	const there = new Set(others.map(item => document.text.slice(item.start, item.end)));
	const quote =
		closing === "'" || (attribute.value && document.text[attribute.value.start] === "'") ? "'" : '"';
	const seen = new Set<string>();
	const items: Completion[] = [];
	const add = ({ name: label, text }: Name, itemKind: Completion['kind']) => {
		const spelling = words.ignoresCase ? label.toLowerCase() : label;
		if (seen.has(spelling) || there.has(label)) {
			return;
		}
		seen.add(spelling);
		items.push({
			kind: itemKind,
			label,
			newText: opening + escapeAttribute(label, quote) + closing,
			isSnippet: false,
			connectors: counts.get(label) ?? 0,
			...(text !== undefined && { text }),
			word: { element: localName(element), attribute: attribute.name, value: label },
		});
	};
	for (const name of words.names ? namesFor(words.names, completing, element, attribute.name) : []) {
		add(name, words.names === 'label' ? 'label' : 'name');
	}
	byCount(words.values ?? [], counts).forEach(value => add({ name: value }, 'value'));
	if (!words.own) {
		const learned = [...counts.keys()].filter(isPlain).slice(0, mostLearned);
		learned.forEach(value => add({ name: value }, 'value'));
	}
	return { start, end, items };
}

/** Short, and written in an attribute as it is meant. */
function isPlain(value: string): boolean {
	return value !== '' && value.length <= 100 && !/[<&"'\r\n\t]/.test(value);
}

function itemsOf(list: string): readonly string[] {
	return listItems(list, { start: 0, end: list.length }).map(({ start, end }) => list.slice(start, end));
}
