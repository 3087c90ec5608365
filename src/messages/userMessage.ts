import * as vscode from 'vscode';
import {
	ApiError,
	CredentialsError,
	ReadOnlyError,
	UnreachableError,
	WaitedTooLongError,
	type ErrorDetails,
} from '../core/api/errors';
import { isMissing } from '../core/api/unlessMissing';
import type { Operation, SourceOperation } from '../core/api/send/http';
import { readOnlyMessage, UserError, type NameOf } from './userError';

/** The sentence that people read for an error; undefined if they cancelled. */
export function userMessage(error: unknown, nameOf: NameOf): string | undefined {
	if (error instanceof vscode.CancellationError || (error instanceof Error && error.name === 'AbortError')) {
		return undefined;
	}
	if (error instanceof UnreachableError) {
		return unreachable(error, nameOf(error.host));
	}
	if (error instanceof CredentialsError) {
		return badCredentials(error, nameOf(error.host));
	}
	if (error instanceof ReadOnlyError) {
		return readOnlyMessage(nameOf(error.host));
	}
	if (error instanceof WaitedTooLongError) {
		return limited(nameOf(error.host));
	}
	if (error instanceof ApiError) {
		return answered(error, nameOf(error.host));
	}
	if (error instanceof UserError || error instanceof vscode.FileSystemError) {
		return error.message;
	}
	return isDiskFull(error)
		? diskMessage(error)
		: vscode.l10n.t('Unexpected error: {0}. See the log.', String(error).replace(/\.$/, ''));
}

/** Why something could not be written on this computer, and what to do. */
export function diskMessage(error: unknown): string {
	return isDiskFull(error)
		? vscode.l10n.t('The disk is full. Free some space and try again.')
		: vscode.l10n.t(
				'Check the disk and try again: {0}',
				error instanceof Error ? error.message : String(error),
			);
}

function isDiskFull(error: unknown): boolean {
	const { code } = (error ?? {}) as { readonly code?: unknown };
	return code === 'ENOSPC' || code === 'EDQUOT';
}

/** What went wrong in a few words, to stand beside a name. */
export function briefMessage(error: unknown): string {
	if (error instanceof UnreachableError) {
		return error.reason === 'timeout'
			? vscode.l10n.t('no answer in time')
			: vscode.l10n.t('cannot be reached');
	}
	if (error instanceof CredentialsError) {
		switch (error.problem) {
			case 'refused':
				return vscode.l10n.t('credentials rejected');
			case 'missing':
				return vscode.l10n.t('signed out');
			case 'ended':
				return vscode.l10n.t('access token expired');
		}
	}
	if (error instanceof ApiError) {
		switch (error.status) {
			case 401:
				return vscode.l10n.t('credentials rejected');
			case 403:
				return vscode.l10n.t('not allowed');
			case 404:
				return vscode.l10n.t('not found');
			case 429:
				return vscode.l10n.t('too many requests');
			default:
				return vscode.l10n.t('failed with status {0}', error.status);
		}
	}
	return vscode.l10n.t('failed');
}

function badCredentials({ problem, details }: CredentialsError, tenant: string): string {
	switch (problem) {
		case 'refused':
			return (
				vscode.l10n.t(
					'{0} rejected the client ID or client secret. Check both, and whether the personal access token has expired.',
					tenant,
				) + said(details)
			);
		case 'missing':
			return vscode.l10n.t('Signed out of {0}.', tenant);
		case 'ended':
			return vscode.l10n.t('The access token of {0} has expired. Update its credentials.', tenant);
	}
}

function unreachable({ host, reason }: UnreachableError, tenant: string): string {
	// A tenant that is yet to be added has no name but its host, which is named anyway.
	const whose = tenant === host ? vscode.l10n.t('the service') : tenant;
	switch (reason) {
		case 'unknown-host':
			return vscode.l10n.t('Cannot find the host {1} of {0}. Check the URL and your network.', whose, host);
		case 'refused':
			return vscode.l10n.t(
				'Cannot connect to {0}: {1} refused the connection. Check the URL and its port.',
				whose,
				host,
			);
		case 'certificate':
			return vscode.l10n.t(
				'Cannot connect to {0}: the certificate of {1} is not trusted. If your network inspects TLS, add its certificate authority to the system.',
				whose,
				host,
			);
		case 'proxy-authentication':
			return vscode.l10n.t(
				'Cannot connect to {0}: the proxy requires a user name and password for {1}. Add them to the setting "http.proxy".',
				whose,
				host,
			);
		case 'timeout':
			return vscode.l10n.t(
				'{0} did not answer in time. Try again, or raise the setting "iscConnectors.requestTimeout".',
				tenant,
			);
		case 'interrupted':
			return vscode.l10n.t('The connection to {0} was lost. Try again.', tenant);
		case 'too-large':
			return vscode.l10n.t('The answer from {0} is too large. Check its URL.', tenant);
		case 'other':
			return vscode.l10n.t(
				'Cannot connect to {0}: {1} cannot be reached. Check the URL and your network.',
				whose,
				host,
			);
	}
}

