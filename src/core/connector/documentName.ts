/** What a document of a connector is, whether a tenant has it or a folder: part of its path, without the extension. */
export type DocumentName = XmlName | TranslationName;
export type XmlName = 'source-config' | 'source-template' | 'correlation-config';
export type TranslationName = `translations/${string}`;

const path =
	/(?:^|\/)(?:(source-config|source-template|correlation-config)\.xml|(translations\/[^/]+)\.properties)$/;

/** What is at the end of a path, and the path of the folder that holds the connector; undefined for all else. */
export function documentAtPath(
	fullPath: string,
): { readonly folder: string; readonly name: DocumentName } | undefined {
	const found = path.exec(fullPath);
	const name = (found?.[1] ?? found?.[2]) as DocumentName | undefined;
	return found && name ? { folder: fullPath.slice(0, found.index), name } : undefined;
}

/** Whether the service reads a document by a schema, which a prefix that nothing declares keeps it from. */
export function needsNamespaces(name: string): boolean {
	return name === 'source-config';
}

/** The path of a document's file below its connector. */
export function fileOfDocument(name: DocumentName): string {
	return isTranslation(name) ? `${name}.properties` : `${name}.xml`;
}

export function isTranslation(name: DocumentName): name is TranslationName {
	return name.startsWith('translations/');
}

export function localeOf(name: TranslationName): string {
	return name.slice('translations/'.length);
}

export function translationOf(locale: string): TranslationName {
	return `translations/${locale}`;
}
