import { isObject } from '../api/errors';
import type { JsonPatchOperation } from '../api/wire';

/** The text of connector-metadata.json cannot be sent: it is no JSON object. The message says why, with the place. */
export class MetadataError extends Error {
	override name = 'MetadataError';
}

/** A byte order mark is no part of the JSON. @throws MetadataError */
export function parseMetadata(text: string): Record<string, unknown> {
	let value: unknown;
	try {
		value = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch (error) {
		throw new MetadataError(error instanceof Error ? error.message : String(error), { cause: error });
	}
	if (!isObject(value)) {
		throw new MetadataError('connectorMetadata must be an object: { … }');
	}
	return value;
}

const root = '/connectorMetadata';

/** The smallest JSON Patch (RFC 6902) that turns `before` into `after`, member by member; a changed array is replaced. */
export function metadataPatch(
	before: Readonly<Record<string, unknown>>,
	after: Readonly<Record<string, unknown>>,
): JsonPatchOperation[] {
	// An empty map may be an absent one, into which no member can be added.
	return Object.keys(before).length === 0 && Object.keys(after).length > 0
		? [{ op: 'add', path: root, value: after }]
		: memberPatch(before, after, root);
}

function memberPatch(
	before: Readonly<Record<string, unknown>>,
	after: Readonly<Record<string, unknown>>,
	path: string,
): JsonPatchOperation[] {
	const removed = Object.keys(before)
		.filter(key => !Object.hasOwn(after, key))
		.map((key): JsonPatchOperation => ({ op: 'remove', path: pointer(path, key) }));
	const changed = Object.entries(after).flatMap(([key, value]): JsonPatchOperation[] => {
		const previous = before[key];
		if (!Object.hasOwn(before, key)) {
			return [{ op: 'add', path: pointer(path, key), value }];
		}
		if (isObject(previous) && isObject(value)) {
			return memberPatch(previous, value, pointer(path, key));
		}
		return JSON.stringify(previous) === JSON.stringify(value)
			? []
			: [{ op: 'replace', path: pointer(path, key), value }];
	});
	return [...removed, ...changed];
}

/** RFC 6901: `~` and `/` are what a JSON Pointer has to escape. */
function pointer(path: string, key: string): string {
	return `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** What a connectorMetadata map is shown as; the service keeps no text of it. */
export function metadataText(metadata: Readonly<Record<string, unknown>>): string {
	return `${JSON.stringify(metadata, undefined, '\t')}\n`;
}
