import type { ConnectorPart, ConnectorsApi } from '../../api/connectorsApi';
import { isTranslation, translationsFolder, type XmlName } from '../../connector/documentName';

/** Documents of which a tenant makes the texts in details the same way. */
export type DocumentKind = XmlName | typeof translationsFolder;

export function kindOf(part: ConnectorPart): DocumentKind {
	return isTranslation(part) ? translationsFolder : part;
}

/**
 * Whether the texts in a tenant's details are byte by byte those that the requests for single documents answer with, as far
 * as that was seen: no specification says so.
 */
export class DetailTrust {
	private readonly seen = new Map<DocumentKind, 'same' | 'different'>();

	/** Whether documents of a kind were read both ways. */
	wasLookedAt(kind: DocumentKind): boolean {
		return this.seen.has(kind);
	}

	differs(kind: DocumentKind): boolean {
		return this.seen.get(kind) === 'different';
	}

	/** A document was read both ways. */
	saw(kind: DocumentKind, isSame: boolean): void {
		this.seen.set(kind, isSame && !this.differs(kind) ? 'same' : 'different');
	}
}

const trusts = new WeakMap<ConnectorsApi, DetailTrust>();

/** What was seen in this session of the tenant that a client is for. */
export function trustIn(client: ConnectorsApi): DetailTrust {
	const known = trusts.get(client) ?? new DetailTrust();
	trusts.set(client, known);
	return known;
}
