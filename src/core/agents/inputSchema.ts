import { isObject } from '../api/errors';

/** What the manifest says of the input of a tool: as much of JSON Schema as the tools of this extension use. */
export interface InputSchema {
	readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
	readonly properties?: Readonly<Record<string, InputSchema>>;
	readonly required?: readonly string[];
	/** Nothing else than `properties` is allowed. */
	readonly additionalProperties?: false;
	readonly items?: InputSchema;
	readonly minItems?: number;
	readonly maxItems?: number;
	readonly enum?: readonly string[];
	/** In code points. */
	readonly minLength?: number;
	readonly maxLength?: number;
	readonly minimum?: number;
	readonly maximum?: number;
}

/**
 * What is wrong with an input, as a sentence for the agent that sent it; undefined if nothing is. VS Code hands over whatever a
 * model writes.
 */
export function inputProblem(schema: InputSchema, input: unknown, name = 'The input'): string | undefined {
	switch (schema.type) {
		case 'object':
			return isObject(input) ? objectProblem(schema, input, name) : `${name} must be an object.`;
		case 'array':
			return Array.isArray(input) ? arrayProblem(schema, input, name) : `${name} must be a list.`;
		case 'string':
			return typeof input === 'string' ? textProblem(schema, input, name) : `${name} must be a string.`;
		case 'integer':
			return numberProblem(schema, input, name);
		case 'boolean':
			return typeof input === 'boolean' ? undefined : `${name} must be true or false.`;
		case undefined:
			break;
	}
	return undefined;
}

function objectProblem(
	{ properties = {}, required = [], additionalProperties }: InputSchema,
	input: Readonly<Record<string, unknown>>,
	name: string,
): string | undefined {
	const missing = required.find(key => !Object.hasOwn(input, key));
	if (missing !== undefined) {
		return `${name} lacks "${missing}".`;
	}
	for (const [key, value] of Object.entries(input)) {
		const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
		if (!property && additionalProperties === false) {
			return `${name} must not have "${key.slice(0, 50)}"; it may have ${Object.keys(properties).join(', ')}.`;
		}
		const problem = property && inputProblem(property, value, `"${key}"`);
		if (problem !== undefined) {
			return problem;
		}
	}
	return undefined;
}

function arrayProblem(
	{ items = {}, minItems = 0, maxItems = Infinity }: InputSchema,
	input: readonly unknown[],
	name: string,
): string | undefined {
	if (input.length < minItems || input.length > maxItems) {
		return `${name} must have ${rangeOf(minItems, maxItems)} items.`;
	}
	for (const [index, value] of input.entries()) {
		const problem = inputProblem(items, value, `Item ${index + 1} of ${name}`);
		if (problem !== undefined) {
			return problem;
		}
	}
	return undefined;
}

function textProblem(
	{ enum: values, minLength = 0, maxLength = Infinity }: InputSchema,
	input: string,
	name: string,
): string | undefined {
	if (values && !values.includes(input)) {
		return `${name} must be one of ${values.join(', ')}.`;
	}
	// Counted only where it can matter: a text may have millions of letters.
	const length = input.length > 2 * maxLength ? Infinity : Array.from(input).length;
	return length < minLength || length > maxLength
		? `${name} must have ${rangeOf(minLength, maxLength)} characters.`
		: undefined;
}

function numberProblem(
	{ minimum = -Infinity, maximum = Infinity }: InputSchema,
	input: unknown,
	name: string,
): string | undefined {
	return Number.isInteger(input) && Number(input) >= minimum && Number(input) <= maximum
		? undefined
		: `${name} must be an integer, ${rangeOf(minimum, maximum)}.`;
}

function rangeOf(least: number, most: number): string {
	return most === Infinity ? `at least ${least}` : `${least} to ${most}`;
}
