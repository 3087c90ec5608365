import type { DocumentPart } from '../../remote/documentPath';
import { translationOf } from '../../connector/documentName';

/** A connector outside of any tenant: what it is created from, and its documents byte by byte. */
export interface ConnectorBundle {
	readonly about: ConnectorAbout;
	/** Without the documents that the connector does not have. */
	readonly texts: ReadonlyMap<DocumentPart, Uint8Array>;
	/** Unknown locale → translation: the service has no request for it alone. */
	readonly otherTranslations?: ReadonlyMap<string, string>;
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
