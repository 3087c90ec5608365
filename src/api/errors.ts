import type { ApiResponse, Operation } from './http';
import { retryAfter } from './retryAfter';

/** The tenant answered, but not with what was asked for. */
export class ApiError extends Error {
	override name = 'ApiError';

	constructor(
		readonly host: string,
		readonly operation: Operation,
		readonly status: number,
		readonly details: ErrorDetails,
	) {
		super(
			[`${operation}: ${host} answered ${status}`, ...details.texts].join(': ') +
				(details.trackingId ? ` (tracking id ${details.trackingId})` : ''),
		);
	}
}

/** Why the tenant could not be reached, as far as Node's error code tells. */
export type UnreachableReason =
	'unknown-host' | 'refused' | 'certificate' | 'proxy-authentication' | 'timeout' | 'interrupted' | 'other';

/** The tenant never answered, or its answer broke off: DNS, TLS, proxy, time-out, no network. */
export class UnreachableError extends Error {
	override name = 'UnreachableError';

	constructor(
		readonly host: string,
		readonly reason: UnreachableReason,
		cause?: unknown,
	) {
		super(`No answer from ${host}: ${reason}`, { cause });
	}
}

/** What is the matter with the credentials: the tenant refused them, there are none, or the access token has ended. */
export type CredentialsProblem = 'refused' | 'missing' | 'ended';

/** There is no valid access token, and no way to get one with the credentials at hand. */
export class CredentialsError extends Error {
	override name = 'CredentialsError';

	constructor(
		readonly host: string,
		readonly problem: CredentialsProblem,
		readonly details: ErrorDetails = { texts: [] },
	) {
		super([`Credentials for ${host}: ${problem}`, ...details.texts].join(': '));
	}
}

/** Nothing was sent: the person who added the tenant wants nothing changed in it. */
export class ReadOnlyError extends Error {
	override name = 'ReadOnlyError';

	constructor(readonly host: string) {
		super(`${host} is read-only here`);
	}
}

/** Whether the tenant may have done what it was asked, though this came instead of its answer. */
export function mayHaveArrived(error: unknown): boolean {
	if (error instanceof ApiError) {
		return error.status >= 500 || error.status < 400 || error.status === 408;
	}
	if (error instanceof UnreachableError) {
		return error.reason === 'timeout' || error.reason === 'interrupted' || error.reason === 'other';
	}
	return !(error instanceof CredentialsError || error instanceof ReadOnlyError);
}

export interface ErrorDetails {
	readonly detailCode?: string;
	readonly trackingId?: string;
	/** What the tenant said in its own words, the most general first; empty if it said nothing readable. */
	readonly texts: readonly string[];
	/** Seconds to wait before asking again. */
	readonly retryAfter?: number;
	/** The body was a web page: something between here and the tenant answered in its place. */
	readonly html?: boolean;
	/** Where the answer points to instead. */
	readonly location?: string;
}

/** Reads any of the bodies with which the API, its token endpoint or a gateway reports an error; never throws. */
export function errorDetails(response: ApiResponse): ErrorDetails {
	const text = new TextDecoder().decode(response.body).trim();
	const seconds = retryAfter(response.headers.get('Retry-After'));
	const location = response.headers.get('Location');
	return {
		...(seconds !== undefined && { retryAfter: seconds }),
		...(location && { location }),
		...(looksLikeHtml(text, response) ? { texts: titleOf(text), html: true } : fromJson(text)),
	};
}

function fromJson(text: string): ErrorDetails {
	const body = parseObject(text);
	if (!body) {
		return { texts: [] };
	}
	const texts = [
		body['error_description'] ?? body['error'],
		body['message'],
		...dtoTexts(body['messages']),
		...dtoTexts(body['causes']),
	]
		.filter(isText)
		.map(line => line.trim());
	return {
		texts: [...new Set(texts)],
		...(isText(body['detailCode']) && { detailCode: body['detailCode'] }),
		...(isText(body['trackingId']) && { trackingId: body['trackingId'] }),
	};
}

function parseObject(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined; // Broken JSON, plain text or nothing: the status alone has to speak.
	}
}

function dtoTexts(messages: unknown): unknown[] {
	return Array.isArray(messages)
		? messages.map(message => (isObject(message) ? message['text'] : undefined))
		: [];
}

function looksLikeHtml(text: string, response: ApiResponse): boolean {
	return (
		(response.headers.get('Content-Type')?.includes('text/html') ?? false) ||
		/^<(!doctype html|html)/i.test(text)
	);
}

function titleOf(html: string): string[] {
	const title = /<title>([^<]{1,200})/i.exec(html)?.[1]?.trim();
	return title ? [title] : [];
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}
