import { parseConnector, parseDetail, parseUpdate, type Connector } from './connector';
import { isObject } from './errors';
import { pageOf, type Page } from './listing';
import type { RequestBody } from './send/http';
import { ServiceApi } from './serviceApi';
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
	| 'source-config'
	| 'source-template'
	| 'correlation-config'
	| `translations/${Locale}`;

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

/** The Connectors API of one tenant: its 13 operations. */
export class ConnectorsApi extends ServiceApi {
	protected readonly list = 'connectors';

	/** Every connector of the list, which has the RELEASED ones only; others are found by `getConnector`. */
	listConnectors({ signal, ...options }: ListOptions = {}): Promise<readonly Connector[]> {
		return this.all(
			page => this.listPage({ ...options, ...page }),
			({ scriptName }) => scriptName,
			signal,
		);
	}

	async listPage({ signal, ...query }: PageOptions = {}): Promise<Page<Connector>> {
		const response = await this.exchange('getConnectorList', 'GET', [], { query, signal });
		const rows = this.json('getConnectorList', response, Array.isArray);
		return pageOf(rows, response.headers.get('X-Total-Count'), parseConnector);
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
		leaveBy?: number,
	): Promise<ConnectorDetail> {
		const body = jsonBody('application/json-patch+json', operations);
		const response = await this.exchange('updateConnector', 'PATCH', [scriptName], { body, leaveBy });
		return parseDetail(this.json('updateConnector', response, isObject));
	}

	/** @param leaveBy by `performance.now()`: rejects with a `WaitedTooLongError` if it cannot leave until then */
	async deleteConnector(scriptName: string, leaveBy?: number): Promise<void> {
		const response = await this.exchange('deleteCustomConnector', 'DELETE', [scriptName], { leaveBy });
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

	/** Sends the bytes as they are, by the time `leaveBy` or not at all. A resolved promise is no proof of success: the answer's `status` is. */
	async writePart(
		scriptName: string,
		part: ConnectorPart,
		bytes: Uint8Array,
		leaveBy?: number,
	): Promise<UpdateDetail> {
		const { name, contentType, fileName } = partOperation(part);
		const body: RequestBody = { kind: 'file', contentType, fileName, bytes };
		const response = await this.exchange(`put${name}`, 'PUT', [scriptName, ...part.split('/')], {
			body,
			leaveBy,
		});
		return parseUpdate(this.json(`put${name}`, response, isObject));
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
