import type { XmlElement } from '../../xml/tree';
import type { Form, FormField } from './form';
import { perDocument } from '../perDocument';

/** The fields of one scope by name: of the form itself, or of the cards of one cardList. */
type ByName = ReadonlyMap<string, readonly FormField[]>;

/** The fields on the cards of a cardList, or those on no card, by name: several, if fields share one. */
export function fieldsAmong(form: Form, cards: XmlElement | undefined): ByName {
	return scopesOf(form).get(cards) ?? none;
}

/** The fields of each scope. */
export function scopesIn(form: Form): readonly ByName[] {
	return [...scopesOf(form).values()];
}

/** The fields that a name means on a card: the card's own or, if it has none, those around it. */
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

/** The fields that can be named on a card, its own first. */
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

/** The names of the cardLists around a card, the outermost first; empty if it is on no card. */
export function cardsPath(form: Form, cards: XmlElement | undefined): readonly string[] {
	return [...scopeOrder(form, cards)].flatMap(each => (each ? [pathName(form, each)] : [])).toReversed();
}

// XML allows no such character, so no name has it.
const namelessSign = '\u0001';

function pathName(form: Form, cards: XmlElement): string {
	return fieldsByElement(form).get(cards)?.name?.name ?? namelessSign + String(cards.start);
}

/** The cards, those around them, and last the form itself (undefined). */
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
			let scope = scopes.get(cards);
			if (!scope) {
				scope = new Map<string, FormField[]>();
				scopes.set(cards, scope);
			}
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
