import type { XmlElement } from '../xml/tree';
import type { Form, FormField } from '../connector/model/form';

/** A field of a form, and where sources keep its value. */
export class FieldKey {
	constructor(
		readonly field: FormField,
		private readonly name: string,
		/** The path of the cardList on whose cards it is; empty if it is on none. */
		private readonly around: readonly string[],
	) {}

	/** The names of the cardLists on whose cards it is, then its own. */
	get path(): readonly string[] {
		return [...this.around, this.name];
	}
}

/** In the order of the text; without those that have no name yet, and what is on their cards. */
export function keysOf({ fields }: Form): readonly FieldKey[] {
	const keys: FieldKey[] = [];
	const paths = new Map<XmlElement | undefined, readonly string[]>([[undefined, []]]);
	fields.forEach(field => {
		const { name, element, cards } = field;
		const around = paths.get(cards);
		if (name && around) {
			const key = new FieldKey(field, name.name, around);
			keys.push(key);
			if (element.children.length > 0) {
				paths.set(element, key.path); // Cards may be in it.
			}
		}
	});
	return keys;
}
