import { UnreachableError } from '../errors';
import type { Send } from './http';

/** Aborts an exchange that is not complete after `milliseconds`, which is called for each exchange. */
export function withTimeout(send: Send, milliseconds: () => number): Send {
	return async request => {
		const timeout = AbortSignal.timeout(Math.ceil(milliseconds())); // It takes whole numbers only.
		try {
			const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
			return await send({ ...request, signal });
		} catch (error) {
			throw timeout.aborted && !request.signal?.aborted
				? new UnreachableError(request.url.host, 'timeout', error)
				: error;
		}
	};
}
