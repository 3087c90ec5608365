import assert from 'node:assert/strict';
import type { Contract, ContractOperation } from './contract';

export interface Call {
	/** The values of the parameters in the path. */
	readonly path?: Readonly<Record<string, string>>;
	readonly query?: Readonly<Record<string, unknown>>;
	/** Encoded as the contract's first media type, or `mediaType`, asks for. */
	readonly body?: unknown;
	readonly mediaType?: string;
	/** Sent as it is, in the place of a body by the contract. */
	readonly raw?: { readonly contentType: string; readonly text: string };
	/** Another one than the client's own; null for none. */
	readonly token?: string | null;
}

export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ClientSecret {
	readonly clientId: string;
	readonly clientSecret: string;
}

/** An HTTP client that knows the service by its contract alone. */
export class ContractClient {
	private ownToken: Promise<string> | undefined;

	constructor(
		private readonly contract: Contract,
		private readonly url: string,
		private readonly secret: ClientSecret,
	) {}

	async call(operation: ContractOperation, call: Call = {}): Promise<Answer> {
		const token = call.token === undefined && operation.needsToken ? await this.token() : call.token;
		const mediaType = call.mediaType ?? Object.keys(operation.body?.content ?? {})[0];
		const body =
			call.raw?.text ??
			(call.body === undefined || mediaType === undefined ? undefined : encode(mediaType, call.body));
		const contentType = call.raw?.contentType ?? (typeof body === 'string' ? mediaType : undefined);
		const response = await fetch(this.urlOf(operation, call), {
			method: operation.method,
			headers: {
				Accept: mediaTypes(operation).join(', '),
				...(token && { Authorization: `Bearer ${token}` }),
				...(contentType !== undefined && { 'Content-Type': contentType }), // `fetch` knows that of a form.
			},
			...(body !== undefined && { body }),
		});
		return {
			status: response.status,
			headers: response.headers,
			bytes: new Uint8Array(await response.arrayBuffer()),
		};
	}

	token(): Promise<string> {
		return (this.ownToken ??= this.fetchToken());
	}

	private async fetchToken(): Promise<string> {
		const answer = await this.call(this.contract.token, { body: tokenForm(this.secret) });
		return (jsonOf(answer) as { readonly access_token: string }).access_token;
	}

	private urlOf(operation: ContractOperation, { path = {}, query = {} }: Call): URL {
		const url = new URL(
			operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
				encodeURIComponent(path[name] ?? assert.fail(name)),
			),
			this.url,
		);
		for (const [name, value] of Object.entries(query)) {
			url.searchParams.set(name, String(value));
		}
		return url;
	}
}

export function tokenForm({ clientId, clientSecret }: ClientSecret): Record<string, string> {
	return { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
}

/** All media types in which an operation may answer. */
export function mediaTypes({ responses }: ContractOperation): string[] {
	return [...new Set(Object.values(responses).flatMap(({ content = {} }) => Object.keys(content)))];
}

export function jsonOf({ bytes }: Answer): unknown {
	return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
}

function encode(mediaType: string, value: unknown): string | URLSearchParams | FormData {
	switch (mediaType) {
		case 'application/x-www-form-urlencoded':
			return new URLSearchParams(value as Record<string, string>);
		case 'multipart/form-data': {
			const form = new FormData();
			for (const [name, part] of Object.entries(value as Record<string, string | Blob>)) {
				form.set(name, part);
			}
			return form;
		}
		default:
			return JSON.stringify(value);
	}
}
