import { cardsOf, hasSecrets, slotOf, valueOf, type Entered } from './entered';
import { isSecret } from '../model/fieldTypes';
import { isEmpty, isItems, numberIn } from './fieldValue';
import type { FieldValue, FormPicture, PictureField } from './formPicture';
import { shownOnCard, shownParts } from './formState';
import { fieldsIn } from './pictureParts';

/** The key of a card's only text, where a cardList says nothing of what its cards hold. */
export const onlyText = 'value';

/**
 * What stands in the place of a secret; nothing, if undefined.
 * @param path the key of the secret; on a card, behind the keys of the cardLists and the numbers of the cards around it
 */
export type SecretText = (
	field: PictureField,
	path: readonly string[],
	isEntered: boolean,
) => string | undefined;

/** What would be submitted as a source's connectorAttributes; what stands in secret fields is masked. */
export function connectorAttributes(
	picture: FormPicture,
	entered: Entered,
	secretText: SecretText = maskedText,
): Readonly<Record<string, unknown>> {
	const fields = picture.steps.flatMap(({ sections }) => sections.flatMap(section => section.fields));
	const shown = shownParts(picture, entered);
	return Object.fromEntries(
		attributesOf(
			fields.filter(({ id }) => shown.has(id)),
			entered,
			{ shown, path: [], secretText },
		),
	);
}

/** What a field submits as it starts, on a card whose other fields start so, too; undefined if it is nothing or has a secret in it. */
export function initialAttribute(field: PictureField): unknown {
	const value = valueOf(field, {});
	if (value === undefined || isSecret(field.control) || cardsOf(value).some(hasSecrets)) {
		return undefined;
	}
	const shown = new Set([...fieldsIn(field.fields)].map(({ id }) => id));
	const around = { shown, path: [], secretText: maskedText };
	return isEmpty(value) ? undefined : plainValue(field, value, around);
}

type Attribute = readonly [name: string, value: unknown];

/** What is around a field. */
interface Around {
	readonly shown: ReadonlySet<string>;
	readonly path: readonly string[];
	readonly secretText: SecretText;
}

const maskedText: SecretText = (_field, _path, isEntered) => (isEntered ? masked : undefined);
const masked = '••••••••';

/** Those of fields that are shown. */
function attributesOf(
	fields: readonly PictureField[],
	entered: Entered,
	around: Around,
): readonly Attribute[] {
	const attributes: Attribute[] = [];
	for (const field of fields) {
		const value = valueOf(field, entered);
		const isEntered = value !== undefined && !isEmpty(value);
		const path = [...around.path, field.name];
		const plain = isSecret(field.control)
			? around.secretText(field, path, isEntered)
			: isEntered
				? plainValue(field, value, { ...around, path })
				: undefined;
		if (field.name !== '' && plain !== undefined) {
			attributes.push([field.name, plain]);
		}
	}
	return attributes;
}

/** Of a field that is not secret. */
function plainValue(field: PictureField, value: FieldValue, around: Around): unknown {
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
		: value.cards.map((card, index) =>
				plainCard(field, card, { ...around, path: [...around.path, String(index + 1)] }),
			);
}

/** With what the card starts with and no field shows: the form has nothing to change it. */
function plainCard(field: PictureField, card: Entered, around: Around): Readonly<Record<string, unknown>> {
	const slots = new Set(field.fields.map(slotOf));
	const isOnlyText = (slot: string) => field.fields.length === 0 && slot === onlyText;
	const others = Object.entries(card).filter(
		([slot, value]) =>
			!slots.has(slot) && (isOnlyText(slot) ? !isEmpty(value) : startsWith(field, slot, value)),
	);
	const shown = shownOnCard(field.fields, card, around.shown);
	const own = attributesOf(
		field.fields.filter(({ id }) => shown.has(id)),
		card,
		{ ...around, shown },
	);
	return Object.fromEntries([...own, ...others.map(([slot, value]) => [slot, plainOther(value)] as const)]);
}

/** What cards of a field start with and no field shows; of a key with several values, each. */
export function otherAttributes(field: PictureField): readonly Attribute[] {
	const slots = new Set(field.fields.map(slotOf));
	return cardsOf(field.initial?.value)
		.flatMap(card => Object.entries(card))
		.filter(([slot]) => !slots.has(slot))
		.map(([slot, value]) => [slot, plainOther(value)]);
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
