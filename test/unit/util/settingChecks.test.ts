import assert from 'node:assert/strict';
import fs from 'node:fs';
import { settingChecks, type Settings } from '../../../src/util/settingChecks';

interface Declared {
	readonly type: string;
	readonly default: unknown;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly enum?: readonly unknown[];
	readonly items?: { readonly type: string };
}

suite('What a setting can be', () => {
	const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
		readonly contributes: { readonly configuration: readonly { readonly properties: object }[] };
	};
	const all = manifest.contributes.configuration.flatMap(
		({ properties }) => Object.entries(properties) as [string, Declared][],
	);
	const properties = Object.fromEntries(all.filter(([name]) => !name.startsWith('iscConnectors.checks.')));

	test('is known of each that the manifest declares, except for the checks, which are read by their codes', () => {
		assert.deepEqual(
			Object.keys(properties).sort(),
			Object.keys(settingChecks)
				.map(name => `iscConnectors.${name}`)
				.sort(),
		);
	});

	const texts = ['', 'en', '60', 'true', 'yes'];
	const others: readonly unknown[] = [undefined, null, [], ['en'], ['en', 1], {}, { a: 1 }, true, false];
	const numbers = [Number.NaN, Infinity, -1, 0, 0.5, 1, 2.5, 600, 601, 10_000, 10_001, 1e10];

	for (const [id, declared] of Object.entries(properties)) {
		const isGood = settingChecks[id.replace('iscConnectors.', '') as keyof Settings];

		test(`is for ${id} what its default is`, () => assert.ok(isGood(declared.default)));

		test(`is for ${id} nothing that the manifest does not declare`, () => {
			for (const value of [...texts, ...others, ...numbers, ...(declared.enum ?? [])]) {
				assert.equal(isGood(value), isDeclared(declared, value), JSON.stringify(value));
			}
		});
	}
});

function isDeclared(
	{ type, minimum = 0, maximum = 0, enum: values, items }: Declared,
	value: unknown,
): boolean {
	switch (type) {
		case 'integer':
		case 'number':
			return (
				typeof value === 'number' &&
				value >= minimum &&
				value <= maximum &&
				(type === 'number' || Number.isInteger(value))
			);
		case 'object':
			return typeof value === 'object' && value !== null && !Array.isArray(value);
		case 'array':
			return Array.isArray(value) && value.every(each => typeof each === items?.type);
		default:
			return typeof value === type && (values?.includes(value) ?? true);
	}
}
