/** What goes wrong with a request. */
export type Fault =
	/** Answered with this instead of being handled. */
	| {
			readonly kind: 'answer';
			readonly status: number;
			readonly headers?: Record<string, string>;
			readonly body?: string | Uint8Array;
	  }
	/** The socket is destroyed, nothing is done. */
	| { readonly kind: 'reset-before' }
	/** Handled, then the socket is destroyed without an answer. */
	| { readonly kind: 'reset-after' }
	/** Never answered. */
	| { readonly kind: 'stall' }
	/** Handled only after a while; before that it is answered with a status, or not at all. */
	| {
			readonly kind: 'late';
			readonly milliseconds: number;
			readonly answer: number | 'stall' | 'reset';
	  }
	/** Handled; the answer's JSON is changed, and its headers: one that is undefined is not sent. */
	| {
			readonly kind: 'change';
			readonly json?: (json: unknown) => unknown;
			readonly headers?: Readonly<Record<string, string | undefined>>;
	  }
	/** Handled; the answer ends in the middle of its body. */
	| { readonly kind: 'cut' }
	/** A PUT of a document stores the changed text and answers UPDATED; other requests are passed over. */
	| { readonly kind: 'rewrite'; readonly change: (text: string) => string };

/** Which requests a fault waits for; what is left out matches all. */
export interface FaultMatch {
	readonly method?: string;
	/** An operation id of the specification, or `token`. */
	readonly operation?: string;
	/** Looked for in the path and query as they came. */
	readonly path?: RegExp;
}

export interface FaultyRequest {
	readonly method: string;
	readonly operation: string | undefined;
	readonly path: string;
}

/** The faults that wait for a request, in the order in which they were asked for. */
export class Faults {
	private waiting: { readonly match: FaultMatch; readonly fault: Fault; times: number }[] = [];

	add(match: FaultMatch, fault: Fault, times: number): void {
		this.waiting.push({ match, fault, times });
	}

	clear(): void {
		this.waiting = [];
	}

	/** The first fault that waits for this request, and now for one request fewer. */
	take(request: FaultyRequest): Fault | undefined {
		const found = this.waiting.find(({ match, fault, times }) => times > 0 && fits(match, fault, request));
		if (found) {
			found.times--;
		}
		return found?.fault;
	}
}

function fits(match: FaultMatch, fault: Fault, { method, operation, path }: FaultyRequest): boolean {
	return (
		(match.method === undefined || match.method === method) &&
		(match.operation === undefined || match.operation === operation) &&
		(match.path === undefined || path.search(match.path) !== -1) &&
		(fault.kind !== 'rewrite' || (operation?.startsWith('putConnector') ?? false))
	);
}
