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
	private readonly looks = new Map<DocumentKind, Promise<void>>();

	/** Whether documents of a kind were read both ways. */
	wasLookedAt(kind: DocumentKind): boolean {
		return this.seen.has(kind);
	}

	/** Whether all documents of a kind that were read both ways were the same. */
	isSame(kind: DocumentKind): boolean {
		return this.seen.get(kind) === 'same';
	}

	differs(kind: DocumentKind): boolean {
		return this.seen.get(kind) === 'different';
	}

	/**
	 * Has documents of a kind read both ways, unless all that were read so far were the same. Who comes while the first ones
	 * are being read waits for what comes of that.
	 */
	async lookUnlessSame(kind: DocumentKind, look: () => Promise<void>): Promise<void> {
		const earlier = this.looks.get(kind);
		if (earlier) {
			await earlier;
		}
		if (!this.isSame(kind)) {
			const looking = look();
			this.looks.set(
				kind,
				looking.catch(() => undefined),
			);
			await looking;
		}
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
