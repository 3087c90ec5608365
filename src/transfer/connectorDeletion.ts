import type { ConnectorsApi } from '../api/connectorsApi';
import { ApiError, mayHaveArrived } from '../api/errors';
import { unlessMissing } from '../api/unlessMissing';
import type { Catalog } from '../documents/catalog';
import type { Documents } from '../documents/documents';
import { NotKeptError } from '../documents/saveErrors';
import type { DeletedConnector, DeletedConnectors } from './deletedConnectors';
import { readConnector } from './readConnector';

/** The tenant has no such connector, so that there is nothing to delete. */
export class NothingToDeleteError extends Error {
	override name = 'NothingToDeleteError';

	constructor(readonly scriptName: string) {
		super(`There is no connector ${scriptName}`);
	}
}

/** Deletes connectors, and keeps all that is needed to create them again. */
export class ConnectorDeletion {
	constructor(
		private readonly client: (tenant: string) => Promise<ConnectorsApi>,
		private readonly catalog: Catalog,
		private readonly documents: Documents,
		private readonly deleted: DeletedConnectors,
	) {}

	/** When the request leaves, the disk has the connector with all its documents. */
	async delete(
		tenant: string,
		{ scriptName, name }: { readonly scriptName: string; readonly name: string },
		signal?: AbortSignal,
	): Promise<DeletedConnector> {
		const client = await this.client(tenant);
		const bundle = await readConnector(client, scriptName, signal);
		// Another connector may have come to the script name meanwhile.
		if (bundle?.about.name !== name) {
			await this.forget(tenant, scriptName);
			throw new NothingToDeleteError(scriptName);
		}
		signal?.throwIfAborted();
		const kept = await this.deleted.keep({ tenant, scriptName, bundle }).catch((error: unknown) => {
			throw new NotKeptError(error);
		});
		try {
			await deleteOnce(client, scriptName);
		} catch (error) {
			// Whatever was not deleted needs no copy; of what may have been, it stays.
			if (!mayHaveArrived(error)) {
				await this.deleted.remove(kept);
			}
			throw error;
		}
		await this.forget(tenant, scriptName);
		return kept;
	}

	private async forget(tenant: string, scriptName: string): Promise<void> {
		await this.catalog.forgetUnlisted(tenant, scriptName);
		this.catalog.refresh({ tenant });
		this.catalog.refresh({ tenant, scriptName });
		this.documents.refresh({ tenant, scriptName });
	}
}

/** If the answer gets lost, looks whether the connector is still there. */
async function deleteOnce(client: ConnectorsApi, scriptName: string): Promise<void> {
	try {
		await client.deleteConnector(scriptName);
	} catch (error) {
		const isGone =
			(mayHaveArrived(error) || (error instanceof ApiError && error.status === 404)) &&
			// If it cannot be asked, what went wrong with the deletion counts, not what went wrong with the question.
			(await unlessMissing(() => client.getConnector(scriptName)).catch(() => 'unknown')) === undefined;
		if (!isGone) {
			throw error;
		}
	}
}
