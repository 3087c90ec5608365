import { UnreachableError } from '../errors';
import { delay, type ApiRequest, type ApiResponse, type Send } from './http';

export interface RetryOptions {
	/** How often a request is repeated at most. */
	readonly retries: number;
	readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * Repeats a GET after 502, 503, 504 or a lost connection. The sender of a lost write has to find out whether it
 * arrived; 429 is handled by the pace.
 */
export function withRetry(send: Send, options: RetryOptions = { retries: 2, wait: delay }): Send {
	return async request => {
		for (let attempt = 0; ; attempt++) {
			const last = request.method !== 'GET' || attempt >= options.retries;
			const outcome = await attemptOnce(send, request, last);
			if (outcome) {
				return outcome;
			}
			await options.wait(300 * 2 ** attempt, request.signal);
		}
	};
}

/** Undefined if another attempt is worth it. */
async function attemptOnce(send: Send, request: ApiRequest, last: boolean): Promise<ApiResponse | undefined> {
	try {
		const response = await send(request);
		return last || ![502, 503, 504].includes(response.status) ? response : undefined;
	} catch (error) {
		if (last || !(error instanceof UnreachableError) || !isPassing(error)) {
			throw error;
		}
		return undefined;
	}
}

/** An unknown host or an untrusted certificate will be the same in a second; a broken connection may not. */
function isPassing(error: UnreachableError): boolean {
	return error.reason === 'interrupted' || error.reason === 'refused' || error.reason === 'other';
}
