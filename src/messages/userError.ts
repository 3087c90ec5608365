import * as vscode from 'vscode';
import { ApiError, CredentialsError } from '../core/api/errors';

/** An error whose message is a sentence for people: what happened, what to do. */
export class UserError extends Error {
	override name = 'UserError';
}

/** What people call the tenant at a host. */
export type NameOf = (host: string) => string;

/** Whether other credentials would help. */
export function isAboutCredentials(error: unknown): error is CredentialsError | ApiError {
	return error instanceof CredentialsError || (error instanceof ApiError && error.status === 401);
}

export function readOnlyMessage(tenant: string): string {
	return vscode.l10n.t('{0} is read-only.', tenant);
}
