import type { ConnectorsApi } from '../../api/connectorsApi';
import { ApiError, mayHaveArrived, WaitedTooLongError } from '../../api/errors';
import { lookAgain, type Wait } from '../../api/lookAgain';
import { longestTurn, mostTurns } from '../../api/turns';
import { unlessMissing } from '../../api/unlessMissing';
import type { TenantPlace } from '../../remote/documentPath';
import { NotKeptError } from '../../remote/saveErrors';
import type { ConnectorBundle } from '../archive/bundle';
import type { DeletedConnector, DeletedConnectors } from './deletedConnectors';
import { firstDifferentFile } from './firstDifferentFile';
import { readConnector } from './readConnector';

/** The tenant has no such connector, so that there is nothing to delete. */
export class NothingToDeleteError extends Error {
	override name = 'NothingToDeleteError';

	constructor(readonly connector: string) {
		super(`There is no connector ${connector}`);
	}
}

/** Nothing was deleted: the copy would not bring the connector back as it is. */
export class CopyDiffersError extends NotKeptError {
	override name = 'CopyDiffersError';

	/** @param file of the connector, which the copy does not give back; undefined if it gives nothing back */
	constructor(
		readonly connector: string,
		readonly file: string | undefined,
		cause?: unknown,
	) {
		super(cause ?? new Error(`the copy of ${connector} differs in ${file ?? 'everything'}`));
	}
}

interface Doomed {
	readonly scriptName: string;
	/** A connector of another name is another one. */
	readonly name: string;
}

/** Deletes connectors, and keeps all that is needed to create them again. */
export class ConnectorDeletion {
	constructor(
		private readonly client: (tenant: string) => Promise<ConnectorsApi>,
		private readonly catalog: {
			readonly forgetDeleted: (tenant: string, scriptName: string) => Promise<void>;
			readonly refresh: (place: TenantPlace) => void;
		},
		private readonly documents: { readonly refresh: (place: TenantPlace) => void },
		private readonly deleted: DeletedConnectors,
		private readonly wait?: Wait,
	) {}

	/**
	 * When the request leaves, the disk has the connector with all its documents, and gives them back as they are. Where it has
	 * to wait for its turn, they are read anew.
	 * @throws WaitedTooLongError if it has to wait time after time
	 */
	async delete(tenant: string, connector: Doomed, signal?: AbortSignal): Promise<DeletedConnector> {
		for (let turn = 1; ; turn++) {
			try {
				return await this.deleteInTurn(tenant, connector, signal);
			} catch (error) {
				if (!(error instanceof WaitedTooLongError) || turn === mostTurns) {
					throw error;
				}
			}
		}
	}

	private async deleteInTurn(
		tenant: string,
		{ scriptName, name }: Doomed,
		signal?: AbortSignal,
	): Promise<DeletedConnector> {
		const client = await this.client(tenant);
		const bundle = await readConnector(client, scriptName, signal);
		if (bundle?.about.name !== name) {
			// Another connector may have come to the script name meanwhile; that one stays among the tenant's.
			if (bundle) {
				this.refresh(tenant, scriptName);
			} else {
				await this.forget(tenant, scriptName);
			}
			throw new NothingToDeleteError(name);
		}
		signal?.throwIfAborted();
		const kept = await this.deleted.keep({ tenant, scriptName, bundle }).catch((error: unknown) => {
			throw new NotKeptError(error);
		});
		try {
			await this.check(kept, bundle);
			signal?.throwIfAborted();
		} catch (error) {
			await this.deleted.remove(kept);
			throw error;
		}
		const { isDeleted, error } = await deleteOnce(client, scriptName, this.wait);
		if (isDeleted !== true) {
			// Whatever was not deleted needs no copy; of what may have been, it stays.
			if (isDeleted === false) {
				await this.deleted.remove(kept);
			}
			throw error;
		}
		await this.forget(tenant, scriptName);
		return kept;
	}

	/** @throws CopyDiffersError if what was kept cannot be read, or is something else */
	private async check(kept: DeletedConnector, bundle: ConnectorBundle): Promise<void> {
		const copy = await this.deleted.read(kept).catch((error: unknown) => {
			throw new CopyDiffersError(kept.name, undefined, error);
		});
		const file = copy && firstDifferentFile(bundle, copy);
		if (!copy || file !== undefined) {
			throw new CopyDiffersError(kept.name, file);
		}
	}

	private async forget(tenant: string, scriptName: string): Promise<void> {
		await this.catalog.forgetDeleted(tenant, scriptName);
		this.refresh(tenant, scriptName);
	}

	private refresh(tenant: string, scriptName: string): void {
		this.catalog.refresh({ tenant });
		this.catalog.refresh({ tenant, scriptName });
		this.documents.refresh({ tenant, scriptName });
	}
}

interface Deletion {
	/** Undefined if it is not known. */
	readonly isDeleted: boolean | undefined;
	/** What came instead of the answer. */
	readonly error?: unknown;
}

/** If the answer gets lost, looks whether the connector is still there. */
async function deleteOnce(client: ConnectorsApi, scriptName: string, wait?: Wait): Promise<Deletion> {
	try {
		await client.deleteConnector(scriptName, performance.now() + longestTurn);
		return { isDeleted: true };
	} catch (error) {
		const isSaidToBeGone = error instanceof ApiError && error.status === 404;
		if (!mayHaveArrived(error) && !isSaidToBeGone) {
			return { isDeleted: false, error };
		}
		// If the look fails too, the error of the deletion counts.
		const look = () => unlessMissing(() => client.getConnector(scriptName));
		const isEnough = (seen: unknown) => seen === undefined || isSaidToBeGone;
		const found = await lookAgain(look, isEnough, wait && { wait }).catch(() => 'unknown' as const);
		if (found === undefined) {
			return { isDeleted: true };
		}
		// The request may still be on its way, unless its own answer has come.
		return { isDeleted: isSaidToBeGone && found !== 'unknown' ? false : undefined, error };
	}
}
