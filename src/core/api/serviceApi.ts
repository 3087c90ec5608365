import { setMaxListeners } from 'node:events';
import { errorDetails } from './errorDetails';
import { ApiError } from './errors';
import { listEverything, type Page, type PageRequest } from './listing';
import type { ApiRequest, ApiResponse, Operation, RequestBody, Send } from './send/http';
import { readJson } from './send/token';
import type { ClientSettings } from './tenant';
import { apiUrl, type Query, type ServiceList } from './urls';

/** One of the services of a tenant. Its operations reject with one of the classes in errors.ts. */
export abstract class ServiceApi {
	/** What the paths of its operations begin with. */
	protected abstract readonly list: ServiceList;

	constructor(
		private readonly send: Send,
		private readonly base: URL,
		private readonly settings: ClientSettings,
	) {}

	/** An answer with the status of a success. */
	protected async exchange(
		operation: Operation,
		method: ApiRequest['method'],
		path: readonly string[],
		options: {
			readonly query?: Query;
			readonly accept?: string;
			readonly body?: RequestBody;
			readonly signal?: AbortSignal | undefined;
			readonly leaveBy?: number | undefined;
		},
	): Promise<ApiResponse> {
		if (options.signal) {
			setMaxListeners(0, options.signal); // One for each request that waits: no leak, as Node.js would take it to be.
		}
		const response = await this.send({
			operation,
			method,
			url: apiUrl(this.base, this.settings.version, this.list, path, options.query),
			headers: { Accept: options.accept ?? 'application/json' },
			...(options.body && { body: options.body }),
			...(options.signal && { signal: options.signal }),
			leaveBy: options.leaveBy,
		});
		if (response.status < 200 || response.status > 299) {
			throw this.unexpected(operation, response);
		}
		return response;
	}

	/** Checks no more than the answer's shape: every field of it may be absent. */
	protected json<T>(operation: Operation, response: ApiResponse, isShape: (value: unknown) => value is T): T {
		const value = readJson(response.body);
		if (!isShape(value)) {
			throw this.unexpected(operation, response);
		}
		return value;
	}

	/** Reads a list to its end. */
	protected async all<T>(
		fetchPage: (page: PageRequest & { readonly signal: AbortSignal }) => Promise<Page<T>>,
		keyOf: (item: T) => string,
		signal?: AbortSignal,
	): Promise<readonly T[]> {
		const failed = new AbortController();
		const either = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
		try {
			return await listEverything({ fetchPage: page => fetchPage({ ...page, signal: either }), keyOf });
		} catch (error) {
			failed.abort(error); // The pages that are still waiting are not needed any more.
			throw error;
		}
	}

	protected unexpected(operation: Operation, response: ApiResponse): ApiError {
		return new ApiError(this.base.host, operation, response.status, errorDetails(response));
	}
}
