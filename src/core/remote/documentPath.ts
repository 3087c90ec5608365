import type { ConnectorPart } from '../api/connectorsApi';
import { locales } from '../api/wire';
import { fileOfDocument, translationsFolder, xmlNames } from '../connector/documentName';

export const scheme = 'isc-connector';

/** A document of a connector: what the API has as a file, and the connectorMetadata map. */
export type DocumentPart = ConnectorPart | 'connector-metadata';

/** Names one document of one tenant. */
export interface DocumentId {
	readonly tenant: string;
	readonly scriptName: string;
	readonly part: DocumentPart;
}

/** A tenant or, with a script name, one of its connectors. */
export interface TenantPlace {
	readonly tenant: string;
	readonly scriptName?: string;
}

/** What a path of the scheme can lead to, within a tenant. */
export type Place =
	| { readonly kind: 'tenant' }
	| { readonly kind: 'connector'; readonly scriptName: string }
	| { readonly kind: 'translations'; readonly scriptName: string }
	| { readonly kind: 'document'; readonly scriptName: string; readonly part: DocumentPart };

const metadataFile = 'connector-metadata.json';

/** The files of a connector's folder, in the order in which people meet them. */
export const documentFiles: Readonly<Record<string, DocumentPart>> = {
	...Object.fromEntries(xmlNames.map(name => [fileOfDocument(name), name])),
	[metadataFile]: 'connector-metadata',
};

export function pathOf(place: Place): string {
	switch (place.kind) {
		case 'tenant':
			return '/';
		case 'connector':
			return `/${encodeSegment(place.scriptName)}`;
		case 'translations':
			return `/${encodeSegment(place.scriptName)}/${translationsFolder}`;
		case 'document':
			return `/${encodeSegment(place.scriptName)}/${fileOf(place.part)}`;
	}
}

/** The path of a document's file below its connector. */
export function fileOf(part: DocumentPart): string {
	return part === 'connector-metadata' ? metadataFile : fileOfDocument(part);
}

/** The inverse of `pathOf`; undefined for every path that `pathOf` cannot produce. */
export function placeAt(path: string): Place | undefined {
	if (path === '/' || path === '') {
		return { kind: 'tenant' };
	}
	const [root, segment = '', ...rest] = path.split('/');
	const scriptName = decodeSegment(segment);
	if (root !== '' || scriptName === undefined) {
		return undefined;
	}
	if (rest.length === 0) {
		return { kind: 'connector', scriptName };
	}
	const file = rest.join('/');
	if (file === translationsFolder) {
		return { kind: 'translations', scriptName };
	}
	const part = partOf(file);
	return part && { kind: 'document', scriptName, part };
}

function partOf(file: string): DocumentPart | undefined {
	return parts.get(file);
}

const parts: ReadonlyMap<string, DocumentPart> = new Map([
	...Object.entries(documentFiles),
	...locales
		.map(locale => `translations/${locale}` as const)
		.map(part => [fileOfDocument(part), part] as const),
]);

/**
 * A script name as one segment of a path. Spaces and letters stay as they are, since a URI encodes them itself; what
 * would end the segment is written as a percent code, and so is a dot in front: `.` and `..` would vanish, and VS Code
 * looks in every folder for names such as `.vscode`, which then cannot be taken for a connector's.
 */
export function encodeSegment(scriptName: string): string {
	return scriptName.replace(/[%/\\\u0000-\u001f\u007f]|^\./g, percentCode);
}

/** Undefined for what `encodeSegment` does not produce, so that one connector has one path. */
export function decodeSegment(segment: string): string | undefined {
	const scriptName = segment.replace(/%([0-9A-F]{2})/g, (_, code: string) =>
		String.fromCharCode(Number.parseInt(code, 16)),
	);
	return scriptName !== '' && encodeSegment(scriptName) === segment ? scriptName : undefined;
}

function percentCode(character: string): string {
	return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
