import { switchValue } from '../model/conditions';
import { enteredWith, isSecret, type FieldControl } from '../model/fieldTypes';
import { isItems } from './fieldValue';
import type { FieldValue, PictureField } from './formPicture';

/** What has been entered, by the slots of the fields; what is not in it has its initial value. */
export type Entered = Readonly<Record<string, FieldValue>>;

// Neither stands in a name: XML has no such characters.
const secretSign = '\u0002';
const namelessSign = '\u0001';

/** Where a field's value is kept: by its name. Secrets have slots of their own, so that no other field ever shows one. */
export function slotOf({ id, name, control }: Pick<PictureField, 'id' | 'name' | 'control'>): string {
	const place = name === '' ? namelessSign + id : name;
	return isSecret(control) ? secretSign + place : place;
}

/** What a field holds now; a switch without a value is off. */
export function valueOf(field: PictureField, entered: Entered): FieldValue | undefined {
	const value = enteredValue(field, entered) ?? initialValue(field);
	return field.control === 'switch' ? (value ?? false) : value;
}

/** The cards of a field as they are now; none, if it has no cards. */
export function cardsIn(field: PictureField, entered: Entered): readonly Entered[] {
	return cardsOf(valueOf(field, entered));
}

/** The cards that a value holds. */
export function cardsOf(value: FieldValue | undefined): readonly Entered[] {
	return typeof value === 'object' && 'cards' in value ? value.cards : [];
}

/** Undefined if nothing has been entered into a field, or nothing that it can show since its type has changed. */
export function enteredValue(field: PictureField, entered: Entered): FieldValue | undefined {
	const slot = slotOf(field);
	return Object.hasOwn(entered, slot) ? fitted(field.control, entered[slot]) : undefined;
}

/** Whether a field starts with something that it cannot show. */
export function isMisfit(field: PictureField): boolean {
	return field.initial !== undefined && initialValue(field) === undefined;
}

/** What has been entered without secrets, those on cards included, and without what a field held before it became a secret. */
export function withoutSecrets(entered: Entered, fields: readonly PictureField[] = []): Entered {
	const shown = new Set(fields.map(slotOf));
	const hidden = new Set(fields.filter(({ control }) => isSecret(control)).map(({ name }) => name));
	return Object.fromEntries(
		Object.entries(entered)
			.filter(([slot]) => !slot.startsWith(secretSign) && (shown.has(slot) || !hidden.has(slot)))
			.map(([slot, value]) => {
				const hasCards = typeof value === 'object' && 'cards' in value;
				const inner = fields.filter(field => slotOf(field) === slot).flatMap(field => field.fields);
				return [slot, hasCards ? { cards: value.cards.map(card => withoutSecrets(card, inner)) } : value];
			}),
	);
}

/** Whether any of it has been entered as a secret. */
export function hasSecrets(entered: Entered): boolean {
	return Object.entries(entered).some(
		([slot, value]) => slot.startsWith(secretSign) || cardsOf(value).some(hasSecrets),
	);
}

function initialValue({ control, initial }: PictureField): FieldValue | undefined {
	return fitted(control, initial?.value);
}

/** A value as a control shows it; undefined if it cannot. */
function fitted(control: FieldControl, value: FieldValue | undefined): FieldValue | undefined {
	if (value === undefined) {
		return undefined;
	}
	switch (enteredWith(control)) {
		case 'switch':
			return typeof value === 'string' ? switchValue(value) : typeof value === 'boolean' ? value : undefined;
		case 'list':
			return typeof value === 'string' ? [value] : isItems(value) ? value : undefined;
		case 'files':
			return typeof value === 'string' || isItems(value) ? value : undefined;
		case 'pairs':
			return typeof value === 'object' && 'pairs' in value ? value : undefined;
		case 'cards':
			return typeof value === 'object' && 'cards' in value ? value : undefined;
		case 'text':
			return typeof value === 'string' ? value : undefined;
	}
}
