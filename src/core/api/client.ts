import { ConnectorsApi } from './connectorsApi';
import { withDeprecationNotice } from './send/deprecation';
import type { Send } from './send/http';
import { withLog, type Exchange } from './send/exchangeLog';
import { withLeaveBy } from './send/leaveBy';
import { nodeFetch } from './send/nodeFetch';
import { withPace, type Pace } from './send/pace';
import { withReadOnly } from './send/readOnly';
import { withRetry, type RetryOptions } from './send/retry';
import { SourcesApi } from './sourcesApi';
import { withTimeout } from './send/timeout';
import { TokenSource, withToken, type Credentials } from './send/token';
import type { ClientSettings } from './tenant';

export interface ClientOptions {
	/** The tenant's API address without a path. */
	readonly base: URL;
	readonly settings: ClientSettings;
	readonly credentials: () => Promise<Credentials>;
	readonly log?: (exchange: Exchange) => void;
	/** Called right before a request that would change the tenant is sent, however long it has waited. */
	readonly isReadOnly?: () => boolean;
	/** Called once, if the tenant says that the version of the API will end. */
	readonly deprecated?: () => void;
	/** Milliseconds for one exchange; called for each. */
	readonly timeout?: () => number;
	/** What makes the exchange; node-fetch, if absent. */
	readonly send?: Send;
	/** What the service allows, if absent. */
	readonly pace?: Pace;
	readonly retry?: RetryOptions;
}

/** The Connectors API of a tenant, and beside it the Sources API. */
export type Client = ConnectorsApi & { readonly sources: SourcesApi };

/** A client of one tenant with a pace and a token of its own. */
export function createClient({
	base,
	settings,
	credentials,
	log,
	isReadOnly = () => false,
	deprecated = () => undefined,
	timeout = () => 60_000,
	send = nodeFetch,
	pace,
	retry,
}: ClientOptions): Client {
	const exchange = withTimeout(send, timeout);
	// Innermost, so that both ask after all waiting: the pace, its pauses, the token.
	const permitted = withLeaveBy(withReadOnly(log ? withLog(exchange, log) : exchange, isReadOnly));
	const paced = withPace(permitted, pace);
	const noticed = withDeprecationNotice(paced, deprecated);
	const authorised = withToken(noticed, new TokenSource(paced, base, credentials));
	const whole = withRetry(authorised, retry);
	return Object.assign(new ConnectorsApi(whole, base, settings), {
		sources: new SourcesApi(whole, base, settings),
	});
}
