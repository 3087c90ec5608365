import type { DocumentId } from '../../core/remote/documentPath';
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
		const nameOf = (host: string) => tenants.nameOf(host);
		const message = documentMessage(error, { tenant: nameOf(tenant), nameOf });
		throw message === undefined ? error : new UserError(message, { cause: error });
	}
}
