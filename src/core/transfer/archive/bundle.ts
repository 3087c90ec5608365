import type { DocumentPart } from '../../remote/documentPath';

/** A connector outside of any tenant: what is told of it, and its documents as they are. */
export interface ConnectorBundle {
	readonly about: ConnectorAbout;
	/** Absent are the documents that the connector does not have. */
	readonly texts: ReadonlyMap<DocumentPart, Uint8Array>;
	/** Translations of locales that are none here, by locale: kept with a deleted connector, and part of nothing else. */
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
	/** As the tenant calls it: one that nobody here knows is kept too. */
	readonly status: string | undefined;
}

/** The same for names that the service takes for the same. */
export function nameKey(name: string): string {
	return name.trim().toLowerCase();
}
