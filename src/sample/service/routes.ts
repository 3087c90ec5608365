import type { XmlDocumentKind } from './documentCheck';

export type ConnectorOperation =
	| 'getConnectorList'
	| 'createCustomConnector'
	| 'getConnector'
	| 'updateConnector'
	| 'deleteCustomConnector'
	| 'getConnectorSourceConfig'
	| 'putConnectorSourceConfig'
	| 'getConnectorSourceTemplate'
	| 'putConnectorSourceTemplate'
	| 'getConnectorCorrelationConfig'
	| 'putConnectorCorrelationConfig'
	| 'getConnectorTranslations'
	| 'putConnectorTranslations';

export type SourceOperation =
	| 'listSources'
	| 'getSource'
	| 'getSourceConfig'
	| 'getCorrelationConfig'
	| 'getSourceSchemas';

/** What a request asks for by its method and path. */
export type Route =
	| {
			readonly kind: 'connectors';
			readonly operation: ConnectorOperation;
			readonly version: string;
			/** Empty for the operations on the whole collection. */
			readonly scriptName: string;
			/** Empty for all but translations. */
			readonly locale: string;
	  }
	| {
			readonly kind: 'sources';
			readonly operation: SourceOperation;
			readonly version: string;
			/** Empty for the list. */
			readonly id: string;
	  }
	| { readonly kind: 'token' | 'info' | 'unknown' | 'malformed' }
	| { readonly kind: 'wrong-method'; readonly allowed: readonly string[] };

type Methods<Operation = ConnectorOperation> = Readonly<Record<string, Operation>>;

const collection: Methods = { GET: 'getConnectorList', POST: 'createCustomConnector' };
const single: Methods = { GET: 'getConnector', PATCH: 'updateConnector', DELETE: 'deleteCustomConnector' };
const documents: ReadonlyMap<string, Methods> = new Map([
	['source-config', { GET: 'getConnectorSourceConfig', PUT: 'putConnectorSourceConfig' }],
	['source-template', { GET: 'getConnectorSourceTemplate', PUT: 'putConnectorSourceTemplate' }],
	['correlation-config', { GET: 'getConnectorCorrelationConfig', PUT: 'putConnectorCorrelationConfig' }],
]);
const translations: Methods = { GET: 'getConnectorTranslations', PUT: 'putConnectorTranslations' };

/** By what follows the source's id. */
const sourceParts: ReadonlyMap<string, Methods<SourceOperation>> = new Map([
	['', { GET: 'getSource' }],
	['connectors/source-config', { GET: 'getSourceConfig' }],
	['correlation-config', { GET: 'getCorrelationConfig' }],
	['schemas', { GET: 'getSourceSchemas' }],
]);

/** The XML documents by the operations that read and write them. */
export const documentKindOf = {
	getConnectorSourceConfig: 'sourceConfig',
	putConnectorSourceConfig: 'sourceConfig',
	getConnectorSourceTemplate: 'sourceTemplate',
	putConnectorSourceTemplate: 'sourceTemplate',
	getConnectorCorrelationConfig: 'correlationConfig',
	putConnectorCorrelationConfig: 'correlationConfig',
} as const satisfies Partial<Record<ConnectorOperation, XmlDocumentKind>>;

/** `path` is as it came: percent-encoded, without a query. */
export function findRoute(method: string, path: string): Route {
	const segments = decodeSegments(path);
	if (segments === undefined) {
		return { kind: 'malformed' };
	}
	const [first, second, ...rest] = segments;
	if (first === 'oauth' && rest.length === 0 && (second === 'token' || second === 'info')) {
		const allowed = second === 'token' ? 'POST' : 'GET';
		return method === allowed ? { kind: second } : { kind: 'wrong-method', allowed: [allowed] };
	}
	const isByYear = /^v202[456]$/.test(first ?? '');
	const [version, list] = isByYear ? [first, second] : [second, first];
	if (version === undefined || (!isByYear && version !== 'v1')) {
		return { kind: 'unknown' };
	}
	if (list === 'connectors') {
		return findConnectorRoute(method, version, rest);
	}
	return list === 'sources' ? findSourceRoute(method, version, rest) : { kind: 'unknown' };
}

function findConnectorRoute(method: string, version: string, segments: readonly string[]): Route {
	const [scriptName = '', part = '', locale = ''] = segments;
	const methods = methodsAt(segments.length, part);
	if (methods === undefined || segments.includes('')) {
		return { kind: 'unknown' };
	}
	return byMethod(method, methods, operation => ({
		kind: 'connectors',
		operation,
		version,
		scriptName,
		locale,
	}));
}

function findSourceRoute(method: string, version: string, segments: readonly string[]): Route {
	const [id = '', ...part] = segments;
	const methods: Methods<SourceOperation> | undefined =
		segments.length === 0 ? { GET: 'listSources' } : sourceParts.get(part.join('/'));
	if (methods === undefined || segments.includes('')) {
		return { kind: 'unknown' };
	}
	return byMethod(method, methods, operation => ({ kind: 'sources', operation, version, id }));
}

function byMethod<Operation>(
	method: string,
	methods: Methods<Operation>,
	routeTo: (operation: Operation) => Route,
): Route {
	const operation = Object.hasOwn(methods, method) ? methods[method] : undefined;
	return operation === undefined
		? { kind: 'wrong-method', allowed: Object.keys(methods) }
		: routeTo(operation);
}

function methodsAt(depth: number, part: string): Methods | undefined {
	switch (depth) {
		case 0:
			return collection;
		case 1:
			return single;
		case 2:
			return documents.get(part);
		case 3:
			return part === 'translations' ? translations : undefined;
		default:
			return undefined;
	}
}

/** A script name may itself contain a slash, so a path is cut first and decoded then. */
function decodeSegments(path: string): string[] | undefined {
	try {
		return path.split('/').slice(1).map(decodeURIComponent);
	} catch {
		return undefined;
	}
}
