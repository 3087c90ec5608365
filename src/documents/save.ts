import type { UpdateDetail } from '../api/wire';
import { hashOf } from './versions';

/** The tenant's side of one document. */
export interface RemoteText {
	/** Undefined if the tenant has no such document. */
	read(): Promise<Uint8Array | undefined>;
	/** @param previous what the tenant has now, if anything */
	write(bytes: Uint8Array, previous: Uint8Array | undefined): Promise<UpdateDetail>;
}

export interface SaveRequest {
	readonly bytes: Uint8Array;
	/** What the tenant has, read within the last seconds; undefined if it has no such document. */
	readonly present: Uint8Array | undefined;
	/**
	 * The hash of the text that VS Code has compared the editor's with; undefined for a write that no editor made, which
	 * is an overwrite by its nature.
	 */
	readonly compared: string | undefined;
}

/** The tenant has another text than the one that the person's was compared with. */
export class SaveConflictError extends Error {
	override name = 'SaveConflictError';

	constructor() {
		super('The document was changed in the tenant meanwhile');
	}
}

/** The tenant answered, and did not take the text. */
export class SaveRefusedError extends Error {
	override name = 'SaveRefusedError';

	constructor(
		readonly status: UpdateDetail['status'],
		/** The tenant's own words. */
		readonly reason: string | undefined,
	) {
		super(`Not saved: ${[status, reason].filter(Boolean).join(': ')}`);
	}
}

/**
 * Brings a text to the tenant. Returning means that the tenant has it; every other end is an error, so that the editor
 * stays dirty.
 */
export async function save(remote: RemoteText, { bytes, present, compared }: SaveRequest): Promise<void> {
	if (present && hashOf(present) === hashOf(bytes)) {
		return;
	}
	if (compared !== undefined && present && hashOf(present) !== compared) {
		throw new SaveConflictError();
	}
	await checkOutcome(remote, bytes, await remote.write(bytes, present));
}

/** A 200 is no proof: the answer's status is, and where there is none, what the tenant has now. */
async function checkOutcome(
	remote: RemoteText,
	bytes: Uint8Array,
	{ status, message }: UpdateDetail,
): Promise<void> {
	switch (status) {
		case 'UPDATED':
		case 'UNCHANGED':
			return;
		case 'ERROR':
		case 'SKIPPED':
			throw new SaveRefusedError(status, message);
		case undefined: {
			const present = await remote.read();
			if (!present || hashOf(present) !== hashOf(bytes)) {
				throw new SaveRefusedError(status, message);
			}
		}
	}
}
