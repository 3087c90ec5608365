import { slotOf } from './entered';
import { isTrue } from '../model/conditions';
import { isList, isMap, type EntryMap, type EntryValue } from './entryValue';
import { enteredWith, type FieldControl } from '../model/fieldTypes';
import type { FieldValue, PictureField } from './formPicture';
import { itemsIn, jsonIn, pairsIn } from './writtenValue';

type Filled = Pick<PictureField, 'control' | 'fields'>;

/** An initial value as the field holds it; as a text, if the field cannot hold it. */
export function valueFor({ control, fields }: Filled, value: EntryValue): FieldValue {
	switch (enteredWith(control)) {
		case 'switch':
			return stateOf(value);
		case 'list':
			return listValue(value);
		case 'pairs':
			return pairsValue(value);
		case 'cards':
			return cardsValue(value, fields);
		case 'text':
		case 'files':
			return textOf(value);
	}
}

/** Whether it is an empty text, list or map. */
export function isEmptyValue(value: EntryValue): boolean {
	if (typeof value === 'boolean') {
		return false;
	}
	return isMap(value) ? value.pairs.length === 0 : value.length === 0;
}

function stateOf(value: EntryValue): FieldValue {
	return typeof value === 'string' ? isTrue(value) : typeof value === 'boolean' ? value : textOf(value);
}

function listValue(value: EntryValue): FieldValue {
	if (isMap(value)) {
		return textOf(value);
	}
	const written = typeof value === 'string' ? jsonIn(value) : undefined;
	const list = isList(written) ? written : value;
	return isList(list) ? list.map(textOf) : itemsIn(textOf(value));
}

function pairsValue(value: EntryValue): FieldValue {
	const written = typeof value === 'string' ? (jsonIn(value) ?? pairsIn(value)) : value;
	return isMap(written) ? { pairs: written.pairs.map(([key, each]) => [key, textOf(each)]) } : textOf(value);
}

function cardsValue(value: EntryValue, fields: readonly PictureField[]): FieldValue {
	const written = typeof value === 'string' ? jsonIn(value) : value;
	return isList(written) && written.every(isMap)
		? { cards: written.map(card => cardOf(card, fields)) }
		: textOf(value);
}

function cardOf({ pairs }: EntryMap, fields: readonly PictureField[]): Readonly<Record<string, FieldValue>> {
	return Object.fromEntries(
		pairs.flatMap(([key, value]) => {
			const own = fields.filter(({ name }) => name === key);
			return own.length === 0
				? [[key, valueFor({ control: controlOf(value), fields: [] }, value)] as const]
				: own.map(field => [slotOf(field), valueFor(field, value)] as const);
		}),
	);
}

/** The control for a value that no field has. */
function controlOf(value: EntryValue): FieldControl {
	if (typeof value === 'object') {
		return isMap(value) ? 'keyValue' : 'list';
	}
	return typeof value === 'boolean' ? 'switch' : 'text';
}

function textOf(value: EntryValue): string {
	if (typeof value !== 'object') {
		return String(value);
	}
	return isList(value) && value.every(each => typeof each !== 'object')
		? value.join('\n')
		: JSON.stringify(plain(value));
}

function plain(value: EntryValue): unknown {
	if (typeof value !== 'object') {
		return value;
	}
	return isMap(value)
		? Object.fromEntries(value.pairs.map(([key, each]) => [key, plain(each)]))
		: value.map(plain);
}
