import { setMaxListeners } from 'node:events';
import { errorDetails } from './errorDetails';
import { ApiError, isObject } from './errors';
import type { ApiRequest, ApiResponse, Operation, RequestBody, Send } from './send/http';
import { listEverything } from './listing';
import { parseDetail, parsePage, parseUpdate, type Connector, type ConnectorPage } from './connector';
import { readJson } from './send/token';
import type { ClientSettings } from './tenant';
import { connectorsUrl } from './urls';
import type {
	ConnectorDetail,
	JsonPatchOperation,
	Locale,
	UpdateDetail,
	V3ConnectorDto,
	V3CreateConnectorDto,
} from './wire';

/** A document of a connector that the API reads and writes as a file; also its path below the connector. */
export type ConnectorPart =
	'source-config' | 'source-template' | 'correlation-config' | `translations/${Locale}`;

export interface ListOptions {
	readonly filters?: string;
	readonly locale?: Locale;
	readonly signal?: AbortSignal;
}

export interface PageOptions extends ListOptions {
	/** 250 at most. */
	readonly limit?: number;
	readonly offset?: number;
	/** Asks for the total, which costs the service time. */
	readonly count?: boolean;
}

/** The Connectors API of one tenant: its 13 operations. Each rejects with one of the classes in errors.ts. */
export class ConnectorsApi {
	constructor(
		private readonly send: Send,
		private readonly base: URL,
		private readonly settings: ClientSettings,
	) {}

	/** Every connector of the list, which has the RELEASED ones only; others are found by `getConnector`. */
	async listConnectors({ signal, ...options }: ListOptions = {}): Promise<readonly Connector[]> {
		const failed = new AbortController();
		const either = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
		setMaxListeners(0, either); // One for each page: no leak, as node would take it to be.
		try {
			return await listEverything(page => this.listPage({ ...options, ...page, signal: either }));
		} catch (error) {
			failed.abort(error); // The pages that are still waiting are not needed any more.
			throw error;
		}
	}

	async listPage({ signal, ...query }: PageOptions = {}): Promise<ConnectorPage> {
		const response = await this.exchange('getConnectorList', 'GET', [], { query, signal });
		return parsePage(
			this.json('getConnectorList', response, Array.isArray),
			response.headers.get('X-Total-Count'),
		);
	}

	async createConnector(connector: V3CreateConnectorDto, signal?: AbortSignal): Promise<V3ConnectorDto> {
		const body = jsonBody('application/json', connector);
		const response = await this.exchange('createCustomConnector', 'POST', [], { body, signal });
		return this.json('createCustomConnector', response, isObject);
	}

	async getConnector(
		scriptName: string,
		{ locale, signal }: Pick<ListOptions, 'locale' | 'signal'> = {},
	): Promise<ConnectorDetail> {
		const response = await this.exchange('getConnector', 'GET', [scriptName], { query: { locale }, signal });
		return parseDetail(this.json('getConnector', response, isObject));
	}

	async patchConnector(
		scriptName: string,
		operations: readonly JsonPatchOperation[],
		signal?: AbortSignal,
	): Promise<ConnectorDetail> {
		const body = jsonBody('application/json-patch+json', operations);
		const response = await this.exchange('updateConnector', 'PATCH', [scriptName], { body, signal });
		return parseDetail(this.json('updateConnector', response, isObject));
	}

	async deleteConnector(scriptName: string, signal?: AbortSignal): Promise<void> {
		const response = await this.exchange('deleteCustomConnector', 'DELETE', [scriptName], { signal });
		if (response.body.length > 0) {
			throw this.unexpected('deleteCustomConnector', response); // Something else answered: success has no body.
		}
	}

	/** The bytes as they came: no re-encoding, BOM and line ends kept. */
	async readPart(scriptName: string, part: ConnectorPart, signal?: AbortSignal): Promise<Uint8Array> {
		const { name, contentType } = partOperation(part);
		const path = [scriptName, ...part.split('/')];
		const accept = `${contentType}, */*;q=0.5`;
		const response = await this.exchange(`get${name}`, 'GET', path, { accept, signal });
		if (response.headers.get('Content-Type')?.includes('text/html')) {
			throw this.unexpected(`get${name}`, response); // A page of a gateway must not open as the document.
		}
		return response.body;
	}

	/** Sends the bytes as they are. A resolved promise is no proof of success: the answer's `status` is. */
	async writePart(
		scriptName: string,
		part: ConnectorPart,
		bytes: Uint8Array,
		signal?: AbortSignal,
	): Promise<UpdateDetail> {
		const { name, contentType, fileName } = partOperation(part);
		const body: RequestBody = { kind: 'file', contentType, fileName, bytes };
		const response = await this.exchange(`put${name}`, 'PUT', [scriptName, ...part.split('/')], {
			body,
			signal,
		});
		return parseUpdate(this.json(`put${name}`, response, isObject));
	}

	private async exchange(
		operation: Operation,
		method: ApiRequest['method'],
		path: readonly string[],
		options: {
			readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
			readonly accept?: string;
			readonly body?: RequestBody;
			readonly signal?: AbortSignal | undefined;
		},
	): Promise<ApiResponse> {
		const response = await this.send({
			operation,
			method,
			url: connectorsUrl(this.base, this.settings.version, path, options.query),
			headers: { Accept: options.accept ?? 'application/json' },
			...(options.body && { body: options.body }),
			...(options.signal && { signal: options.signal }),
		});
		if (response.status < 200 || response.status > 299) {
			throw this.unexpected(operation, response);
		}
		return response;
	}

	/** Checks no more than the answer's shape: every field of it may be absent. */
	private json<T>(operation: Operation, response: ApiResponse, isShape: (value: unknown) => value is T): T {
		const value = readJson(response.body);
		if (!isShape(value)) {
			throw this.unexpected(operation, response);
		}
		return value;
	}

	private unexpected(operation: Operation, response: ApiResponse): ApiError {
		return new ApiError(this.base.host, operation, response.status, errorDetails(response));
	}
}

function jsonBody(contentType: string, value: unknown): RequestBody {
	return { kind: 'text', contentType, text: JSON.stringify(value) };
}

/** The middle of the operations' names, for the documents that every connector has. */
const xmlOperations = {
	'source-config': 'ConnectorSourceConfig',
	'source-template': 'ConnectorSourceTemplate',
	'correlation-config': 'ConnectorCorrelationConfig',
} as const;

function isXmlPart(part: ConnectorPart): part is keyof typeof xmlOperations {
	return part in xmlOperations;
}

function partOperation(part: ConnectorPart) {
	return isXmlPart(part)
		? { name: xmlOperations[part], contentType: 'application/xml', fileName: `${part}.xml` }
		: {
				name: 'ConnectorTranslations' as const,
				contentType: 'text/plain',
				fileName: `${part.slice('translations/'.length)}.properties`,
			};
}
