import { errorDetails } from '../errorDetails';
import { ApiError, CredentialsError, isObject } from '../errors';
import { unlessAborted, type ApiResponse, type Send } from './http';

/** A personal access token, for which the tenant gives access tokens, or one access token that cannot be renewed. */
export type Credentials =
	| { readonly clientId: string; readonly clientSecret: string }
	| { readonly accessToken: string };

interface FetchedToken {
	readonly token: string;
	/** Its life; infinite where the tenant does not say. */
	readonly seconds: number;
}

interface CurrentToken {
	readonly token: Promise<string>;
	/** By `performance.now()`; never, while the token is on its way. */
	renewAt: number;
}

/** One access token for all requests of a tenant: fetched when first needed, kept in memory only. */
export class TokenSource {
	private current: CurrentToken | undefined;

	constructor(
		private readonly send: Send,
		private readonly base: URL,
		private readonly credentials: () => Promise<Credentials>,
	) {}

	/** All that wait for a token share one request for it. */
	get(): Promise<string> {
		if (!this.current || performance.now() >= this.current.renewAt) {
			const answer = this.fetch();
			const current: CurrentToken = { token: answer.then(({ token }) => token), renewAt: Infinity };
			this.current = current;
			answer.then(
				({ seconds }) => (current.renewAt = performance.now() + usableFor(seconds)),
				() => this.forget(current),
			);
		}
		return this.current.token;
	}

	/** Says that `token` was refused; the next `get` fetches another, unless somebody else already has. */
	async refused(token: string): Promise<void> {
		const { current } = this;
		if (current && (await current.token) === token) {
			this.forget(current);
		}
	}

	private forget(current: CurrentToken): void {
		if (this.current === current) {
			this.current = undefined;
		}
	}

	private async fetch(): Promise<FetchedToken> {
		const credentials = await this.credentials();
		if ('accessToken' in credentials) {
			return { token: credentials.accessToken, seconds: Infinity };
		}
		const { clientId, clientSecret } = credentials;
		const response = await this.send({
			operation: 'token',
			method: 'POST',
			url: new URL('/oauth/token', this.base),
			headers: { Accept: 'application/json' },
			body: {
				kind: 'text',
				contentType: 'application/x-www-form-urlencoded',
				text: new URLSearchParams({
					grant_type: 'client_credentials',
					client_id: clientId,
					client_secret: clientSecret,
				}).toString(),
			},
		});
		return this.parse(response);
	}

	private parse(response: ApiResponse): FetchedToken {
		const { host } = this.base;
		if (response.status === 400 || response.status === 401) {
			throw new CredentialsError(host, 'refused', errorDetails(response));
		}
		const answer: unknown = response.status === 200 ? readJson(response.body) : undefined;
		if (!isObject(answer) || typeof answer['access_token'] !== 'string') {
			throw new ApiError(host, 'token', response.status, errorDetails(response));
		}
		const seconds = Number(answer['expires_in']);
		return { token: answer['access_token'], seconds: seconds > 0 ? seconds : Infinity };
	}
}

/** Milliseconds. A token must not end while its request is on the way: a minute early, or a tenth of a short life. */
function usableFor(seconds: number): number {
	return 1000 * (seconds - Math.min(60, seconds / 10));
}

/** Adds the tenant's token to each request, and renews it once when the tenant no longer takes it. */
export function withToken(send: Send, tokens: TokenSource): Send {
	return async request => {
		const sendWith = (token: string) =>
			send({ ...request, headers: { ...request.headers, Authorization: `Bearer ${token}` } });
		const token = await unlessAborted(tokens.get(), request.signal);
		const response = await sendWith(token);
		if (response.status !== 401) {
			return response;
		}
		await tokens.refused(token);
		const renewed = await unlessAborted(tokens.get(), request.signal);
		return renewed === token ? response : sendWith(renewed);
	};
}

/** Undefined where the bytes are not JSON. */
export function readJson(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return undefined;
	}
}
