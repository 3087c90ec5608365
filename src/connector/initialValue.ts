import { slotOf } from './entered';
import { isTrue, type EntryValue } from './entryValue';
import type { FieldControl, FieldValue, PictureField } from './formPicture';

type Filled = Pick<PictureField, 'control' | 'fields'>;

/** What a field makes of a value that it starts with; its text, if the field cannot hold it. */
export function valueFor({ control, fields }: Filled, value: EntryValue): FieldValue {
	switch (control) {
		case 'switch':
			return switchValue(value);
		case 'list':
			return listValue(value);
		case 'keyValue':
			return isMap(value) ? { pairs: value.pairs.map(([key, each]) => [key, textOf(each)]) } : textOf(value);
		case 'cardList':
			return isList(value) && value.every(isMap)
				? { cards: value.map(card => cardOf(card, fields)) }
				: textOf(value);
		case 'text':
		case 'url':
		case 'number':
		case 'secret':
		case 'textarea':
		case 'secrettextarea':
		case 'radio':
		case 'select':
		case 'fileupload':
		case 'unknown':
			return textOf(value);
	}
}

/** Whether it is the same as saying nothing. */
export function isEmptyValue(value: EntryValue): boolean {
	if (typeof value === 'boolean') {
		return false;
	}
	return isMap(value) ? value.pairs.length === 0 : value.length === 0;
}

function switchValue(value: EntryValue): FieldValue {
	if (typeof value === 'boolean') {
		return value;
	}
	return typeof value === 'string' ? isTrue(value) : textOf(value);
}

function listValue(value: EntryValue): FieldValue {
	if (isMap(value)) {
		return textOf(value);
	}
	if (isList(value)) {
		return value.map(textOf);
	}
	return String(value)
		.split(/[\r\n]/.test(String(value)) ? /[\r\n]+/ : ',')
		.map(item => item.trim())
		.filter(item => item !== '');
}

function cardOf({ pairs }: Pairs, fields: readonly PictureField[]): Readonly<Record<string, FieldValue>> {
	return Object.fromEntries(
		pairs.flatMap(([key, value]) => {
			const own = fields.filter(({ name }) => name === key);
			return own.length === 0
				? [[key, valueFor({ control: controlOf(value), fields: [] }, value)] as const]
				: own.map(field => [slotOf(field), valueFor(field, value)] as const);
		}),
	);
}

/** How a value would be filled in for which there is no field. */
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

type Pairs = Extract<EntryValue, { readonly pairs: unknown }>;

function isMap(value: EntryValue): value is Pairs {
	return typeof value === 'object' && 'pairs' in value;
}

function isList(value: EntryValue): value is readonly EntryValue[] {
	return Array.isArray(value);
}
