import { errorDetails } from './errorDetails';
import { ApiError, isObject } from './errors';
import type { Send } from './send/http';
import { nodeFetch } from './send/nodeFetch';
import { withTimeout } from './send/timeout';
import { readJson } from './send/token';

/**
 * Asks an address, without credentials, whether a tenant answers there.
 * @throws ApiError, UnreachableError
 */
export async function checkTenant(
	base: URL,
	timeout: () => number,
	signal?: AbortSignal,
	send: Send = nodeFetch,
): Promise<void> {
	const response = await withTimeout(
		send,
		timeout,
	)({
		operation: 'tenantInfo',
		method: 'GET',
		url: new URL('/oauth/info', base),
		headers: { Accept: 'application/json' },
		...(signal && { signal }),
	});
	if (response.status !== 200 || !isObject(readJson(response.body))) {
		throw new ApiError(base.host, 'tenantInfo', response.status, errorDetails(response));
	}
}