/** Every tenant has these, so a 404 means that no tenant is at the address. */
const hasNoOther404: ReadonlySet<Operation> = new Set<Operation>([
	'token',
	'tenantInfo',
	'getConnectorList',
	'listSources',
]);

function answered(error: ApiError, tenant: string): string {
	const { host, status, operation, details } = error;
	const isByAnother = status === 404 && (hasNoOther404.has(operation) || !isMissing(error));
	if (details.html || status < 300 || isByAnother) {
		return vscode.l10n.t(
			'{0}: unexpected answer from {1} ({2}). Check the URL, and whether a proxy or a login page is in between.',
			tenant,
			host,
			details.html
				? vscode.l10n.t('a web page with status {0}', status)
				: status < 300
					? vscode.l10n.t('not JSON')
					: vscode.l10n.t('status {0}', status),
		);
	}
	if (status < 400) {
		return vscode.l10n.t(
			'{0} redirects to {1}; credentials were not sent there. Check its URL.',
			tenant,
			details.location ?? status,
		);
	}
	switch (status) {
		case 400:
			return vscode.l10n.t('{0} rejected the request.', tenant) + said(details);
		case 401:
			return vscode.l10n.t('{0} rejected the access token. Update its credentials.', tenant) + said(details);
		case 403:
			return (
				vscode.l10n.t(
					'{0} does not allow this. The token needs the scope {1}, and its owner the user level ORG_ADMIN, SOURCE_ADMIN or SOURCE_SUBADMIN.',
					tenant,
					scopeOf(operation),
				) + said(details)
			);
		case 404:
			return isOfSources(operation)
				? vscode.l10n.t('{0} does not have this source. Refresh the tenant.', tenant)
				: vscode.l10n.t('{0} does not have this connector or document. Refresh the tenant.', tenant);
		case 429:
			return limited(tenant, details.retryAfter);
		case 413:
			return vscode.l10n.t('{0} rejected the document because it is too large.', tenant) + said(details);
		default:
			if (status < 500) {
				return vscode.l10n.t('{0} rejected the request (status {1}).', tenant, status) + said(details);
			}
			return (
				vscode.l10n.t('{0} reported a server error ({1}). Try again later.', tenant, status) +
				said(details) +
				(details.trackingId
					? vscode.l10n.t(' For SailPoint support: tracking ID {0}.', details.trackingId)
					: '')
			);
	}
}

/** The scopes that operations on sources need. */
export const sourceScopes: Readonly<Record<SourceOperation, string>> = {
	listSources: 'idn:sources:read',
	getSource: 'idn:sources:read',
	getSourceConfig: 'idn:connector-config:read',
	getCorrelationConfig: 'idn:sources:read',
	getSourceSchemas: 'idn:source-schema:read',
};

function isOfSources(operation: Operation): operation is SourceOperation {
	return Object.hasOwn(sourceScopes, operation);
}

/** The scope that an operation needs. */
function scopeOf(operation: Operation): string {
	if (isOfSources(operation)) {
		return sourceScopes[operation];
	}
	return /^get/.test(operation) ? 'idn:connector-config:read' : 'idn:connector-config:manage';
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
/** Seconds; a longer wait is not shown as a time. */
const longestTold = 30 * day;

/** @param retryAfter seconds that the tenant has asked for */
function limited(tenant: string, retryAfter = Infinity): string {
	return retryAfter > longestTold
		? vscode.l10n.t('{0} is rate limiting requests. Try again later.', tenant)
		: vscode.l10n.t('{0} is rate limiting requests. Try again {1}.', tenant, inTime(retryAfter));
}

/** "in 10 minutes": in the largest unit that gives at least 2. */
function inTime(seconds: number): string {
	const format = new Intl.RelativeTimeFormat(vscode.env.language);
	for (const [unit, length] of [
		['day', day],
		['hour', hour],
		['minute', minute],
	] as const) {
		if (seconds >= 2 * length) {
			return format.format(Math.ceil(seconds / length), unit);
		}
	}
	return format.format(Math.ceil(seconds), 'second');
}

/** The tenant's own words, to be put after our sentence. */
function said({ texts }: ErrorDetails): string {
	return texts.length > 0 ? vscode.l10n.t(' Message: {0}', texts.join(' ')) : '';
}
