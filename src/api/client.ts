import { ConnectorsApi } from './connectorsApi';
import type { ApiRequest, ApiResponse, Send } from './http';
import { withLog, type Exchange } from './exchangeLog';
import { withPace } from './pace';
import { withRetry } from './retry';
import { withTimeout } from './timeout';
import { TokenSource, withToken, type Credentials } from './token';
import type { ApiVersion } from './urls';

export interface ClientOptions {
	/** The tenant's API address without a path. */
	readonly base: URL;
	readonly version: ApiVersion;
	readonly credentials: () => Promise<Credentials>;
	readonly log?: (exchange: Exchange) => void;
	/** Milliseconds for one exchange. */
	readonly timeout?: number;
	/** What makes the exchange; node-fetch, loaded when first used, if absent. */
	readonly send?: Send;
}

/** A client of one tenant with a pace and a token of its own. */
export function createClient({
	base,
	version,
	credentials,
	log,
	timeout = 60_000,
	send = fetchOnUse,
}: ClientOptions) {
	const exchange = withTimeout(send, timeout);
	const paced = withPace(log ? withLog(exchange, log) : exchange);
	return new ConnectorsApi(
		withRetry(withToken(paced, new TokenSource(paced, base, credentials))),
		base,
		version,
	);
}

async function fetchOnUse(request: ApiRequest): Promise<ApiResponse> {
	const { nodeFetch } = await import('./nodeFetch');
	return nodeFetch(request);
}
