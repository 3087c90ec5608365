import { parseDetail } from './connector';
import { ApiError, isObject } from './errors';
import { pageOf, type Page, type PageRequest } from './listing';
import type { Operation } from './send/http';
import { ServiceApi } from './serviceApi';
import { parseSource, type Source } from './source';
import type { CorrelationConfigDto, SchemaDto } from './sourcesWire';
import { unlessMissing } from './unlessMissing';
import type { ConnectorDetail, Locale } from './wire';

interface SourcesPageOptions extends Partial<PageRequest> {
	/** Only those that a person with the user level SOURCE_SUBADMIN may see, and the only ones that he may ask for. */
	readonly forSubadmin?: boolean;
	readonly signal?: AbortSignal;
}

/** The Sources API of one tenant, as far as it is read. */
export class SourcesApi extends ServiceApi {
	protected readonly list = 'sources';

	/** Every source that the owner of the token may see. */
	async listSources(signal?: AbortSignal): Promise<readonly Source[]> {
		const keyOf = ({ id }: Source) => id;
		try {
			return await this.all(page => this.listPage(page), keyOf, signal);
		} catch (error) {
			if (!isForbidden(error)) {
				throw error;
			}
			// A SOURCE_SUBADMIN may ask for his own only. If that is refused, too, he is none: the first answer says why.
			return await this.all(page => this.listPage({ ...page, forSubadmin: true }), keyOf, signal).catch(
				(other: unknown) => {
					throw isForbidden(other) ? error : other;
				},
			);
		}
	}

	/** Sorted by id, since pages may overlap else. */
	async listPage({ forSubadmin, signal, ...page }: SourcesPageOptions = {}): Promise<Page<Source>> {
		const query = { ...page, sorters: 'id', 'for-subadmin': forSubadmin ? 'me' : undefined };
		const response = await this.exchange('listSources', 'GET', [], { query, signal });
		const rows = this.json('listSources', response, Array.isArray);
		return pageOf(rows, response.headers.get('X-Total-Count'), parseSource);
	}

	async getSource(id: string, signal?: AbortSignal): Promise<Source> {
		const response = await this.exchange('getSource', 'GET', [id], { signal });
		const source = parseSource(this.json('getSource', response, isObject));
		if (!source) {
			throw this.unexpected('getSource', response);
		}
		return source;
	}

	/** The form of the source's connector with the values of the source in its fields; for an ORG_ADMIN only. */
	getSourceConfig(id: string, locale?: Locale, signal?: AbortSignal): Promise<ConnectorDetail> {
		return this.part('getSourceConfig', [id, 'connectors', 'source-config'], { locale }, signal).then(
			parseDetail,
		);
	}

	/** Undefined if the source has none: whether a tenant answers then with a 404 or with nothing, no documentation says. */
	async getCorrelationConfig(id: string, signal?: AbortSignal): Promise<CorrelationConfigDto | undefined> {
		const operation = 'getCorrelationConfig';
		const response = await unlessMissing(() =>
			this.exchange(operation, 'GET', [id, 'correlation-config'], { signal }),
		);
		const isNothing = !response || ['', 'null'].includes(new TextDecoder().decode(response.body).trim());
		return isNothing ? undefined : this.json(operation, response, isObject);
	}

	async getSchemas(id: string, signal?: AbortSignal): Promise<readonly SchemaDto[]> {
		const response = await this.exchange('getSourceSchemas', 'GET', [id, 'schemas'], { signal });
		return this.json('getSourceSchemas', response, Array.isArray).filter(isObject);
	}

	private async part(
		operation: Operation,
		path: readonly string[],
		query: { readonly locale?: Locale | undefined },
		signal: AbortSignal | undefined,
	): Promise<Record<string, unknown>> {
		return this.json(operation, await this.exchange(operation, 'GET', path, { query, signal }), isObject);
	}
}

/** Whether the tenant says that the owner of the token may not ask for this. */
export function isForbidden(error: unknown): boolean {
	return error instanceof ApiError && error.status === 403;
}
