import { numberIn } from '../form/fieldValue';
import type { PictureField, ShownWhile } from '../form/formPicture';
import { switchValue, wantedValues } from '../model/conditions';
import { enteredWith, isSecret } from '../model/fieldTypes';
import { anyOf, offeredValues, valueSchema, type JsonSchema } from './valueSchema';

/** What meets a condition on any of the fields that it names, in the object that has their values; undefined if nothing does. */
export function conditionSchema(
	{ name, value }: ShownWhile,
	fields: readonly PictureField[],
): JsonSchema | undefined {
	const values = fields
		.map(field => {
			const any = fields.length > 1 ? valueSchema(field, {}) : {}; // Others of the name may have other values.
			return meetingValue(field, value, any);
		})
		.filter(schema => schema !== undefined);
	return values.length === 0 ? undefined : { properties: { [name]: anyOf(values) }, required: [name] };
}

/** Whether the values that are submitted say if a condition on a field holds: a masked secret does not. */
export function isDecided({ value }: ShownWhile, fields: readonly PictureField[]): boolean {
	return value === undefined || !fields.some(({ control }) => isSecret(control));
}

/** Which values of a field meet a condition on it, all of them being `any`; undefined if none does. An empty field has none. */
function meetingValue(
	field: PictureField,
	parentValue: string | undefined,
	any: JsonSchema,
): JsonSchema | undefined {
	const entered = enteredWith(field.control);
	if (parentValue === undefined) {
		return entered === 'switch' ? { const: true } : any;
	}
	const wanted = [...wantedValues(parentValue)];
	switch (entered) {
		case 'switch':
			return oneOf(wanted.map(switchValue).filter(state => state !== undefined));
		case 'list':
			return { type: 'array', contains: oneOf(wanted) };
		case 'files':
			return { anyOf: [{ type: 'array', contains: oneOf(wanted) }, oneOf(wanted)] };
		case 'text':
			return isSecret(field.control) ? any : textMeeting(field, wanted);
		case 'pairs':
		case 'cards':
			return undefined;
	}
}

function textMeeting(field: PictureField, wanted: readonly string[]): JsonSchema | undefined {
	if (field.control === 'number') {
		// The form compares texts: `7`, as JSON writes it, is not `7.0`.
		return oneOf(wanted.filter(text => String(numberIn(text)) === text).map(Number));
	}
	const offered = offeredValues(field);
	return oneOf(offered ? wanted.filter(text => offered.includes(text)) : wanted);
}

function oneOf(values: readonly unknown[]): JsonSchema | undefined {
	const different = [...new Set(values)];
	if (different.length > 1) {
		return { enum: different };
	}
	return different.length === 1 ? { const: different[0] } : undefined;
}
