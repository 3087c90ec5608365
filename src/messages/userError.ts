import * as vscode from 'vscode';
import { ApiError, CredentialsError } from '../core/api/errors';

/**
 * An error whose message is a sentence for people: what happened, what to do. Its cause is what went wrong; without one,
 * people asked for what cannot be done.
 */
export class UserError extends Error {
	override name = 'UserError';
	/** The button that helps. */
	readonly help: vscode.Command | undefined;

	constructor(
		message: string,
		{ cause, help }: { readonly cause?: unknown; readonly help?: vscode.Command } = {},
	) {
		super(message, { cause });
		this.help = help;
	}
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
