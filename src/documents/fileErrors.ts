import * as vscode from 'vscode';
import { ApiError, ReadOnlyError } from '../core/api/errors';
import type { NameOf } from '../messages/userError';
import { NotSentError } from '../core/remote/saveErrors';

/** Where an error in the file system goes, and the name that its sentence has. */
export interface ErrorContext {
	/** What people call the tenant. */
	readonly tenant: string;
	readonly nameOf: NameOf;
	readonly log: (error: unknown) => void;
}

/** Does `work`; what it throws becomes the FileSystemError that VS Code shows, while the log gets the cause. */
export async function asFileErrors<T>(work: () => Promise<T>, context: ErrorContext): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof vscode.FileSystemError) {
			throw error;
		}
		context.log(error);
		throw await asFileError(error, context);
	}
}

async function asFileError(error: unknown, context: ErrorContext): Promise<vscode.FileSystemError> {
	const { documentMessage } = await import('../messages/documentMessage');
	const message = documentMessage(error, context) ?? vscode.l10n.t('Cancelled.');
	const isForbidden =
		error instanceof ReadOnlyError ||
		(error instanceof ApiError && error.status === 403) ||
		(error instanceof NotSentError && error.reason === 'read-only');
	const fileError = isForbidden
		? vscode.FileSystemError.NoPermissions(message)
		: vscode.FileSystemError.Unavailable(message);
	// VS Code shows "name: message", and does nothing else with these names than to put them before the sentence.
	return Object.assign(fileError, { name: '' });
}
