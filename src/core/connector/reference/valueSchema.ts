import { isEmpty } from '../form/fieldValue';
import type { PictureField } from '../form/formPicture';
import { initialAttribute } from '../form/submitted';
import { valueOf } from '../form/entered';
import { valuesOf } from '../model/conditions';
import { enteredWith, isSecret } from '../model/fieldTypes';

/** A JSON Schema of draft 2020-12, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A text that is not empty. */
export const text: JsonSchema = { type: 'string', minLength: 1 };

/** What a field submits if it is shown and not empty. `cards` is for a card of it, if it has any. */
export function valueSchema(field: PictureField, cards: JsonSchema): JsonSchema {
	switch (enteredWith(field.control)) {
		case 'switch':
			return { type: 'boolean' };
		case 'list':
			return { type: 'array', items: text, minItems: 1 };
		case 'pairs':
			return {
				type: 'object',
				// A pair without a key is submitted only if it has a value.
				properties: { '': text },
				additionalProperties: { type: 'string' },
				minProperties: 1,
			};
		case 'cards':
			return { type: 'array', items: cards, minItems: 1 };
		case 'files':
			return anyOf([{ type: 'array', items: text, minItems: 1 }, text]);
		case 'text':
			return textSchema(field);
	}
}

function textSchema(field: PictureField): JsonSchema {
	if (field.control === 'number') {
		return { type: 'number' };
	}
	if (isSecret(field.control)) {
		return { ...text, writeOnly: true };
	}
	const values = offeredValues(field);
	return values ? { type: 'string', enum: values } : text;
}

/** What people can choose for a field: its options, and what it starts with; undefined if they may enter anything. */
export function offeredValues(field: PictureField): readonly string[] | undefined {
	if (field.control !== 'select' && field.control !== 'radio') {
		return undefined;
	}
	const options = field.options.map(({ value }) => value).filter(value => value !== '');
	const values = valuesOf({
		type: { name: field.type },
		options: options.map(name => ({ value: { name } })),
	});
	const initial = valueOf(field, {});
	const isOdd = typeof initial === 'string' && !isEmpty(initial);
	return values && [...new Set([...values, ...(isOdd ? [initial] : [])])];
}

/** With what the form tells people about the field, or about the first of those that share a name. */
export function describedSchema(fields: readonly PictureField[], schema: JsonSchema): JsonSchema {
	const [field, ...others] = fields;
	const initial = field && others.length === 0 ? initialAttribute(field) : undefined;
	return {
		...(field?.label && { title: field.label.text }),
		...(field?.help && { description: field.help.text }),
		...schema,
		...(initial !== undefined && { default: initial }),
	};
}

/** What meets one of the schemas. */
export function anyOf(schemas: readonly JsonSchema[]): JsonSchema {
	const different = [...new Map(schemas.map(schema => [JSON.stringify(schema), schema])).values()];
	return different.length === 1 && different[0] ? different[0] : { anyOf: different };
}

/** What meets all of the schemas. */
export function allOf(schemas: readonly JsonSchema[]): JsonSchema {
	return schemas.length === 1 && schemas[0] ? schemas[0] : { allOf: schemas };
}
