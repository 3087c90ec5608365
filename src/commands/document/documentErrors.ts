import * as vscode from 'vscode';
import type { DocumentId } from '../../core/remote/documentPath';
import { NotSentError } from '../../core/remote/saveErrors';
import { documentMessage } from '../../messages/documentMessage';
import { UserError } from '../../messages/userError';
import type { Studio } from '../studio';

/** Errors about a document have sentences that name its tenant. */
export async function asUserErrors<T>(
	{ tenants }: Pick<Studio, 'tenants'>,
	{ tenant }: DocumentId,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof NotSentError && (error.reason === 'declined' || error.reason === 'looking')) {
			throw new vscode.CancellationError(); // It is what people chose.
		}
		const nameOf = (host: string) => tenants.nameOf(host);
		const message = documentMessage(error, { tenant: nameOf(tenant), nameOf });
		throw message === undefined ? error : new UserError(message, { cause: error });
	}
}
