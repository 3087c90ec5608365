import type { Lines } from '../text/lines';
import { outlineItem, type OutlineItem } from './outlineItem';
import { isWellFormed } from './problem';
import { childElements, elementsIn, type XmlDocument, type XmlElement } from './tree';

/** A document whose text has lines. */
interface Lined {
	readonly document: XmlDocument;
	readonly lines: Lines;
}

/** What is shown for the elements of a document, half-typed ones among them; each entry has those of the elements in it. */
export interface Outline<Entry> extends Lined {
	readonly entries: readonly Entry[];
}

/** Elements that stand side by side, and their entries. */
interface Siblings<Entry> {
	readonly elements: readonly XmlElement[];
	readonly entries: readonly Entry[];
}

/** Deeper elements stand beside each other, since whoever shows an outline goes down it by recursion. */
const deepest = 100;

/** How many entries are made in one step. */
const mostAtOnce = 500;

/**
 * Makes the outline of a document, step by step. Entries say where they are by lines: an element that is written as it was in
 * the outline `before`, in the same place, keeps its entry with all that is in it. While one types, nearly all of them do.
 */
export function* outlineOf<Entry extends { readonly children: Entry[] }>(
	now: Lined,
	entryOf: (item: OutlineItem) => Entry,
	before?: Outline<Entry>,
): Generator<void, Outline<Entry>> {
	const { document } = now;
	// What an element means depends on nothing around it as long as nothing is malformed.
	const last = before && isWellFormed(before.document) && isWellFormed(document) ? before : undefined;
	const entries: Entry[] = [];
	const known = last && { elements: childElements(last.document), entries: last.entries };
	const waiting = [{ elements: childElements(document), into: entries, level: 1, known }];
	let made = 0;
	for (let next = waiting.pop(); next; next = waiting.pop()) {
		const { elements, into, level, known } = next;
		for (const [index, element] of elements.entries()) {
			const kept = last && known && entryKept(now, element, last, known, [index, index - elements.length]);
			const entry = kept ?? entryOf(outlineItem(document, element));
			into.push(entry);
			if (!kept && element.children.length > 0 && level < deepest) {
				const isLast = level + 1 === deepest;
				waiting.push({
					elements: isLast ? elementsIn(element.children) : childElements(element),
					into: entry.children,
					level: level + 1,
					known: isLast ? undefined : siblingsIn(known, index),
				});
			}
			if (!kept && ++made % mostAtOnce === 0) {
				yield;
			}
		}
	}
	return { ...now, entries };
}

/** What was in the element at a place. */
function siblingsIn<Entry extends { readonly children: Entry[] }>(
	known: Siblings<Entry> | undefined,
	index: number,
): Siblings<Entry> | undefined {
	const element = known?.elements[index];
	const entry = known?.entries[index];
	return element && entry && { elements: childElements(element), entries: entry.children };
}

/** The entry of the same element, if it was at one of these places among its siblings; negative ones count from their end. */
function entryKept<Entry>(
	now: Lined,
	element: XmlElement,
	before: Lined,
	{ elements, entries }: Siblings<Entry>,
	places: readonly number[],
): Entry | undefined {
	for (const place of places) {
		const other = elements.at(place);
		if (other && isSame(now, element, before, other)) {
			return entries.at(place);
		}
	}
	return undefined;
}

/** Whether two elements are written alike, in the same lines and columns. */
function isSame(now: Lined, element: XmlElement, before: Lined, other: XmlElement): boolean {
	const place = now.lines.positionAt(element.start);
	const otherPlace = before.lines.positionAt(other.start);
	return (
		place.line === otherPlace.line &&
		place.character === otherPlace.character &&
		now.document.text.slice(element.start, element.end) === before.document.text.slice(other.start, other.end)
	);
}
