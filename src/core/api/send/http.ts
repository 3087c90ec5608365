/** The operations of the Connectors API by the names that its specification gives them. */
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

/** Those of the Sources API that are used. */
export type SourceOperation =
	| 'listSources'
	| 'getSource'
	| 'getSourceConfig'
	| 'getCorrelationConfig'
	| 'getSourceSchemas';

/** With the two endpoints around both APIs. */
export type Operation = ConnectorOperation | SourceOperation | 'token' | 'tenantInfo';

/** Text with its media type, or one file that travels as multipart/form-data. */
export type RequestBody =
	| { readonly kind: 'text'; readonly contentType: string; readonly text: string }
	| {
			readonly kind: 'file';
			readonly contentType: string;
			readonly fileName: string;
			readonly bytes: Uint8Array;
	  };

export interface ApiRequest {
	readonly operation: Operation;
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	readonly url: URL;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: RequestBody;
	readonly signal?: AbortSignal;
	/** By `performance.now()`: later than that it is not sent. */
	readonly leaveBy?: number | undefined;
}

/** A whole answer, whatever its status; the body has arrived completely. */
export interface ApiResponse {
	readonly status: number;
	readonly headers: { get(name: string): string | null };
	readonly body: Uint8Array;
}

/** One HTTP exchange. Every layer takes a `Send` and gives back a `Send`. */
export type Send = (request: ApiRequest) => Promise<ApiResponse>;

/** Waits; rejects with the signal's reason as soon as that is aborted. */
export function delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const abort = () => {
			clearTimeout(timer);
			reject(asError(signal?.reason));
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener('abort', abort);
			resolve();
		}, milliseconds);
		if (signal?.aborted) {
			abort();
		} else {
			signal?.addEventListener('abort', abort, { once: true });
		}
	});
}

export function asError(reason: unknown): Error {
	return reason instanceof Error ? reason : new Error(String(reason));
}

/** The result of `promise`; rejects with the signal's reason as soon as that is aborted, while the work itself goes on. */
export function unlessAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
	if (!signal) {
		return promise;
	}
	return new Promise<T>((resolve, reject) => {
		const abort = () => reject(asError(signal.reason));
		if (signal.aborted) {
			abort();
		}
		signal.addEventListener('abort', abort, { once: true });
		promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
	});
}
