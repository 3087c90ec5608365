import type { IncomingHttpHeaders } from 'node:http';

/** A request that the sample tenant got, and the status of its answer. */
export interface RecordedRequest {
	readonly method: string;
	/** With the query, as it came. */
	readonly path: string;
	/** The operation id of the specification, or `token`. */
	readonly operation: string | undefined;
	/** 0 until it is answered, and for good if the answer was not sent whole. */
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Uint8Array;
}

/** The latest requests only: an embedded tenant may run for weeks. */
export class RequestLog {
	private kept: RecordedRequest[] = [];
	private bytes = 0;

	constructor(
		private readonly maximum = 10_000,
		private readonly maximumBytes = 256 * 1024 * 1024,
	) {}

	get requests(): readonly RecordedRequest[] {
		return this.kept;
	}

	/** Returns the function that notes the status. */
	add(request: Omit<RecordedRequest, 'status'>): (status: number) => void {
		const recorded = { ...request, status: 0 };
		this.kept.push(recorded);
		this.bytes += request.body.length;
		while (this.kept.length > this.maximum || (this.bytes > this.maximumBytes && this.kept.length > 1)) {
			this.bytes -= this.kept.shift()?.body.length ?? 0;
		}
		return status => {
			recorded.status = status;
		};
	}

	clear(): void {
		this.kept = [];
		this.bytes = 0;
	}
}
