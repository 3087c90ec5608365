import { ConnectorsApi } from './connectorsApi';
import { withDeprecationNotice } from './deprecation';
import type { ApiRequest, ApiResponse, Send } from './http';
import { withLog, type Exchange } from './exchangeLog';
import { withPace } from './pace';
import { withReadOnly } from './readOnly';
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
	/** Asked before each request that would change the tenant. */
	readonly isReadOnly?: () => boolean;
	/** Called once, if the tenant says that the version of the API will end. */
	readonly deprecated?: () => void;
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
	isReadOnly = () => false,
	deprecated = () => undefined,
	timeout = 60_000,
	send = fetchOnUse,
}: ClientOptions) {
	const exchange = withTimeout(send, timeout);
	const paced = withPace(log ? withLog(exchange, log) : exchange);
	const noticed = withDeprecationNotice(paced, deprecated);
	const authorised = withToken(noticed, new TokenSource(paced, base, credentials));
	return new ConnectorsApi(withReadOnly(withRetry(authorised), isReadOnly), base, version);
}

/** node-fetch, which is not loaded before the first request. */
export async function fetchOnUse(request: ApiRequest): Promise<ApiResponse> {
	const { nodeFetch } = await import('./nodeFetch');
	return nodeFetch(request);
}
