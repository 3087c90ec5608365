import { isObject } from '../api/errors';
import { secretValue } from '../api/source';
import { isNumber } from '../connector/form/fieldValue';
import type { PictureField } from '../connector/form/formPicture';
import { pairsIn, jsonIn } from '../connector/form/writtenValue';
import { isMap } from '../connector/form/entryValue';
import { switchValue } from '../connector/model/conditions';
import { enteredWith, isSecret } from '../connector/model/fieldTypes';
import { hasToken } from '../connector/model/hasToken';
import { cardsOf } from './heldValues';

/** Whether a field can show a value of a source as what it is. What stands in an encrypted value is not known: it fits secrets. */
export function fits(field: PictureField, value: unknown): boolean {
	if (value === secretValue) {
		return isSecret(field.control) || field.control === 'unknown';
	}
	switch (enteredWith(field.control)) {
		case 'switch':
			return typeof value === 'boolean' || (typeof value === 'string' && switchValue(value) !== undefined);
		case 'list':
		case 'files':
			return isScalar(value) || (Array.isArray(value) && value.every(isScalar));
		case 'pairs':
			return typeof value === 'string' ? isPairs(value) : isObject(value);
		case 'cards':
			return cardsOf(value) !== undefined;
		case 'text':
			return isText(field, value);
	}
}

function isText({ control }: PictureField, value: unknown): boolean {
	if (control === 'number') {
		return typeof value === 'number' || (typeof value === 'string' && isNumber(value));
	}
	return control === 'unknown' || isScalar(value);
}

function isPairs(text: string): boolean {
	return isMap(jsonIn(text) ?? pairsIn(text));
}

function isScalar(value: unknown): boolean {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** The values that people choose from; undefined if they may enter others, or others come from elsewhere. */
export function offeredBy(fields: readonly PictureField[]): ReadonlySet<string> | undefined {
	const values = fields.flatMap(({ options }) => options.map(({ value }) => value));
	return fields.every(({ control }) => control === 'select' || control === 'radio' || control === 'list') &&
		!values.some(hasToken)
		? new Set(values)
		: undefined;
}

/** What is chosen in a value, as texts: options are compared with them, and case counts. */
export function chosenIn(value: unknown): readonly string[] {
	return (Array.isArray(value) ? value : [value]).filter(isScalar).map(String);
}
