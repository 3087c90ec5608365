import { isUtf8 } from 'node:buffer';
import type { UpdateDetail } from '../api/wire';
import { hashOf } from './versions';

/** The tenant's side of one document. */
export interface RemoteText {
	/** Undefined if the tenant has no such document. */
	read(): Promise<Uint8Array | undefined>;
	/** @param previous what the tenant has now, if anything */
	write(bytes: Uint8Array, previous: Uint8Array | undefined): Promise<UpdateDetail>;
}

/**
 * What the text was compared with before it is saved: the tenant's version of this hash; nothing, because the tenant had
 * no such document or could not be asked; or nobody compared, because no editor made the write, which is an overwrite by
 * its nature.
 */
export type Compared = { readonly hash: string } | 'nothing' | 'by-nobody';

export interface SaveRequest {
	readonly bytes: Uint8Array;
	/** What the tenant has, read within the last seconds; undefined if it has no such document. */
	readonly present: () => Promise<Uint8Array | undefined>;
	readonly compared: Compared;
	/** Asks the person, where they want to be asked; rejects if they would rather not. Called right before the text leaves. */
	readonly approve: (present: Uint8Array | undefined) => Promise<void>;
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

/** The tenant's text is not UTF-8, and the editor has already replaced what it could not read. */
export class EncodingError extends Error {
	override name = 'EncodingError';

	constructor() {
		super('The text was opened with another encoding than its own');
	}
}

/**
 * Brings a text to the tenant. Returning means that the tenant has it, and tells whether it was sent; every other end is
 * an error, so that the editor stays dirty.
 */
export async function save(
	remote: RemoteText,
	{ bytes, present, compared, approve }: SaveRequest,
): Promise<boolean> {
	const before = await present();
	if (before && hashOf(before) === hashOf(bytes)) {
		return false;
	}
	check(bytes, before, compared);
	await approve(before);
	const now = await present(); // The person may have taken their time.
	check(bytes, now, compared);
	await checkOutcome(remote, bytes, await remote.write(bytes, now));
	return true;
}

function check(bytes: Uint8Array, present: Uint8Array | undefined, compared: Compared): void {
	if (present && isConflict(hashOf(present), compared)) {
		throw new SaveConflictError();
	}
	if (present && hasReplacedBytes(bytes) && !isUtf8(present)) {
		throw new EncodingError();
	}
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
		case undefined:
		default: {
			// None, or one that the specification does not know.
			const present = await remote.read();
			if (!present || hashOf(present) !== hashOf(bytes)) {
				throw new SaveRefusedError(status, message);
			}
		}
	}
}

function isConflict(presentHash: string, compared: Compared): boolean {
	return compared === 'nothing' || (compared !== 'by-nobody' && compared.hash !== presentHash);
}

/** Whether the text holds U+FFFD, with which a decoder replaces what it cannot read. */
function hasReplacedBytes(bytes: Uint8Array): boolean {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('\uFFFD');
}
