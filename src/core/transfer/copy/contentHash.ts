import type { DocumentPart } from '../../remote/documentPath';
import { isObject } from '../../api/errors';
import { hashOf } from '../../remote/versions';

/**
 * Equal for two texts of a document that are the same to the service: byte by byte, but for connectorMetadata, of which it
 * keeps the map and not the text.
 */
export function contentHash(part: DocumentPart, bytes: Uint8Array): string {
	return hashOf(part === 'connector-metadata' ? canonical(bytes) : bytes);
}

function canonical(bytes: Uint8Array): Uint8Array {
	try {
		const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
		return new TextEncoder().encode(JSON.stringify(sorted(value)));
	} catch {
		return bytes; // It is no JSON: the error comes when it would be sent.
	}
}

/** The members of an object have no order. */
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) {
		return ['[', ...value.map(sorted)];
	}
	if (!isObject(value)) {
		return value;
	}
	const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
	return ['{', ...members.map(([key, member]) => [key, sorted(member)])];
}
