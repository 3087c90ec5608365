import { errorDetails } from '../errorDetails';
import { asError, type ApiRequest, type ApiResponse, type Send } from './http';

export interface Pace {
	/** How many requests may be under way at once. */
	readonly underWay: number;
	/** How many the tenant may get in any span of `milliseconds`. */
	readonly requests: number;
	readonly milliseconds: number;
}

/** The service allows 100 requests in 10 seconds for a client id and API version. */
const defaultPace: Pace = { underWay: 8, requests: 100, milliseconds: 10_050 };

/** Seconds that one request waits in all, at most; then the person gets the error. */
const longestPause = 120;
const mostRepeats = 5;

interface Waiting {
	readonly request: ApiRequest;
	readonly resolve: (response: ApiResponse) => void;
	readonly reject: (error: Error) => void;
	repeats: number;
	/** Seconds for which the tenant has asked so far. */
	pause: number;
}

/**
 * Sends in the order of the calls, as fast as the pace allows. When a request arrives at the tenant cannot be known, but
 * it is before its answer: so `milliseconds` count from the answer. After a 429 everything waits as long as the tenant
 * asks, then the refused request goes first: nothing was done with it, so that even a PUT may be repeated.
 */
export function withPace(send: Send, pace: Pace = defaultPace): Send {
	const queue: Waiting[] = [];
	/** When the requests ended that still count. */
	let ends: number[] = [];
	let underWay = 0;
	let pausedUntil = 0;
	let timer: NodeJS.Timeout | undefined;

	function pump(): void {
		clearTimeout(timer);
		timer = undefined;
		while (queue.length > 0 && underWay < Math.min(pace.underWay, pace.requests)) {
			const wait = waitingTime();
			if (wait > 0) {
				timer = setTimeout(pump, wait);
				return;
			}
			const next = queue.shift();
			if (next) {
				void start(next);
			}
		}
	}

	/** Milliseconds until the next request may start. */
	function waitingTime(): number {
		const now = performance.now();
		ends = ends.filter(end => end > now - pace.milliseconds);
		const oldest = ends[0];
		const full = oldest !== undefined && underWay + ends.length >= pace.requests;
		return Math.ceil(Math.max(pausedUntil - now, full ? oldest + pace.milliseconds - now : 0));
	}

	async function start(waiting: Waiting): Promise<void> {
		underWay++;
		try {
			const response = await send(waiting.request);
			if (response.status === 429 && mayRepeat(waiting, response)) {
				queue.unshift(waiting);
			} else {
				waiting.resolve(response);
			}
		} catch (error) {
			waiting.reject(asError(error));
		} finally {
			underWay--;
			if (isLimited(waiting.request)) {
				ends.push(performance.now());
			}
			pump();
		}
	}

	function mayRepeat(waiting: Waiting, response: ApiResponse): boolean {
		const seconds = errorDetails(response).retryAfter ?? 2 ** waiting.repeats;
		waiting.pause += seconds;
		if (waiting.pause > longestPause || waiting.request.signal?.aborted) {
			return false;
		}
		pausedUntil = Math.max(pausedUntil, performance.now() + seconds * 1000);
		return ++waiting.repeats <= mostRepeats;
	}

	return request =>
		new Promise((resolve, reject) => {
			const { signal } = request;
			if (signal?.aborted) {
				reject(asError(signal.reason));
				return;
			}
			const leave = () => {
				const place = queue.indexOf(waiting);
				if (place >= 0) {
					queue.splice(place, 1);
					waiting.reject(asError(signal?.reason));
				}
			};
			const waiting: Waiting = {
				request,
				resolve: response => {
					signal?.removeEventListener('abort', leave);
					resolve(response);
				},
				reject: error => {
					signal?.removeEventListener('abort', leave);
					reject(error);
				},
				repeats: 0,
				pause: 0,
			};
			signal?.addEventListener('abort', leave);
			queue.push(waiting);
			pump();
		});
}

/** The service counts what goes to a version of the API; tokens do not. */
function isLimited({ operation }: ApiRequest): boolean {
	return operation !== 'token' && operation !== 'tenantInfo';
}
