import type { Schema } from './schema';

/** A value with one thing wrong, and what that is. */
export type Violation = readonly [what: string, value: unknown];

/** Values that differ from a valid one in one thing each, which the schema forbids. */
export function violations(schema: Schema, valid: unknown): Violation[] {
	switch (schema.type ?? 'any') {
		case 'object': {
			const object = valid as Readonly<Record<string, unknown>>;
			const { properties = {}, required = [] } = schema;
			return [
				['a list', [valid]],
				...required.map((name): Violation => [`no ${name}`, without(object, name)]),
				...Object.entries(properties)
					.filter(([name]) => name in object)
					.flatMap(([name, property]) =>
						violations(property, object[name]).map(([what, value]): Violation => [
							`${name}: ${what}`,
							{ ...object, [name]: value },
						]),
					),
			];
		}
		case 'array': {
			const { items = {} } = schema;
			const [first] = valid as readonly unknown[];
			return [
				['no list', first],
				...violations(items, first).map(([what, value]): Violation => [`in a list, ${what}`, [value]]),
			];
		}
		case 'integer':
			return [
				['a word', 'many'],
				['a fraction', 1.5],
				...(schema.minimum === undefined ? [] : [['too small', schema.minimum - 1] as const]),
				...(schema.maximum === undefined && schema.format !== 'int32'
					? []
					: [['too large', (schema.maximum ?? 2 ** 31 - 1) + 1] as const]),
			];
		case 'boolean':
			return [['a word', 'perhaps']];
		case 'string':
			return schema.enum ? [['none of its values', 'no-such-value']] : [['a number', 7]];
		case 'any':
			return []; // Or one of several types, which no example breaks for sure.
	}
}

function without(object: Readonly<Record<string, unknown>>, name: string): object {
	return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}
