import type { Tenant } from '../../core/api/tenant';
import type { DocumentId } from '../../core/remote/documentPath';
import type { SavedBy } from '../../core/remote/saveWish';
import type { SaveAgreement } from './saveAgreement';

/** A text that is about to leave, if a person says so. */
export interface Departure {
	readonly tenant: Tenant;
	readonly id: DocumentId;
	readonly bytes: Uint8Array;
	/** What the tenant has, if it has the document. */
	readonly present: Uint8Array | undefined;
	/** Whose wish it is; `proposed` if an agent has made the text and nobody has looked at it. */
	readonly by: SavedBy | 'proposed';
	/** What people have agreed to so far. */
	readonly agreement: SaveAgreement;
}

/** One that no person has announced. */
export type UnannouncedDeparture = Departure & {
	readonly by: Exclude<Departure['by'], 'person' | 'auto-save'>;
};
