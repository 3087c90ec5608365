import { ReadOnlyError } from '../errors';
import type { Send } from './http';

/** Refuses each request that would change the tenant, before it is sent, while `isReadOnly` says so. */
export function withReadOnly(send: Send, isReadOnly: () => boolean): Send {
	return request =>
		request.method !== 'GET' && request.operation !== 'token' && isReadOnly()
			? Promise.reject(new ReadOnlyError(request.url.host))
			: send(request);
}
