import assert from 'node:assert/strict';
import fs from 'node:fs';
import Ajv from 'ajv';
import { inputProblem, type InputSchema } from '../../../../src/core/agents/inputSchema';
import { below, oneOf, seeded, seededTest, type Random } from '../../../seeds';

interface Manifest {
	readonly contributes: {
		readonly languageModelTools: readonly { readonly name: string; readonly inputSchema: InputSchema }[];
	};
}

const tools = (JSON.parse(fs.readFileSync('package.json', 'utf8')) as Manifest).contributes
	.languageModelTools;

/** All schemas in a schema. */
function schemasIn(schema: InputSchema): readonly InputSchema[] {
	const inside = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
	return [schema, ...inside.flatMap(schemasIn)];
}

/** A value that a schema allows, but for some faults. */
function valueFor(random: Random, schema: InputSchema): unknown {
	if (random() < 0.01) {
		return oneOf(random, strangeValues);
	}
	switch (schema.type) {
		case 'object': {
			const entries = Object.entries(schema.properties ?? {}).filter(
				([key]) => random() < (schema.required?.includes(key) ? 0.98 : 0.5),
			);
			const members = entries.map(([key, member]) => [key, valueFor(random, member)] as const);
			const strange = random() < 0.05 ? [[oneOf(random, strangeKeys), 1] as const] : [];
			// `fromEntries` defines members, as JSON.parse does: `__proto__` is one like any other.
			return Object.fromEntries([...members, ...strange]);
		}
		case 'array': {
			const { items = {}, minItems = 0, maxItems = 3 } = schema;
			const length = near(random, minItems, Math.min(maxItems, minItems + 3));
			return Array.from({ length }, () => valueFor(random, items));
		}
		case 'string': {
			const { minLength = 0, maxLength = 20 } = schema;
			const length = near(random, minLength, Math.min(maxLength, oneOf(random, [20, 200, 1000])));
			return schema.enum && random() < 0.9
				? oneOf(random, schema.enum)
				: oneOf(random, ['a', 'ß', '😀', '\ud83d']).repeat(length);
		}
		case 'integer':
			return near(random, schema.minimum ?? -3, schema.maximum ?? 3) + (random() < 0.05 ? 0.5 : 0);
		case 'boolean':
			return random() < 0.5;
		case undefined:
			break;
	}
	return null;
}

const strangeValues = [
	null,
	'',
	'x',
	-1,
	1.5,
	1e21,
	true,
	[],
	{},
	[[]],
	{ length: 1 },
	Number.MAX_SAFE_INTEGER,
];
const strangeKeys = ['__proto__', 'constructor', 'toString', 'extra', '', 'hasOwnProperty'];

/** A number in a range, often at its ends, seldom beside them. */
function near(random: Random, least: number, most: number): number {
	const inside = least + below(random, most - least + 1);
	return oneOf(random, [
		inside,
		inside,
		inside,
		least,
		most,
		Math.max(0, least - 1),
		most + (random() < 0.3 ? 1 : 0),
	]);
}

suite('The inputs of tools', () => {
	const ajv = new Ajv({ strict: true, allowUnionTypes: false });

	test('have schemas that leave nothing open', () => {
		assert.equal(tools.length, 8);
		for (const { name, inputSchema } of tools) {
			assert.equal(inputSchema.type, 'object', name);
			for (const schema of schemasIn(inputSchema)) {
				assert.ok(schema.type !== undefined, name);
				if (schema.type === 'object') {
					assert.equal(schema.additionalProperties, false, name);
					assert.ok(
						(schema.required ?? []).every(key => Object.hasOwn(schema.properties ?? {}, key)),
						name,
					);
				}
				assert.ok(schema.type !== 'string' || schema.enum || schema.maxLength !== undefined, name);
				assert.ok(schema.type !== 'array' || (schema.maxItems !== undefined && schema.items), name);
				assert.ok(schema.type !== 'integer' || schema.maximum !== undefined, name);
			}
		}
	});

	test('have schemas of which every word is understood', () => {
		const words = new Set(
			'type properties required additionalProperties items minItems maxItems enum minLength maxLength minimum maximum description'.split(
				' ',
			),
		);
		for (const schema of tools.flatMap(({ inputSchema }) => schemasIn(inputSchema))) {
			assert.deepEqual(
				Object.keys(schema).filter(word => !words.has(word)),
				[],
			);
		}
	});

	for (const { name, inputSchema } of tools) {
		const isValid = ajv.compile(inputSchema);
		seededTest(`of ${name} are judged as JSON Schema does`, 1500, seeds => {
			let valid = 0;
			let count = 0;
			for (const seed of seeds) {
				const input = valueFor(seeded(seed), inputSchema);
				const problem = inputProblem(inputSchema, input);
				assert.equal(
					problem === undefined,
					isValid(input),
					`${JSON.stringify(input).slice(0, 300)}: ${problem}`,
				);
				assert.ok(problem === undefined || /^[^\n]+\.$/.test(problem), problem);
				valid += problem === undefined ? 1 : 0;
				count++;
			}
			assert.ok(count < 100 || (valid > count / 20 && valid < (count * 9.5) / 10), `${valid} of ${count}`);
		});
	}

	test('are not taken for what objects have by themselves', () => {
		const schema: InputSchema = {
			type: 'object',
			properties: {},
			required: ['toString'],
			additionalProperties: false,
		};
		assert.match(inputProblem(schema, {}) ?? '', /lacks "toString"/);
		const parsed: unknown = JSON.parse('{"toString": 1, "__proto__": {}}');
		assert.match(inputProblem(schema, parsed) ?? '', /must not have "toString"/);
	});
});
