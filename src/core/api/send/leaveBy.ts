import { WaitedTooLongError } from '../errors';
import type { Send } from './http';

/** Refuses each request that has waited for longer than it may, before it is sent. */
export function withLeaveBy(send: Send): Send {
	return request =>
		request.leaveBy !== undefined && performance.now() > request.leaveBy
			? Promise.reject(new WaitedTooLongError(request.url.host))
			: send(request);
}
