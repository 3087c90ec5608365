import { elementsOf, type XmlDocument, type XmlElement } from '../../xml/tree';
import { fieldTypeOf } from './fieldTypes';
import { localName, type Mention } from './mention';
import { nothingSaid, mentionOfSaying, sayingsIn, type Sayings } from './sayings';
import { perDocument } from '../perDocument';

/** Something is shown only while another field has a certain value. */
export interface Condition {
	readonly element: XmlElement;
	/** The cards that the element is on: the condition means a field of these before one around them. */
	readonly cards: XmlElement | undefined;
	readonly parentKey: Mention;
	readonly parentValue: Mention | undefined;
}

/** Where an element of a form is, for what it names and when it is shown. */
export interface Surroundings {
	/** The innermost cardList on whose cards it is; undefined if it is on none. */
	readonly cards: XmlElement | undefined;
	/** The condition that is written on the element. */
	readonly own: Condition | undefined;
	/** All of them have to hold: the element's own and those of what is around it, the innermost first. */
	readonly conditions: readonly Condition[];
}

/** The surroundings of each element of a form that is on cards or shown under conditions. */
export const surroundingsIn = perDocument((document: XmlDocument): ReadonlyMap<XmlElement, Surroundings> => {
	const sayings = sayingsIn(document);
	const all = new Map<XmlElement, Surroundings>();
	const levels = new Map<XmlElement, number>();
	elementsOf(document).forEach((element, index) => {
		const said = sayings[index] ?? nothingSaid;
		const { parent } = element;
		const outer = (parent && all.get(parent)) ?? nothingAround;
		const cards = parent && levels.has(parent) ? parent : outer.cards;
		const level = (cards && levels.get(cards)) ?? 0;
		if (element.children.length > 0 && level < mostCardLevels && isCardList(element, said)) {
			levels.set(element, level + 1);
		}
		const own = conditionOf(element, cards, said);
		if (cards || own || outer.conditions.length > 0) {
			all.set(element, { cards, own, conditions: withOwn(own, outer.conditions) });
		}
	});
	return all;
});

/** What is around the root. */
export const nothingAround: Surroundings = { cards: undefined, own: undefined, conditions: [] };

/** How deep cards may lie in cards; what is deeper belongs to the last of them. */
export const mostCardLevels = 8;

/** How many conditions around an element count, so that deep nesting does not take forever. */
const mostAround = 100;

function isCardList(element: XmlElement, { type }: Sayings): boolean {
	return localName(element) === 'Field' && fieldTypeOf(type?.name).control === 'cardList';
}

function conditionOf(
	element: XmlElement,
	cards: XmlElement | undefined,
	{ parentKey, parentValue }: Sayings,
): Condition | undefined {
	return (
		parentKey && {
			element,
			cards,
			parentKey: mentionOfSaying(element, parentKey),
			parentValue: mentionOfSaying(element, parentValue),
		}
	);
}

/** An element's own condition and those around it, each once. */
function withOwn(own: Condition | undefined, around: readonly Condition[]): readonly Condition[] {
	if (!own || around.length === 0) {
		return own ? [own] : around;
	}
	const isKnown = around.some(
		({ cards, parentKey, parentValue }) =>
			cards === own.cards &&
			parentKey.name === own.parentKey.name &&
			parentValue?.name === own.parentValue?.name,
	);
	return isKnown ? around : [own, ...around].slice(0, mostAround);
}
