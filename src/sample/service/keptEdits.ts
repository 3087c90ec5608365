import { isDeepStrictEqual } from 'node:util';
import type { SampleConnector } from './model';

/** What differs from the built-in connector, documents as base64; null if it was deleted. */
export type Edit = Readonly<Record<string, unknown>> | null;

/** By script name. */
export type Edits = ReadonlyMap<string, Edit>;

type Encoded = Record<keyof SampleConnector, unknown>;

/** All that has to be kept of a connector; undefined if it is as it was built in. */
export function editOf(builtIn: SampleConnector | undefined, present: SampleConnector): Edit | undefined {
	const encoded = encode(present);
	if (!builtIn) {
		return encoded;
	}
	const before: Readonly<Record<string, unknown>> = encode(builtIn);
	const differing = Object.entries(encoded).filter(([key, value]) => !isDeepStrictEqual(value, before[key]));
	return differing.length === 0 ? undefined : Object.fromEntries(differing);
}

/** The inverse of `editOf`; undefined if the built-in connector that was edited is not there. Throws if `editOf` cannot have made `edit`. */
export function applyEdit(
	builtIn: SampleConnector | undefined,
	edit: NonNullable<Edit>,
): SampleConnector | undefined {
	const merged = { ...(builtIn && encode(builtIn)), ...edit };
	return builtIn || 'scriptName' in edit ? decode(merged) : undefined;
}

function encode(connector: SampleConnector): Encoded {
	return {
		...connector,
		sourceConfig: toBase64(connector.sourceConfig),
		sourceTemplate: toBase64(connector.sourceTemplate),
		correlationConfig: toBase64(connector.correlationConfig),
		translations: Object.fromEntries(
			Object.entries(connector.translations).map(([locale, bytes]) => [locale, toBase64(bytes)]),
		),
	};
}

const plainFields: Readonly<Record<string, (value: unknown) => boolean>> = {
	name: isString,
	type: isString,
	scriptName: isString,
	className: value => value === null || isString(value),
	features: value => value === null || isStrings(value),
	directConnect: isBoolean,
	fileUpload: isBoolean,
	status: isString,
	custom: isBoolean,
	category: isString,
	labels: isStrings,
	connectorMetadata: isObject,
	translations: isObject,
};

function decode(encoded: Readonly<Record<string, unknown>>): SampleConnector {
	for (const [field, fits] of Object.entries(plainFields)) {
		if (!fits(encoded[field])) {
			throw new TypeError(`The ${field} of a connector is missing or strange.`);
		}
	}
	return {
		...(encoded as unknown as SampleConnector),
		sourceConfig: fromBase64(encoded['sourceConfig']),
		sourceTemplate: fromBase64(encoded['sourceTemplate']),
		correlationConfig: fromBase64(encoded['correlationConfig']),
		translations: Object.fromEntries(
			Object.entries(encoded['translations'] as object).map(([locale, text]) => [locale, fromBase64(text)]),
		),
	};
}

function toBase64(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64');
}

function fromBase64(text: unknown): Uint8Array {
	if (typeof text !== 'string') {
		throw new TypeError('A document is not base64.');
	}
	return Buffer.from(text, 'base64');
}

function isString(value: unknown): boolean {
	return typeof value === 'string';
}

function isStrings(value: unknown): boolean {
	return Array.isArray(value) && value.every(isString);
}

function isBoolean(value: unknown): boolean {
	return typeof value === 'boolean';
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
