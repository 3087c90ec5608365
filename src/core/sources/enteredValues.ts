import { isSet, secretValue } from '../api/source';
import { slotOf, type Entered } from '../connector/form/entered';
import type { FieldValue, PictureField } from '../connector/form/formPicture';
import { valueFor } from '../connector/form/valueFor';
import { entryOf } from '../connector/form/writtenValue';
import { enteredWith } from '../connector/model/fieldTypes';
import { cardsOf, type HeldValues } from './heldValues';

/** What stands in the place of a secret. */
export const secretDots = '••••••••';

/**
 * What the fields of a form show when it is filled in with the values of a source, without secrets. A field without a value
 * is empty: what a new source starts with does not count for one that exists.
 */
export function enteredBy(fields: readonly PictureField[], values: HeldValues): Entered {
	return Object.fromEntries(
		fields
			.filter(({ name }) => name !== '')
			.map(field => [slotOf(field), fieldValue(field, values.get(field.name))] as const),
	);
}

function fieldValue(field: PictureField, value: unknown): FieldValue {
	if (value === secretValue) {
		return secretDots;
	}
	if (!isSet(value)) {
		return nothing(field);
	}
	const cards = enteredWith(field.control) === 'cards' ? cardsOf(value) : undefined;
	return cards
		? { cards: cards.map(card => ({ ...others(field, card), ...enteredBy(field.fields, card) })) }
		: valueFor(field, entryOf(value));
}

/** What a card holds beside its fields. */
function others({ fields }: PictureField, card: HeldValues): Entered {
	const names = new Set(fields.map(({ name }) => name));
	return Object.fromEntries(
		[...card]
			.filter(([key, value]) => !names.has(key) && value !== secretValue)
			.map(([key, value]) => [key, valueFor({ control: 'text', fields: [] }, entryOf(value))] as const),
	);
}

function nothing({ control }: PictureField): FieldValue {
	switch (enteredWith(control)) {
		case 'switch':
			return false;
		case 'list':
			return [];
		case 'pairs':
			return { pairs: [] };
		case 'cards':
			return { cards: [] };
		case 'text':
		case 'files':
			return '';
	}
}
