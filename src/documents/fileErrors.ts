import * as vscode from 'vscode';
import { ApiError } from '../api/errors';
import { userMessage, type NameOf } from '../util/userMessage';
import { MetadataError } from './metadata';
import { EncodingError, SaveConflictError, SaveRefusedError } from './save';

/** Does `work`; what it throws becomes the FileSystemError that VS Code shows, while `log` gets the cause. */
export async function asFileErrors<T>(
	work: () => Promise<T>,
	nameOf: NameOf,
	log: (error: unknown) => void,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof vscode.FileSystemError) {
			throw error;
		}
		log(error);
		throw fileError(error, nameOf);
	}
}

function fileError(error: unknown, nameOf: NameOf): vscode.FileSystemError {
	const message = saveMessage(error) ?? userMessage(error, nameOf) ?? vscode.l10n.t('Cancelled.');
	return error instanceof ApiError && error.status === 403
		? vscode.FileSystemError.NoPermissions(message)
		: vscode.FileSystemError.Unavailable(message);
}

function saveMessage(error: unknown): string | undefined {
	if (error instanceof SaveConflictError) {
		return vscode.l10n.t('It was changed in the tenant a moment ago. Save again to compare the two.');
	}
	if (error instanceof SaveRefusedError) {
		const { reason, status } = error;
		return reason
			? vscode.l10n.t('The tenant did not take it: {0}', reason)
			: vscode.l10n.t(
					'The tenant did not take it and gave no reason ({0}).',
					status ?? vscode.l10n.t('no status'),
				);
	}
	if (error instanceof EncodingError) {
		return vscode.l10n.t(
			'Nothing was sent, because the text is not UTF-8 and VS Code has replaced what it could not read. Revert the document, reopen it with its encoding, and make the change again.',
		);
	}
	if (error instanceof MetadataError) {
		return vscode.l10n.t('Nothing was sent, because the text is not valid JSON: {0}', error.message);
	}
	return undefined;
}
