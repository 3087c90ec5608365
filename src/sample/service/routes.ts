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
	| { readonly kind: 'token' | 'info' | 'unknown' | 'malformed' }
	| { readonly kind: 'wrong-method'; readonly allowed: readonly string[] };

type Methods = Readonly<Record<string, ConnectorOperation>>;

const collection: Methods = { GET: 'getConnectorList', POST: 'createCustomConnector' };
const single: Methods = { GET: 'getConnector', PATCH: 'updateConnector', DELETE: 'deleteCustomConnector' };
const documents: ReadonlyMap<string, Methods> = new Map([
	['source-config', { GET: 'getConnectorSourceConfig', PUT: 'putConnectorSourceConfig' }],
	['source-template', { GET: 'getConnectorSourceTemplate', PUT: 'putConnectorSourceTemplate' }],
	['correlation-config', { GET: 'getConnectorCorrelationConfig', PUT: 'putConnectorCorrelationConfig' }],
]);
const translations: Methods = { GET: 'getConnectorTranslations', PUT: 'putConnectorTranslations' };

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
	if (/^v202[456]$/.test(first ?? '') && second === 'connectors') {
		return findConnectorRoute(method, first ?? '', rest);
	}
	return first === 'connectors' && second === 'v1'
		? findConnectorRoute(method, second, rest)
		: { kind: 'unknown' };
}

function findConnectorRoute(method: string, version: string, segments: readonly string[]): Route {
	const [scriptName = '', part = '', locale = ''] = segments;
	const methods = methodsAt(segments.length, part);
	if (methods === undefined || segments.includes('')) {
		return { kind: 'unknown' };
	}
	const operation = Object.hasOwn(methods, method) ? methods[method] : undefined;
	return operation === undefined
		? { kind: 'wrong-method', allowed: Object.keys(methods) }
		: { kind: 'connectors', operation, version, scriptName, locale };
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
