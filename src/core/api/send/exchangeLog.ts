import { errorDetails } from '../errorDetails';
import type { Send } from './http';

/** One exchange as the log may show it: never a body, a token or a secret. */
export interface Exchange {
	readonly method: string;
	/** Without the query. */
	readonly path: string;
	/** Undefined if no answer came. */
	readonly status?: number;
	readonly milliseconds: number;
	readonly trackingId?: string;
}

/** An exchange as a line of the log. */
export function exchangeLine({ method, path, status, milliseconds, trackingId }: Exchange): string {
	return [method, path, status ?? 'no answer', `${milliseconds} ms`, trackingId].filter(Boolean).join(' ');
}

/** Gives every exchange to `log`, repeated ones included. */
export function withLog(send: Send, log: (exchange: Exchange) => void): Send {
	return async request => {
		const begin = performance.now();
		const exchange = () => ({
			method: request.method,
			path: request.url.pathname,
			milliseconds: Math.round(performance.now() - begin),
		});
		try {
			const response = await send(request);
			const trackingId = response.status >= 400 ? errorDetails(response).trackingId : undefined;
			log({ ...exchange(), status: response.status, ...(trackingId && { trackingId }) });
			return response;
		} catch (error) {
			log(exchange());
			throw error;
		}
	};
}
