import { isObject } from './errors';

/** Stands for the value of a secret: nothing else of it is kept. As a symbol it is in no JSON and in no text. */
export const secretValue = Symbol('secret');

/** A source as the rest of the extension needs it; absent, null and of another type than specified are all undefined. */
export interface Source {
	readonly id: string;
	/** The id, where the service tells no name. */
	readonly name: string;
	/** The script name of the connector that the source was made of. */
	readonly connector: string | undefined;
	readonly type: string | undefined;
	readonly connectorClass: string | undefined;
	readonly features: readonly string[];
	readonly owner: string | undefined;
	readonly isHealthy: boolean | undefined;
	readonly status: string | undefined;
	/** The connectorAttributes by their keys. Those that are encrypted are `secretValue`. */
	readonly attributes: ReadonlyMap<string, unknown>;
}

/** Undefined if the row has no id, by which alone a source can be asked for. */
export function parseSource(row: unknown): Source | undefined {
	const id = isObject(row) ? text(row['id']) : undefined;
	if (!isObject(row) || id === undefined) {
		return undefined;
	}
	const { owner, features, healthy, connectorAttributes } = row;
	return {
		id,
		name: text(row['name']) ?? id,
		connector: text(row['connector']),
		type: text(row['type']),
		connectorClass: text(row['connectorClass']),
		features: Array.isArray(features) ? features.filter(each => typeof each === 'string') : [],
		owner: isObject(owner) ? text(owner['name']) : undefined,
		isHealthy: typeof healthy === 'boolean' ? healthy : undefined,
		status: text(row['status']),
		attributes: isObject(connectorAttributes) ? withoutEncrypted(connectorAttributes) : new Map(),
	};
}

/** The keys in what a source has for `encrypted`: a comma list of those whose values are cipher text. */
export function encryptedKeys(list: unknown): ReadonlySet<string> {
	return new Set(typeof list === 'string' ? list.split(',').map(key => key.trim()) : []);
}

/** Whether a value is encrypted, though nothing may say so: sources without a list of encrypted keys have been seen. */
export function isCipherText(value: unknown): boolean {
	return typeof value === 'string' && /^\d+:(?:ACP:)?[\w+/]{20,}={0,2}$/.test(value);
}

/** A key without a value stays one without. */
function withoutEncrypted(attributes: Readonly<Record<string, unknown>>): ReadonlyMap<string, unknown> {
	const encrypted = encryptedKeys(attributes['encrypted']);
	return new Map(
		Object.entries(attributes).map(([key, value]) => [
			key,
			(encrypted.has(key) && isSet(value)) || isCipherText(value) ? secretValue : value,
		]),
	);
}

/** Whether a source has a value: null, an empty text, list or object and an absent one are none; `false` is one. */
export function isSet(value: unknown): boolean {
	if (Array.isArray(value)) {
		return value.some(each => (typeof each === 'object' ? each !== null : isSet(each)));
	}
	return isObject(value)
		? Object.keys(value).length > 0
		: value !== undefined && value !== null && value !== '';
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
