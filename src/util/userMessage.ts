import * as vscode from 'vscode';
import { ApiError, CredentialsError, UnreachableError } from '../api/errors';

/** An error whose message is a sentence for people: what happened, what to do. */
export class UserError extends Error {
	override name = 'UserError';
}

/** The sentence that a person reads for an error; undefined if there is nothing to say, because they cancelled. */
export function userMessage(error: unknown): string | undefined {
	if (error instanceof vscode.CancellationError || (error instanceof Error && error.name === 'AbortError')) {
		return undefined;
	}
	if (error instanceof UnreachableError) {
		return unreachable(error);
	}
	if (error instanceof CredentialsError) {
		return vscode.l10n.t(
			'{0} refused the client ID or the client secret. Check both, and that the token has not expired.',
			error.host,
		);
	}
	if (error instanceof ApiError) {
		return answered(error);
	}
	if (error instanceof UserError || error instanceof vscode.FileSystemError) {
		return error.message;
	}
	return vscode.l10n.t('Something unexpected happened: {0}. The log has the details.', String(error));
}

/** The same in the few words that fit beside a name. */
export function briefMessage(error: unknown): string {
	if (error instanceof UnreachableError) {
		return error.reason === 'timeout'
			? vscode.l10n.t('no answer in time')
			: vscode.l10n.t('cannot be reached');
	}
	if (error instanceof CredentialsError) {
		return vscode.l10n.t('credentials refused');
	}
	if (error instanceof ApiError) {
		switch (error.status) {
			case 401:
				return vscode.l10n.t('credentials refused');
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

function unreachable({ host, reason }: UnreachableError): string {
	switch (reason) {
		case 'unknown-host':
			return vscode.l10n.t('There is no host {0}. Check the address and your network.', host);
		case 'refused':
			return vscode.l10n.t('{0} refuses connections. Check the address and its port.', host);
		case 'certificate':
			return vscode.l10n.t(
				'The certificate of {0} is not trusted. If your network inspects TLS, add its certificate authority to the system.',
				host,
			);
		case 'proxy-authentication':
			return vscode.l10n.t(
				'The proxy on the way to {0} asks for a user name and a password. Set them in "http.proxy".',
				host,
			);
		case 'timeout':
			return vscode.l10n.t('{0} did not answer in time. Try again.', host);
		case 'interrupted':
			return vscode.l10n.t('The connection to {0} broke off. Try again.', host);
		case 'other':
			return vscode.l10n.t('{0} cannot be reached. Check the address and your network.', host);
	}
}

function answered({ host, status, operation, details }: ApiError): string {
	const said = details.texts.length > 0 ? vscode.l10n.t(' It says: {0}', details.texts.join(' ')) : '';
	if (details.html || status < 300) {
		return vscode.l10n.t(
			'{0} did not answer like a tenant does (status {1}). Check its API address.',
			host,
			status,
		);
	}
	if (status < 400) {
		return vscode.l10n.t(
			'{0} points elsewhere ({1}), and credentials do not follow. Check its API address.',
			host,
			details.location ?? status,
		);
	}
	switch (status) {
		case 400:
			return vscode.l10n.t('{0} refused the request.', host) + said;
		case 401:
			return vscode.l10n.t('{0} no longer accepts the access token. Check the credentials.', host) + said;
		case 403:
			return (
				vscode.l10n.t(
					'{0} does not allow this. The token needs the scope {1} and its owner the user level ORG_ADMIN, SOURCE_ADMIN or SOURCE_SUBADMIN.',
					host,
					/^(get|token)/.test(operation) ? 'idn:connector-config:read' : 'idn:connector-config:manage',
				) + said
			);
		case 404:
			return vscode.l10n.t('{0} has no such connector or document. Refresh the view.', host);
		case 429:
			return details.retryAfter === undefined
				? vscode.l10n.t('{0} has had too many requests. Try again in a while.', host)
				: vscode.l10n.t(
						'{0} has had too many requests. Try again in {1} seconds.',
						host,
						Math.ceil(details.retryAfter),
					);
		default:
			return (
				vscode.l10n.t('{0} has a problem of its own (status {1}). Try again later.', host, status) +
				said +
				(details.trackingId
					? vscode.l10n.t(' For SailPoint support: tracking ID {0}.', details.trackingId)
					: '')
			);
	}
}
