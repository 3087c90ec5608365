import type { Operation } from './send/http';

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

/** Why the tenant could not be reached, by Node's error code. */
export type UnreachableReason =
	| 'unknown-host'
	| 'refused'
	| 'certificate'
	| 'proxy-authentication'
	| 'timeout'
	| 'interrupted'
	| 'too-large'
	| 'other';

/** The tenant never answered, or its answer did not come to an end: DNS, TLS, proxy, time-out, no network. */
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

/** Nothing was sent: the tenant's access mode is read-only. */
export class ReadOnlyError extends Error {
	override name = 'ReadOnlyError';

	constructor(readonly host: string) {
		super(`${host} is read-only here`);
	}
}

/** Nothing was sent: its turn came later than it may leave, because of a 429, the pace or a token. */
export class WaitedTooLongError extends Error {
	override name = 'WaitedTooLongError';

	constructor(readonly host: string) {
		super(`A request to ${host} has waited for too long`);
	}
}

/** Whether the tenant may have done what was asked, despite this error. */
export function mayHaveArrived(error: unknown): boolean {
	if (error instanceof ApiError) {
		return error.status >= 500 || error.status < 400 || error.status === 408;
	}
	if (error instanceof UnreachableError) {
		return ['timeout', 'interrupted', 'too-large', 'other'].includes(error.reason);
	}
	return ![CredentialsError, ReadOnlyError, WaitedTooLongError].some(kind => error instanceof kind);
}

/** Whether the tenant may still do what was asked later: the request was sent, and may be on its way. */
export function mayStillArrive(error: unknown): boolean {
	return (error instanceof ApiError || error instanceof UnreachableError) && mayHaveArrived(error);
}

export interface ErrorDetails {
	readonly detailCode?: string;
	readonly trackingId?: string;
	/** The body had `messages`, as only the service's own errors do. */
	readonly hasMessages?: boolean;
	/** What the tenant said in its own words, the most general first; empty if it said nothing readable. */
	readonly texts: readonly string[];
	/** Seconds to wait before asking again. */
	readonly retryAfter?: number;
	/** The body was a web page: something between here and the tenant answered in its place. */
	readonly html?: boolean;
	/** Where the answer points to instead. */
	readonly location?: string;
}

export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
