import type { XmlElement } from '../../xml/tree';
import type { Form, FormField } from './form';
import { perDocument } from '../perDocument';

/** A field has its name among those of the form or, on the cards of a cardList, among those of such a card. */
type ByName = ReadonlyMap<string, readonly FormField[]>;

/** The fields on the cards of a cardList, or those beside all cards, by name: several, where fields share one. */
export function fieldsAmong(form: Form, cards: XmlElement | undefined): ByName {
	return scopesOf(form).get(cards) ?? none;
}

/** Each group of fields that have their names among each other. */
export function scopesIn(form: Form): readonly ByName[] {
	return [...scopesOf(form).values()];
}

/** The fields that a name means on a card: its own or, if it has none of the name, those around it. */
export function fieldsNamed(
	form: Form,
	name: string,
	cards: XmlElement | undefined,
): readonly FormField[] | undefined {
	for (const each of scopeOrder(form, cards)) {
		const fields = fieldsAmong(form, each).get(name);
		if (fields) {
			return fields;
		}
	}
	return undefined;
}

/** What can be named on a card: the innermost first. */
export function fieldsInSight(form: Form, cards: XmlElement | undefined): readonly FormField[] {
	const seen = new Map<string, readonly FormField[]>();
	for (const each of scopeOrder(form, cards)) {
		for (const [name, fields] of fieldsAmong(form, each)) {
			if (!seen.has(name)) {
				seen.set(name, fields);
			}
		}
	}
	return [...seen.values()].flat();
}

/** The names of the cardLists around a card, the outermost first; empty beside all cards. */
export function cardsPath(form: Form, cards: XmlElement | undefined): readonly string[] {
	return [...scopeOrder(form, cards)].flatMap(each => (each ? [pathName(form, each)] : [])).toReversed();
}

// No name has such a character: XML does not.
const namelessSign = '\u0001';

function pathName(form: Form, cards: XmlElement): string {
	return fieldsByElement(form).get(cards)?.name?.name ?? namelessSign + String(cards.start);
}

/** From the innermost cards to what is beside all cards. */
function* scopeOrder(form: Form, cards: XmlElement | undefined): Generator<XmlElement | undefined> {
	for (let at = cards; at; at = fieldsByElement(form).get(at)?.cards) {
		yield at;
	}
	yield undefined;
}

const none: ByName = new Map();

const fieldsByElement = perDocument(
	({ fields }: Form): ReadonlyMap<XmlElement, FormField> =>
		new Map(fields.map(field => [field.element, field])),
);

const scopesOf = perDocument(({ fields }: Form): ReadonlyMap<XmlElement | undefined, ByName> => {
	const scopes = new Map<XmlElement | undefined, Map<string, FormField[]>>();
	for (const field of fields) {
		const { name, cards } = field;
		if (name) {
			const scope = scopes.get(cards) ?? new Map<string, FormField[]>();
			scopes.set(cards, scope);
			const known = scope.get(name.name);
			if (known) {
				known.push(field);
			} else {
				scope.set(name.name, [field]);
			}
		}
	}
	return scopes;
});
