import { Ajv, type ValidateFunction } from 'ajv';

/** What OpenAPI 3.0 makes of JSON Schema, as far as the tests look into it themselves. */
export interface Schema {
	readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly additionalProperties?: boolean;
	readonly items?: Schema;
	readonly enum?: readonly unknown[];
	readonly format?: string;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly default?: unknown;
	readonly example?: unknown;
}

const ajv = new Ajv({
	strict: false, // `example` and `x-…` are no keywords of JSON Schema.
	allErrors: true,
	formats: {
		int32: { type: 'number', validate: number => number >= -(2 ** 31) && number < 2 ** 31 },
		binary: true,
		'comma-separated': true,
		'date-time': (text: string) => !Number.isNaN(Date.parse(text)) && text.includes('T'),
	},
});
const compiled = new WeakMap<Schema, ValidateFunction>();

/** What a value has against its schema. A property that is not declared is a problem, though a schema would let it pass. */
export function schemaProblems(schema: Schema, value: unknown): string[] {
	const validate = compiled.get(schema) ?? ajv.compile(closed(schema));
	compiled.set(schema, validate);
	validate(value);
	return (validate.errors ?? []).map(
		({ instancePath, message = '', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
	);
}

function closed(schema: Schema): Schema {
	return {
		...schema,
		...(schema.properties && {
			additionalProperties: schema.additionalProperties ?? false,
			properties: mapEntries(schema.properties, closed),
		}),
		...(schema.items && { items: closed(schema.items) }),
	};
}

/** A value made of the examples that the schema gives. */
export function exampleOf(schema: Schema): unknown {
	if (schema.example !== undefined || schema.enum) {
		return schema.example ?? schema.enum?.[0];
	}
	switch (schema.type ?? 'string') {
		case 'object':
			return mapEntries(schema.properties ?? {}, exampleOf);
		case 'array':
			return [exampleOf(schema.items ?? {})];
		case 'integer':
			return schema.minimum ?? 1;
		case 'boolean':
			return true;
		case 'string':
			return 'some text';
	}
}

/** The value that a parameter's text stands for; the text itself where it stands for none. */
export function fromText({ type }: Schema, text: string): unknown {
	const isWritten =
		(type === 'integer' && /^-?\d+(\.\d+)?$/.test(text)) ||
		(type === 'boolean' && /^(true|false)$/.test(text));
	return isWritten ? (JSON.parse(text) as unknown) : text;
}

/** Where a value could have something for the schema but has nothing; a list has what one of its items has. */
export function missingProperties(schema: Schema, values: readonly unknown[]): string[] {
	if (schema.items) {
		return missingProperties(schema.items, values.flat());
	}
	return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
		const present = values.flatMap(value => {
			const found: unknown = (value as Readonly<Record<string, unknown>>)[name];
			return found === undefined ? [] : [found];
		});
		return present.length === 0
			? [name]
			: missingProperties(
					property,
					present.filter(found => found !== null),
				).map(missing => `${name}.${missing}`);
	});
}

export function mapEntries<T, R>(
	record: Readonly<Record<string, T>>,
	change: (value: T) => R,
): Record<string, R> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
