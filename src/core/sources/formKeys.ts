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
	const paths = new Map<XmlElement, readonly string[]>();
	return fields.flatMap(field => {
		const around = field.cards ? paths.get(field.cards) : [];
		if (!field.name || !around) {
			return [];
		}
		const path = [...around, field.name.name];
		paths.set(field.element, path);
		return [{ field, path }];
	});
}
