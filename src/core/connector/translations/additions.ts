import type { TextEdit } from '../../text/textEdit';
import { entryLine } from '../../properties/removeEdits';
import { spellingOf, type Spelling } from '../../properties/escape';
import { familyOf, type Family } from '../model/families';
import { lineEndOf, missingEnd, startWithComments } from '../../properties/layout';
import type { PropertiesDocument, PropertiesEntry } from '../../properties/parse';
import { textsIn } from './translation';

/** Adds entries near those that are near them in a model's keys, and near their families where the model knows nothing. */
export function addEdits(
	document: PropertiesDocument,
	texts: ReadonlyMap<string, string>,
	model: readonly string[] = [],
	spelling: Spelling = spellingOf(document),
): TextEdit[] {
	const places = new Places(document, spelling);
	const order = [...new Set(model)];
	const following = places.nextKnown(order);
	let before: Neighbour | undefined;
	for (const [index, key] of order.entries()) {
		const entry = places.entry(key);
		const text = texts.get(key);
		if (entry) {
			before = { key, place: places.after(entry) };
		} else if (text !== undefined) {
			const place = places.between(before, key, following[index]);
			place.add(key, text);
			before = { key, place };
		}
	}
	const inOrder = new Set(order);
	for (const [key, text] of texts) {
		if (!inOrder.has(key)) {
			places.inFamily(key).add(key, text);
		}
	}
	return places.edits();
}

interface Neighbour {
	readonly key: string;
	readonly place: Place;
}

/** Where lines are added to a document. */
class Place {
	private readonly lines: string[] = [];

	constructor(
		private readonly document: PropertiesDocument,
		private readonly like: PropertiesEntry | undefined,
		private readonly spelling: Spelling,
		private readonly editOf: (lines: readonly string[]) => TextEdit,
	) {}

	add(key: string, text: string): void {
		this.lines.push(entryLine(this.document, this.like, key, text, this.spelling));
	}

	edits(): TextEdit[] {
		return this.lines.length > 0 ? [this.editOf(this.lines)] : [];
	}
}

class Places {
	private readonly entries: ReadonlyMap<string, PropertiesEntry>;
	private readonly lastOfFamily: ReadonlyMap<Family, PropertiesEntry>;
	private readonly behind = new Map<PropertiesEntry | undefined, Place>();
	private readonly inFront = new Map<PropertiesEntry, Place>();
	private readonly lineEnd: string;

	constructor(
		private readonly document: PropertiesDocument,
		private readonly spelling: Spelling,
	) {
		this.entries = textsIn(document);
		this.lastOfFamily = new Map(document.entries.map(entry => [familyOf(entry.key), entry]));
		this.lineEnd = lineEndOf(document.text);
	}

	entry(key: string): PropertiesEntry | undefined {
		return this.entries.get(key);
	}

	/** For each key of an order, the entry of the next one that is there. */
	nextKnown(order: readonly string[]): readonly (PropertiesEntry | undefined)[] {
		let next: PropertiesEntry | undefined;
		return order
			.toReversed()
			.map(key => (next = this.entry(key) ?? next))
			.reverse();
	}

	/** Beside the neighbour of its own family, if only one is of it; else behind the one before. */
	between(before: Neighbour | undefined, key: string, next: PropertiesEntry | undefined): Place {
		const family = familyOf(key);
		if (next && familyOf(next.key) === family && before && familyOf(before.key) !== family) {
			return this.before(next, next.start);
		}
		if (before) {
			return before.place;
		}
		return next
			? this.before(next, familyOf(next.key) === family ? next.start : startWithComments(this.document, next))
			: this.inFamily(key);
	}

	/** Behind the last one of its family, or of the document. */
	inFamily(key: string): Place {
		return this.after(this.lastOfFamily.get(familyOf(key)) ?? this.document.entries.at(-1));
	}

	after(entry: PropertiesEntry | undefined): Place {
		return remember(this.behind, entry, () => {
			if (!entry) {
				return this.atEnd();
			}
			const end = missingEnd(this.document, entry);
			return new Place(this.document, entry, this.spelling, lines => ({
				start: entry.end,
				end: entry.end,
				newText: [end, ...lines].join(this.lineEnd),
			}));
		});
	}

	private before(entry: PropertiesEntry, start: number): Place {
		return remember(
			this.inFront,
			entry,
			() =>
				new Place(this.document, entry, this.spelling, lines => ({
					start,
					end: start,
					newText: [...lines, ''].join(this.lineEnd),
				})),
		);
	}

	/** Of a document without entries. */
	private atEnd(): Place {
		const { text } = this.document;
		const isEnded = text === '' || /[\r\n]$/.test(text);
		return new Place(this.document, undefined, this.spelling, lines => ({
			start: text.length,
			end: text.length,
			newText: (isEnded ? [...lines, ''] : ['', ...lines]).join(this.lineEnd),
		}));
	}

	edits(): TextEdit[] {
		return [...this.behind.values(), ...this.inFront.values()]
			.flatMap(place => place.edits())
			.sort((one, other) => one.start - other.start);
	}
}

function remember<K, V>(map: Map<K, V>, key: K, make: () => V): V {
	const value = map.get(key) ?? make();
	map.set(key, value);
	return value;
}
