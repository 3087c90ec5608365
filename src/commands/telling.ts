import * as vscode from 'vscode';
import { CredentialsError } from '../core/api/errors';
import { MalformedTextError, NotSentError, SaveConflictError } from '../core/remote/saveErrors';
import type { Tenants } from '../tenants/tenants';
import { withoutLinks } from '../messages/safeText';
import { isAboutCredentials, UserError } from '../messages/userError';
import { userMessage } from '../messages/userMessage';

/** How people are told of an error. What they asked for, or can mend, is no fault. */
export interface Telling {
	readonly kind: 'info' | 'warn' | 'error';
	readonly message: string;
	/** The button that helps. */
	readonly help?: vscode.Command | undefined;
}

/** Undefined if they cancelled. */
export function tellingOf(error: unknown, tenants: Tenants): Telling | undefined {
	const message = userMessage(error, host => tenants.nameOf(host));
	return message === undefined ? undefined : { message: withoutLinks(message), ...wayOf(error, tenants) };
}

function wayOf(error: unknown, tenants: Tenants): Pick<Telling, 'kind' | 'help'> {
	if (error instanceof UserError) {
		const { cause, help } = error;
		return cause === undefined ? { kind: help ? 'info' : 'warn', help } : wayOf(cause, tenants);
	}
	if (isAboutCredentials(error) && tenants.added().some(({ id }) => id === error.host)) {
		const isSignedOut = error instanceof CredentialsError && error.problem === 'missing';
		return isSignedOut
			? { kind: 'info', help: signIn(error.host) }
			: { kind: 'warn', help: { ...signIn(error.host), title: vscode.l10n.t('Update Credentials…') } };
	}
	const isRefusal =
		error instanceof NotSentError ||
		error instanceof MalformedTextError ||
		error instanceof SaveConflictError;
	return { kind: isRefusal ? 'warn' : 'error' };
}

/** The button of a tenant that people are signed out of. */
function signIn(tenant: string): vscode.Command {
	return {
		title: vscode.l10n.t('Sign In…'),
		command: 'iscConnectors.tenant.changeCredentials',
		arguments: [tenant],
	};
}
