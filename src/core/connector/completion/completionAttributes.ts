import { isNameCharacter } from '../../xml/characters';
import type { AttributeNameCursor } from '../../xml/cursor';
import type { Completing, Completion } from './completion';
import { byCount } from './completionElements';
import { attributeSnippet } from './completionSnippets';
import { localName } from '../model/mention';
import { elementWords } from '../vocabulary/vocabulary';

/** The attributes that an element may have and has not. */
export function completeAttribute(
	completing: Completing,
	cursor: AttributeNameCursor,
): readonly Completion[] {
	const { kind, document, offset, usage } = completing;
	const { element, attribute, hasValue } = cursor;
	const there = new Set(element.attributes.filter(each => each !== attribute).map(({ name }) => name));
	const used = usage.attributes(localName(element));
	const words = elementWords(kind, element.name)?.attributes ?? {};
	const known = byCount(Object.keys(words), used);
	const missing = known.filter(name => words[name]?.inSnippet);
	const learned = [...used.keys()].filter(name => name !== attribute?.name);
	const names = new Set([...missing, ...known, ...learned]);
	const space = isNameCharacter(document.text.charCodeAt(offset)) && !attribute ? ' ' : '';
	return [...names]
		.filter(name => !there.has(name))
		.map(name => {
			const { values, names: named } = (Object.hasOwn(words, name) && words[name]) || {};
			const isOnly = values?.length === 1;
			return {
				kind: 'attribute',
				label: name,
				newText: hasValue ? name : attributeSnippet(name, values) + space,
				isSnippet: !hasValue,
				connectors: used.get(name) ?? 0,
				word: { element: localName(element), attribute: name },
				goesOn: !hasValue && !isOnly && (values ?? named) !== undefined,
			};
		});
}
