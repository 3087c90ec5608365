import { cardsOf, slotOf, valueOf, type Entered } from './entered';
import { isSecret } from '../model/fieldTypes';
import { isEmpty, isItems, numberIn } from './fieldValue';
import type { FieldValue, FormPicture, PictureField } from './formPicture';
import { shownOnCard, shownParts } from './formState';

/** The key of a card's only text, where a cardList says nothing of what its cards hold. */
export const onlyText = 'value';

/** What would be submitted as a source's connectorAttributes; what stands in secret fields is masked. */
export function connectorAttributes(
	picture: FormPicture,
	entered: Entered,
): Readonly<Record<string, unknown>> {
	const fields = picture.steps.flatMap(({ sections }) => sections.flatMap(section => section.fields));
	const shown = shownParts(picture, entered);
	return Object.fromEntries(
		attributesOf(
			fields.filter(({ id }) => shown.has(id)),
			entered,
			shown,
		),
	);
}

type Attribute = readonly [name: string, value: unknown];

/** Those of fields that are shown. */
function attributesOf(
	fields: readonly PictureField[],
	entered: Entered,
	shown: ReadonlySet<string>,
): readonly Attribute[] {
	const attributes: Attribute[] = [];
	for (const field of fields) {
		const value = valueOf(field, entered);
		if (field.name !== '' && value !== undefined && !isEmpty(value)) {
			attributes.push([field.name, plainValue(field, value, shown)]);
		}
	}
	return attributes;
}

function plainValue(field: PictureField, value: FieldValue, shown: ReadonlySet<string>): unknown {
	if (isSecret(field.control)) {
		return masked;
	}
	if (typeof value === 'string') {
		return field.control === 'number' ? (numberIn(value) ?? value) : value;
	}
	if (typeof value === 'boolean') {
		return value;
	}
	if (isItems(value)) {
		return value.filter(item => item !== '');
	}
	return 'pairs' in value
		? Object.fromEntries(value.pairs.filter(([key, text]) => key !== '' || text !== ''))
		: value.cards.map(card => plainCard(field, card, shown));
}

const masked = '••••••••';

/** With what the card starts with and no field shows: the form has nothing to change it. */
function plainCard(
	field: PictureField,
	card: Entered,
	shown: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
	const slots = new Set(field.fields.map(slotOf));
	const isOnlyText = (slot: string) => field.fields.length === 0 && slot === onlyText;
	const others = Object.entries(card).filter(
		([slot, value]) =>
			!slots.has(slot) && (isOnlyText(slot) ? !isEmpty(value) : startsWith(field, slot, value)),
	);
	const shownHere = shownOnCard(field.fields, card, shown);
	const own = attributesOf(
		field.fields.filter(({ id }) => shownHere.has(id)),
		card,
		shownHere,
	);
	return Object.fromEntries([...own, ...others.map(([slot, value]) => [slot, plainOther(value)] as const)]);
}

/** Whether a card of those that a field starts with has the value there. */
function startsWith({ initial }: PictureField, slot: string, value: FieldValue): boolean {
	const text = JSON.stringify(value);
	return cardsOf(initial?.value).some(
		card => Object.hasOwn(card, slot) && JSON.stringify(card[slot]) === text,
	);
}

/** Of a value that has no field. */
function plainOther(value: FieldValue): unknown {
	return typeof value === 'object' && 'pairs' in value ? Object.fromEntries(value.pairs) : value;
}
