import { readFileSync } from 'node:fs';
import type { Schema } from './schema';

export interface Media {
	readonly schema: Schema;
	readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

/** By media type. */
export type Content = Readonly<Record<string, Media>>;

export interface Parameter {
	readonly name: string;
	readonly in: 'path' | 'query';
	readonly required?: boolean;
	readonly description?: string;
	readonly schema: Schema;
	readonly example?: unknown;
	/** What a filter may ask about which field, and what a list can be sorted by. */
	readonly 'x-filters'?: Readonly<Record<string, readonly string[]>>;
	readonly 'x-sorters'?: readonly string[];
	/** The operation whose answer has the values. */
	readonly 'x-sailpoint-resource-operation-id'?: string;
}

/** By status. */
export type Responses = Readonly<Record<string, { readonly content?: Content }>>;

export interface Server {
	readonly url: string;
}

interface DocumentOperation {
	readonly responses: Responses;
	readonly operationId: string;
	readonly parameters?: readonly Parameter[];
	readonly requestBody?: { readonly content: Content };
	readonly security?: readonly { readonly userAuth?: readonly string[] }[];
	readonly 'x-sailpoint-userLevels'?: readonly string[];
	/** In the layout that replaces the years. */
	readonly 'x-operation-id-v1'?: string;
}

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

export interface OpenApiDocument {
	readonly servers: readonly Server[];
	readonly security: readonly unknown[];
	/** The paths in the layout that replaces the years. */
	readonly 'x-paths'?: Readonly<Record<string, string>>;
	readonly paths: Readonly<
		Record<
			string,
			Partial<Record<(typeof methods)[number], DocumentOperation>> & { readonly servers?: readonly Server[] }
		>
	>;
}

/** Reads a document with what it refers to put in its place. @param only the operations that are read; all if undefined. */
export function readDocument(file: string, only: readonly string[] | undefined): OpenApiDocument {
	const document = JSON.parse(readFileSync(file, 'utf8'), mended) as OpenApiDocument & Json;
	const isRead = (operation: unknown) =>
		only?.includes((operation as Partial<DocumentOperation>).operationId ?? '') ?? true;
	const paths = Object.entries(document.paths).map(([path, item]) => [
		path,
		Object.fromEntries(Object.entries(item).filter(([, operation]) => isRead(operation))),
	]);
	return { ...document, paths: resolved(Object.fromEntries(paths), document) as OpenApiDocument['paths'] };
}

type Json = Readonly<Record<string, unknown>>;

/** Mistakes of the specification: the locale `no` is a boolean there, and an example writes another name of a property. */
function mended(this: unknown, key: string, value: unknown): unknown {
	if (key === 'enum' && Array.isArray(value)) {
		return value.map((each: unknown) => (each === false ? 'no' : each));
	}
	if (isJson(value) && 'isMultiValued' in value) {
		const { isMultiValued, ...others } = value;
		return { ...others, isMulti: isMultiValued };
	}
	return value;
}

/** Puts what is referred to, and all parts of an `allOf`, where they are needed. */
function resolved(value: unknown, document: Json): unknown {
	if (Array.isArray(value)) {
		return value.map(each => resolved(each, document));
	}
	if (!isJson(value)) {
		return value;
	}
	const { $ref, allOf, ...own } = value;
	if (typeof $ref === 'string') {
		const [, ...names] = $ref.split('/');
		const found = names.reduce<unknown>((place, name) => (place as Json)[name], document);
		return resolved(found, document);
	}
	const parts = Array.isArray(allOf) ? allOf.map(part => resolved(part, document) as Json) : [];
	const others = Object.entries(own).map(([name, each]) => [name, resolved(each, document)]);
	return Object.assign({}, ...parts, Object.fromEntries(others)) as Json;
}

function isJson(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
