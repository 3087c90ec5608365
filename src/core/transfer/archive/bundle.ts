import type { DocumentPart } from '../../remote/documentPath';
import { translationOf } from '../../connector/documentName';

/** A connector outside of any tenant: what it is created from, and its documents byte by byte. */
export interface ConnectorBundle {
	readonly about: ConnectorAbout;
	/** Without the documents that the connector does not have. */
	readonly texts: ReadonlyMap<DocumentPart, Uint8Array>;
	/** Unknown locale → translation: the service has no request for it alone. */
	readonly otherTranslations?: ReadonlyMap<string, string>;
	/** For a document of which `texts` has what the tenant's detail says: how to get its own bytes. */
	readonly proofOf?: (part: DocumentPart) => Proof | undefined;
}

/**
 * The document's own bytes. Rejects with a `ChangedSinceError` if the tenant has another text by now than the one that was
 * read with the detail.
 */
export type Proof = (signal?: AbortSignal) => Promise<Uint8Array>;

/** Somebody has changed a document since it was read. */
export class ChangedSinceError extends Error {
	override name = 'ChangedSinceError';

	constructor(scriptName: string, part: DocumentPart) {
		super(`${scriptName}/${part} was changed since it was read`);
	}
}

/**
 * What a connector is created from; the service takes no changes to it afterwards. Its script name is not part of it: each
 * tenant derives one from the name, which is what is unique in a tenant.
 */
export interface ConnectorAbout {
	readonly name: string;
	readonly type: string | undefined;
	readonly className: string | undefined;
	readonly directConnect: boolean | undefined;
	/** In the tenant's words: an unknown one is kept, too. */
	readonly status: string | undefined;
}

/** The same key for two names that are the same to the service. */
export function nameKey(name: string): string {
	return name.trim().toLowerCase();
}

/** The bundle with the translations of unknown locales, or of those that `isWanted`, among its documents. */
export function withOtherTranslations(
	{ about, texts, otherTranslations = new Map() }: ConnectorBundle,
	isWanted: (locale: string) => boolean = () => true,
): ConnectorBundle {
	const others = [...otherTranslations].flatMap(([locale, text]) =>
		isWanted(locale)
			? [[translationOf(locale) as DocumentPart, new TextEncoder().encode(text)] as const]
			: [],
	);
	return { about, texts: new Map([...texts, ...others]) };
}
