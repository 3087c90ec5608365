import type { XmlElement } from '../xml/tree';
import type { Form, FormField } from '../connector/model/form';

/** A field of a form, and where sources keep its value. */
export interface FieldKey {
	readonly field: FormField;
	/** The names of the cardLists on whose cards it is, then its own. */
	readonly path: readonly string[];
}

/** In the order of the text; without those that have no name yet, and what is on their cards. */
export function keysOf({ fields }: Form): readonly FieldKey[] {
	const keys: FieldKey[] = [];
	const paths = new Map<XmlElement | undefined, readonly string[]>([[undefined, []]]);
	for (const field of fields) {
		const { name, element, cards } = field;
		const around = paths.get(cards);
		if (name && around) {
			const path = [...around, name.name];
			keys.push({ field, path });
			if (element.children.length > 0) {
				paths.set(element, path); // Cards may be in it.
			}
		}
	}
	return keys;
}
